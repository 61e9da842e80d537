"""Factiva exports as text, with tags and without."""

import pytest
from reading import part, read, reader, records, rejects

TAGGED = """HD  Ferry hits the old pier
of Port Ellen
BY  By Jane Doe
WC  31 words
PD  12 March 2018
ET  09:15
SN  The Example Times
SC  EXTI
LA  English
CY  (c) 2018 Example Media

LP
A ferry hit the old pier on Monday.

TD
IN the afternoon the pier was closed.

Nobody was hurt.

CO  exco : Example Ferries
NS  gcat : Political/General News
PUB Example Media
AN
Document EXTI000020180312ee3c0001a

SE News
HD Die Fähre
WC 12 words
PD 9 Mai 1998
SN Beispielpost
LA Deutsch
LP AN diesem Tag fuhr keine.
TD IN der Nacht auch nicht.
RE gfr : Germany
AN Document EXTI000020180312ee3c0001b

HD Only a headline
WC 3 words
PD 9 Mai 1998
AN Document EXTI000020180312ee3c0001c
HD The rest is
WC 40 words
LP cut o"""

PLAIN = """Ferry hits the old pier

By Jane Doe

1,031 words

12 March 2018

09:15

The Example Times

EXTI

14

English

(c) 2018 Example Media

A ferry hit the old pier on Monday.

Nobody was hurt.

Document EXTI000020180312ee3c0001d

Die Fähre

12 Wörter

9 Mai 1998

Beispielpost

Deutsch

Keine Fähre fuhr.

Dokument EXTI000020180312ee3c0001e
"""


def test_tagged_articles():
    found = read(TAGGED)
    assert reader(TAGGED) == "factiva"
    assert rejects(found) == [
        ("EXTI000020180312ee3c0001c", "no body, as a graphic has none"),
        ("last", "cut off: the number that ends an article is missing"),
    ]
    first, second = records(found)
    assert (first.record, first.format) == ("EXTI000020180312ee3c0001a", "factiva: text")
    assert first.given == {
        "headline": "Ferry hits the old pier of Port Ellen",
        "byline": "Jane Doe",
        "outlet": "The Example Times",
        "published": "2018-03-12",
        "lang": "en",
    }
    assert second.given == {
        "headline": "Die Fähre",
        "outlet": "Beispielpost",
        "published": "1998-05-09",
        "lang": "de",
    }


def test_tags_are_told_from_words():
    first, second = records(read(TAGGED))
    assert part(first, "body").split("\n") == [
        "A ferry hit the old pier on Monday.",
        "IN the afternoon the pier was closed.",
        "",
        "Nobody was hurt.",
    ]
    assert part(second, "body") == "AN diesem Tag fuhr keine.\nIN der Nacht auch nicht."
    assert "RE gfr : Germany" in part(second, "boilerplate")


def test_the_text_is_the_slice_of_the_file():
    for record in records(read(TAGGED)) + records(read(PLAIN)):
        assert record.text in TAGGED + PLAIN
        assert record.raw == record.text.encode()


def test_articles_without_tags():
    first, second = records(read(PLAIN))
    assert first.given == {
        "headline": "Ferry hits the old pier",
        "byline": "Jane Doe",
        "outlet": "The Example Times",
        "published": "2018-03-12",
        "lang": "en",
    }
    assert part(first, "body") == "A ferry hit the old pier on Monday.\n\nNobody was hurt."
    assert second.given == {
        "headline": "Die Fähre",
        "outlet": "Beispielpost",
        "published": "1998-05-09",
        "lang": "de",
    }
    assert part(second, "body") == "Keine Fähre fuhr."


def test_with_too_many_lines_above_no_headline_is_guessed():
    (first, _) = records(read("Factiva\n\nSearch summary\n\n" + PLAIN))
    assert "headline" not in first.given
    assert first.given["outlet"] == "The Example Times"


def test_the_same_article_twice_keeps_two_ids():
    found = read(PLAIN + PLAIN)
    assert [item.record[-6:] for item in found] == ["c0001d", "c0001e", "1d (2)", "1e (2)"]


@pytest.mark.parametrize(
    "text",
    [
        "He asked for Document EXTI000020180312ee3c0001a, and HD video of it.",
        "HD Ferry hits pier\nand a text about it",
        "A text\n\nDocument EXTI000020180312ee3c0001a",
    ],
)
def test_an_article_that_quotes_an_export_is_plain_text(text):
    assert reader(text) == "text"
