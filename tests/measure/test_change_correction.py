"""A change that a coder's errors make is none: corrected changes are right on average, and their intervals cover."""

from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from conftest import codebook_of

from cuttings import measure, tables
from cuttings.coding.sheet import draw, told

RUNS = 40
BOOK = codebook_of(money="tax")
MONTHS = ("2024-01", "2024-02")


class Outlet(NamedTuple):
    """How many articles it has in each month, and in what share of its units the frame is there."""

    articles: tuple[int, int]
    share: tuple[float, float]


class Case(NamedTuple):
    """Outlets, and how often the coder finds the frame where it is there and where it is not, month by month."""

    outlets: dict[str, Outlet]
    sensitivity: tuple[float, float]
    false: tuple[float, float]
    coded: int

    def weights(self, month):
        sizes = np.array([outlet.articles[month] for outlet in self.outlets.values()])
        return sizes / sizes.sum()

    def true(self):
        """The change and what of it is within outlets."""
        shares = np.array([outlet.share for outlet in self.outlets.values()]).T
        weights = np.array([self.weights(0), self.weights(1)])
        within = (weights.mean(axis=0) * (shares[1] - shares[0])).sum()
        return (weights[1] * shares[1]).sum() - (weights[0] * shares[0]).sum(), within


ERRS_LATER = Case({"A": Outlet((20, 20), (0.2, 0.2)), "B": Outlet((20, 20), (0.3, 0.3))}, (0.9, 0.5), (0.05, 0.02), 160)
BOTH_CHANGE = Case(
    {"A": Outlet((30, 10), (0.10, 0.25)), "B": Outlet((10, 30), (0.4, 0.35))}, (0.8, 0.7), (0.05, 0.15), 200
)
RARE = Case({"A": Outlet((25, 25), (0.03, 0.06)), "B": Outlet((15, 15), (0.05, 0.05))}, (0.7, 0.7), (0.02, 0.04), 300)
UNITS, SPREAD = 12, 0.1


def made(case, random):
    """Articles, units, the coder's frames and people's codes of a sample by outlet and month."""
    rows, hits, true = [], [], []
    for name, outlet in case.outlets.items():
        for month in (0, 1):
            share = outlet.share[month]
            own = random.beta(share * (1 / SPREAD - 1), (1 - share) * (1 / SPREAD - 1), outlet.articles[month])
            has = random.random((len(own), UNITS)) < own[:, None]
            luck = random.random(has.shape)
            hits += [*np.where(has, luck < case.sensitivity[month], luck < case.false[month]).ravel()]
            true += [*has.ravel()]
            rows += [(f"{name}{month}{number:03}", name, month) for number in range(len(own))]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "month"])
    days = pd.to_datetime(articles["month"].map({0: "2024-01-05", 1: "2024-02-05"}))
    articles = articles.assign(file=articles["article_id"], record="1", text="", published_from=days, published_to=days)
    start = np.tile(np.arange(UNITS) * 10, len(rows))
    places = {"article_id": articles["article_id"].repeat(UNITS).to_numpy(), "start": start, "end": start + 5}
    units = tables.check(
        pd.DataFrame(places).assign(text="x", unit="sentence", role="body", voice="outlet"), "frame_units"
    )
    common = {"codebook": "mine", "indicator": None, "score": 0.5, "coder": "indicators", "frame": "money"}
    frames = tables.check(units[np.array(hits)].assign(**common), "frames")
    group = units["article_id"].str[:1] + units["article_id"].str[1:2]
    sheet = draw(units.assign(group=group, true=true), case.coded, True, random)
    sheet = sheet.assign(draw=told(sheet, "s", 0, ("outlet", "month")), codebook="mine", coder="ann", note=None)
    return articles, units, frames, tables.check(sheet.assign(frame=np.where(sheet["true"], "money", "")), "codes")


@pytest.mark.parametrize("case", [ERRS_LATER, BOTH_CHANGE, RARE], ids=["errs later", "both change", "rare"])
def test_corrected_changes_are_right_and_their_intervals_cover(case):
    random, found, covered = np.random.default_rng(2), [], []
    true = case.true()
    for _ in range(RUNS):
        articles, units, frames, codes = made(case, random)
        how = {"period": "month", "codes": codes, "copies": "each"}
        [row] = measure.framing_change(frames, units, articles, BOOK, **how).itertuples()
        found.append((row.corrected_change, row.corrected_within, row.change, row.within))
        bounds = [
            (row.corrected_change_low, row.corrected_change_high),
            (row.corrected_within_low, row.corrected_within_high),
            (row.change_low, row.change_high),
        ]
        covered.append([low <= one <= high for (low, high), one in zip(bounds, (*true, true[0]), strict=True)])
        assert row.corrected_composition == pytest.approx(row.corrected_change - row.corrected_within)
        assert row.note is None or pd.isna(row.note)
    means, cover = np.mean(found, axis=0), np.mean(covered, axis=0)
    print(f"\ntrue {np.round(true, 3)}, corrected and of the coder {means.round(3)}, covered {cover.round(2)}")
    assert abs(means[:2] - true).max() < 4 * np.std(found, axis=0)[:2].max() / RUNS**0.5
    assert cover[:2].min() >= 0.9
    if case is ERRS_LATER:
        assert abs(means[2]) > 0.1  # of the coder: a change that is none
        assert cover[2] < 0.5
