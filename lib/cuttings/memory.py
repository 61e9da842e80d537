"""What has been found out of a text, kept for the next one who asks: every measure reads the same articles again."""

import gc
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import wraps
from hashlib import blake2b
from typing import Any, ParamSpec, TypeVar

from .text import Page

G = TypeVar("G")
P = ParamSpec("P")
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


def remembered_each(most: int) -> Callable[[Callable[[Sequence[str]], list[T]]], Callable[[Sequence[str]], list[T]]]:
    """The same for a function of many texts that gives a result for each: it is asked for those not known."""

    def decorate(function: Callable[[Sequence[str]], list[T]]) -> Callable[[Sequence[str]], list[T]]:
        kept: OrderedDict[bytes, T] = OrderedDict()

        @wraps(function)
        def recall(texts: Sequence[str]) -> list[T]:
            keys = list(map(digest, texts))
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
            if new:
                kept.update(zip(new, function(list(new.values())), strict=True))
            found = list(map(kept.__getitem__, keys))
            for key in keys:
                kept.move_to_end(key)
            while len(kept) > most:
                kept.popitem(last=False)
            return found

        return recall

    return decorate


latest: list[tuple[str, bytes]] = []  # the text that was asked for last, which often is asked for again


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text and for what is known of it."""
    if latest and latest[0][0] is text:
        return latest[0][1]
    known = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)
    if isinstance(text, Page):
        known.update(b"\0" + repr(text.known()[1:]).encode("utf-8", "surrogatepass"))
    latest[:] = [(text, known.digest())]
    return latest[0][1]


def uncollected(function: Callable[P, T]) -> Callable[P, T]:
    """Let Python's collector of cycles rest while a function runs that makes many small objects and no cycles: it would
    look through all of them again and again, for a tenth of the time and more.
    """

    @wraps(function)
    def undisturbed(*given: P.args, **named: P.kwargs) -> T:
        active = gc.isenabled()
        gc.disable()
        try:
            return function(*given, **named)
        finally:
            if active:
                gc.enable()

    return undisturbed
