"""A cheap look at an article before it is cut into sentences: whether it can report a poll at all."""

import re
from collections.abc import Iterable

from ...text import fold
from ..literal import places
from .known import known_in
from .noun import NO_POLL

SHARES = (
    *(
        "%",
        "pc ",
        "ercent",
        "er cent",
        "er\ncent",
        "er\u00a0cent",
        "-point",
        " point",
        "alf ",
        "third",
        "quarter",
        "fifth",
        "net ",
    ),
    *(
        " in ten",
        "-in-ten",
        " in 10",
        "-in-10",
        " out of ",
        " in five",
        " in four",
        " in three",
        " in two",
        " in eight",
        "in 5",
        "in 4",
    ),
)
WORDS = (
    "poll",
    "Poll",
    "POLL",
    "urvey",
    "espondent",
    "nterviewe",
    "arometer",
    "ociolog",
    "voting intention",
    "CATI",
    "questioned",
    "uestions to ",
    " told",
    "sked ",
    "nterviewed",
    "heard from",
    "spoke ",
)
PERHAPS = ("esearch", "tudy", "tudies", "ccording to", "igures from", "ata from")
PERCENT = re.compile(
    r"%|\bper ?cent(?!age)|(?<=\d)pc\b|(?<=[\w)])[- ]points?\b|(?:[- ]in[- ]|out of )(?:every )?(?:two"
    r"|three|four|five|six|eight|ten|10|\d\b)"
    r"|\b(?:[Hh]alf|thirds?|quarters?|fifths?) (?:of|the|[a-z]+s\b)"
    r"|\bnet (?:[a-z]+ )?(?:approv|favou?r|satisf|support|popular|trust|rating|score)"
)
SPOKEN = re.compile(
    r"\b[Pp]oll(?:s|ed|ing|sters?)?\b(?! (?:tax|worker|watcher|station|place))|\bPOLL"
    r"|[Ss]urvey(?!or)|[Rr]espondent|[Ii]nterviewe|[Bb]arometer|[Ss]ociolog|voting intention"
    r"|questioned|put (?:\w+ )?questions to"
    r"|heard from|(?:%|per ?cent)[\w ]{0,40} told|interviewed|asked (?:[a-z]+ ){0,3}\d|Asked by"
    r"|[Ww]e asked (?:about|[a-z]+s\b|people)"
    r"|spoke (?:to|with) \d|CATI"
)
OF_PEOPLE = re.compile(
    r"(?:%|per ?cent|\b(?:two|three|four|five|six|ten|half|thirds?|quarters?|fifths?)) of (?:the |all )?(?:\w+ ){0,2}?"
    r"(?:people|adults|voters|[a-z]+ers|women|men|parents|students|those|respondents|[A-Z]\w+(?:ns|es|sh|is|ts|cs))\b"
)
WITHIN, REACH = 400, 16


def may_report(text: str) -> bool:
    """Whether a figure that may be a poll's stands near a word for a poll, or near the name of a known pollster."""
    shares = places(text, SHARES)
    if not shares:
        return False
    folded = fold(text)
    exact = [at for at in shares if PERCENT.search(folded, max(0, at - REACH), at + REACH)]
    if not exact:
        return False
    told = places(text, WORDS)
    if is_close(exact, [at for at in told if speaks(folded, at)]):
        return True
    perhaps = places(text, PERHAPS)
    if is_close(exact, perhaps) and OF_PEOPLE.search(folded):
        return True
    return is_close(exact, [start for start, _, _ in known_in(folded)])


def speaks(folded: str, at: int) -> bool:
    """Whether a word at some place may be that of a poll: not in `went to the polls`."""
    start, end = max(0, at - REACH), at + REACH
    return SPOKEN.search(folded, start, end) is not None and NO_POLL.search(folded, start - REACH, end) is None


def is_close(these: Iterable[int], those: Iterable[int]) -> bool:
    """Whether two of two sorted rows of places lie near each other."""
    other = iter(those)
    place = next(other, None)
    for one in these:
        while place is not None and place < one - WITHIN:
            place = next(other, None)
        if place is None:
            return False
        if place <= one + WITHIN:
            return True
    return False
