"""What is known where a number stands."""

import re
from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

ABOUT = (  # words between a verb and its number
    r"(?:about |only |just |some |nearly |almost |around |roughly |approximately |over |more than |less than |at least "
    r"|a mere |a )?"
)
BACK, AHEAD = 110, 160  # characters before and behind a number that are read


class Around(NamedTuple):
    """What is known where a number stands: its sentence, the numbers on either side, how near a poll is named.

    `near` is 0 in a sentence that names a poll or behind one that gives a figure, more the further off it is; `follows`
    that a figure stands before it in its sentence, `other` that something else does; `weak` that only `according to X`
    speaks for a poll, `study` that only a study or a report does.
    """

    start: int
    end: int
    named: bool
    follows: bool
    near: int
    weak: bool = False
    other: bool = False
    study: bool = False


def last_of(matches: Iterable[re.Match]) -> re.Match | None:
    """The last of several matches; null where there is none."""
    return next(iter(deque(matches, maxlen=1)), None)
