"""Copies in every measure: what is counted once, each or not at all, and what of it is told."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from conftest import articles_of, codebook_of

from cuttings import extract, frames, measure, tables
from cuttings.errors import InputError
from cuttings.measure.copy import settled

WIRE = (
    "The council of Arnford voted on Tuesday to close the old bridge for two years, after engineers found cracks in "
    "three of its piers.\n\n“We close the bridge because we cannot wait for it to fall,” said Ann Lee, the mayor of "
    "Arnford. She claimed that a ferry would carry people on foot from May.\n\nA Gallup poll of 1,015 adults found "
    "that 44% of Danes back the plan and 52% oppose it.\n"
)
OWN = (
    "Shopkeepers in the lower town of Arnford fear for their trade.\n\n“We close the bridge because we cannot wait,” "
    "Ann Lee told them on Monday evening. “Nobody asked the shops along the quay before they decided,” said Tom Ash, "
    "who sells bread there, and he insisted that a court should look at it.\n"
)
REPOST = "By Jo Roe\n\n" + WIRE + "\nThe fire brigade was told of it in the night.\n"


@pytest.fixture(scope="module")
def folder() -> pd.DataFrame:
    return articles_of(WIRE, REPOST, OWN).assign(outlet=["Herald", "Post", "Courier"])


def asked(articles: pd.DataFrame) -> dict[str, tuple[Callable[..., Any], tuple[Any, ...]]]:
    """Each measure with what it is made of, but for its articles, which come last."""
    quotations, polls = extract.quotations(articles), extract.polls(articles)
    figures, details, units = extract.poll_figures(articles), extract.poll_details(articles), frames.units(articles)
    book = codebook_of(traffic="bridge; ferry")
    coded = frames.indicators(articles, book)
    passages = measure.units(articles, "passages")
    topics = passages.assign(topic=range(len(passages)), likeness=1.0, lead=1.0, x=0.0, y=0.0)
    return {
        "voices": (measure.voices, (quotations,)),
        "cues": (measure.cues, (quotations,)),
        "quote_groups": (measure.quote_groups, (quotations,)),
        "omissions": (measure.omissions, (quotations, measure.quote_groups(quotations, articles, copies="each"))),
        "names": (measure.names, (extract.mentions(articles),)),
        "topic_shares": (measure.topic_shares, (topics,)),
        "keyness": (measure.keyness, ()),
        "labels": (measure.labels, ()),
        "label_candidates": (measure.label_candidates, ()),
        "framing": (lambda *given, **how: measure.framing(coded, units, *given, book, **how), ()),
        "poll_checks": (measure.poll_checks, (polls, figures, details)),
        "poll_disclosure": (measure.poll_disclosure, (polls, details)),
        "poll_ledger": (measure.poll_ledger, (polls, figures)),
    }


NAMES = sorted(asked(articles_of(WIRE)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("policy", ["once", "drop", "each"])
def test_to_count_by_a_policy_is_to_count_the_articles_that_it_leaves(folder: pd.DataFrame, name: str, policy: str):
    function, given = asked(folder)[name]
    told, counted = function(*given, folder, copies=policy), settled(folder, policy)
    alone = function(*given, counted, copies="each") if name != "poll_checks" else told
    for one, other in zip(*((of if isinstance(of, tuple) else (of,)) for of in (told, alone)), strict=True):
        pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_policy_is_a_sentence_in_every_measure(folder: pd.DataFrame, name: str):
    function, given = asked(folder)[name]
    with pytest.raises(InputError, match="copies='twice': copies are counted once, each, drop"):
        function(*given, folder, copies="twice")


def test_what_differs_is_told_with_both_counts(folder: pd.DataFrame):
    """The re-post is longer, and no day is settled: it is the first of the two."""
    quotations = extract.quotations(folder)
    found = measure.by_copies(measure.voices, quotations, folder)
    assert found[["table", "row", "differs"]].to_dict("records") == [
        {"table": "voices", "row": "Herald · Ann Lee", "differs": "the row itself"}
    ]
    assert found[["n_once", "of_once"]].isna().all(axis=None)
    assert found[["n_each", "of_each"]].iloc[0].tolist() == [12, 12]


def test_a_table_that_is_made_of_a_measures_table_is_compared_too(folder: pd.DataFrame):
    quotations = extract.quotations(folder)
    found = measure.by_copies(measure.voices, quotations, folder, then=measure.sides, by="record")
    assert found.to_dict("records") == [
        {
            **{"table": "sides", "row": "1 · (side not known) · named", "differs": "quotations, n, of_n"},
            **{"n_once": 30, "of_once": 30, "n_each": 42, "of_each": 42},
        }
    ]


def test_a_folder_without_copies_is_not_measured_at_all(folder: pd.DataFrame):
    def measured(articles: pd.DataFrame, copies: str) -> pd.DataFrame:
        raise AssertionError

    assert measure.by_copies(measured, folder[folder["outlet"] != "Post"]).empty


def test_rows_are_found_again_by_the_key_asked_for(folder: pd.DataFrame):
    def topics(articles: pd.DataFrame, copies: str) -> tuple[pd.DataFrame, str]:
        sizes = {"once": [5, 2, 1], "each": [9, 2, 1]}[copies]
        rows = [
            {"topic": at, "label": "xyx"[at], "n": n, "of_n": sum(sizes), "articles": n} for at, n in enumerate(sizes)
        ]
        zero = {"stability": 0.1 + 0.2 if copies == "once" else 0.3}
        return tables.build("topics", [row | zero for row in rows]), "more"

    found = measure.by_copies(topics, folder, key=["label"])
    assert found["row"].tolist() == ["x", "x (2)", "y"]
    assert found["differs"].tolist() == ["n, of_n, articles", "of_n", "of_n"]
    assert found["n_each"].tolist() == [9, 1, 2]


@pytest.mark.parametrize("name", ["voices", "framing", "topic_shares"])
def test_tables_without_rows_and_tables_that_are_the_same_do_not_differ(folder: pd.DataFrame, name: str):
    def measured(articles: pd.DataFrame, copies: str) -> pd.DataFrame:
        return tables.build(name, [])

    measured.__name__ = name
    assert measure.by_copies(measured, folder).empty
