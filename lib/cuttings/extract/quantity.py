"""Quantities: numbers with what they count or measure, as a fact that two outlets can share."""

import re
from collections.abc import Iterator
from functools import cache

import pandas as pd

from .. import lookups
from ..text import fold
from .each import Row, spans
from .paragraph import paragraphs
from .poll.number import SMALL, WORDS
from .time.expression import expressions

SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
CURRENCIES = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}
MONEY_WORDS = {"dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP"}
LONG = {"day": "days", "week": "weeks", "month": "months", "hour": "hours", "minute": "minutes", "mile": "miles"}
LONG |= {"kilometer": "km", "kilometre": "km", "km": "km", "meter": "m", "metre": "m", "year": "years"}
PEOPLE = r"people|men|women|children|troops|police|cattle|personnel|staff"

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORD = "|".join(SMALL[1:12])  # two to twelve
SCALE = r"(?P<scale>thousand|million|billion|trillion)"
SHORT = r"(?P<short>bn|mn|m|k)"
COUNTED = rf"(?:(?:[A-Z][\w'-]*|[a-z][a-z'-]+) ){{0,2}}?(?:{PEOPLE}|[a-z][a-z-]*[a-rt-z]s)\b"
DETERMINER = "the|all|its|their|his|her|our|a|an|this|that|these|those"
WHOLE = rf"(?:(?:{DETERMINER}) )*(?:[\w'-]+(?:ed|an|ic|al|ive|ly|ish|ese|ing) )?[\w'-]+"
QUANTITY = re.compile(
    r"(?<![\w.,:/#-])(?:"
    rf"(?P<currency>US\$|[$€£]) ?(?P<sum>{DIGITS})(?: ?{SHORT}\b|[- ]{SCALE.replace('scale', 'money_scale')})?"
    rf"|(?P<percent>{DIGITS}|{WORD})(?: ?%| ?per ?cent\b| ?pct\b)(?: of (?P<whole>{WHOLE}))?"
    rf"|(?P<long>{DIGITS}|{WORD})[- ](?P<measure>{'|'.join(LONG)})s?\b(?!-old)(?:[- ](?P<what>[a-z][a-z-]+))?"
    rf"|(?P<count>{DIGITS}|{WORD})(?:[- ]{SCALE})? (?P<of>{COUNTED})"
    r")(?![\w%])"
)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
LIKELY = re.compile(rf"\d|\b(?:{WORD})\b")
FRONT = re.compile(rf"^(?:(?:{DETERMINER}|other|more|new|additional|such|separate) )+")
NOTHING = frozenset(
    {"plus", "times", "points", "others", "long", "ones", "ways", "years", "instances", "sides", "cents", "bucks"}
)


def quantities(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per number in the article itself that says what it counts or measures.

    kind, with unit and `of`:
    1. money: a sum with its currency (`$61 billion`: 61e9 USD).
    2. percent: a share, and what it is a share of (`20% of the country`: of country).
    3. measure: a length of time or space (`a 30-day ceasefire`: 30 days, of ceasefire).
    4. count: a number of things, by the plural behind it (`800,000 troops`: of troops; `two Russian divisions`: of
       russian divisions).

    Value is the number written out. A word that says how exact it is (`nearly`, `some`) is not read.
    Not found: numbers of nothing (`at 24`), dates, times of day, scores, ages, ordinals, `dozens`, `a third`, roman
    ones, and languages other than English.
    """
    return spans(articles, "quantities", rows)


def rows(text: str) -> Iterator[Row]:
    """The quantities of one article."""
    folded = fold(text)
    taken: list[tuple[int, int]] | None = None
    for paragraph in paragraphs(text):
        if not LIKELY.search(folded, paragraph.start, paragraph.end):
            continue
        for match in QUANTITY.finditer(folded, paragraph.start, paragraph.end):
            taken = [(one.start, one.end) for one in expressions(text)] if taken is None else taken
            timed = any(start <= match.start() < end for start, end in taken)
            if (found := read(match)) and not (timed and found["kind"] in ("count", "measure")):
                yield {"start": match.start(), "end": match.end(), **found}


def read(match: re.Match[str]) -> Row | None:
    """What a number says; null where it is none after all."""
    if match["currency"]:
        scale = SCALES.get(match["short"] or match["money_scale"] or "", 1)
        return {"kind": "money", "value": number(match["sum"]) * scale, "unit": CURRENCIES[match["currency"]]}
    if match["percent"]:
        return {"kind": "percent", "value": number(match["percent"]), "unit": "percent", "of": named(match["whole"])}
    if match["long"]:
        unit = LONG[match["measure"]]
        return {"kind": "measure", "value": number(match["long"]), "unit": unit, "of": named(match["what"])}
    value, of = number(match["count"]) * SCALES.get(match["scale"] or "", 1), named(match["of"])
    if not of or (YEAR.fullmatch(match["count"]) and not match["scale"]):
        return None
    last = of.split()[-1]
    if last in MONEY_WORDS:
        return {"kind": "money", "value": value, "unit": MONEY_WORDS[last]}
    return {"kind": "count", "value": value, "of": of}


def number(word: str) -> float:
    """The value of digits or of a word."""
    return float(WORDS.get(word.lower()) or word.replace(",", ""))


def named(words: str | None) -> str | None:
    """What is counted, in small letters without an article; null for a word that names nothing."""
    bare = FRONT.sub("", (words or "").lower().strip())
    parts = bare.split()
    return bare if parts and not {parts[0], parts[-1]} & nothings() else None


@cache
def nothings() -> frozenset[str]:
    """Words that are no thing that is counted."""
    return NOTHING.union(lookups.column("stopwords", "word"))
