"""Poll details: what an article tells of each poll beside its figures, with the words that tell it."""

import re
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from ... import lookups
from ...text import fold
from ..each import spans
from .answer import answers
from .entry import Report
from .gate import may_report
from .institute import HEADS, INSTITUTE
from .number import WORD, amount
from .people import ASKED, GROUP
from .place import Detail
from .report import own_sentences, reports
from .times import Times
from .when import fieldwork, released

COUNT = (
    r"(?<![$£€])(?P<value>\d{1,3}(?:,\d{3})+|\d{1,3}\.\d{3}(?!\d|%)|\d{3,6})"
    r"(?![\d%]|[.,]\d| ?(?:per ?cent|pct|points?|million|billion)\b)"
)
PEOPLE = rf"(?:{GROUP}|[\w-]+ers|[\w-]+s|adults|people|responses|replies|interviews|households)"
ABOUT = rf"(?:{lookups.alternatives('poll_words', kind='about size')} )*"
ASKS = lookups.alternatives("poll_words", kind="before size")
POINTS = rf"(?P<value>\d{{1,2}}(?:\.\d+)?|{WORD})(?! ?(?:%|per ?cent) (?:confidence|level|probab))(?! times)"
ERROR = lookups.alternatives("poll_words", kind="error")
MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
NO_HEAD = "".join(f"(?<!{head})" for head in HEADS)
PAYER = r"[A-Z][\w&'.-]*(?:(?: of| and| &)?(?: the)? [A-Z][\w&'.-]*){0,6}"
NAMES = rf"(?:the |an? |their |its )?(?:[a-z][\w-]* ){{0,4}}?{PAYER}"
DETAILS: dict[str, tuple[str, ...]] = {
    "sponsor": (
        rf"\b(?:commissioned|sponsored|paid for|funded|ordered) (?:and \w+ )?by (?P<value>{NAMES}"
        rf"|(?:the |a |an |their )(?:[a-z][\w'-]* ?){{1,4}})(?= |[.,;)]|$)",
        rf"\bon (?:the order|behalf) of (?P<value>{NAMES})",
        rf"\b(?P<value>{INSTITUTE})-(?:commissioned|sponsored|funded)",
        rf"\b(?:[Pp]olls?|surveys?|research|study|people|adults|voters|(?:poll|survey|research"
        rf"|study),? (?:by|from) (?:the )?(?:[a-z][\w-]* ){{0,3}}{INSTITUTE}{NO_HEAD}|(?:conducted|carried out|done|did"
        rf"|taken|run|made)(?: by (?:the )?{INSTITUTE})?|(?:conducted|carried out|done"
        rf"|taken|run|made) by {INSTITUTE}|{INSTITUTE} (?:poll|survey)|polling) for (?P<value>(?:the "
        rf"|an? )?(?:(?!survey|poll|first|same|in |on |at )[a-z][\w-]* ){{0,2}}?(?!{MONTHS}){PAYER}(?:'s? [a-z]+)?"
        rf"|(?:the|a|an) [a-z]+'s? [a-z]+)",
        r"\b(?:poll|survey)s? (?:of [^.;]{0,40} )?(?:that |which |(?=the |its |their ))(?P<value>(?:the "
        r"|their |its |an? )?[\w' ]{2,40}?) (?:has |had )?(?:"
        r"commissioned|paid for|ordered|sponsored)",
    ),
    "n_question": (
        rf"\b(?:questions? (?:was |were )?(?:asked|put)|asked (?:of|to)|put to|sub-?sample of"
        rf"|half-?sample of)[^.;\d]{{0,50}}?{COUNT}",
    ),
    "n_survey": (
        rf"\b{ASKS} {ABOUT}{COUNT}(?! (?:times|days|of the)) (?:(?!percent|per cent)[\w'./-]+ ){{0,4}}?{PEOPLE}\b",
        rf"\b{COUNT} (?:[\w'./-]+ ){{0,4}}?{PEOPLE},? (?:{ASKED}|aged?|were |was |who "
        rf"|took part|participated|responded|answered|from|in|across|throughout|nationwide"
        rf"|at)\b",
        rf"\b(?:sample(?: size)?|base|audience)(?: of|:| was| is) {ABOUT}{COUNT}\b",
        rf"\bn ?= ?{COUNT}",
        rf"\b(?:surveyed|polled|interviewed|questioned|contacted|received|heard|replies from|reached) {ABOUT}{COUNT}\b",
    ),
    "margin": (
        rf"\b{ERROR}\b(?!\) [sfpgh]\w+)[^;]{{0,190}}?(?:exceed(?:s|ed)?|is|was|of|at|±|minus|\+/-|-|than"
        rf"|to|about|±|approximately|by|:|had an? overall|has been|with|estimated at|about) ?(?:about "
        rf"|approximately |roughly |only |no more than |plus or minus |\+/- ?|± ?|around )*{POINTS}[- ]?(?:percentage "
        rf"|percent |per cent )?(?:points?|%|per ?cent|percent)",
        rf"(?:plus or minus|\+ ?/ ?-|±) ?{POINTS} ?(?:percentage |percent )?(?:points?|%|per ?cent)",
        rf"\b{POINTS}[- ](?:percentage[- ])?(?:points?|percent|per cent)? ?(?:{ERROR})",
        rf"\b{ERROR}\b(?!\) [sfpgh]\w+)[^;.\d]{{0,60}}?{POINTS}\b",
        rf"\baccurate (?:to )?within (?:plus or minus |\+/- ?)?{POINTS}\b",
    ),
    "margin_level": (
        r"\b(?P<value>9\d(?:\.\d)?)(?: ?%| per ?cent| percent)[- ](?:level of )?confidence",
        r"\bconfidence (?:level|interval) (?:of|is|was|at) (?P<value>9\d)",
        r"\bprobability of 0[.,](?P<value>9\d)",
        r"\b(?P<value>19) times out of 20|\b(?P<value2>19) (?:times|cases) (?:out of|in) (?:20|twenty)",
    ),
    "design_effect": (r"\bdesign[- ]effect\b[^.;\d]{0,30}(?P<value>\d(?:[.,]\d+)?)",),
    "mode": (
        r"\b(?P<value>CATI|CAWI|CAPI|computer-assisted (?:tele)?(?:phone|web|personal) interview\w*"
        r"|face[- ]to[- ]face(?: interviews?)?|in[- ]person(?: interviews?)?"
        r"|(?:by|over the|via) (?:live )?(?:tele)?phone(?: and online| or online)?|(?:tele)?phone (?:interviews?"
        r"|surveys?|polls?)|live interviewers|live (?:tele)?phone|landlines? and (?:cell"
        r"|mobile)\w*|automated (?:calls?|phone)|robocalls?|text messages?"
        r"|online (?:panel|survey|poll|interviews?|questionnaire)|(?:interviewed|polled"
        r"|surveyed|questioned|conducted|responses|carried out|done)[^.;]{0,60}?\b(?P<value2>online"
        r"|by (?:tele)?phone|by mail|on the internet)|internet (?:poll|survey|panel)|in their homes"
        r"|American Trends Panel|AmeriSpeak(?: Panel)?|Angus Reid Forum|by mail|telephoned"
        r"|called \d[\d,]+)\b",
    ),
    "sampling": (
        r"\b(?P<value>random(?:ly)?[- ](?:digit[- ]dial\w*|selected[\w -]{0,30}|samples? of[\w ]{0,40}"
        r"|sampling)|randomi[sz]ed sample|random sample|probability[- ](?:based|sample)[\w -]{0,20}"
        r"|representative samples?(?: of [\w ]{0,30})?|nationally representative|representative (?:of"
        r"|by)[\w ,]{0,40}"
        r"|quota sampl\w+|stratified[\w -]{0,20}sample|convenience sample|opt-in[\w ]{0,12}"
        r"|self-selected|(?:online )?panel\b|AmeriSpeak Panel|sample of mobile (?:phone )?numbers"
        r"|voter (?:file|lists?|rolls?))",
    ),
    "weighting": (r"\b(?P<value>weight(?:ed|ing|s)\b(?: (?:to|by|for)[\w ,]{0,50})?|demographically adjusted)",),
    "question": (
        r"\b(?:asked|question|statement|whether they agreed)[^\".;]{0,60}?(?P<value>\"[^\"]{12,400}\")",
        r"\b(?:[Aa]sked|question (?:was|is|on)) (?P<value>(?:whether|if|who|which|how"
        r"|what|about|to (?:rate|choose|name|pick|rank|say|describe))\b[^.;:]{8,120}?)(?=,|\.|;|$| - )",
    ),
}
COMPILED = {name: tuple(map(re.compile, patterns)) for name, patterns in DETAILS.items()}
ASKED_OF = re.compile(
    r"\b(?:polls?|surveys?|pollsters?|questions?|respondents|voters|adults|people|those|participants)\b",
    re.I,
)
SHARE_OF = re.compile(r"(?:%|per ?cent) of $")
NUMERIC = ("n_survey", "n_question", "margin", "margin_level", "design_effect")


def poll_details(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per detail that an article gives of a poll, with the words that give it.

    pollster (a name of lookups/pollsters.csv, else as written), sponsor, population (those who were counted, else those
    of whom the first figure is a share), released, fieldwork, n_survey, n_question (asked this question), margin,
    margin_level (per cent), design_effect, mode, sampling, weighting and question. Sought in every sentence that speaks
    of the poll and two behind each report of it; the first wording found counts. Not found: what an article tells
    without speaking of the poll, boxes and graphics, other languages than English.
    """
    return spans(articles, "poll_details", lambda text: (one._asdict() for one in details(text)), may_report)


@lru_cache(maxsize=64)
def details(text: str) -> tuple[Detail, ...]:
    """The details of every poll of an article."""
    if not reports(text):
        return ()
    folded, times = fold(text), Times(text)
    groups: dict[int, tuple[int, int]] = {}
    for one in answers(text):
        if one.group and one.poll not in groups:
            groups[one.poll] = one.group
    found: list[Detail] = []
    for number, report in enumerate(reports(text), 1):
        found += in_report(text, times, folded, number, report, groups.get(number))
    return tuple(found)


def in_report(
    text: str, times: Times, folded: str, number: int, report: Report, group: tuple[int, int] | None
) -> Iterator[Detail]:
    """The details of one poll."""
    if report.pollster and report.at:
        yield Detail(number, "pollster", *report.at, report.pollster)
    stretches = list(own_sentences(report))
    found: dict[str, tuple[int, int]] = {}
    for name, patterns in COMPILED.items():
        taken = found.get("n_question") if name == "n_survey" else None
        span = first(folded, patterns, stretches, taken)
        if span and plausible(folded, name, span, report):
            span = (span[0], span[1] - (folded[span[1] - 1] == "." and name == "sponsor"))
            found[name] = span
            yield Detail(number, name, *span, value_of(folded, name, span))
    asked = population(folded, found.get("n_survey")) or group
    if asked:
        yield Detail(number, "population", *asked, " ".join(text[asked[0] : asked[1]].split()))
    field = fieldwork(times, folded, stretches)
    if field:
        yield Detail(number, "fieldwork", *field, " ".join(text[field[0] : field[1]].split()))
    day = released(times, folded, stretches, field)
    if day:
        yield Detail(number, "released", *day, " ".join(text[day[0] : day[1]].split()))


def first(
    folded: str, patterns: tuple[re.Pattern, ...], stretches: list[tuple[int, int]], but: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The first match of the first pattern that has one."""
    for pattern in patterns:
        for start, end in stretches:
            for match in pattern.finditer(folded, start, end):
                key = "value2" if "value2" in pattern.groupindex and match["value2"] else "value"
                if match.span(key) != but:
                    return match.span(key)
    return None


def plausible(folded: str, name: str, span: tuple[int, int], report: Report) -> bool:
    """Whether words can be what they are taken for: no year is a sample, no margin has twenty points, and a question
    stands in the sentence of a figure, or where those asked or the poll are named.
    """
    words = folded[slice(*span)]
    if name == "question":
        within = any(one.sentence[0] <= span[0] < one.sentence[1] for one in report.figures)
        return within or ASKED_OF.search(folded, max(0, span[0] - 100), span[0]) is not None
    if name == "margin":
        return 0 < amount(words) <= 15
    if name in ("n_survey", "n_question"):
        size = int(re.sub(r"[,.]", "", words))
        return size >= 50 and not (
            1900 <= size <= 2035
            and "," not in words
            and (
                SHARE_OF.search(folded, max(0, span[0] - 14), span[0])
                or not re.match(r" [\w ]{0,30}(?:adults|people|voters|respondents)", folded[span[1] : span[1] + 60])
            )
        )
    return True


def value_of(folded: str, name: str, span: tuple[int, int]) -> str:
    """What the words of a detail say: a number in digits, else the words on one line."""
    words = folded[slice(*span)]
    if name in ("n_survey", "n_question"):
        return re.sub(r"[,.]", "", words)
    if name == "margin_level":
        return "95" if words == "19" else words
    if name in NUMERIC:
        return f"{amount(words.replace(',', '.')):g}"
    return " ".join(words.split())


def population(folded: str, size: tuple[int, int] | None) -> tuple[int, int] | None:
    """Those who were counted: the people behind the number of respondents."""
    found = (
        re.compile(rf" (?P<group>{GROUP}(?: aged? \d\d(?:\+| and (?:over|above|older))?)?)", re.I).match(
            folded, size[1], size[1] + 120
        )
        if size
        else None
    )
    return found.span("group") if found else None
