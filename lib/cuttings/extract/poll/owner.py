"""Owners: to which of the polls that a sentence names a figure belongs."""

import re

from .entry import Figure, Report
from .mention import Naming

POSTPOSED = re.compile(
    r"^[^.;:]{0,70}?(?:\b(?:in|by|from|to|of|for|according to|per|told|shown|say[s]?"
    r"|said|finds?|found|suggests?|shows?)\b|[,(]| - |^ ?$)[^.;:]{0,45}$"
)
DIRECT = re.compile(r"(?: of \w+(?: \w+)?)? (?:in|by|from|according to) [^,;]{0,40}$")
TURN = re.compile(
    r"(?:;|\bwhile\b|\bwhereas\b|\bbut\b|\band (?:an?|another|in)\b|\bcompared with\b"
    r"|, (?:and )?(?:an?|another) (?:separate|different|other|second)\b)[^.;]{0,40}$"
)


def owner(
    folded: str,
    figure: Figure,
    figures: list[Figure],
    named: list[tuple[Naming, Report]],
    before: Report | None,
    behind: int,
) -> Report | None:
    """The poll of a figure (rule 4 of reports), given the figures and polls of its sentence, the poll of the sentence
    before and where the next figure stands; null where there is none yet.
    """
    earlier = [one for one in named if one[0].start <= figure.start]
    later = [one for one in named if one[0].start > figure.start and one[0].kind in ("named", "new")]
    if later and later[0][0].start <= behind:
        between = folded[figure.end : later[0][0].start]
        leads = POSTPOSED.match(between) and not TURN.search(between)
        nameless = all(one.kind == "new" and poll.pollster is None for one, poll in earlier)
        if (nameless and leads) or DIRECT.match(between):
            return later[0][1]
    if earlier:
        return earlier[-1][1]
    free = [one for one in later if not is_taken(folded, one[0], figure, figures)]
    if free:
        last = max(one.end for one in figures if one.end <= free[0][0].start)
        if not TURN.search(folded[last : free[0][0].start][-90:]):
            return free[0][1]
    return before or next((poll for _, poll in later or named), None)


def is_taken(folded: str, naming: Naming, figure: Figure, figures: list[Figure]) -> bool:
    """Whether another figure leads to a poll: `compared with 39% in a Gallup poll`."""
    nearest = max((one for one in figures if one.end <= naming.start), key=lambda one: one.end, default=figure)
    return nearest is not figure and DIRECT.match(folded[nearest.end : naming.start]) is not None
