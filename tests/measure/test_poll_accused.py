"""Correct reports in every way in which English says shares and changes, none of which is accused; and wrong ones."""

import re

import pytest
from conftest import ROOT, articles_of

from cuttings import extract, measure

FOLDER = ROOT / "tests" / "gold" / "poll_checks"


def load(name):
    """The reports of a file: their texts by name, and what a check says of them where the file tells."""
    parts = re.split(r"^=== ", (FOLDER / name).read_text(encoding="utf-8"), flags=re.M)[1:]
    heads = [part.split("\n", 1) for part in parts]
    return {head: body.partition("\n--- ")[::2] for head, body in heads}


def verdicts(texts):
    articles = articles_of(*texts)
    polls, figures = extract.polls(articles), extract.poll_figures(articles)
    return measure.poll_checks(polls, figures, extract.poll_details(articles), articles, copies="each"), articles


def test_no_correct_report_is_accused():
    """Written before the rules and, from `breakdown behind a majority` on, after them."""
    texts = [text for text, _ in load("correct.txt").values()]
    assert len(texts) >= 260
    found, articles = verdicts(texts)
    accused = found[found["verdict"] == "does not hold"].merge(articles[["article_id", "text"]])
    assert accused[["text", "check", "detail"]].to_dict("records") == []
    assert found["article_id"].nunique() >= 240


def test_correct_reports_are_not_only_left_open():
    texts = [text for text, _ in load("correct.txt").values()]
    found, _ = verdicts(texts)
    kinds = found["check"].str.replace(r" \d+$", "", regex=True)
    counts = found.groupby([kinds, "verdict"]).size()
    for check, least in LEAST.items():
        assert counts.get((check, "holds"), 0) >= least, check


LEAST = {"wording": 26, "multiple in words": 14, "points": 9, "per cent or points": 3, "margin": 7, "options": 13}
WRONG = load("wrong.txt")


@pytest.fixture(scope="module")
def wrong():
    found, articles = verdicts([text for text, _ in WRONG.values()])
    return {name: found[found["article_id"] == key] for name, key in zip(WRONG, articles["article_id"], strict=True)}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said(wrong, name):
    check, verdict = WRONG[name][1].strip().split(": ")
    told = dict(zip(wrong[name]["check"], wrong[name]["verdict"], strict=True))
    assert told[check] == verdict
