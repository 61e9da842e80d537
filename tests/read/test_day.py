"""Days: as exports, tables and pages write them."""

import pytest

from cuttings.read.day import day, leading_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January 11, 2010 Monday", "2010-01-11"),
        ("Monday, Jan. 11th 2010", "2010-01-11"),
        ("27. Februar 2012 Montag 9:50 PM GMT+1", "2012-02-27"),
        ("Samstag, 3. März 2012", "2012-03-03"),
        ("1er mars 2018", "2018-03-01"),
        ("lundi 3 août 2015", "2015-08-03"),
        ("Tue, 10 Jun 2003 04:00:00 GMT", "2003-06-10"),
        ("2018-10-21T16:25:32-05:00", "2018-10-21"),
        ("3 de mayo de 2018", "2018-05-03"),
        ("3 May 2018, updated 4 May 2018", "2018-05-03"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10"),
        ("1970-01-01T00:00:00Z", ""),
        ("2018-13-05", ""),
        ("31 April 2018", ""),
        ("3/4/2018", ""),
        ("March 2018", ""),
        ("in March 3, 2018", ""),
        ("10 Jun 03", ""),
        ("", ""),
    ],
)
def test_days_in_words(text, expected):
    assert day(text) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-11-05T23:30:00-05:00", "2024-11-05"),
        ("2024/11/05", "2024-11-05"),
        ("20241105", "2024-11-05"),
        (20241105, "2024-11-05"),
        ("20241105T101500Z", "2024-11-05"),
        ("20241105101500", "2024-11-05"),
        ("Tue, 05 Nov 2024 10:00:00 EST", "2024-11-05"),
        ("November 5, 2024", "2024-11-05"),
        ("13/04/2024", "2024-04-13"),
        ("04.04.2024", "2024-04-04"),
        ("12.05.2024", "2024-05-12"),
        ("14.05.2024", "2024-05-14"),
        ("1.2.2024 10:15", "2024-02-01"),
        ("12.05.2024, 10:15 Uhr", "2024-05-12"),
        ("Montag, 12.05.2024", "2024-05-12"),
        ("05.14.2024", "2024-05-14"),
        ("12.05.24", ""),
        (1730800000, "2024-11-05"),
        ("1730800000.0", "2024-11-05"),
        (1730800000000, "2024-11-05"),
        ("03/04/2024", ""),
        ("03/04/24", ""),
        ("Nov 2024", ""),
        ("2024", ""),
        ("2024-02-31", ""),
        ("Monday", ""),
        ("2 hours ago", ""),
        ("2024110510", ""),
        (float("nan"), ""),
        (float("inf"), ""),
        (True, ""),
        ("None", ""),
        ("9" * 400, ""),
        ({"a": 1}, ""),
    ],
)
def test_days(written, expected):
    assert day(written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday, January 11, 2010 9:50 PM", ("2010-01-11", " 9:50 PM")),
        ("11. Januar 2010", ("2010-01-11", "")),
        ("31 April 2018", None),
        ("13/04/2024", None),
        ("1.664 Wörter", None),
    ],
)
def test_a_day_at_the_start_of_a_line_and_what_follows_it(text, expected):
    assert leading_day(text) == expected
