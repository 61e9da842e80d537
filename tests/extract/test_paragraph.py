"""Paragraphs: which lines are one, and which begin another."""

import pytest

from cuttings.extract.paragraph import paragraphs
from cuttings.text import Mark, Page

FIRST = "The council of the port met on Monday and spoke of the bridge until"


def told(text: str) -> list[str]:
    """The paragraphs of a text that is an article's body as a whole."""
    page = Page(text, [Mark(0, len(text), "body", "told")])
    return [text[one.start : one.end] for one in paragraphs(page)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{FIRST}\nmidnight, when the lights went out.", 1),
        (f"{FIRST}\n\nmidnight, when the lights went out.", 2),
        (f"{FIRST} midnight.\nThen the lights went out.", 2),
        ("Whom would they vote for\n• Rivera 44% (+1)\n• Holm 38%\n• Lind 9%", 4),
        ("Whom would they vote for\n  - Rivera 44% (+1)\n  - Holm 38%", 3),
        ("Whom would they vote for\n• Rivera, who has led the council\n  since May: 44%\n• Holm: 38%", 3),
    ],
)
def test_lines_without_a_full_stop_go_on_but_for_the_items_of_a_list(text, count):
    assert len(told(text)) == count
