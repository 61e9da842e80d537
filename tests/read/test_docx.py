"""Word documents: LexisNexis exports, plain articles, and archives that are damaged or blown up."""

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from reading import part, read, reader, records, rejects

from cuttings.read import docx
from cuttings.read.archive import Allowance

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
COVER = ["User Name: Jane Doe", "Date and Time: Wednesday, May 1, 2019", "Documents (2)", "1. A wall falls"]
COVER += ["Client/Matter: -None-", "Search Terms: harbour wall", "2. What it costs"]
PROSE = "The harbour wall of Port Ellen gave way on Sunday night, and the council met at dawn."
FIRST = [
    "A wall falls",
    "The Example Times",
    "May 2, 2002, Thursday,, FINAL EDITION",
    "",
    "Copyright 2002 Example Inc.",
]
FIRST += ["Section:\xa0NEWS; Pg. 3", "Length:\xa018 words", "Byline:\xa0By Jane Doe", "Dateline:\xa0PORT ELLEN", "Body"]
FIRST += [PROSE, "Nobody was hurt.", "Graphic", "The wall at dawn", "Load-Date: May 3, 2002", "End of Document"]
SECOND = ["What it costs", "Other Post", "Correction Appended", "3 May 2002", "Length: 10 words", "Body", PROSE]
SECOND += ["Classification", "Language: ENGLISH", "Subject: WALLS", "End of Document"]
MAP = ["A map", "Other Post", "3 May 2002", "Length: 2 words", "Graphic", "Map", "End of Document"]


def document(paragraphs, body=""):
    """The bytes of a Word document of these paragraphs, each in two runs."""
    for text in paragraphs:
        runs = "".join(f"<w:r><w:t>{escape(half)}</w:t></w:r>" for half in (text[:5], text[5:]))
        body += f"<w:p><w:pPr/>{runs}</w:p>"
    return packed(f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>')


def packed(xml, name="word/document.xml"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return buffer.getvalue()


def test_several_articles_behind_a_cover():
    found = read(document(COVER + FIRST + SECOND + MAP))
    assert rejects(found) == [("3", "no body, as a graphic has none")]
    first, second = records(found)
    assert first.given == {
        "headline": "A wall falls",
        "outlet": "The Example Times",
        "byline": "Jane Doe",
        "dateline": "PORT ELLEN",
        "published": "2002-05-02",
    }
    assert part(first, "body") == f"{PROSE}\n\nNobody was hurt."
    assert part(first, "caption") == "The wall at dawn"
    assert first.text == f"A wall falls\n\nJane Doe\n\nPORT ELLEN\n\n{PROSE}\n\nNobody was hurt.\n\nThe wall at dawn"
    assert second.given == {
        "headline": "What it costs",
        "outlet": "Other Post",
        "published": "2002-05-03",
        "lang": "en",
    }


def test_an_article_is_the_same_among_others():
    first = records(read(document(COVER + FIRST + SECOND)))[0]
    again = records(read(document(SECOND + FIRST)))[1]
    assert first.raw == again.raw


def test_one_article_has_the_bytes_of_the_file():
    data = document(FIRST)
    (record,) = read(data)
    assert (record.raw, record.record, record.format) == (data, "1", "lexis: docx")


def test_fields_may_be_missing():
    (record,) = read(document(["A wall falls", "Other Post", "Length: 17 words", "Body", PROSE, "End of Document"]))
    assert record.given == {"headline": "A wall falls", "outlet": "Other Post"}


def test_another_document_is_one_plain_article():
    data = document(["A wall falls", "By Jane Doe", "", PROSE])
    (record,) = read(data)
    assert (record.text, record.layout, record.format) == (f"A wall falls\n\nBy Jane Doe\n\n{PROSE}", (), "docx")
    assert record.raw == data


def test_text_in_tables_breaks_and_drawings():
    body = (
        "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box"
        "</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )
    assert docx.paragraphs(document([], body), Allowance(0)) == ["one\ttwo\nthree", "cell", "linkbox"]


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed(f'{BOMB}<w:document xmlns:w="{W}">&b;</w:document>'), "declares entities"),
        (packed("<w:document"), "no well-formed XML"),
        (packed("<document>" * 300), "nested more than 256 deep"),
        (document([""]), "a Word document without text"),
        (document([PROSE])[:-30], "archive is damaged"),
        (document([PROSE])[:80] + bytes(60) + document([PROSE])[140:], "archive is damaged"),
    ],
)
def test_a_bad_document_is_a_reject(data, reason):
    ((_, told),) = rejects(read(data, "a.docx"))
    assert reason in told


def test_a_document_that_blows_up_is_a_reject(monkeypatch):
    monkeypatch.setattr(docx, "LARGEST", 1 << 20)
    ((_, told),) = rejects(read(document([PROSE * 100_000])))
    assert told == "a Word document that cannot be read: its text takes more than 1,048,576 bytes once unpacked"


def test_another_archive_is_left_to_others():
    assert reader(packed("x", "xl/workbook.xml")) == "xlsx"
