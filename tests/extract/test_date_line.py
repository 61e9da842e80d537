"""Lines that say when an article was published."""

import pytest

from cuttings.extract.date_line import days, is_date_line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 3 May 2024", [("2024-05-03", "published")]),
        ("May 3, 2024 at 5:04 p.m. EDT", [("2024-05-03", "bare")]),
        ("3rd May 2024, 10:12", [("2024-05-03", "bare")]),
        ("Updated May 4, 2024", [("2024-05-04", "updated")]),
        ("PUBLISHED: May 3, 2024 | UPDATED: May 4, 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("By Jane DoePublished: May 3, 2024", [("2024-05-03", "published")]),
        ("2024-05-03T10:00:00Z", [("2024-05-03", "bare")]),
        ("13/05/2024", [("2024-05-13", "bare")]),
        ("05/13/24 11:35 AM", [("2024-05-13", "bare")]),
        ("03/05/24 11:35 AM ET", [("2024-03-05", "bare")]),
        ("03/05/2024", []),
        ("03.05.2024, 18:20 Uhr", [("2024-05-03", "bare")]),
        ("3. Mai 2024", [("2024-05-03", "bare")]),
        ("3 de mayo de 2024", [("2024-05-03", "bare")]),
        ("31 April 2024", []),
        ("2 hours ago", []),
        ("© 2024 Example", []),
    ],
)
def test_days(line, expected):
    assert [(one.day.isoformat(), one.kind) for one in days(line)] == expected


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("By Jane Doe, political correspondent, May 3, 2024", True),
        ("Fri 22 Dec 2023 15.30 CET Last modified on Fri 22 Dec 2023 20.26 CET", True),
        ("The mayor resigned on 3 May 2019 after the vote in the town hall.", False),
        ("Menu", False),
    ],
)
def test_what_is_a_date_line(line, is_one):
    assert is_date_line(line) is is_one
