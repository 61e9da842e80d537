"""HTML: a web page as it was saved, its article extracted by trafilatura. Nothing is ever fetched."""

import codecs
import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..extract.hint import plain as bare
from . import plain
from .record import Record, Reject, compose
from .webpage import fields

# A larger page is a hostile one: extraction takes the square of an element's children, and libxml2 ends at depth 256.
MOST_BYTES, MOST_ELEMENTS, MOST_CHILDREN, DEEPEST = 20_000_000, 30_000, 5_000, 250
BLOCK = (
    "html|head|body|title|meta|link|script|style|noscript|header|nav|main|article|section|aside|div|p|h[1-6]|ul|ol|table"
    "|figure|center"
)
START = re.compile(rf"\s*+(?:(?><!--.*?-->)\s*+|<\?xml[^>]*+>\s*+)*+<(?:!doctype\s+html|{BLOCK})[\s>/]", re.I | re.S)
TAG = re.compile(rf"<(?:{BLOCK})[\s>]", re.I)
ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
DECLARED = re.compile(rb"""<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
CHARACTERS = re.compile(r"(?!cp1252)cp\d|iso8859-(?!1$)|iso2022|koi8|gb18030|hz|big5|euc|mac-|tis-620|johab")
# Browsers read these labels as the larger encoding that contains them.
LARGER = {
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def recognises(name: str, data: bytes) -> bool:
    """Whether a file begins with the markup of a page; text in which tags merely occur is none, whatever its ending."""
    start = plain.beginning(data)
    return START.match(start) is not None or (name.lower().endswith(ENDINGS) and TAG.search(start) is not None)


def records(_name: str, data: bytes) -> Iterator[Record | Reject]:
    """The one record of a page, or why there is none."""
    yield record("1", data, decode(data))


def record(number: str, raw: bytes, page: str | None, url: str | None = None) -> Record | Reject:
    """One page as a record: its headline and its article, without menus, teasers and comments.

    `raw` is the page as it stands in the dump, `page` the same as text, and `url` an address known from outside of it.
    """
    if page is None:
        return Reject(number, "no HTML page: its bytes are no text")
    if len(page) > MOST_BYTES:
        return Reject(number, f"an HTML page of more than {MOST_BYTES:,} characters")
    trafilatura = quiet()
    tree = trafilatura.load_html(whole(page), max_size=2 * MOST_BYTES)
    if tree is None:
        return Reject(number, "no article in the HTML page")
    if what := excessive(tree):
        return Reject(number, f"an HTML page {what}")
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False)
    if found is None or not (found.text or "").strip():
        return Reject(number, "no article in the HTML page")
    given = fields(tree, found.text, url)
    body = without_title(found.text.strip(), given.get("headline", ""))
    text, layout = compose([("headline", given.get("headline", "")), ("body", body)])
    return Record(number, raw, text, f"html: trafilatura {trafilatura.__version__}", layout, given)


@cache
def quiet() -> Any:
    """Trafilatura, whose remarks on broken pages are no user's business: they are rejects here."""
    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura


def whole(page: str) -> str:
    """The page with a root, which a fragment lacks and the parser needs."""
    return page if re.search(r"<html[\s>]", page[:20_000], re.I) else f"<html>{page}</html>"


def excessive(tree: Any) -> str | None:
    """In what way a page is no page that anybody wrote, where it is one."""
    children = [len(element) for element in tree.iter()]
    if len(children) > MOST_ELEMENTS:
        return f"with more than {MOST_ELEMENTS:,} elements"
    if max(children) > MOST_CHILDREN:
        return f"with more than {MOST_CHILDREN:,} elements in one"
    return f"nested more than {DEEPEST} deep" if tree.xpath("/*" * DEEPEST) else None


def without_title(body: str, title: str) -> str:
    """The body without a first line that repeats the headline."""
    first, _, rest = body.partition("\n")
    return rest.lstrip() if title and rest.strip() and bare(first) == bare(title) else body


def decode(data: bytes, declared: str | None = None) -> str | None:
    """The text of a page; `declared` is the encoding that a server named.

    1. A byte order mark, the NULs of UTF-16, or valid UTF-8 settle it: a declaration is often wrong, these are not.
    2. Else the encoding that the server or the page declares, unless more than one character in a hundred fails in it.
    3. Else as plain text is decoded: UTF-8 with stray bytes, or Windows-1252.
    """
    encoding = known(declared) or known(in_page(data))
    settled = data.startswith(tuple(plain.BYTE_ORDER_MARKS)) or b"\x00" in data or is_utf8(data)
    if encoding is None or (settled and not encoding.startswith(("iso2022", "hz"))):
        return plain.decode(data)
    text = data.decode(encoding, "replace")
    return text if text.count("\ufffd") * 100 <= len(text) else plain.decode(data)


def in_page(data: bytes) -> str | None:
    """The encoding that the first bytes of a page declare."""
    match = DECLARED.search(data[: plain.BEGINNING])
    return match[1].decode("ascii", "replace") if match else None


def known(label: str | None) -> str | None:
    """Python's name for an encoding other than UTF-8 and Windows-1252, which need no declaration; or null."""
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return None
    return LARGER.get(name, name) if CHARACTERS.match(LARGER.get(name, name)) else None


def is_utf8(data: bytes) -> bool:
    """Whether bytes are valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
