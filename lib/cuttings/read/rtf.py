"""RTF files (Rich Text Format 1.9): their text."""

import codecs
import re
from collections.abc import Iterator

from . import factiva, lexis
from .record import Item, Record, Reject
from .signature import RTF

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
CHARACTERS = {
    **{"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "nestrow": "\n", "column": "\n"},
    **{"tab": "\t", "cell": "\t", "nestcell": "\t", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•"},
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
}
SIGNS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}
# What is no text of the document: tables of fonts and styles, pictures, page headers, field codes, notes to it.
SILENT = re.compile(
    r"fonttbl|colortbl|stylesheet|info|pict|nonshppict|obj(?:class|data|name)|header[lrf]?|footer[lrf]?|fldinst|listtable"
    r"|listoverridetable|revtbl|rsidtbl|filetbl|xmlnstbl|generator|themedata|colorschememapping|datastore|latentstyles"
    r"|template|bkmkstart|bkmkend|annotation|atn\w+|xe|tc|ftnsepc?|aftnsepc?|private|userprops|mmathPr"
)
# The code page of each character set of a font: RTF Specification 1.9.1, "Font Table".
CHARSETS = {0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258}
CHARSETS |= {177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850}


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is an RTF document."""
    return data.startswith(RTF)


def records(_name: str, data: bytes) -> Iterator[Item]:
    """The articles of a document: those of an export of a database, else all of it as one article of plain text."""
    reader = Reader()
    text = reader.read(data)
    for form, export in (("factiva: rtf", factiva), ("lexis: rtf", lexis)):
        if export.is_export(text):
            yield from export.articles(text, form)
            return
    if reader.groups:
        yield Reject("1", f"an RTF document that is cut off: {len(reader.groups)} of its groups do not end")
    elif not text.strip():
        yield Reject("1", "an RTF document without text")
    else:
        yield Record("1", data, "\n\n".join(filter(None, map(str.strip, text.split("\n")))), "rtf")


class Reader:
    """Reads a document once, from its start to its end. A group inherits what is set around it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.pending = bytearray()  # bytes in the code page, not yet decoded
        self.groups: list[tuple[bool, int, str]] = []
        self.silent, self.width, self.encoding = False, 1, "cp1252"
        self.base, self.fonts, self.font = "cp1252", dict[int, str](), 0
        self.skip = 0  # characters that stand for a Unicode character before them

    def read(self, data: bytes) -> str:
        """The text of a document; `\\n` ends a paragraph or a row of a table, a tab a cell of it."""
        source, position = data.decode("latin-1"), 0
        while match := TOKEN.match(source, position):
            position = match.end()
            if match["brace"]:
                self.brace(match["brace"])
                if not self.groups:
                    break
            elif match["word"]:
                number = int(match["number"]) if match["number"] else None
                position += max(number or 0, 0) if match["word"] == "bin" else 0
                self.word(match["word"], number)
            elif match["sign"]:
                self.sign(match["sign"])
            elif match["byte"] or match["text"]:
                self.bytes(bytes.fromhex(match["byte"]) if match["byte"] else match["text"].encode("latin-1"))
        self.flush()
        return "".join(self.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def brace(self, brace: str) -> None:
        """Begin or end a group."""
        self.flush()
        self.skip = 0
        if brace == "{":
            self.groups.append((self.silent, self.width, self.encoding))
        else:
            self.silent, self.width, self.encoding = self.groups.pop() if self.groups else (False, 1, self.base)

    def word(self, word: str, number: int | None) -> None:
        """Do what a control word says."""
        if word == "u" and number is not None:
            self.put(chr(number % 0x10000))
            self.skip = self.width
            return
        self.skip = 0
        if SILENT.fullmatch(word):
            self.flush()
            self.silent = True
        elif word in CHARACTERS:
            self.put(CHARACTERS[word])
        elif word == "uc" and number is not None:
            self.width = number
        elif number is not None:
            self.encode(word, number)

    def encode(self, word: str, number: int) -> None:
        """Change the code page, or learn that of a font."""
        if word == "ansicpg":
            self.base = self.encoding = codec(number)
        elif word == "fcharset":
            self.fonts[self.font] = codec(CHARSETS.get(number, 0)) if number in CHARSETS and number else self.base
        elif word == "f":
            self.flush()
            self.font = number
            self.encoding = self.fonts.get(number, self.base)

    def sign(self, sign: str) -> None:
        """Do what a control symbol says."""
        self.skip = 0
        if sign == "*":
            self.flush()
            self.silent = True
        elif sign in SIGNS:
            self.put(SIGNS[sign])

    def bytes(self, piece: bytes) -> None:
        """Add text in the code page, but for what only stands in for a Unicode character."""
        skipped = min(self.skip, len(piece))
        self.skip -= skipped
        if not self.silent:
            self.pending += piece[skipped:]

    def put(self, text: str) -> None:
        """Add text."""
        self.flush()
        if not self.silent:
            self.pieces.append(text)

    def flush(self) -> None:
        """Decode what was read in the code page up to here."""
        if self.pending:
            self.pieces.append(self.pending.decode(self.encoding, "replace"))
            self.pending.clear()


def codec(page: int) -> str:
    """Python's name of a code page; Windows-1252 for one that it does not have."""
    name = {10000: "mac_roman", 1361: "johab", 65001: "utf-8"}.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
