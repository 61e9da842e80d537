"""Numbers as written: percentages, fractions, ranges, pairs, points and multiples, before they are judged."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *(f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {"zero": 0} | {word: number for number, word in enumerate(SMALL, 1)}
WORDS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
FOLDS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "twice": 2.0, "thrice": 3.0}

WORD = rf"(?:zero|(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(SMALL[:9])}))?|{'|'.join(reversed(SMALL))})"
DIGITS = r"\d{1,3}(?:\.\d+)?"
BEFORE = r"(?<![\w.,$£€#:])(?<!\d/)"
VALUE = rf"(?:{DIGITS}|{WORD})"
PERCENT = r"(?: ?%| {0,2}(?:per ?cent|pct|pc)\b)(?!age)"
POINT = r"[- ]?(?:(?:percentage|per ?cent|%)[- ])?(?:points?\b|pts?\b|pp\b)"
COUNT = rf"(?:\d{{1,2}}|{WORD})"
PEOPLE_BETWEEN = r"(?: [A-Z]?[\w'-]+){0,3}?"
SIGN = r"(?:[+-]|(?<!or )(?<!and )(?<!or\W)\b(?:minus|plus|negative|positive) )"
RATED = (
    r"(?:(?:dis)?approval|favou?rab\w+|satisfaction|support|popularity|trust|confidence|likeab\w+|rating|score|positive"
    r"|negative|agreement|optimism|sentiment)"
)
FORMS = (
    (
        "net",
        rf"\bnet (?:[a-z]+ )?{RATED}s?(?: [a-z'-]+){{0,8}}? (?:{SIGN}\d{{1,2}}(?:\.\d)?(?:{PERCENT})?"
        rf"|\d{{1,2}}(?:\.\d)?(?! ?%| ?per ?cent| (?:years?|months?|weeks?|days?|adults|people|voters)\b))"
        rf"(?<! by \d)(?<! by \d\d)(?![\w.,:/-]*\d)(?:{POINT})?",
    ),
    ("points", r"(?<=\()[+-] ?\d{1,2}(?:\.\d)?(?: ?%)?(?=\)| (?:compared|since|on|from|points?)\b)"),
    ("points", r"(?<=\d%, )[+-]\d{1,2}(?:\.\d)?(?=\)| (?:compared|since|on|from)\b)"),
    ("points", rf"(?<=\bby ){VALUE}(?= to \d[\d.]*{PERCENT})"),
    (
        "points",
        rf"(?:{SIGN}? ?{DIGITS}|{SIGN}?{WORD}(?=[- ])|\b[Aa](?=[- ])|\b[Hh]alf a(?=[- ]))(?:{POINT})",
    ),
    ("signed", rf"{SIGN}{DIGITS}(?![\w.,:/-]*\d| ?%| ?p(?:er ?cent|ct|c)\b)(?=\W|$)"),
    (
        "row",
        rf"{DIGITS}(?:{PERCENT})?(?:, {DIGITS}(?:{PERCENT})?){{1,12}},? and {DIGITS}{PERCENT}"
        rf"|{DIGITS} and {DIGITS}{PERCENT}(?=,? (?:\w+ ){{0,4}}respectively)",
    ),
    (
        "points",
        rf"(?:(?<=\bup )|(?<=\bdown )){VALUE}(?![\w.,]*\d| ?%| ?p(?:er ?cent|ct|c)\b| (?:million"
        rf"|billion|years?|people)\b)(?=\W)",
    ),
    ("range", rf"(?:\b[Bb]etween |\b[Ff]rom ){VALUE}(?:{PERCENT})?(?: and | to ){VALUE}{PERCENT}"),
    (
        "pair",
        rf"{DIGITS}{PERCENT}(?: ?- ?|/| to (?:[A-Z]\w+'s? )?| (?:vs\.?|versus) ){DIGITS}(?:{PERCENT}"
        rf"|(?<=\d\d)(?![\w.%,]*\d))",
    ),
    ("pair", rf"(?:{DIGITS}(?: ?- ?|/| (?:vs\.?|versus) )|{VALUE} to ){VALUE}{PERCENT}"),
    ("percent", rf"{DIGITS}{PERCENT}(?! ?(?:percentage )?points?\b|-points?\b)|{WORD}{PERCENT}(?! points?\b)"),
    ("of", rf"{COUNT}(?:[- ]in[- ]|[- ]out[- ]of[- ](?:every[- ])?)(?:every )?{COUNT}(?![\w.,%]*\d)\b"),
    ("one", rf"[Oo]ne{PEOPLE_BETWEEN} in (?:every )?{WORD}\b"),
    (
        "part",
        rf"(?:\b[Aa]|{VALUE})[- ](?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b|\b[Hh]alf\b",
    ),
    (
        "multiple",
        rf"\b{COUNT}[- ]?fold\b|\b(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)\b"
        rf"|\b(?:twice|thrice|{COUNT} times)(?: (?:as (?!likely)|more (?!likely)|higher|the\b))",
    ),
    (
        "single",
        rf"(?<=\bwith )\d{{2}}(?= and (?-i:[A-Z])[\w. ]{{2,30}}? (?:with|at|on) \d{{1,2}}{PERCENT})",
    ),
    ("single", r"(?:(?<=\bon )|(?<=\bat ))\d{2}(?![\w%:]|[.,/-]\d| ?p(?:er ?cent|ct|c)\b| (?-i:[A-Z]))"),
    (
        "bare",
        r"\d{2}(?:-| to )\d{2}(?![\w%]|-year|[.,/-]\d| (?:years?|per|pct|January|February|March"
        r"|April|May|June|July|August|September|October|November|December)\b)",
    ),
)
NUMBERS = re.compile("|".join(f"(?P<p{place}>{BEFORE}(?:{pattern}))" for place, (_, pattern) in enumerate(FORMS)), re.I)
AMOUNT = re.compile(rf"{DIGITS}|\b{WORD}\b|\b(?:half|[Aa])\b", re.I)
LEADING = re.compile(VALUE)
APART = re.compile(r"\b(?:split|divided|evenly|tied|deadlocked)[^.;:]{0,20}$")
BOTH = re.compile(r" (?:[a-z]+ )?(?:approval|disapproval|favou?rability|rating|score|margin|lead)\b")
CLOSE = 2  # points between two percentages up to which `4.00%-4.25%` is a range
OF_NET = re.compile(rf"{SIGN}?\d{{1,2}}(?:\.\d)?(?:{POINT}|{PERCENT})?$", re.I)
EACH = re.compile(rf"{DIGITS}(?:{PERCENT})?", re.I)


LIKELY = re.compile(  # a quick look, for most sentences hold no number of a poll
    r"%|[Pp]er ?[Cc]ent|\d ?p(?:ct|c|p|ts?)\b|[Pp]oints?\b|\b[Ii]n[- ](?:every )?(?:\d|[Tt][ewh]"
    r"|[Ff][io]|[Ss]even|[Ss]ix|[Ee]i|[Nn]i)|[Oo]ut[- ]of|[Hh]alf|[Tt]hirds?\b|[Qq]uarter"
    r"|f(?:our|if)th|sixth|eighth|tenth|fold\b|(?:doubl|tripl|trebl|quadrupl|halv)"
    r"|twice|thrice|times |\d\d(?:-| to )\d\d"
    r"|\b(?:on|at) \d\d\b|\bnet |\b(?:up|down) (?:\d|[otfsen])"
)


class Number(NamedTuple):
    """One number: its span, its form, its value and, for a range, its upper end.

    form: percent, range, pair (one of two numbers held against each other), fraction, points, multiple, net (`net
    approval of -12`) or signed (a number with a sign alone).
    """

    start: int
    end: int
    form: str
    value: float
    high: float | None = None
    signed: int = 0


def numbers(folded: str, start: int, end: int) -> Iterator[Number]:
    """The numbers between two offsets, in order, none inside another; a pair is two."""
    if not LIKELY.search(folded, start, end):
        return
    for match in NUMBERS.finditer(folded, start, end):
        form = FORMS[int(str(match.lastgroup)[1:])][0]
        yield from READERS[form](match)


def amount(word: str) -> float:
    """The value of a number in digits or words; `a` is one."""
    word = word.lower()
    if word[0].isdigit():
        return float(word)
    if word in ("a", "half"):
        return 1.0 if word == "a" else 0.5
    return float(sum(WORDS[part] for part in re.split("[- ]", word)))


def percent(match: re.Match) -> Iterator[Number]:
    """`58%`, `fifty-eight percent`."""
    yield Number(*match.span(), "percent", amounts(match)[0])


def amounts(match: re.Match) -> list[float]:
    """All values that a wording holds."""
    return [amount(one) for one in AMOUNT.findall(match.group())]


def points(match: re.Match) -> Iterator[Number]:
    """`5 percentage points`, `a 12-point`, `+2 pp`."""
    yield Number(*match.span(), "points", amounts(match)[0], None, sign_of(match.group()))


def sign_of(words: str) -> int:
    """1 for `+2` and `plus 2`, -1 for `-2` and `minus 2`, 0 without a sign."""
    low = words.lower()
    return 1 if low.startswith(("+", "plus", "positive")) else -1 if low.startswith(("-", "minus", "negative")) else 0


def net(match: re.Match) -> Iterator[Number]:
    """`net approval of -12`: the number alone, with its sign."""
    found = OF_NET.search(match.group())
    if found:
        value = amount(str(AMOUNT.findall(found.group())[0]))
        yield Number(match.start() + found.start(), match.end(), "net", value, None, sign_of(found.group()))


def with_sign(match: re.Match) -> Iterator[Number]:
    """`minus 12`, `+3`, without a word for points."""
    yield Number(*match.span(), "signed", amounts(match)[0], None, sign_of(match.group()))


def row(match: re.Match) -> Iterator[Number]:
    """`10, 20 and 30 per cent`: each of them."""
    for one in EACH.finditer(match.group()):
        yield Number(
            match.start() + one.start(), match.start() + one.end(), "percent", amount(AMOUNT.findall(one.group())[0])
        )


def ranged(match: re.Match) -> Iterator[Number]:
    """`between 29% and 31%`; `from 57% to 48%` is a fall and two numbers."""
    low, high = amounts(match)[:2]
    if match.group()[0] in "bB" and low < high:
        yield Number(*match.span(), "range", low, high)
    else:
        yield from two(match, "percent")


def pair(match: re.Match) -> Iterator[Number]:
    """`82-87%` and `60 to 65 percent` are ranges; `46 to 40 percent`, `52% to 37%` and `62%-32%` are pairs."""
    found = list(AMOUNT.finditer(match.group()))
    low, high = amount(found[0].group()), amount(found[1].group())
    between = match.group()[found[0].end() : found[1].start()]
    rated = BOTH.match(match.string, match.end()) or APART.search(
        match.string, max(0, match.start() - 40), match.start()
    )
    if (
        low < high
        and not rated
        and (between.strip(" ") in ("-", "to") or (high - low < CLOSE and between.strip("% ") == "-"))
    ):
        yield Number(*match.span(), "range", low, high)
    else:
        yield from two(match, "pair")


def two(match: re.Match, form: str) -> Iterator[Number]:
    """Both numbers of a wording, each with its own span."""
    first, second = list(AMOUNT.finditer(match.group()))[:2]
    begin = match.start()
    percent_end = re.compile(PERCENT, re.I).match(match.group(), first.end())
    left = percent_end.end() if percent_end else first.end()
    yield Number(begin + first.start(), begin + left, form, amount(first.group()))
    yield Number(begin + second.start(), match.end(), form, amount(second.group()))


def of(match: re.Match) -> Iterator[Number]:
    """`three in five`, `6 out of every 10`; `24 in 2024` is none."""
    count, whole = amounts(match)[:2]
    if 0 < count < whole <= 100:
        yield Number(*match.span(), "fraction", round(100 * count / whole, 1))


def one(match: re.Match) -> Iterator[Number]:
    """`one Italian in two`."""
    whole = amounts(match)[-1]
    if whole > 1:
        yield Number(*match.span(), "fraction", round(100 / whole, 1))


def part(match: re.Match) -> Iterator[Number]:
    """`half`, `a third`, `two-thirds`."""
    words = re.split("[- ]", match.group().lower())
    whole = PARTS[words[-1].rstrip("s") if words[-1] != "half" else "half"]
    count = amount(" ".join(words[:-1])) if len(words) > 1 else 1.0
    if count < whole:
        yield Number(*match.span(), "fraction", round(100 * count / whole, 1))


def multiple(match: re.Match) -> Iterator[Number]:
    """`threefold`, `doubled`, `three times as many`."""
    words = match.group().lower()
    fixed = next((factor for stem, factor in FOLDS.items() if words.startswith(stem)), None)
    factor = fixed if fixed is not None else amount(str(LEADING.match(words)[0]))  # type: ignore[index]
    end = match.start() + len(re.sub(r" (?:as|more|higher|the) ?$", "", match.group(), flags=re.I))
    yield Number(match.start(), end, "multiple", factor)


def bare(match: re.Match) -> Iterator[Number]:
    """`48-46`, `51 to 49`, without a word for per cent."""
    yield from (one._replace(form="bare") for one in two(match, "bare"))


def single(match: re.Match) -> Iterator[Number]:
    """`on 30`, `at 24`, without a word for per cent."""
    yield Number(*match.span(), "single", float(match.group()))


READERS = {
    "net": net,
    "points": points,
    "signed": with_sign,
    "row": row,
    "range": ranged,
    "pair": pair,
    "percent": percent,
    "of": of,
    "one": one,
    "part": part,
    "multiple": multiple,
    "single": single,
    "bare": bare,
}
