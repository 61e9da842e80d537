"""Through which medium, and when, something was said: passages in words of our own."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract.quotation import quotations

LEAD = "Mayor Paula Reyes and her deputy, Tom Hale, met reporters at the harbour in the rain.\n\n"


def occasion(text: str) -> tuple[str | None, str | None]:
    """Medium and time of the first quotation of a text that follows the lead paragraph."""
    row = quotations(articles_of(LEAD + text)).iloc[0]
    return tuple(None if pd.isna(value) else value for value in (row.medium, row.said_on))


@pytest.mark.parametrize(
    ("text", "medium", "said_on"),
    [
        ("“The pier will be closed for good,” Reyes said in an interview with Sky News.", "Sky News", None),
        ("“The pier will be closed for good,” Reyes told CNN on Tuesday.", "CNN", "on Tuesday"),
        ("Reyes told the BBC last week that “the pier will be closed.”", "BBC", "last week"),
        ("In an interview with ABC News on Sunday, Reyes said, “The pier is closed.”", "ABC News", "on Sunday"),
        ("“The pier will be closed for good,” Reyes wrote on X.", "X", None),
        ("“The pier will be closed for good,” Reyes said in a joint statement.", "joint statement", None),
        ("“The pier will be closed for good,” Reyes said at a news conference.", "news conference", None),
        ("Reyes on Wednesday called the pier “a danger to everybody.”", None, "on Wednesday"),
        ("“The pier will be closed for good,” Reyes said.", None, None),
        ("Reyes said the pier “would be closed” on Friday.", None, None),
        ("Reyes told Hale that “the pier will be closed for good.”", None, None),
    ],
)
def test_medium_and_time_as_written(text, medium, said_on):
    assert occasion(text) == (medium, said_on)


def test_places_point_to_the_words():
    text = LEAD + "“The pier will be closed for good,” Reyes told CNN on Tuesday."
    row = quotations(articles_of(text)).iloc[0]
    assert text[row.medium_start :].startswith("CNN")
    assert text[row.said_on_start :].startswith("on Tuesday")


def test_days_are_those_of_the_table_of_dates():
    text = LEAD + "“The pier will be closed for good,” Reyes told CNN on 3 May 2024. “It is a pity.”"
    table = quotations(articles_of(text))
    assert table.said_from.dt.strftime("%Y-%m-%d").tolist() == ["2024-05-03"] * 2
    assert (table.said_from == table.said_to).all()
    assert table.medium.tolist() == ["CNN"] * 2


def test_a_time_that_the_text_does_not_settle_has_no_days():
    row = quotations(articles_of("“The pier will be closed for good,” Paula Reyes said on Tuesday in town.")).iloc[0]
    assert row.said_on == "on Tuesday"
    assert pd.isna(row.said_from)
