"""Text as a figure has room for it."""

from collections.abc import Iterable

from ..measure.group import UNKNOWN
from ..text import shorten

# The sign that stands for a control character, and one for it that the figures' font has.
SIGN, DRAWN = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}", "\N{REPLACEMENT CHARACTER}"


def short_names(names: Iterable[str], width: int) -> dict[str, str]:
    """A name of at most `width` characters for each name, no two alike.

    Of two names that would be cut to the same, the middle is left out and not the end; where that does not
    tell them apart either, they are numbered.
    """
    every = list(dict.fromkeys(names))
    plain = {name: legible(name, len(name)).replace(UNKNOWN, "unknown: ") for name in every}
    short = {name: shorten(plain[name], width) for name in every}
    middle = {name: without_middle(plain[name], width) for name in every}
    numbered = {
        name: f"{shorten(plain[name], width - 1 - len(str(number)))} {number}" for number, name in enumerate(every, 1)
    }
    told = {name: middle[name] if alike(short, name) else short[name] for name in every}
    return {name: numbered[name] if alike(told, name) else told[name] for name in every}


def alike(cut: dict[str, str], name: str) -> bool:
    """Whether another name was cut to the same."""
    return list(cut.values()).count(cut[name]) > 1


def without_middle(name: str, width: int) -> str:
    """The beginning and the end of a long name."""
    tail = width // 2
    return name if len(name) <= width else f"{name[: width - tail - 1]}…{name[-tail:]}"


def legible(text: str, width: int) -> str:
    """One line of at most `width` characters in which no control character acts."""
    return shorten(text, width).replace(SIGN, DRAWN)
