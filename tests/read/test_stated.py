"""What exports state in words: days, languages, names."""

import pytest

from cuttings.read.stated import byline, day, language, stated


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
        ("31 April 2018", None),
        ("3/4/2018", None),
        ("March 2018", None),
        ("in March 3, 2018", None),
        ("10 Jun 03", None),
        ("", None),
    ],
)
def test_days(text, expected):
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ENGLISH", "en"),
        ("GERMAN; DEUTSCH", "de"),
        ("Anglais", "en"),
        ("en-GB", "en"),
        ("zh-Hant", "zh"),
        ("ENGLISH; SPANISH", None),
        ("Klingon", None),
        ("", None),
    ],
)
def test_languages(text, expected):
    assert language(text) == expected


@pytest.mark.parametrize("text", ["By Jane Doe", "BY: Jane Doe", "Von Jane Doe", "Jane Doe", " par Jane Doe "])
def test_bylines(text):
    assert byline(text) == "Jane Doe"


def test_what_says_nothing_is_left_out():
    assert stated(headline=" A\n wall ", deck="", url=None) == {"headline": "A wall"}
