"""Copies in every measure: what is counted once, each or not at all, and what of it is told."""

from collections.abc import Callable
from inspect import signature
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
    mentions, dates, quantities = extract.mentions(articles), extract.dates(articles), extract.quantities(articles)
    sentences, label_spans = extract.sentences(articles), extract.labels(articles)
    told = (sentences, mentions, dates, quantities, quotations, label_spans)
    scores = measure.keyness(articles, min_n=1, draws=0, copies="each")
    return {
        "voices": (measure.voices, (quotations,)),
        "cues": (measure.cues, (quotations,)),
        "quote_groups": (measure.quote_groups, (quotations,)),
        "omissions": (measure.omissions, (quotations, measure.quote_groups(quotations, articles, copies="each"))),
        "coverage": (measure.coverage, ()),
        "names": (measure.names, (mentions,)),
        "facts": (measure.facts, (mentions, quantities, polls, figures, dates, sentences)),
        "stories": (measure.stories, ()),
        "topics": (lambda *given, **how: measure.topics(*given, k=2, **how), ()),
        "topic_methods": (lambda *given, **how: measure.topic_methods(*given, k=2, **how), ()),
        "topic_shares": (measure.topic_shares, (topics,)),
        "topic_examples": (lambda *given, **how: measure.topic_examples(topics, articles=given[0], **how), ()),
        "uses": (measure.uses, (scores,)),
        "wordings": (lambda *given, **how: measure.wordings(*given, *told, **how), ()),
        "keyness": (measure.keyness, ()),
        "labels": (measure.labels, ()),
        "label_candidates": (measure.label_candidates, ()),
        "framing": (lambda *given, **how: measure.framing(coded, units, *given, book, **how), ()),
        "framing_change": (
            lambda *given, **how: measure.framing_change(coded, units, *given, book, "record", **how),
            (),
        ),
        "poll_checks": (measure.poll_checks, (polls, figures, details)),
        "poll_disclosure": (measure.poll_disclosure, (polls, details)),
        "poll_ledger": (measure.poll_ledger, (polls, figures)),
        "poll_shares": (measure.poll_shares, (polls, figures)),
    }


NAMES = sorted(asked(articles_of(WIRE)))
# Public, and without a policy for copies.
EXCEPTED = {
    **dict.fromkeys(("by_copies", "keyness_by_copies", "multiverse"), "measures under several policies"),
    **dict.fromkeys(("contrasts", "sides"), "is made of the table of a measure that has one"),
    **dict.fromkeys(("copies",), "finds what copies what"),
    **dict.fromkeys(("formats", "given", "languages", "roles"), "tells what the folder holds, as it came"),
    **dict.fromkeys(("groups", "heard", "speakers", "units"), "says what belongs together, and counts nothing"),
    **dict.fromkeys(("label_rows", "label_sets"), "is a word list"),
}
# Where copies take part in one way and are counted in another.
TAKING_PART = {"poll_checks", "stories", "topics", "topic_methods"}


def test_every_public_measure_takes_copies_or_is_excepted_with_a_reason():
    takes = {name for name in measure.__all__ if "copies" in signature(getattr(measure, name)).parameters}
    assert takes - set(EXCEPTED) == set(NAMES)
    assert {*measure.__all__} - set(NAMES) == set(EXCEPTED)


@pytest.mark.parametrize("name", sorted({*NAMES} - TAKING_PART))
@pytest.mark.parametrize("policy", ["once", "drop", "each"])
def test_to_count_by_a_policy_is_to_count_the_articles_that_it_leaves(folder: pd.DataFrame, name: str, policy: str):
    function, given = asked(folder)[name]
    told, counted = function(*given, folder, copies=policy), settled(folder, policy)
    alone = function(*given, counted, copies="each")
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
