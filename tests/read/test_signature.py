"""Signatures: what a file is by its bytes, and a damaged ZIP archive by its name."""

import io
import zipfile

import pytest

from cuttings.read.signature import signature, zip_kind


def packed(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"PKW cars", None),
        ("a.docx", packed("a.txt"), "zip"),
        ("a.zip", packed("[Content_Types].xml", "word/document.xml"), "docx"),
        ("a.zip", packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        ("a.zip", packed("[Content_Types].xml", "ppt/presentation.xml"), "other"),
        ("a.zip", packed("mimetype", "content.xml"), "other"),
        ("a.zip", packed(), "zip"),
        ("a.DOCX", packed("a", "b")[:-30], "docx"),
        ("a.xlsx", packed("a", "b")[:-30], "xlsx"),
        ("a.txt", packed("mimetype", "b")[:-30], "other"),
        ("a.txt", packed("a", "b")[:-30], "zip"),
        ("a.txt", b"PK\x03\x04", "zip"),
    ],
)
def test_documents_that_use_the_format_of_zip_and_archives(name, data, kind):
    assert zip_kind(name, data) == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "a PDF file"),
        (b"{\\rtf1", "an RTF document"),
        (b"RIFF and Tetouan are two towns.", None),
        (b"RIFF\x00\x01WAVE", "a RIFF file, such as .webp, .wav or .avi"),
        (packed("mimetype", "ppt/x"), "a PowerPoint presentation (.pptx)"),
        (b"A bridge.", None),
    ],
)
def test_what_a_file_is(data, what):
    assert signature(data) == what
