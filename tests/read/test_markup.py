"""HTML to paragraphs."""

import time

import pytest

from cuttings.read.markup import html_paragraphs


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One <b>two</b>\n three<p>Four", ["One two three", "Four"]),
        ("a<br>b<br/><br/>c", ["a\nb", "c"]),
        ("<ul><li>x<li>y</ul>z", ["x", "y", "z"]),
        ("<style>x</style><p>a<!-- no --> b</p>", ["a b"]),
        ("AT&amp;T\n\nfalls", ["AT&T", "falls"]),
        ("<?xml version='1.0' encoding='utf-16'?><p>ä</p>", ["ä"]),
        ("", []),
        ("<p></p>", []),
        ("<", ["<"]),
    ],
)
def test_paragraphs(source, expected):
    assert [text for _, text in html_paragraphs(source)] == expected


def test_roles():
    found = html_paragraphs("<h1>T</h1><h2>S</h2><p>a</p><figure><figcaption>C</figcaption></figure>b")
    assert found == [("headline", "T"), ("subheading", "S"), ("body", "a"), ("caption", "C"), ("body", "b")]


@pytest.mark.parametrize("piece", ["<div>", "<p>a ", "<", "<!--", "<a b=", "&", "<br>\n", "</p>", "<b><p>"])
def test_hostile_html_takes_no_long_time(piece):
    started = time.perf_counter()
    html_paragraphs(piece * 50_000)
    assert time.perf_counter() - started < 5
