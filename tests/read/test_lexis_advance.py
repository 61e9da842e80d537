"""Nexis Uni exports saved as text: articles up to `End of Document`, plain and as RTF."""

import time

import pytest
from reading import part, read, reader, records, rejects
from test_rtf import document

FIRST_BODY = """The harbour wall of Port Ellen gave way on Sunday night, and the council met at dawn.

"We heard it go," said Ann Roe, who keeps the inn above the quay."""
EXPORT = f"""Page 1 of 4

User Name: Jo Reader
Date and Time: Wednesday, May 1, 2019
Documents (2)
1. Harbour wall gives way after storms
2. What the wall will cost

Harbour wall gives way after storms
The Example Times
May 2, 2019 Thursday
Late Edition

Copyright 2019 Example Group All Rights Reserved

Section: NEWS; Pg. 3
Length:\xa029 words
Byline: By Jane Doe and John Roe
Dateline: PORT ELLEN

Body

{FIRST_BODY}

Graphic

The wall at dawn

Classification

Language: ENGLISH
Subject: WALLS (90%)

Load-Date: May 3, 2019

End of Document

Page 3 of 4

What the wall will cost
Other Post
3 May 2019 Friday
Copyright 2019 Other Post Ltd.
Length: 27 words

Body

The bill for the wall is open, the council said on Tuesday, and nobody will name a figure.
Page 4 of 4
What the wall will cost
It will be paid from the harbour dues.

Load-Date: May 4, 2019

End of Document
"""


def test_two_articles_behind_a_cover():
    found = read(EXPORT)
    first, second = records(found)
    assert len(found) == 2
    assert (first.format, first.record, second.record) == ("lexis: text", "1", "2")
    assert first.given == {
        "headline": "Harbour wall gives way after storms",
        "outlet": "The Example Times",
        "byline": "Jane Doe and John Roe",
        "dateline": "PORT ELLEN",
        "published": "2019-05-02",
        "lang": "en",
    }
    assert second.given == {
        "headline": "What the wall will cost",
        "outlet": "Other Post",
        "published": "2019-05-03",
    }


def test_the_text_is_the_slice_of_the_file_with_its_roles():
    first, second = records(read(EXPORT))
    for record in (first, second):
        assert record.text in EXPORT
        assert record.raw == record.text.encode()
        assert record.text.endswith("End of Document")
    assert part(first, "headline") == "Harbour wall gives way after storms"
    assert part(first, "byline") == "By Jane Doe and John Roe"
    assert part(first, "body") == FIRST_BODY
    assert part(first, "caption") == "The wall at dawn"
    for line in ("The Example Times", "Late Edition", "Copyright 2019", "NEWS; Pg. 3", "Load-Date", "End of Document"):
        assert line in part(first, "boilerplate")
    assert part(second, "body").splitlines() == [
        "The bill for the wall is open, the council said on Tuesday, and nobody will name a figure.",
        "It will be paid from the harbour dues.",
    ]


def test_an_article_is_the_same_in_another_download():
    _, second = records(read(EXPORT))
    alone = EXPORT[EXPORT.index("Page 3 of 4") :]
    assert [record.raw for record in records(read(alone))] == [second.raw]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_line_ends(encoding):
    found = records(read(EXPORT.replace("\n", "\r\n").encode(encoding), "a.txt"))
    assert [record.given["outlet"] for record in found] == ["The Example Times", "Other Post"]


def test_rtf():
    found = records(read(document(EXPORT)))
    assert [record.format for record in found] == ["lexis: rtf"] * 2
    assert [record.given for record in found] == [record.given for record in records(read(EXPORT))]


def test_a_graphic_and_an_article_that_is_cut_off():
    graphic = "A map\nOther Post\n3 May 2019\nLength: 2 words\nGraphic\nMap\nEnd of Document\n"
    cut = "A storm\nOther Post\n4 May 2019\nLength: 400 words\nBody\nThe storm came on Sun"
    assert rejects(read(EXPORT + graphic + cut)) == [
        ("3", "no body, as a graphic has none"),
        ("4", "cut off: 5 of 400 words, and none of the fields that end an article"),
    ]


@pytest.mark.parametrize("missing", ["Body", "End of Document", "Length:\xa029 words|Load-Date"])
def test_a_text_without_the_marks_of_an_export_is_plain(missing):
    text = EXPORT[: EXPORT.index("Page 3 of 4")]
    for one in missing.split("|"):
        text = text.replace(one, "and so on")
    assert reader(text, "a.txt") == "text"


def test_the_time_grows_with_the_length():
    begun = time.process_time()
    assert len(records(read(EXPORT * 500))) == 1000
    assert time.process_time() - begun < 5
