"""Segments and fields against labelled web pages; the floors may only be raised.

The pages are third parties' and no part of this project. To run: set CUTTINGS_BENCH to the folder that holds
cleaning/dev.jsonl.gz and cleaning/score_cleaning.py, then

    pytest tests/extract/test_segment_bench.py -p no:nbval -o addopts= -s

The model of lines was fitted to these pages: what it scores on sites that it has not seen is printed by

    python tests/bench/fit_lines.py --cv
"""

import pytest
from labelled import needs, rows_of, scorer_of

from cuttings.extract.field import describe
from cuttings.extract.segment import parts

GOLD, SCORER = "cleaning/dev.jsonl.gz", "cleaning/score_cleaning.py"

pytestmark = needs(GOLD, SCORER)

FLOORS = {"zyte_f1": 0.950, "accuracy": 0.28, "title_exact": 0.93, "author_set": 0.80, "date_day": 0.80}
CEILINGS = {"author": 0.05, "date": 0.05}  # the share of all pages with a wrong value; a missing one is no wrong one
NEWS = ("zyte", "aed")


@pytest.fixture(scope="module")
def gold() -> list[dict]:
    return [page for page in rows_of(GOLD) if page["source"] in NEWS]


@pytest.fixture(scope="module")
def scorer():
    return scorer_of(SCORER)


def predicted(page: dict) -> dict:
    """What the project reads of a page, in the scorer's form."""
    text = page["dump"]
    row = describe(text)
    day = row["published_from"] if row["published_from"] == row["published_to"] else None
    body = "\n".join(text[part.start : part.end] for part in parts(text) if part.role in ("deck", "subheading", "body"))
    return {"text": body, "title": row["headline"], "author": row["byline"], "date": str(day or "")}


@pytest.fixture(scope="module")
def found(gold) -> dict[str, dict]:
    return {page["id"]: predicted(page) for page in gold}


def test_scores_stay_above_the_floors(gold, found, scorer):
    scores = scorer.score(gold, found)
    print({name: round(scores[name], 4) for name in FLOORS})
    assert not [f"{name} {scores[name]:.3f} < {low}" for name, low in FLOORS.items() if scores[name] < low]


def test_a_wrong_field_is_rarer_than_a_missing_one_may_be(gold, found, scorer):
    same = {"author": lambda a, b: scorer.names(a) == scorer.names(b), "date": lambda a, b: a[:10] == b[:10]}
    for field, high in CEILINGS.items():
        pages = [(page[field], found[page["id"]][field]) for page in gold if page.get(field)]
        wrong = [(told, said) for told, said in pages if said and not same[field](told, said)]
        missing = sum(not said for _, said in pages)
        print(f"{field}: wrong {len(wrong)}, missing {missing} of {len(pages)}")
        assert len(wrong) / len(gold) <= high
