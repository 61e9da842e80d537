"""The wordings of time expressions: one pattern a form, all of them tried in one pass over the text."""

import re
from collections.abc import Iterator, Sequence

from ... import lookups
from ..literal import matches_near, needing, places
from .word import listed, months, numbers, said, words

MONTH = months()
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NOT_COUNTED = rf"(?![\d%]|[,.]\d|[-/]\d| (?:{words('counted')}))"
CLOCK = (
    r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?: ?(?:GMT|UTC|CET|BST))?"
)
AT = rf"(?:(?:{CLOCK})(?: [A-Z]{{2,4}}\b)?,? (?:on )?)?"
TIMED = rf"(?:,? at (?:{CLOCK}))?"
NAMED_DAY = rf"{AT}(?:{WEEKDAY}(?: morning| afternoon| evening| night)?,? (?:the )?)?"
PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate|[Tt]he (?:start|beginning|middle|end) of)[- ]"
NUMBER = rf"(?:\d{{1,3}}|{numbers()})"
ABOUT = rf"(?:(?:{said('bounded')}|{said('rounded')}) )?"
UNIT = r"(?:day|week|month|year)s?"
TO = r"(?: ?- ?| to | through | until | till )"
WHICH = r"(?:[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Tt]he (?:following|next|previous)|[Tt]hat)"
OF_YEAR = r"(?: (?:of )?(?:last|this|next|that|the same) year\b)?"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
ORDINAL = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)"
IN = "|".join(rf"(?<=\b{word} )" for word in listed("before"))
RECURRING = "".join(rf"(?<!\b{word} )" for word in listed("no_weekday"))
PAPER = rf"(?! (?:{words('paper')})\b)"
FEASTS = lookups.alternatives("feasts")

# In this order: a longer reading of the same words is tried before a shorter one.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("range", rf"{MONTH} {DAY}{TO}(?:{MONTH} )?{DAY}(?:,? {YEAR})?\b{NOT_COUNTED}"),
    ("range", rf"(?<=\b[Bb]etween ){MONTH} {DAY} and (?:{MONTH} )?{DAY}(?:,? {YEAR})?\b{NOT_COUNTED}"),
    ("range", rf"{DAY}(?: {MONTH})?{TO}{DAY} {MONTH}(?:,? {YEAR})?(?![\w'])"),
    ("range", rf"(?<=\b[Bb]etween ){DAY}(?: {MONTH})? and {DAY} {MONTH}(?:,? {YEAR})?(?![\w'])"),
    ("range", rf"{MONTH}(?: {YEAR})?{TO}{MONTH},? {YEAR}\b"),
    ("range", rf"(?<=\b[Bb]etween ){MONTH}(?: {YEAR})? and {MONTH}(?:,? {YEAR})?(?![\w'])"),
    ("range", rf"(?<=\b[Ff]rom ){MONTH}(?: to | through | until ){MONTH}(?![\w']| \d)"),
    ("range", rf"(?<![\d/-]){YEAR}(?:[-/]{YEAR}|-\d\d)(?![\d/-])"),
    ("range", rf"(?<=\b[Ff]rom ){YEAR}(?: to | through | until |-){YEAR}\b"),
    ("range", rf"(?<=\b[Bb]etween ){YEAR} and {YEAR}\b"),
    ("day", rf"(?<![\d/-]){YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]+Z?|(?![\d-]))"),
    ("numeric", rf"(?<![\d/.-])\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR}(?![\d/-]|\.\d)"),
    ("day", rf"{NAMED_DAY}{MONTH} {DAY},? {YEAR}{TIMED}(?![\d%])"),
    ("day", rf"{NAMED_DAY}{DAY}(?: of)? {MONTH},? {YEAR}{TIMED}(?![\d%])"),
    ("day", rf"{NAMED_DAY}{MONTH} {DAY}\b{TIMED}{NOT_COUNTED}{OF_YEAR}"),
    ("day", rf"{NAMED_DAY}{DAY}(?: of)? {MONTH}{TIMED}(?![\w']){OF_YEAR}"),
    ("feast", rf"{FEASTS}(?:,? {YEAR}|{OF_YEAR})(?!\w)"),
    ("quarter", rf"(?:{PART})?(?:{ORDINAL}[- ](?:quarter|half)|[QH][1-4]) (?:of )?(?:fiscal (?:year )?)?{YEAR}\b"),
    ("quarter", rf"(?<=\bthe ){ORDINAL} (?:quarter|half of the year)\b"),
    ("season", rf"(?:{PART})?(?<!the fall of ){SEASON}(?: of)? {YEAR}\b"),
    ("season", rf"(?=[EeLlTtNn])(?:[Ee]arlier |[Ll]ater )?{WHICH} {SEASON}\b(?!-| of| [a-z]+s\b)"),
    (
        "season",
        rf"(?:(?<=\bover the )|(?<=\b[Ii]n the )|(?<=\bduring the )|(?<=\bsince the )){SEASON}\b{OF_YEAR}(?!-| of)",
    ),
    ("decade", r"(?:[Ee]arly |[Mm]id-|[Ll]ate )?(?:1[6-9]|20)[1-9]0s\b"),
    ("decade", r"(?:(?:[Ee]arly |[Mm]id-|[Ll]ate ))?'[5-9]0s\b"),
    ("month", rf"(?:{PART})?{MONTH},? (?:of )?{YEAR}\b(?!-\d)"),
    ("month", rf"{PART}{MONTH}(?![\w']){OF_YEAR}"),
    ("month", rf"(?:[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext) {MONTH}(?![\w'])"),
    ("month", rf"(?=[JFMASOND])(?:{IN}){MONTH}(?![\w'-])(?! [A-Z]){OF_YEAR}"),
    ("year", rf"(?:fiscal (?:year )?|FY ?){YEAR}\b"),
    ("year", rf"{PART}{YEAR}\b{NOT_COUNTED}"),
    ("year", rf"(?=[12])(?:{IN}|(?<='s ))(?<!fiscal ){YEAR}{NOT_COUNTED}"),
    (
        "weekday",
        rf"(?=[\dMTWFSLNlnt]){RECURRING}{AT}(?:{WHICH} )?{WEEKDAY}\b{PAPER}"
        rf"(?:,? (?:of )?(?:last|this|next) week)?(?: morning| afternoon| evening| night)?{TIMED}",
    ),
    ("relative", rf"{ABOUT}{NUMBER} {UNIT} (?:ago|earlier|later|before|after)\b"),
    (
        "relative",
        r"(?:yesterday|today|tomorrow|tonight|(?:(?<![\w,;] )|(?<=  ))(?:Yesterday|Today|Tomorrow|Tonight))\b(?!')"
        r"(?: morning| afternoon| evening| night)?",
    ),
    ("relative", r"(?:[Tt]his (?:morning|afternoon|evening)|[Ll]ast night|[Oo]vernight)\b"),
    ("relative", r"(?:[Ee]arlier|[Ll]ater) (?:this|in the|that|the same) (?:week|month|year)\b"),
    ("relative", rf"(?:[Tt]he )?(?:past|last|previous) (?:{NUMBER} )?(?:days|weeks|months|years)\b"),
    ("relative", r"[Tt]he (?:past|last) (?:week|month|year)\b(?!'| of)"),
    ("relative", r"(?:[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext) (?:week|month|year|weekend)\b(?!')"),
    ("relative", r"[Tt]he (?:following|next|previous|same) (?:day|week|month|year|morning|evening)\b"),
    ("relative", r"[Tt]hat (?:same )?(?:day|week|month|year|morning|evening)\b"),
    ("relative", r"[Tt]he day (?:before|after)\b(?! yesterday| tomorrow)"),
    ("relative", r"(?:(?<=\b[Oo]ver )|(?<=\b[Aa]t )|(?<=\b[Dd]uring ))the weekend\b"),
)
# Words that can begin an expression; where none stands, no pattern is tried.
FIRST = (
    rf"[\d']|{MONTH}|{WEEKDAY}|{FEASTS}|{SEASON}|{ABOUT}{NUMBER} {UNIT}|{ORDINAL}[- ]|[QH][1-4]|fiscal |FY"
    r"|[Yy]esterday|[Tt]o(?:day|morrow|night)|[Oo]vernight|[Tt]h(?:is|at) |[Ll]ast |[Nn]ext |previous |past "
    r"|[Ee]arl(?:y|ier)|[Mm]id[- ]|[Ll]ate"
    r"|[Tt]he (?:start|beginning|middle|end|following|next|previous|past|last|same|day|weekend)"
)
WORDINGS = re.compile(
    rf"(?<!\w)(?={FIRST})(?:"
    + "|".join(f"(?P<p{number}>{pattern})" for number, (_, pattern) in enumerate(PATTERNS))
    + ")"
)
# Every expression has some of these, and is no longer than so much before the first and behind the last of them: so
# nothing is searched elsewhere.
YEARS = re.compile(r"1[6-9]\d\d|20\d\d|'\d0s")
NAMED = needing((MONTH, FEASTS), small=False)
UNITS = (
    *("day", "week", "month", "year", "quarter", "spring", "summer", "autumn", "fall", "winter"),
    *("morning", "afternoon", "evening", "night", "omorrow"),
)
REACH = (40, 60)


def spots(folded: str) -> list[int]:
    """Where something stands that every time expression has, in order."""
    found = [match.start() for pattern in (YEARS, NAMED) for match in pattern.finditer(folded)]
    return sorted(found + places(folded, UNITS))


def wordings(folded: str, start: int, end: int, near: Sequence[int]) -> Iterator[re.Match]:
    """The time expressions between two offsets, given the `spots` of the text."""
    return matches_near(WORDINGS, folded, (start, end), near, REACH)


def kind_of(match: re.Match) -> str:
    """The kind of time expression that a match of WORDINGS is."""
    return PATTERNS[int(str(match.lastgroup)[1:])][0]
