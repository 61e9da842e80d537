"""Context: what stands around a unit in its article, as a coder may see it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import pandas as pd

from .. import lookups
from ..extract.paragraph import paragraphs
from ..text import visible

PART = "\n\n"  # between paragraphs
CUT = "…"
OUTLET = "[outlet]"
NEWLINE = re.compile(r"\r\n?")
BLANKS = re.compile(r"\s+")


def around(page: str, start: int, end: int, most: int) -> tuple[str, str]:
    """The article itself before and after a unit, at most `most` characters of each, paragraphs parted by blank lines.

    Bylines, captions, teasers and other furniture, which may say who published it, are left out.
    """
    own = paragraphs(page)
    first = bisect_left(own, start, key=lambda one: one.start)
    behind = bisect_left(own, end + 1, key=lambda one: one.end)
    before = gathered((page[one.start : min(one.end, start)] for one in reversed(own[:first])), most)
    after = gathered((page[max(one.start, end) : one.end] for one in own[behind:]), most)
    above = PART if first and own[first - 1].end <= start else ""
    below = PART if behind < len(own) and own[behind].start >= end else ""
    return ending(PART.join(reversed(before)) + above, most), beginning(below + PART.join(after), most)


def gathered(pieces: Iterable[str], most: int) -> list[str]:
    """Paragraphs, each on one line, until there are enough characters."""
    found, length = [], 0
    for piece in pieces:
        found.append(visible(BLANKS.sub(" ", piece)))
        length += len(piece)
        if length > most:
            break
    return found


def ending(text: str, most: int) -> str:
    """The last words of a text."""
    return text if len(text) <= most else f"{CUT} {text[-most:].partition(' ')[2] or text[-most:]}"


def beginning(text: str, most: int) -> str:
    """The first words of a text."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} {CUT}"


def words(page: str, start: int, end: int) -> str:
    """A unit as it may stand on a screen: on one line where it lies in one paragraph, else in its lines; no control
    acts.
    """
    own = paragraphs(page)
    at = bisect_right(own, start, key=lambda one: one.start) - 1
    alone = at >= 0 and end <= own[at].end
    return visible(BLANKS.sub(" ", page[start:end]) if alone else NEWLINE.sub("\n", page[start:end]))


def names(articles: pd.DataFrame) -> re.Pattern[str] | None:
    """Every name and address of the outlets of these articles; null where none is known.

    Those of all articles, not of the one alone: that another outlet is named would tell as much.
    """
    outlets = set(articles["outlet"].dropna()) if "outlet" in articles.columns else set()
    signs = outlets | {row["sign"] for row in lookups.rows("outlet_signs") if row["outlet"] in outlets}
    written = [written_as(sign) for sign in sorted(signs, key=lambda sign: (-len(sign), sign))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)") if written else None


def written_as(sign: str) -> str:
    """A name as texts have it: with or without its article, in any capitals; of one word, which may be a word like
    others, as it is or in capitals alone.
    """
    bare = sign.removeprefix("The ") if sign.count(" ") > 1 else sign
    one, shouted = (r"\s+".join(map(re.escape, name.split())) for name in (bare, bare.upper()))
    return f"(?i:{one})" if re.search(r"\W", bare) else f"{one}|{shouted}"


def blinded(text: str, outlets: re.Pattern[str] | None) -> str:
    """A text without the names of outlets."""
    return outlets.sub(OUTLET, text) if outlets else text
