"""Reports of polls by other people, as one reader labelled them: figures found, each with its poll; floors only rise.

The labels are in gold/polls_real/figures.csv: a row a figure, by its offsets in the article (known by a digest of its
text), its value, its kind and a number for its poll; `optional` where it may be left out. A row without offsets is an
article in which no figure is a poll's. `reading` says in which of five readings it was labelled: each before the rules
had been tried on its articles. The fourth and fifth are of articles that speak of polls far from their percentages, or
of none: few of them report a poll. The texts are third parties' and are not here.
"""

import csv
import hashlib
from collections import Counter, defaultdict

import pytest
from conftest import ROOT
from labelled import needs, rows_of

from cuttings.extract.poll.answer import Answer, answers

LABELS = ROOT / "tests" / "gold" / "polls_real" / "figures.csv"
SETS = {
    "quotes": ("quotes/dev.jsonl.gz", "text"),
    "bbc": ("topics/topics_bbc.dev.jsonl.gz", "text"),
    "ecb": ("topics/stories_ecbplus.dev.jsonl.gz", "text"),
    "climate": ("frames/narrative_climate.dev.jsonl.gz", "text"),
    "cleaning": ("cleaning/dev.jsonl.gz", "body"),
}
FLOORS = {
    "123": {"precision": 0.97, "recall": 0.92, "f1": 0.944},
    "45": {"precision": 0.88, "recall": 0.82, "f1": 0.85},
}
NEAR = 0.6  # a third is labelled 33.3, and a rounded one may be an exact one

pytestmark = needs(*(name for name, _ in SETS.values()))


@pytest.fixture(scope="module")
def labelled():
    """The labels of every article, and its text."""
    told, readings = defaultdict(list), {}
    with LABELS.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            told[row["article"]] += [row] if row["start"] else []
            readings[row["article"]] = row["reading"]
    found = {}
    for name, field in SETS.values():
        for row in rows_of(name):
            text = row[field] or ""
            key = hashlib.sha256(text.encode()).hexdigest()[:12]
            if key in told:
                found[key] = text
    assert len(found) == len(told)
    return [(text, told[key], readings[key]) for key, text in found.items()]


def is_told(row: dict[str, str], one: Answer) -> bool:
    """Whether a figure stands where a label does."""
    return int(row["start"]) < one.figure.end and one.figure.start < int(row["end"])


def is_right(row: dict[str, str], one: Answer) -> bool:
    """Whether a figure has the value and kind of a label."""
    number = one.figure.number
    values = [value for value in (number.value, number.high) if value is not None]
    return one.figure.kind == row["kind"] and any(abs(value - float(row["value"])) < NEAR for value in values)


def matched(found, told):
    """Each figure found with its label, and the figures that have none."""
    left, pairs, rest = list(told), [], []
    for one in found:
        row = next((row for row in left if is_told(row, one)), None)
        if row is None:
            rest.append(one)
        else:
            left.remove(row)
            pairs.append((row, one))
    return pairs, rest, left


def polls_of(pairs):
    """The poll found for each labelled one: the one that has most of its figures, each for one only."""
    shared = Counter((row["poll"], one.poll) for row, one in pairs)
    meant, taken = {}, set()
    for (label, poll), _ in shared.most_common():
        if label not in meant and poll not in taken:
            meant[label] = poll
            taken.add(poll)
    return meant


def counted(articles):
    """How many figures are right, false and missed."""
    counts = Counter()
    for text, told in articles:
        pairs, false, missed = matched(answers(text), told)
        meant = polls_of(pairs)
        counts["false"] += len(false)
        counts["missed"] += sum(not row["optional"] for row in missed)
        for row, one in pairs:
            if not row["optional"]:
                right = is_right(row, one) and meant.get(row["poll"]) == one.poll
                counts["right" if right else "wrong"] += 1
    return counts


@pytest.mark.parametrize("readings", FLOORS)
def test_figures_of_other_peoples_reports_are_found_with_their_poll(labelled, readings):
    articles = [(text, told) for text, told, reading in labelled if reading in readings]
    counts = counted(articles)
    precision = counts["right"] / (counts["right"] + counts["wrong"] + counts["false"])
    recall = counts["right"] / (counts["right"] + counts["wrong"] + counts["missed"])
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\n{len(articles)} articles, {dict(counts)}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    assert precision >= FLOORS[readings]["precision"]
    assert recall >= FLOORS[readings]["recall"]
    assert f1 >= FLOORS[readings]["f1"]
