"""Phrases: numbers, lists, days and shares as they stand in a sentence."""

from datetime import date


def number(count: int, one: str, many: str = "") -> str:
    """`1 article`, `5 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(items: list[str], most: int = 6) -> str:
    """`A, B and C`; what exceeds `most` is counted."""
    shown = items if len(items) <= most else [*items[:most], f"{len(items) - most} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "none"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """A share as a whole per cent, never rounded to none or all."""
    return "under 1%" if 0 < share <= 0.005 else "over 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def day(one: date) -> str:
    """`4 March 2025`."""
    return f"{one.day} {one:%B %Y}"
