"""Words before a name: what is passed over for speed says nothing of its kind."""

from conftest import ROOT

from cuttings.extract.name.kind import BELONGS, IN, LEADING, PART_OF

LEADS = (
    *(
        "He lives in ",
        "(In ",
        "It was near rural ",
        "throughout northeastern ",
        "outside southwest ",
        "in neighbouring ",
    ),
    *(
        "In downtown ",
        "in central ",
        "in nearby ",
        "the outskirts of ",
        "the town, ",
        "a spokeswoman for the ",
        "at the ",
    ),
    *("an analyst with ", "a reporter from ", "the port ", "the village ", "the capital, ", "that suburb "),
)


def is_told(before: str) -> bool:
    """Whether one of the patterns finds something before a name."""
    return any(pattern.search(before) for pattern in (IN, PART_OF, BELONGS))


def test_each_wording_ends_as_it_must():
    assert [lead for lead in LEADS if not is_told(lead) or not lead.endswith(LEADING)] == []


def test_nothing_is_passed_over_in_whole_texts():
    for file in (*(ROOT / "tests" / "gold").rglob("*.txt"), *(ROOT / "seeds").rglob("*.txt")):
        text = file.read_text("utf-8")
        befores = {text[max(0, at - 39) : at + 1] for at, char in enumerate(text) if char == " "}
        assert [one for one in befores if is_told(one) and not one.endswith(LEADING)] == [], file.name
