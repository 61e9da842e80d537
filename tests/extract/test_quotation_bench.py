"""Quotations against hand-labelled news; the floors may only be raised.

The labelled texts are third parties' and no part of this project. To run: set CUTTINGS_BENCH to the folder that holds
quotes/dev.jsonl.gz and quotes/score_quotes.py, then

    pytest tests/extract/test_quotation_bench.py -p no:nbval -o addopts= -s
"""

from collections.abc import Callable
from types import ModuleType

import pytest
from labelled import needs, rows_of, scorer_of

from cuttings.extract.kind import SPOKEN
from cuttings.extract.quotation import quotes
from cuttings.extract.quote import Quote

GOLD, SCORER = "quotes/dev.jsonl.gz", "quotes/score_quotes.py"

pytestmark = needs(GOLD, SCORER)

# `written`: the words that name the speaker there, which is what the labels mark; `resolved`: the canonical name,
# which no label that is a bare pronoun can agree with. The labels know double marks only: what a headline has in single
# marks is in them as reported speech, so that every such quotation counts as wrong unless it repeats one of the body.
# `of double marks` and `of the body` leave these out.
FLOORS = {
    "written": {
        "overlap_f1": 0.9707,
        "overlap_f1 of double marks": 0.9733,
        "overlap_f1 of the body": 0.9706,
        "exact_f1": 0.9689,
        "acc": 0.9119,
        "named_acc": 0.9274,
        "e2e_f1": 0.8815,
        "e2e_f1 of five words": 0.9183,
    },
    "resolved": {
        "acc": 0.7839,
        "named_acc": 0.9069,
        "pron_name": 0.652,
        "e2e_f1": 0.7589,
        "e2e_f1 of five words": 0.7877,
    },
}
# Of the labelled marks that quote nobody: how many are not taken for speech, and how many have a row of kind phrase or
# title, of those that are no values of attributes in markup and of at most seven words (the longer ones are sentences).
NOT_SPEECH, NAMED = 0.788, 0.755


@pytest.fixture(scope="module")
def gold() -> list[dict]:
    """The labelled articles, without the labels of single characters, which no floor rests on."""
    return [{key: value for key, value in article.items() if key != "attributions"} for article in rows_of(GOLD)]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return scorer_of(SCORER)


def written(text: str, quote: Quote) -> str | None:
    """The words for the speaker, also where they are a pronoun that nobody fits."""
    return None if quote.speaker_start is None else text[quote.speaker_start : quote.speaker_end]


def predicted(text: str, reading: str) -> list[dict]:
    """Everything that somebody is held to say, in the scorer's form."""
    spoken = [quote for quote in quotes(text) if quote.kind in SPOKEN]
    named = [quote.speaker if reading == "resolved" else written(text, quote) for quote in spoken]
    return [
        {"start": quote.start, "end": quote.end, "speaker": name, "role": quote.role}
        for quote, name in zip(spoken, named, strict=True)
    ]


def in_double_marks(text: str, said: dict) -> bool:
    """Whether a quotation stands in marks of the kind that the labels know."""
    before = text[max(0, said["start"] - 2) : said["start"]]
    return before.endswith(("''", "``")) or before[-1:] not in "'‘’‚‛‹›`"


def kept(gold: list[dict], said: dict[str, dict], holds: Callable[[str, dict], bool]) -> dict[str, dict]:
    """The quotations of which something holds."""
    return {
        article["id"]: {"quotes": [one for one in said[article["id"]]["quotes"] if holds(article["text"], one)]}
        for article in gold
    }


def test_scores_stay_above_the_floors(gold, scorer):
    below = []
    readings = {article["id"]: {} for article in gold}
    for article in gold:
        for reading in FLOORS:
            readings[article["id"]][reading] = {"quotes": predicted(article["text"], reading)}
    for reading, floors in FLOORS.items():
        said = {key: value[reading] for key, value in readings.items()}
        scores = scorer.score(gold, said)
        double = kept(gold, said, in_double_marks)
        scores["overlap_f1 of double marks"] = scorer.score(gold, double)["overlap_f1"]
        body = kept(gold, said, lambda _, one: one["role"] == "body")
        scores["overlap_f1 of the body"] = scorer.score(gold, body)["overlap_f1"]
        scores["e2e_f1 of five words"] = scorer.score(gold, said, minw=5)["e2e_f1"]
        print(reading, {name: round(scores[name], 3) for name in floors})
        below += [f"{reading} {name} {scores[name]:.3f} < {low}" for name, low in floors.items() if scores[name] < low]
    assert not below


def test_terms_and_titles_are_told_from_speech(gold, scorer):
    short = named = every = spoken = 0
    for article in gold:
        text = article["text"]
        rows = [(scorer.trim(text, quote.start, quote.end), quote.kind) for quote in quotes(text)]
        for start, end in article["nonquotes"]:
            label = scorer.trim(text, start, end)
            kinds = {kind for span, kind in rows if scorer.iou(label, span) >= 0.5}
            every += 1
            spoken += bool(kinds & set(SPOKEN))
            if text[:start].rstrip('"“”').endswith("=") or len(text[slice(*label)].split()) > 7:
                continue
            short += 1
            named += bool(kinds & {"phrase", "title"})
    print({"not speech": round(1 - spoken / every, 3), "phrase or title": round(named / short, 3), "of": short})
    assert 1 - spoken / every >= NOT_SPEECH
    assert named / short >= NAMED
