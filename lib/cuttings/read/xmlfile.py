"""XML: the elements of a file, each with its bytes as they stand there; hostile files are refused."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from .plain import BYTE_ORDER_MARKS

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DEEPEST = 256
CHUNK = 1 << 20


class MalformedError(ValueError):
    """Why a file, from some byte on, is no XML that is read."""


class Found(NamedTuple):
    """An element: the path to it from the root, of names without namespace; itself; and its bytes in the file."""

    path: str
    element: Element
    raw: bytes


def elements(data: bytes, wanted: re.Pattern) -> Iterator[Found]:
    """The outermost elements whose path, such as `rss/channel/item`, matches, in order, as far as the file is whole.

    A document type that declares entities is refused, so that none can blow up or reach for another file. Raises
    MalformedError, behind the last whole element, where the file is not well formed, declares entities, or nests more
    than 256 elements.
    """
    data, encoding = utf8(data.lstrip())
    collector = Collector(data, wanted, encoding)
    for start in range(0, len(data), CHUNK):
        problem = collector.feed(data[start : start + CHUNK], start + CHUNK >= len(data))
        yield from collector.found
        collector.found.clear()
        if problem:
            raise MalformedError(problem)


def root(data: bytes) -> tuple[str, dict[str, str]]:
    """Name, as `{namespace}name`, and attributes of a file's outermost element; empty where it begins with none."""
    data, encoding = utf8(data[:CHUNK].lstrip())
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate(encoding, "}")
    parser.StartElementHandler = lambda name, attributes: found.append((clark(name), named(attributes)))
    for start in range(0, len(data), 4096):
        try:
            parser.Parse(data[start : start + 4096], False)
        except (expat.ExpatError, ValueError, LookupError):
            break
        if found:
            break
    return found[0] if found else ("", {})


def words(element: Element) -> str:
    """The words of an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def utf8(data: bytes) -> tuple[bytes, str | None]:
    """A file in UTF-16 or UTF-32 as UTF-8, so that a byte is a character of markup; any other file as it is."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark) and encoding != "utf-8":
            return data[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace"), "utf-8"
    return data, None


def clark(name: str) -> str:
    """A name as `{namespace}name`."""
    return "{" + name if "}" in name else name


def named(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes by their names as `{namespace}name`."""
    return {clark(key): value for key, value in attributes.items()}


class Collector:
    """Builds the trees of the wanted elements while a file is read."""

    def __init__(self, data: bytes, wanted: re.Pattern, encoding: str | None):
        self.found: list[Found] = []
        self.data, self.wanted = data, wanted
        self.path: list[str] = []
        self.builder: TreeBuilder | None = None
        self.outer, self.start = 0, 0
        self.parser = expat.ParserCreate(encoding, "}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.open
        self.parser.EndElementHandler = self.close
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = refuse
        self.parser.SkippedEntityHandler = lambda name, _: self.text(html.unescape(f"&{name};"))

    def feed(self, piece: bytes, last: bool) -> str | None:
        """Read the next piece of the file; what is wrong with it, if anything."""
        try:
            self.parser.Parse(piece, last)
        except expat.ExpatError as error:
            return f"no well-formed XML: {expat.ErrorString(error.code)}, line {error.lineno}"
        except (LookupError, ValueError) as error:  # an encoding that is unknown or not of single bytes
            return str(error) if isinstance(error, MalformedError) else "no XML: its encoding is unknown"
        return None

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element, and a tree where it is wanted."""
        self.path.append(name.rsplit("}", 1)[-1])
        if len(self.path) > DEEPEST:
            raise MalformedError(f"elements nested more than {DEEPEST} deep")
        if self.builder is None and self.wanted.fullmatch("/".join(self.path)):
            self.builder = TreeBuilder()
            self.outer, self.start = len(self.path), self.parser.CurrentByteIndex
        if self.builder is not None:
            self.builder.start(clark(name), named(attributes))

    def close(self, name: str) -> None:
        """End an element, and the tree where it is the wanted one."""
        if self.builder is not None:
            self.builder.end(clark(name))
            if len(self.path) == self.outer:
                found = Found("/".join(self.path), self.builder.close(), self.data[self.start : self.end()])
                self.found.append(found)
                self.builder = None
        self.path.pop()

    def end(self) -> int:
        """The byte behind the tag that ends an element; for an empty element, the parser stands behind it already."""
        position = self.parser.CurrentByteIndex
        return self.data.find(b">", position) + 1 if self.data.startswith(b"</", position) else position

    def text(self, piece: str) -> None:
        """Add text to the element that it stands in."""
        if self.builder is not None:
            self.builder.data(piece)


def refuse(*_declaration: object) -> None:
    """Stop at the declaration of an entity."""
    raise MalformedError("its document type declares entities, which are not read")
