"""The outlet by the page's own furniture: each kind of evidence, and what must not be taken for it."""

import re

import pytest

from cuttings import lookups
from cuttings.extract.outlet import chosen, outlet_of_name, outlet_of_url, outlets
from cuttings.extract.outlet.line import claims
from cuttings.extract.segment import Part

HEADLINE = "Old pier will close for repairs"
BODY = "The old pier will close for repairs in autumn, the council said, and The Guardian wrote of it first."


def page(*lines: tuple[str, str]) -> tuple[str, list[Part]]:
    """A page of lines, each with the role of its segment."""
    text, parts = "", []
    for role, words in lines:
        parts.append(Part(len(text), len(text) + len(words) + 1, role, 0.9, "given"))
        text += f"{words}\n"
    return text, parts


def found(*lines: tuple[str, str]) -> tuple[str | None, str | None]:
    """The outlet of such a page around an article, and the rule that found it; every span is checked."""
    above = [line for line in lines if line[0] in ("byline", "kicker", "above")]
    below = [line for line in lines if line not in above]
    above = [("boilerplate" if role == "above" else role, words) for role, words in above]
    text, parts = page(*above, ("headline", HEADLINE), ("body", BODY), *below)
    options = outlets(text, parts, HEADLINE)
    assert len({(one.start, one.basis) for one in options}) == len(options)
    for one in options:
        assert one.field == "outlet"
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
    return chosen(options)


@pytest.mark.parametrize(
    ("role", "line", "outlet", "basis"),
    [
        ("above", "https://www.theguardian.com/uk-news/2024/may/02/pier", "The Guardian", "the page's address"),
        ("above", "URL: https://edition.cnn.com/2024/05/02/pier/index.html", "CNN", "the page's address"),
        ("boilerplate", "https://www.npr.org/old-pier-close-repairs", "NPR", "the page's address"),
        ("boilerplate", f"{HEADLINE} | The Guardian", "The Guardian", "page title with its name"),
        ("duplicate", f"{HEADLINE} - BBC News", "BBC", "page title with its name"),
        ("boilerplate", f"{HEADLINE} | Reuters", "Reuters", "page title with its name"),
        ("boilerplate", "© 2024 The Irish Times. All rights reserved.", "The Irish Times", "copyright line"),
        ("boilerplate", "Copyright © Guardian News & Media Limited 2024", "The Guardian", "copyright line"),
        ("boilerplate", "© Copyright 2024 Snopes.com", "Snopes", "copyright line"),
        ("boilerplate", "Haaretz © 2024. All rights reserved.", "Haaretz", "copyright line"),
        ("teaser", "* Copyright 2021-2024 POLITICO LLC", "Politico", "copyright line"),
        ("credit", "Ann Roe contributed to this report for Sky News", "Sky News", "credit line"),
        ("credit", "Ann Roe contributed to this report for Pier Weekly", "Pier Weekly", "credit line"),
        ("boilerplate", "A weekly letter by RS contributors", "Responsible Statecraft", "phrase that only it uses"),
        ("boilerplate", "Subscribe to The Guardian", "The Guardian", "its name in the page's furniture"),
        ("boilerplate", "Get the Sky News app for free", "Sky News", "its name in the page's furniture"),
        ("boilerplate", "More coverage from EL PAÍS USA Edition", "El País", "its name in the page's furniture"),
        ("boilerplate", "* About Vanity Fair", "Vanity Fair", "its name in the page's furniture"),
        ("boilerplate", "* NPR Shop", "NPR", "its name in the page's furniture"),
        ("boilerplate", "TheHill.com", "The Hill", "its address in the page's furniture"),
        ("byline", "By Ann Roe, CNN", "CNN", "its name behind a byline"),
        ("byline", "Ann Roe for Fox News", "Fox News", "its name behind a byline"),
        (
            "boilerplate",
            "Ann Roe can be reached at ann@seattletimes.com.",
            "The Seattle Times",
            "an address of its staff",
        ),
        ("above", "The Boston Globe", "The Boston Globe", "its name alone at the head of the page"),
    ],
)
def test_one_piece_of_evidence(role, line, outlet, basis):
    assert found((role, line)) == (outlet, basis)


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("body", "Subscribe to The Guardian, said the mayor to CNN."),
        ("teaser", "Subscribe to The Guardian | CNN"),
        ("caption", "The pier. © 2024 The Guardian"),
        ("boilerplate", "The Guardian view on piers"),
        ("boilerplate", "https://www.nytimes.com/2019/01/02/sports/tennis.html"),
        ("boilerplate", "* nytimes.com"),
        ("boilerplate", "© Hearst Communications, Inc. 2024"),
        ("boilerplate", "© 2024 FOX News Network, LLC. All rights reserved."),
        ("boilerplate", "© 2024 The Associated Press. All rights reserved."),
        ("boilerplate", "© 2024 CBC Bank. All rights reserved."),
        ("boilerplate", "© 2024 CNN. Reprinted with permission."),
        ("boilerplate", "Copyright 2024"),
        ("boilerplate", "Subscribe to The Week Ahead"),
        ("boilerplate", "Subscribe to The Herald"),
        ("boilerplate", "SAVE TIME, SUBSCRIBE TO NATURE"),
        ("boilerplate", "Follow BBC America"),
        ("boilerplate", "Ann Roe | The Guardian"),
        ("byline", "By Ann Roe, Associated Press"),
        ("byline", "(Reuters) - Ann Roe"),
        ("credit", "Ann Roe contributed to this report for Reuters"),
        ("above", "Associated Press"),
    ],
)
def test_what_is_no_evidence(role, line):
    assert found((role, line))[0] != "The Guardian"
    assert found((role, line)) in [(None, None), ("BBC America", "its name in the page's furniture")]


def test_an_agency_counts_where_the_page_speaks_of_itself_too():
    lines = [
        ("boilerplate", "© 2024 The Associated Press. All rights reserved."),
        ("above", "Download the AP News app"),
    ]
    assert found(*lines)[0] == "Associated Press"


def test_the_last_copyright_line_is_the_page_s():
    first, last = ("boilerplate", "Copyright 2024 Press TV."), ("boilerplate", "© 2000 - 2024 Al Bawaba")
    assert found(first, last) == ("Al Bawaba", "copyright line")
    assert found(first, ("boilerplate", "© 2024 Condé Nast. All rights reserved.")) == (None, None)


def test_nothing_on_a_platform_is_its_own():
    lines = [("byline", "By Ann Roe, CNN"), ("boilerplate", "More from CNN"), ("boilerplate", "© 2024 Microsoft")]
    assert found(*lines) == (None, None)


def test_stronger_evidence_overrules():
    lines = [("byline", "By Ann Roe, CNN"), ("boilerplate", "© 2024 The Seattle Times. All rights reserved.")]
    assert found(*lines) == ("The Seattle Times", "copyright line")


def test_equal_evidence_for_two_is_none():
    lines = [("boilerplate", "Subscribe to The Guardian"), ("boilerplate", "Get the Sky News app")]
    assert found(*lines) == (None, "contradictory: Sky News, The Guardian")


@pytest.mark.parametrize(
    ("second", "outlet"),
    [
        ("Write to us: news@harbourpost.com", None),
        ("Write to us: news@thepierherald.com", "The Pier Herald"),
        ("www.pier-herald.co.uk", "The Pier Herald"),
        ("Subscribe to The Pier Herald", "The Pier Herald"),
        ("The Pier Herald reports every day", None),
    ],
)
def test_an_outlet_that_is_not_listed_needs_two_pieces(second, outlet):
    assert found(("boilerplate", "© 2024 The Pier Herald. All rights reserved."), ("boilerplate", second))[0] == outlet


def test_a_publisher_is_no_unlisted_outlet():
    assert found(("boilerplate", "© 2024 Vox Media, LLC"), ("boilerplate", "Advertise with Vox Media")) == (None, None)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("http://edition.cnn.com:80/a?b=c.com", "CNN"),
        ("news.sky.com", "Sky News"),
        ("HTTPS://TG24.SKY.IT/mondo", "Sky TG24"),
        ("timesofindia.indiatimes.com", "The Times of India"),
        ("https://web.archive.org/web/20240502/https://www.npr.org/x", "NPR"),
        ("notnpr.org", None),
        ("https://example.com/https://www.npr.org", None),
        ("[::1", None),
        ("", None),
    ],
)
def test_outlet_of_a_url(url, outlet):
    assert outlet_of_url(url) == outlet


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("guardian", "The Guardian"),
        ("EL PAÍS", "El País"),
        ("nytimes.com", "The New York Times"),
        ("AP", "Associated Press"),
        ("The Telegraph", "The Telegraph"),
        ("The Star", "The Star"),
        ("The Pier Herald", "The Pier Herald"),
        ("", ""),
    ],
)
def test_outlet_of_a_name(name, outlet):
    assert outlet_of_name(name) == outlet


def test_the_lookups_agree_with_each_other():
    listed = lookups.column("outlets", "outlet")
    signs = lookups.rows("outlet_signs")
    assert len(set(listed)) == len(listed)
    assert {row["outlet"] for row in signs} == set(listed)
    assert {row["kind"] for row in signs} == {"domain", "alias", "short", "imprint", "fingerprint"}
    domains = [row["sign"] for row in signs if row["kind"] == "domain"]
    assert len(set(domains)) == len(domains)
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in domains)
    for row in lookups.rows("outlets"):
        assert re.fullmatch(r"(?:[A-Z]{2})?", row["country"])
        assert re.fullmatch(r"(?:[a-z]{2})?", row["language"])
        assert row["kind"] in {"paper", "magazine", "broadcaster", "site", "agency", "think tank"}


def test_a_hostile_page_takes_no_time():
    page_of_signs = "© © © (c) copyright " * 90 + "www." * 90 + "a" * 300 + "@"
    text, parts = page(*[("boilerplate", page_of_signs[start : start + 390]) for start in range(0, 2000, 50)])
    assert outlets(text, parts, None) == []


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Foo" + " " * 1900 + "x",
        "© 2024 Foo" + ", " * 900 + "x",
        "©a " * 650 + "2024",
        "© 2024 " + "BBC " * 450,
        "© 2024 " + "a." * 900 + "1",
        "© 2024 " + "a" * 1900 + "@",
        "© 2024 " + "-" * 1900 + "x",
    ],
)
def test_long_copyright_lines_take_no_time(line):
    text, parts = page(*[("boilerplate", line)] * 100)
    assert {one.value for one in outlets(text, parts, None)} <= {"BBC"}


def test_very_many_copyright_lines_take_no_time():
    same = [("boilerplate", "© 2024 Foo News. All rights reserved.")] * 20_000
    text, parts = page(*same, ("boilerplate", "Visit foonews.com."))
    found = outlets(text, parts, None)
    assert len(found) == 20_000
    assert {one.value for one in found} == {"Foo News"}
    text, parts = page(*same)
    assert outlets(text, parts, None) == []


def test_a_page_that_claims_very_many_names_is_of_no_outlet():
    own = [("boilerplate", f"© 2024 Foo {number} News. All rights reserved.") for number in range(20_000)]
    text, parts = page(*own, ("boilerplate", "Subscribe to Foo 7 News"))
    assert outlets(text, parts, None) == []
    text, parts = page(*own[:20], ("boilerplate", "Subscribe to Foo 7 News"))
    assert {one.value for one in outlets(text, parts, None)} == {"Foo 7 News"}


def test_where_the_owner_in_a_copyright_line_ends():
    for line, owner in (
        ("© 2024   Foo News   All rights reserved", ["Foo News"]),
        ("© Foo News,  2024", ["Foo News"]),
        ("© 2024 Terms of use", []),
        ("Copyright 2024 Foo News | About Ltd", ["Foo News"]),
    ):
        assert [line[start:end] for start, end in claims(line)] == owner
