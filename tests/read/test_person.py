"""People: what stands in an author field, and the persons in it."""

import pytest

from cuttings.read.person import people


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (["Jane Doe"], "Jane Doe"),
        (["By Jane Doe and Piet van der Berg"], "Jane Doe and Piet van der Berg"),
        (["Written by: Jean-Paul O’Neill, PhD"], "Jean-Paul O’Neill"),
        (["Von Anna Schmidt und Max von der Au"], "Anna Schmidt and Max von der Au"),
        (["Max von Stein"], "Max von Stein"),
        (["John Q. Public", "Jane Doe", "John Q. Public"], "John Q. Public and Jane Doe"),
        (["Jane Doe in Kyiv; John Roe for Reuters"], "Jane Doe and John Roe"),
        (["Jane Doe – Harbour Post"], "Jane Doe"),
        (["Jane Doe <jane@harbour.example>"], "Jane Doe"),
        (["Jane Doe (Political Editor)"], "Jane Doe"),
        (["Harbour Post"], ""),
        (["Harbour Post Staff"], ""),
        (["Our Special Correspondent"], ""),
        (["Agence France-Presse", "Reuters", "Associated Press"], ""),
        (["19 November 2024", "admin", "jane.doe", "@janedoe", "www.harbour.example/jane", ""], ""),
        (["jane doe", "José Ortega y Gasset"], ""),
    ],
)
def test_only_names_of_persons_are_kept(written, found):
    assert people(written, "The Harbour Post") == found


@pytest.mark.parametrize(
    ("stated", "outlet", "byline"),
    [
        (["Jane Doe", "John Roe", "Ann Poe"], "", "Jane Doe, John Roe and Ann Poe"),
        ("By Jane Doe", "", "Jane Doe"),
        ("['Jane Doe', 'John Roe']", "", "Jane Doe and John Roe"),
        ([{"@type": "Person", "name": "Jane Doe"}, "jane doe"], "", "Jane Doe"),
        ("The Guardian", "www.theguardian.com", ""),
        (["Staff", "Staff Writer", "News Desk", "admin", "@jane", "a.org/jane", "View More Posts"], "", ""),
        ("Jane Doe, John Roe and Ann Poe", "", "Jane Doe, John Roe and Ann Poe"),
        ("By Jane Doe, and JOHN ROE AND Ann Poe\nStaff Writer", "", "Jane Doe, JOHN ROE and Ann Poe"),
        ([{"@type": "Organization", "name": "Jane Doe"}, {"name": "Jo &amp; Ann Roe"}], "", "Ann Roe"),
        (["Jane Doe", "Harbour Line"], "www.harbourline.example", "Jane Doe"),
        (["Doe, Jane", {"name": {"a": 1}}], "", ""),
        (7, "", ""),
        (None, "", ""),
    ],
)
def test_people_of_a_byline_field(stated, outlet, byline):
    assert people(stated, outlet) == byline


@pytest.mark.parametrize("text", ["By Jane Doe", "BY: Jane Doe", "Von Jane Doe", "Jane Doe", " par Jane Doe "])
def test_bylines(text):
    assert people(text) == "Jane Doe"
