"""What the offices of the people whom a text names say of the day on which it was published."""

from collections.abc import Iterator

from .expression import expressions
from .office import Tenure, Window
from .told import Evidence


def office_starts(cast: list[Tenure]) -> Iterator[Evidence]:
    """The day from which each person could first be called so."""
    for one in cast:
        yield Evidence(one.start, one.end, "from", one.windows[0][0], f"{one.status} from this day")


def later_spells(cast: list[Tenure], lower: Evidence | None) -> Iterator[Evidence]:
    """The day from which a person who came back holds the office again, where the lower bound lies behind the first
    spell, and the offices of two people agree or one is called `incoming` or `former`.
    """
    current = in_office(cast, lower)
    if lower and agree(current):
        for one, window in current:
            if window[0] > lower.day:
                yield Evidence(one.start, one.end, "from", window[0], f"{one.status} from this day")


def office_ends(text: str, cast: list[Tenure], lower: Evidence | None) -> Iterator[Evidence]:
    """The day on which each of the cast ceased to be what the text calls them.

    1. It counts where one is called `incoming` or `former`, or where the offices of two people agree.
    2. That somebody holds an office counts only in a text that reports by weekdays, for stories of the past name former
       offices without a sign; and no mention counts in a sentence that names a year.
    """
    current = in_office([one for one in cast if not one.dated], lower)
    if agree(current):
        reports = any(one.kind == "weekday" for one in expressions(text))
        for one, window in current:
            if window[1] and (reports or one.status != "holder"):
                yield Evidence(one.start, one.end, "to", window[1], f"{one.status} until this day")


def in_office(cast: list[Tenure], lower: Evidence | None) -> list[tuple[Tenure, Window]]:
    """The window of each tenure that is open at the lower bound or opens after it; without those that are history."""
    found = []
    for one in cast:
        window = next((each for each in one.windows if not lower or not each[1] or each[1] >= lower.day), None)
        if window:
            found.append((one, window))
    return found


def agree(current: list[tuple[Tenure, Window]]) -> bool:
    """Whether the offices are named of the present: by a mark that says so, or for two people."""
    marked = any(one.status in ("incoming", "former") and window[1] for one, window in current)
    return marked or len({one.surname for one, _ in current}) >= 2
