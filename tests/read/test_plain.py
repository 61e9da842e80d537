"""Plain text: no character is lost in decoding, and what is no text is called by its name."""

import time

import pytest
from reading import items

from cuttings.read import plain
from cuttings.read.record import Record, Reject

PROSE = "The council met on Tuesday to vote on the new bridge over the river. " * 4
WIDE = "Il faut « reconstruire » le pont – dit Zoë. Рада проголосувала. 市議会は橋を承認した。"


def only(data, name="a.txt"):
    [item] = plain.records(name, data)
    return item


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_with_and_without_a_mark(encoding):
    marks = {"utf-32-le": b"\xff\xfe\x00\x00", "utf-32-be": b"\x00\x00\xfe\xff"}
    data = marks.get(encoding, b"") + (PROSE + WIDE).encode(encoding)
    assert plain.decode(data) == PROSE + WIDE


def test_utf_16_without_a_mark_whose_only_latin_characters_are_blanks():
    text = "Рада проголосувала за новий міст через річку. " * 5
    assert plain.decode(text.encode("utf-16-le")) == text
    assert plain.decode(text.encode("utf-16-be")) == text


def test_windows_1252_and_its_undefined_bytes():
    text = "“Größe”, sagte er – naïve. CAFÉ” €5"
    assert plain.decode((PROSE + text).encode("cp1252")) == PROSE + text
    assert plain.decode(PROSE.encode() + b"a\x81b\x9dc \xe9") == PROSE + "a\x81b\x9dc é"


def test_a_file_full_of_undefined_bytes_is_no_text():
    assert plain.decode(PROSE.encode() + b"\x81\x9d" * 30) is None


def test_windows_1252_pasted_into_utf_8_loses_no_character():
    data = (PROSE + "naïve “words” – ").encode() + b"caf\xe9 \x93quoted\x94" + " Zoë “end”".encode()
    assert plain.decode(data) == PROSE + "naïve “words” – café “quoted” Zoë “end”"


def test_one_stray_byte_among_many_curly_quotes():
    text = "“To vote,” she said, “is to decide.” " * 50
    assert plain.decode(text.encode() + b"caf\xe9") == text + "café"


@pytest.mark.parametrize("ends", ["\r", "\r\n", "\n"])
def test_line_ends_are_kept(ends):
    assert only((ends.join([PROSE] * 3)).encode()).text == ends.join([PROSE] * 3)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (PROSE.encode() + b"\x00" * 40, "a NUL byte in it"),
        (PROSE.encode() + b"\x00", "a NUL byte in it"),
        (b"\xff\xfea", "it begins as UTF-16, and has bytes that are none"),
        (b"\xef\xbb\xbf" + PROSE.encode() + b"\xff", "it begins as UTF-8, and has bytes that are none"),
        (bytes(range(256)) * 20, "a NUL byte in it"),
        (bytes(range(1, 32)) * 20, "more than one in a hundred of its bytes are control characters"),
        (b"\x01\x00\x02\x00\x05\x00" * 100, "more than one in a hundred of its bytes are control characters"),
        (PROSE.encode("utf-16-le") + b"\x01\xd8a\x00", "bytes that are no UTF-16"),
        (b"\xef\xbb\xbf" + PROSE.encode() + b"\x00", "a NUL byte in it"),
        (PROSE.encode() + b"\x81\x9d" * 30, "many bytes that neither UTF-8 nor Windows-1252 has"),
    ],
)
def test_bytes_that_are_no_text_say_why(data, why):
    assert only(data).reason == f"no text: {why}"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\nrest", "a PDF file"),
        (b"{\\rtf1\\ansi rest}", "an RTF document"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", "a Word document (.docx)"),
        (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "an Excel workbook (.xlsx)"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        (b"PK\x03\x04 rest", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00", "a JPEG picture"),
        (b"\x00\x00\x00\x18ftypmp42", "a recording in MPEG-4"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"SQLite format 3\x00", "a SQLite database"),
        (b"<?xml version='1.0'?><note/>", "HTML or XML of an unknown kind"),
    ],
)
def test_a_renamed_file_is_called_what_it_is(data, what):
    assert only(data).reason.startswith(what)


def test_letters_that_are_also_a_signature_begin_an_article():
    assert isinstance(only(b"RIFF raff: " + PROSE.encode()), Record)
    assert isinstance(only(b"[Updated] " + PROSE.encode()), Record)


def test_deeply_nested_json_is_a_reject_by_its_ending_and_else_text():
    [item] = items(b"[" * 200_000, "a.json")
    assert item == Reject("1", "line 1 or later: nested too deeply; nothing behind it is read")
    assert only(b"[" * 200_000).text == "[" * 200_000


def test_decoding_takes_time_in_proportion():
    data = (PROSE + "naïve “words” ").encode() * 30_000 + b"caf\xe9" * 1000
    begun = time.process_time()
    assert plain.decode(data).endswith("café")
    assert time.process_time() - begun < 2
