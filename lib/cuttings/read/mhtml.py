"""MHTML: a web page that a browser saved as one file, with its pictures."""

import email
import re
from collections.abc import Iterator
from email.message import Message

from . import html
from .record import Record, Reject

START = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?Content-Type:\s*multipart/related", re.I)
PAGES = ("text/html", "application/xhtml+xml")


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file begins with the header of a saved page."""
    return START.match(data[:8192]) is not None


def records(_name: str, data: bytes) -> Iterator[Record | Reject]:
    """The one page of the file, or why there is none; frames and pictures are left out."""
    try:
        message = email.message_from_bytes(data)
        page = next((part for part in message.walk() if part.get_content_type() in PAGES), None)
    except RecursionError:
        yield Reject("1", "a saved web page of too many parts in parts")
        return
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        yield Reject("1", "a saved web page without HTML in it")
        return
    declared = page.get_param("charset")
    text = html.decode(content, declared if isinstance(declared, str) else None)
    yield html.record("1", data, text, address(message, page))


def address(message: Message, page: Message) -> str | None:
    """Where the page was, which browsers write above it or above its part."""
    for found in (message["Snapshot-Content-Location"], page["Content-Location"]):
        if re.match(r"https?://\S+$", str(found or "").strip()):
            return str(found).strip()
    return None
