"""The labelled reports: how many figures are found, with the right poll, answer, group and wave; floors only rise."""

import re
from collections import Counter

import pytest
from conftest import articles_of
from gold_polls import load, value_of

from cuttings.extract import poll_figures, polls

FLOORS = {"precision": 0.99, "recall": 0.98, "f1": 0.988, "option": 0.9, "group": 0.91, "wave": 0.94}
DETAIL_FLOORS = {"n": 0.95, "margin": 0.95, "field": 0.95, "released": 0.9, "sponsor": 0.9}
COLUMNS = {"n": "n_survey", "margin": "margin", "field": "fieldwork", "released": "released", "sponsor": "sponsor"}
SMALL = frozenset(re.findall(r"\w+", "the a an of to that they would be are is was were their has have"))


def known(value):
    return None if value is None or value != value else value


def alike(told, found):
    """Whether an answer as found is the one told: half of the words of the shorter one, or both null."""
    left, right = (set(re.findall(r"\w+", (known(one) or "").lower())) - SMALL for one in (told, found))
    return left == right or 2 * len(left & right) >= min(len(left), len(right)) > 0


@pytest.fixture(scope="module")
def scored():
    counts = Counter()
    for case in load():
        articles = articles_of(case.text)
        pollsters = {row.poll: known(row.pollster) for row in polls(articles).itertuples()}
        left = list(case.figures)
        for row in poll_figures(articles).itertuples():
            same = [
                told
                for told in left
                if (told.value, told.kind) == (value_of(row), row.kind)
                and case.polls[told.poll]["pollster"] == (pollsters[row.poll] or "-")
            ]
            counts["found"] += 1
            if same:
                told = max(same, key=lambda one: alike(one.option, row.option) + alike(one.group, row.group))
                left.remove(told)
                counts["right"] += 1
                for name in ("option", "group", "wave"):
                    wanted = getattr(told, name)
                    counts[name, "told"] += wanted is not None
                    counts[name, "right"] += wanted is not None and alike(wanted, getattr(row, name))
        counts["missed"] += sum(not told.optional for told in left)
    return counts


@pytest.fixture(scope="module")
def detailed():
    counts = Counter()
    for case in load():
        rows = {known(row.pollster) or "-": row for row in polls(articles_of(case.text)).itertuples()}
        for told in case.polls.values():
            row = rows.get(told["pollster"])
            for name, column in COLUMNS.items():
                wanted = told.get(name, "-")
                if row is not None and wanted != "-":
                    found = getattr(row, column)
                    found = (
                        ""
                        if str(found) in ("nan", "<NA>", "None")
                        else f"{found:g}"
                        if name == "margin"
                        else str(found)
                    )
                    counts[name, "told"] += 1
                    counts[name, "right"] += found == wanted or (bool(found) and (found in wanted or wanted in found))
    return counts


def test_the_corpus_is_large_enough():
    cases = load()
    assert len(cases) >= 280
    assert sum(not case.figures for case in cases) >= 45
    assert len({poll["pollster"] for case in cases for poll in case.polls.values()}) >= 110


def test_figures_with_the_right_poll(scored):
    precision = scored["right"] / scored["found"]
    recall = scored["right"] / (scored["right"] + scored["missed"])
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\n{scored['found']} found: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    assert precision >= FLOORS["precision"]
    assert recall >= FLOORS["recall"]
    assert f1 >= FLOORS["f1"]


@pytest.mark.parametrize("name", ["option", "group", "wave"])
def test_what_a_figure_counts(scored, name):
    share = scored[name, "right"] / scored[name, "told"]
    print(f"\n{name} right for {share:.3f} of {scored[name, 'told']}")
    assert share >= FLOORS[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_details(detailed, name):
    share = detailed[name, "right"] / detailed[name, "told"]
    print(f"\n{name} right for {share:.3f} of {detailed[name, 'told']}")
    assert share >= DETAIL_FLOORS[name]
