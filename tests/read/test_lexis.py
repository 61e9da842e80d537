"""LexisNexis text exports: English, German and French, whole and damaged."""

import time

import pytest
from reading import part, read, reader, records, rejects

from cuttings import read as package

BODY = """The harbour wall of Port Ellen gave way on Sunday night, and the council met at dawn to
count the damage.

"We heard it go," said Ann Roe, who keeps the inn. LENGTH matters little to a
wall, she said.

Nobody was hurt, the council said, and the ferry sails again on Tuesday."""

ENGLISH = f"""


Download Request: Selected Items: 1-4
Time Of Request: Friday, March 20, 2018

                               1 of 4 DOCUMENTS



                               The Example Times

                            January 11, 2010 Monday
                              Correction Appended
                                 Late Edition;
                                    Scotland

Harbour wall gives way after a night
of storms

BYLINE: By Jane Doe
 and John Roe

SECTION: NEWS; Pg. 3

LENGTH: 60 words

DATELINE: PORT ELLEN

{BODY}

CORRECTION: An earlier version said Saturday.

GRAPHIC: Photo: The wall at dawn

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

URL: http://example.org/wall


                       Copyright 2010 Example Group
                              All Rights Reserved

                               2 of 4 DOCUMENTS

                       Copyright 1995 The Other Company
                                   Other Post

 March 3, 1995, Friday, Home Edition

SECTION: Part A; Page 1

LENGTH: 60 words

HEADLINE: A WALL FALLS

BYLINE: JIM COE

BODY:
{BODY}

LANGUAGE: ENGLISH

                               3 of 4 DOCUMENTS

                               The Example Times

                            January 11, 2010 Monday

Map of the harbour

SECTION: NEWS; Pg. 4

GRAPHIC: Map

LOAD-DATE: January 12, 2010

                               4 of 4 DOCUMENTS

                               The Example Times

                            January 13, 2010 Wednesday

What the wall will cost

LENGTH: 355 words

The bill for the wall is open, the council said on Tues"""

GERMAN = """
                              Dokument 1 von 2

                               Beispielpost

                     27. Februar 2012 Montag 9:50 PM GMT+1

Die Mauer am Hafen

AUTOR: Jo Roe

RUBRIK: LOKALES; S. 4

LÄNGE: 20 Wörter

HIGHLIGHT: Der Sturm hat die Mauer umgeworfen.

In der Nacht zum Montag ist die Hafenmauer gefallen. Niemand wurde verletzt.

UPDATE: 28. Februar 2012

SPRACHE: GERMAN; DEUTSCH

                              Dokument 2 von 2

                               Beispielpost

                              1. März 2012

Die Kosten der Mauer

LÄNGE: 9 Wörter

Was die Mauer kostet, weiß noch niemand im Rat.

SPRACHE: GERMAN; DEUTSCH
"""

FRENCH = """
                              Document 1 de 1

                               Le Courrier d'Exemple

                             samedi 1er août 2015

La digue du port a cédé

AUTEUR: Jo Roe

LONGUEUR: 12 mots

La digue du port a cédé dans la nuit, a dit le maire.

LANGUE: FRENCH; FRANÇAIS
"""


def test_several_articles_of_a_file():
    found = read(ENGLISH)
    assert [item.record for item in found] == ["1", "2", "3", "4"]
    assert rejects(found) == [
        ("3", "no body, as a graphic has none"),
        ("4", "cut off: 12 of 355 words, and none of the fields that end an article"),
    ]
    first, second = records(found)
    assert first.format == "lexis: text"
    assert first.given == {
        "headline": "Harbour wall gives way after a night of storms",
        "outlet": "The Example Times",
        "byline": "Jane Doe and John Roe",
        "dateline": "PORT ELLEN",
        "published": "2010-01-11",
        "lang": "en",
        "url": "http://example.org/wall",
    }
    assert second.given == {
        "headline": "A WALL FALLS",
        "outlet": "Other Post",
        "byline": "JIM COE",
        "published": "1995-03-03",
        "lang": "en",
    }


def test_the_text_is_the_slice_of_the_file_with_its_roles():
    first, second = records(read(ENGLISH))
    for record in (first, second):
        assert record.text in ENGLISH
        assert record.raw == record.text.encode()
        assert part(record, "body") == BODY
    assert part(first, "headline") == "Harbour wall gives way after a night\nof storms"
    assert part(first, "dateline") == "PORT ELLEN"
    assert part(first, "caption") == "Photo: The wall at dawn"
    for line in ("Correction Appended", "LENGTH: 60 words", "CORRECTION: An earlier", "LOAD-DATE", "Copyright 2010"):
        assert line in part(first, "boilerplate")


def test_german():
    first, second = records(read(GERMAN))
    assert first.given == {
        "headline": "Die Mauer am Hafen",
        "deck": "Der Sturm hat die Mauer umgeworfen.",
        "outlet": "Beispielpost",
        "byline": "Jo Roe",
        "published": "2012-02-27",
        "lang": "de",
    }
    assert part(first, "deck") == "Der Sturm hat die Mauer umgeworfen."
    assert second.given["published"] == "2012-03-01"


def test_french():
    (record,) = records(read(FRENCH))
    assert record.given["published"] == "2015-08-01"
    assert (record.given["byline"], record.given["lang"]) == ("Jo Roe", "fr")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_line_ends(encoding):
    found = records(read(GERMAN.replace("\n", "\r\n").encode(encoding)))
    assert [record.given["headline"] for record in found] == ["Die Mauer am Hafen", "Die Kosten der Mauer"]


def test_an_article_is_the_same_in_another_download():
    other = ENGLISH.replace("1 of 4 DOCUMENTS", "17 of 250 DOCUMENTS")
    assert records(read(other))[0].raw == records(read(ENGLISH))[0].raw


def test_fields_may_be_missing():
    bare = f"1 of 1 DOCUMENT\n\nOther Post\n\nA wall falls\n\nLENGTH: 60 words\n\n{BODY}\n\nLANGUAGE: KLINGON\n"
    (record,) = records(read(bare))
    assert record.given == {"outlet": "Other Post", "headline": "A wall falls"}
    assert part(record, "body") == BODY


def test_an_article_without_any_label_of_the_header():
    bare = f"1 of 1 DOCUMENT\n\nOther Post\n\nMay 2, 2002\n\nA wall falls\n\n{BODY}\n\nLANGUAGE: ENGLISH\n"
    (record,) = records(read(bare))
    assert (record.given["headline"], record.given["published"]) == ("A wall falls", "2002-05-02")
    assert part(record, "body") == BODY


def test_a_headline_that_begins_with_a_day_is_no_day_of_publication():
    bare = f"1 of 1 DOCUMENT\n\nOther Post\n\nMay 2, 2002 was the day the wall fell\n\nLENGTH: 60 words\n\n{BODY}\n"
    (record,) = records(read(bare))
    assert record.given == {"outlet": "Other Post", "headline": "May 2, 2002 was the day the wall fell"}


def test_what_stands_around_the_author_is_no_body():
    noted = ENGLISH.replace("SECTION: NEWS; Pg. 3", "Jane Doe is a reporter.\n\nSECTION: NEWS; Pg. 3")
    first = records(read(noted))[0]
    assert part(first, "body") == BODY


def test_the_rest_of_an_article_before_the_first_one():
    found = read("the end of something.\n\nLANGUAGE: ENGLISH\n\n" + GERMAN)
    assert rejects(found) == [("0", "the end of an article whose beginning is missing")]
    assert len(records(found)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"He had read 1 of 5 documents, he said.\n\n{BODY}",
        f"1 of 5 DOCUMENTS\n\n{BODY}",
        f"Of the files, 1 of 5 DOCUMENTS\nwere read.\n\nLENGTH: 60 words\n\n{BODY}",
        f"LENGTH: 60 words\n\nLANGUAGE: ENGLISH\n\n{BODY}\n\n1 of 5 DOCUMENTS\n",
    ],
)
def test_an_article_that_quotes_the_export_is_plain_text(text):
    assert reader(text) == "text"


def test_the_time_grows_with_the_length():
    seconds = []
    for copies in (200, 800):
        started = time.perf_counter()
        assert len(records(read(ENGLISH * copies))) == 2 * copies
        seconds.append(time.perf_counter() - started)
    assert seconds[1] < 12 * seconds[0]


def test_articles_of_an_export_are_rows(tmp_path):
    unwrapped = ENGLISH.replace(BODY, BODY.replace("to\ncount", "to count"))
    (tmp_path / "export.txt").write_text(unwrapped, encoding="utf-8")
    articles, rejected = package.dump(tmp_path)
    assert sorted(articles["record"]) == ["1", "2"]
    assert sorted(rejected["record"]) == ["3", "4"]
