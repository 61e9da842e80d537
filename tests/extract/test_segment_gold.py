"""Segments and fields against the pages that we have labelled by hand (tests/gold): floors that may only be raised.

pytest tests/extract/test_segment_gold.py -p no:nbval -o addopts= -s
"""

from statistics import mean

import pytest
from gold_dumps import Dump, load, squeezed

from cuttings.extract.field import describe
from cuttings.extract.segment import OWN, parts

DUMPS = load()
FLOORS = {"characters": 0.93, "headline": 0.9, "byline": 0.83, "published": 0.95}


def characters(dump: Dump) -> float:
    """F1 of the characters, blanks aside, that belong to the article."""
    own = {at for start, end, role in dump.spans if role in OWN for at in range(start, end)}
    found = {at for part in parts(dump.text) if part.role in OWN for at in range(part.start, part.end)}
    own, found = ({at for at in places if not dump.text[at].isspace()} for places in (own, found))
    return 2 * len(own & found) / (len(own) + len(found)) if own or found else 1.0


def headline(dump: Dump) -> bool:
    said = describe(dump.text)["headline"]
    return squeezed(said or "") == dump.fields["headline"]


def byline(dump: Dump) -> bool:
    return squeezed(describe(dump.text)["byline"] or "") == dump.fields["byline"]


def published(dump: Dump) -> bool:
    row = describe(dump.text)
    first, last = row["published_from"], row["published_to"]
    settled = str(first) if first and first == last else ""
    return settled == dump.fields["published"]


@pytest.mark.parametrize("score", [characters, headline, byline, published], ids=lambda score: score.__name__)
def test_scores_stay_above_the_floors(score):
    values = [float(score(dump)) for dump in DUMPS]
    for dump, value in sorted(zip(DUMPS, values, strict=True), key=lambda one: one[1])[:12]:
        print(f"{score.__name__:10} {value:.3f} {dump.name}")
    print(f"{score.__name__} {mean(values):.4f} over {len(values)} pages")
    assert mean(values) >= FLOORS[score.__name__]


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.name)
def test_the_segments_joined_are_the_page(dump):
    assert "".join(dump.text[part.start : part.end] for part in parts(dump.text)) == dump.text
