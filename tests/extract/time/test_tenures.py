"""People named with an office: what is passed over for speed names none."""

from conftest import ROOT

from cuttings import lookups
from cuttings.extract.time.office import clues, matches, pattern
from cuttings.text import fold

FILLER = (
    " The committee heard evidence from witnesses over the course of its session, and nobody spoke of the pier." * 3
)


def quick(text):
    return [match.span() for match in matches(text, 0, len(text), clues(text))]


def test_every_office_of_the_lookup_is_found():
    for row in lookups.rows("offices"):
        text = f"{FILLER} The former {row['office']} {row['first']} {row['surname']} came.{FILLER}"
        assert quick(text) == [match.span() for match in pattern().finditer(text)] != []


def test_nothing_is_passed_over_in_whole_texts():
    for file in (*(ROOT / "tests" / "gold").rglob("*.txt"), *(ROOT / "seeds").rglob("*.txt")):
        text = fold(file.read_text("utf-8"))
        assert quick(text) == [match.span() for match in pattern().finditer(text)], file.name
