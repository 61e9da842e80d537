"""DOCX files: the paragraphs of a Word document."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from . import lexis_docx
from .archive import Allowance
from .record import Item, Record, Reject
from .signature import zip_kind
from .xmlfile import elements

DOCUMENT = "word/document.xml"
LARGEST = 200 << 20  # bytes of the document once unpacked, within what its file may unpack to (`archive`)
PARAGRAPH = re.compile(r"document/body/(?:.*/)?p")
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SILENT = {"Fallback", "del", "moveFrom", "instrText", "footnote"}


def recognises(name: str, data: bytes) -> bool:
    """Whether a file is a Word document; a damaged ZIP archive is what it is called."""
    return zip_kind(name, data) == "docx"


def records(_name: str, data: bytes, allowance: Allowance | None = None) -> Iterator[Item]:
    """The articles of a document: those of a LexisNexis export, else all of it as one article of plain text.

    `allowance`: what it may unpack to, where it lies in an archive.
    """
    try:
        found = paragraphs(data, allowance or Allowance(len(data)))
    except ValueError as error:
        yield Reject("1", f"a Word document that cannot be read: {error}")
        return
    if lexis_docx.is_export(found):
        yield from lexis_docx.articles(found, data)
    elif not any(found):
        yield Reject("1", "a Word document without text")
    else:
        yield Record("1", data, "\n\n".join(filter(None, found)), "docx")


def paragraphs(data: bytes, allowance: Allowance) -> list[str]:
    """The text of each paragraph of a document, blank ones included, without blanks around it.

    Deleted text, field codes, and the second rendering of a drawing are left out. Raises ValueError, in a few words,
    for a file that is damaged, protected or blown up.
    """
    return ["".join(text_of(found.element)).strip() for found in elements(unpacked(data, allowance), PARAGRAPH)]


def unpacked(data: bytes, allowance: Allowance) -> bytes:
    """The XML of a document. The size that the archive states is not believed."""
    most = min(LARGEST, allowance.left)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(DOCUMENT) as member:
            xml = member.read(most + 1)
    except KeyError:
        raise ValueError(f"it holds no {DOCUMENT}") from None
    except RuntimeError:
        raise ValueError("it is protected by a password") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise ValueError(f"its archive is damaged ({error})") from None
    if len(xml) > most:
        raise ValueError(f"its text takes more than {most:,} bytes once unpacked")
    return allowance.taken(xml)


def text_of(element: Element) -> Iterator[str]:
    """The pieces of text below an element of a document."""
    for child in element:
        name = child.tag.rsplit("}", 1)[-1]
        if name == "t":
            yield child.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name not in SILENT:
            yield from text_of(child)
            yield "\n" if name == "p" else ""
