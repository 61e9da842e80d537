"""What has been found out of a text, kept for the next one who asks: every measure reads the same articles again."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import TypeVar

from .text import Page

T = TypeVar("T")


def remembered(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Keep the results of a function of a text for the `most` texts asked for last.

    A text is known by a digest of its characters and of what is known of it (`text.Page`), so that the texts themselves
    are not kept; `functools.lru_cache` would hold a copy of each.
    """

    def decorate(function: Callable[[str], T]) -> Callable[[str], T]:
        kept: OrderedDict[bytes, T] = OrderedDict()

        @wraps(function)
        def recall(text: str) -> T:
            key = digest(text)
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
            found = kept[key] = function(text)
            if len(kept) > most:
                kept.popitem(last=False)
            return found

        return recall

    return decorate


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text and for what is known of it."""
    known = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)
    if isinstance(text, Page):
        known.update(b"\0" + repr(text.known()[1:]).encode("utf-8", "surrogatepass"))
    return known.digest()
