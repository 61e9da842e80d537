"""Bylines: who a line says wrote the article, and lines that only look like it."""

import pytest

from cuttings.extract.authorship import authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("by Jane Doe - 12/22/23 11:35 AM ET", ["Jane Doe"]),
        ("By Jane Doe and John M. Roe on December 21, 2023", ["Jane Doe", "John M. Roe"]),
        ("By Jane Doe, John Roe, and Mary Major", ["Jane Doe", "John Roe", "Mary Major"]),
        ("By Jane Doe, John Roe, Associated Press", ["Jane Doe", "John Roe"]),
        ("By Jane DoeDecember 23, 2023", ["Jane Doe"]),
        ("Jane DoePublished: December 20, 2023", ["Jane Doe"]),
        ("By Jane Doe Staff Writer", ["Jane Doe"]),
        ("By Jane Doe The Example Gazette", ["Jane Doe"]),
        ("By ELENI MARKOU", ["ELENI MARKOU"]),
        ("2 hours ago By Jane Doe", ["Jane Doe"]),
        ("Written by Jane Doe, Senior Contributing Writer Dec. 13, 2023 at 7:17 a.m. PT", ["Jane Doe"]),
        ("Story by Jane Doe, CNN", ["Jane Doe"]),
        ("Jane Doe for Example Media", ["Jane Doe"]),
        ("Jane Doe in Kyiv", ["Jane Doe"]),
        ("Jane Doe, political correspondent", ["Jane Doe"]),
        ("By Ludwig van der Berg and Ana de la Torre", ["Ludwig van der Berg", "Ana de la Torre"]),
        ("By Anne-Marie O'Neill and Conor MacGregor", ["Anne-Marie O'Neill", "Conor MacGregor"]),
        ("* By Jane Doe | jdoe@example.org", ["Jane Doe"]),
    ],
)
def test_lines_that_name_the_authors(line, names):
    assert list(authors(line).names) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the time he left",
        "Jane Doe/Example Pool",
        "By Staff Reporters",
        "By Associated Press",
        "By Donald Roe's account, the deal was done.",
        "New York Times",
        "Jane Doe said on Monday that the pier would close for good.",
        "From the archive",
        "Zelensky Ukraine",
        "• Jane Doe 12.0% (+2%)",
        "Share",
        "",
    ],
)
def test_lines_that_name_none(line):
    assert authors(line) is None


def test_a_name_that_no_list_has_counts_where_the_record_calls_it_an_author():
    assert authors("Xanthippe Quill") is None
    assert authors("Xanthippe Quill", lambda name: name == "Xanthippe Quill").names == ("Xanthippe Quill",)


def test_the_span_is_the_names_as_written():
    line = "By Jane Doe and John Roe, Example News"
    found = authors(line)
    assert line[found.start : found.end] == "Jane Doe and John Roe"
