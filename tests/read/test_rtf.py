"""RTF documents: their text, and the exports in them."""

import pytest
from reading import read, records, rejects
from test_factiva import TAGGED
from test_lexis import ENGLISH

from cuttings.read import rtf


def text(source):
    return rtf.Reader().read(rb"{\rtf1\ansi\ansicpg1252 " + source + b"}")


def document(plain):
    """A text as RTF, a paragraph a line."""
    escaped = "".join(rf"\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in plain)
    return (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}" + escaped.replace("\n", "\\par\n") + "}").encode()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (rb"Caf\'e9 \u8220?wall\u8221? \{x\}\\", "Café “wall” {x}\\"),
        (rb"{\b bold} plain\par next\line line", "bold plain\nnext\nline"),
        (rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f0\'e9{\f1\'cf\'f0}\'e9", "éПрé"),
        (rb"\uc0\u-10179\u-8704\uc2\u233 xxy", "😀éy"),
        (rb"{\*\generator x}{\info{\title t}}{\pict\bin4 {{{{ab}z", "z"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", "link"),
        (rb"a\cell b\cell\row c\emdash d\~e", "a\tb\t\nc—d\xa0e"),
        (b"caf\xe9", "café"),
        (rb"x}y", "x"),
    ],
)
def test_text(source, expected):
    assert text(source) == expected


def test_a_document_is_one_plain_article():
    data = document("A wall falls\n\nThe wall – all of it – fell.")
    (record,) = read(data)
    assert (record.text, record.format) == ("A wall falls\n\nThe wall – all of it – fell.", "rtf")
    assert (record.raw, record.layout) == (data, ())


def test_a_factiva_export():
    found = records(read(document(TAGGED)))
    plain = records(read(TAGGED))
    assert [record.format for record in found] == ["factiva: rtf"] * 2
    assert [record.given for record in found] == [record.given for record in plain]
    assert [record.raw for record in found] == [record.raw for record in plain]


def test_a_factiva_export_as_a_table():
    rows = {"HD": "A ferry", "BY": "Jane Doe", "WC": "9 words", "PD": "3 May 2019", "SN": "Other Post"}
    rows |= {"LP": "One.\\par Two.", "IN": "i1 : Ferries", "AN": "Document exti000020190503du4i003v4"}
    table = "".join(rf"\trowd {{\b {tag}}}\cell {value}\cell\row " for tag, value in rows.items())
    (record,) = read((r"{\rtf1 " + table + "}").encode())
    assert record.given == {
        "headline": "A ferry",
        "byline": "Jane Doe",
        "outlet": "Other Post",
        "published": "2019-05-03",
    }


def test_a_lexis_export():
    assert [record.format for record in records(read(document(ENGLISH)))] == ["lexis: rtf"] * 2


def test_a_document_without_text_is_a_reject():
    assert rejects(read(rb"{\rtf1{\info{\title t}}\par}")) == [("1", "an RTF document without text")]


def test_a_document_that_is_cut_off():
    ((_, reason),) = rejects(read(document("The wall fell " * 20)[:-20]))
    assert reason == "an RTF document that is cut off: 1 of its groups do not end"
