"""What has been found out of a text, kept for the next one who asks: every measure reads the same articles again."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Any, TypeVar

from .text import Page

G = TypeVar("G")
T = TypeVar("T")


def remembered(most: int, mark: Callable[[Any], bytes] | None = None) -> Callable[[Callable[[G], T]], Callable[[G], T]]:
    """Keep the results of a function of a text for the `most` texts asked for last; with a `mark` that stands for it,
    of anything else.

    A text is known by a digest of its characters and of what is known of it (`text.Page`), so that the texts themselves
    are not kept; `functools.lru_cache` would hold a copy of each.
    """
    mark_of: Callable[[Any], bytes] = mark or digest

    def decorate(function: Callable[[G], T]) -> Callable[[G], T]:
        kept: OrderedDict[bytes, T] = OrderedDict()

        @wraps(function)
        def recall(given: G) -> T:
            key = mark_of(given)
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
            found = kept[key] = function(given)
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
