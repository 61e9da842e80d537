"""Association: the numbers of other people's implementations, to the digits that they print.

The tables of tests/gold/keyness hold counts of two texts and what others make of them: letters in two made-up lists,
twice, and the words of Lincoln's addresses of 1863 and 1865. The columns `z_convokit_*` are ConvoKit's FightingWords
(variance of two terms), `z_scattertext_*` scattertext's log-odds (of four), `q_lr_none` the uncorrected likelihood
ratio of quanteda's textstat_keyness, `log_ratio_hardie_0.5` Hardie's log ratio with a half for none. Priors: `sum10` is
ten words spread like the two texts together, `pooled` as many as they have, `prior0.01` a hundredth of a word a term.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from cuttings.measure.association import Use, log_likelihood, log_ratio, weighted_log_odds

TABLES = sorted((Path(__file__).parents[1] / "gold" / "keyness").glob("*.csv"))


def of(table: pd.DataFrame) -> Use:
    """The first text against the second."""
    first, second = (table[[name]].to_numpy(float).T for name in ("a", "b"))
    return Use(first, second, first.sum(keepdims=True), second.sum(keepdims=True))


@pytest.fixture(params=TABLES, ids=[path.stem for path in TABLES])
def table(request: pytest.FixtureRequest) -> pd.DataFrame:
    return pd.read_csv(request.param, keep_default_na=False)


def test_there_are_three_tables():
    assert [path.stem for path in TABLES] == ["letters", "lincoln", "two_letters"]


@pytest.mark.parametrize("prior", ["informative_sum10", "informative_pooled", "prior0.01"])
@pytest.mark.parametrize(("maker", "terms"), [("convokit", 2), ("scattertext", 4)])
def test_z(table: pd.DataFrame, maker: str, terms: int, prior: str):
    pooled = (table["a"] + table["b"]).to_numpy(float)
    pseudo = {
        "informative_sum10": 10 * pooled / pooled.sum(),
        "informative_pooled": pooled,
        "prior0.01": np.full(len(pooled), 0.01),
    }[prior]
    z = weighted_log_odds(of(table), pseudo, pseudo.sum(), terms)[1]
    assert z[0] == pytest.approx(table[f"z_{maker}_{prior}"].to_numpy(float), abs=1e-8)


def test_log_ratio(table: pd.DataFrame):
    assert log_ratio(of(table))[0] == pytest.approx(table["log_ratio_hardie_0.5"].to_numpy(float), abs=1e-8)


def test_log_likelihood(table: pd.DataFrame):
    assert log_likelihood(of(table))[0] == pytest.approx(table["q_lr_none"].to_numpy(float), abs=1e-6)


def test_exchanging_the_two_texts_turns_every_sign(table: pd.DataFrame):
    use = of(table)
    turned = Use(use.rest, use.counts, use.of_rest, use.n)
    pseudo = np.ones(len(table))
    for score in (lambda one: weighted_log_odds(one, pseudo, len(table))[1], log_ratio):
        assert score(use) == pytest.approx(-score(turned))
