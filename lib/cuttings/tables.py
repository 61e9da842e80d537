"""The tables: what one row is, the key, the columns with their types. Stated as data, checked by `check`.

A type is `text` (null where unknown), `int`, `float`, `flag` (true or false), `count` (a whole number that may be
unknown) or `day` (a date without time that may be unknown). Key columns are never null.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

DTYPES = {
    "text": "str",
    "int": "int64",
    "count": "Int64",
    "float": "float64",
    "flag": "bool",
    "day": "datetime64[s]",
}

SPAN = """
start           int    first character of the span in articles.text
end             int    character behind the span
text            text   the words: articles.text[start:end]
"""


@dataclass(frozen=True)
class Table:
    """One table: its row in words, its key, and each column's type and meaning."""

    row: str
    key: tuple[str, ...]
    types: dict[str, str]
    meaning: dict[str, str]


def table(row: str, key: str, columns: str) -> Table:
    """Build a Table from lines of `name type meaning`."""
    lines = [line.split(None, 2) for line in columns.splitlines() if line]
    return Table(
        row=row,
        key=tuple(key.split()),
        types={name: kind for name, kind, _ in lines},
        meaning={name: meaning for name, _, meaning in lines},
    )


TABLES = {
    "articles": table(
        "one row per article",
        "article_id",
        """
article_id      text   first 12 hex digits of the SHA-256 of the record as it stands in the dump
file            text   path inside the dump
record          text   the record's own id where its format has one, else its number in the file
text            text   the record as decoded from the file, never changed
headline        text   the article's own headline
deck            text   the line or lines below it that sum the article up
outlet          text   who published it, null where the text does not say
outlet_basis    text   the rule that found the outlet
byline          text   the author or authors named, as written
dateline        text   the place the report is filed from, as written
published_from  day    the earliest day on which the text can have been published
published_to    day    the latest such day, null while the text leaves it open
published_basis text   the rules behind the two bounds
lang            text   the language of its prose, as an ISO 639-1 code, null where too little tells
url             text   its address on the web
words           int    words of the article itself: headline, deck, sub-headings and body
format          text   the reader, with extractor and version where the text had to be extracted from the record
given           text   fields that were not inferred from the text, and who gave them: `outlet articles.csv; url json`
layout          text   stretches whose role the format or the rest of the dump tells: `0-58 headline the format tells`
""",
    ),
    "rejects": table(
        "one row per record that became no article",
        "file record",
        """
file            text   path inside the dump
record          text   the record's own id where its format has one, else its number in the file
reason          text   why it is no article
""",
    ),
    "segments": table(
        "one row per stretch of a record; joined, the texts are the record",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
role            text   headline, deck, subheading or body, or what is not the article itself: see `segments`
score           float  how sure the rule is, 0 to 1: less for a guess by position or length
reason          text   the rule that gave the role
""",
    ),
    "fields": table(
        "one row per piece of evidence for a field of an article",
        "article_id field start basis",
        f"""
article_id      text   the article
field           text   headline, deck, outlet, byline, dateline, published_from, published_to, lang or url
{SPAN}
value           text   what the evidence says; a day as YYYY-MM-DD
basis           text   the rule that reads it so
used            flag   whether it is what the articles table says
""",
    ),
    "sentences": table(
        "one row per sentence of the article itself",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
role            text   role of the segment that it begins in: headline, deck, subheading or body
voice           text   outlet (no quoted word), quoted (nothing but quoted words) or mixed
""",
    ),
    "dates": table(
        "one row per time expression in the article itself",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
kind            text   day, month, year, quarter, season, decade, range, feast, weekday or relative
resolved_from   day    first day that it can mean, null where the text does not settle it
resolved_to     day    last day that it can mean
basis           text   how it was resolved
""",
    ),
    "mentions": table(
        "one row per mention of a named person, place or organisation in the article itself",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
name            text   the canonical name
kind            text   person, place or organisation, null where the text does not say
form            text   the form of the name used here, without title or possessive
""",
    ),
    "quotations": table(
        "one row per direct quotation in the article itself",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
kind            text   full, partial or question (somebody's words), phrase, title, option or nested: see `quotations`
role            text   role of the segment that it begins in: headline, deck, subheading or body
speaker         text   canonical name, or the description given; null where the text does not settle it
speaker_start   count  first character of the words for the speaker: a name, a description or a pronoun
speaker_end     count  character behind them
cue             text   the word of saying, as written
anonymous       flag   whether the speaker is described and not named
medium          text   the outlet, platform, text or event in which it was said, as written; null where not told
medium_start    count  its first character
said_on         text   the time expression that dates the saying, as written; null where not told
said_on_start   count  its first character
said_from       day    first day that this can mean, null where the text does not settle it
said_to         day    last day that it can mean
edited          text   what the host changed inside the words: bracket, ellipsis or bracket ellipsis; null for nothing
words           int    number of words
""",
    ),
    "statements": table(
        "one row per statement that the article itself reports in words of its own, wholly or in part",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
kind            text   speech (said, asked, according to), thought (believes, hopes) or stance (wants, supports, shows)
speaker         text   canonical name, or the description given; null where the text does not settle it
speaker_start   count  first character of the words for the speaker: a name, a description or a pronoun
speaker_end     count  character behind them
cue             text   the word that reports, as written
anonymous       flag   whether the speaker is described and not named
words           int    number of words
""",
    ),
    "polls": table(
        "one row per poll reported in an article",
        "article_id poll",
        f"""
article_id      text   the article
poll            int    number of the poll within the article, from 1
{SPAN}
pollster        text   who asked, canonical name; null where unnamed
sponsor         text   who paid, as written
population      text   who was asked, as written
released        text   when it was published, as written
released_from   day    first day that this can mean
released_to     day    last day that this can mean
fieldwork       text   when it was asked, as written
n_survey        count  respondents
margin          float  margin of error in percentage points
mode            text   how it was asked, as written
""",
    ),
    "poll_details": table(
        "one row per detail that an article gives of a poll",
        "article_id poll detail",
        f"""
article_id      text   the article
poll            int    number of the poll within the article, from 1
detail          text   pollster, sponsor, population, released, fieldwork, n_survey, margin or mode
{SPAN}
value           text   what the words say: a name in its canonical form, a number in digits
""",
    ),
    "poll_figures": table(
        "one row per figure that an article reports from a poll",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
poll            int    the poll that it belongs to
kind            text   share (per cent of those asked) or multiple (a change by a factor)
percent         float  the share in per cent, null for a multiple
factor          float  the multiple, null for a share
option          text   the answer it counts, as written
option_start    count  first character of the answer
option_end      count  character behind it
group           text   who gave the answer, as written
""",
    ),
    "poll_checks": table(
        "one row per check of a reported poll",
        "article_id poll check",
        """
article_id      text   the article
poll            int    the poll
check           text   what was checked
verdict         text   holds, does not hold, incomplete or cannot be checked
detail          text   the arithmetic, in words
address         text   where the words stand: article_id#char=start,end
""",
    ),
    "names": table(
        "one row per canonical name",
        "name",
        """
name            text   the canonical name
kind            text   person, place or organisation, null where the texts do not say
mentions        int    times it is named
articles        int    articles that name it
forms           text   the forms used, most used first
""",
    ),
    "roles": table(
        "one row per role of segments",
        "role",
        """
role            text   headline, deck, body, teaser and so on
articles        int    records that have such a segment
segments        int    segments
n               int    words in all such segments
of_n            int    words of all records
share           float  n / of_n
""",
    ),
    "formats": table(
        "one row per format that articles were read from",
        "format",
        """
format          text   the reader, with extractor and version where the text had to be extracted from the record
files           int    files with such articles
n               int    articles
of_n            int    articles in all
share           float  n / of_n
words           int    words of these articles themselves
""",
    ),
    "languages": table(
        "one row per language of articles",
        "lang",
        """
lang            text   ISO 639-1 code; `(language not settled)` where too little tells
n               int    articles
of_n            int    articles in all
share           float  n / of_n
words           int    words of these articles themselves
""",
    ),
    "given": table(
        "one row per field that was not inferred from the text, and who gave it",
        "field who",
        """
field           text   headline, deck, outlet, byline, dateline, published, lang or url
who             text   articles.csv, or the format of the file that states it
n               int    articles of which it is given so
of_n            int    articles in all
share           float  n / of_n
""",
    ),
    "voices": table(
        "one row per group of articles and speaker",
        "group speaker",
        """
group           text   outlet, or the article where its outlet is unknown
speaker         text   canonical name or description; `(speaker not settled)` for quotations without one
anonymous       flag   whether the speaker is described and not named
articles        int    articles of the group that quote the speaker
quotations      int    quotations
n               int    quoted words
of_n            int    quoted words of the group
share           float  n / of_n
""",
    ),
    "label_spans": table(
        "one row per place in the article itself that uses one of several names of a referent",
        "article_id start referent",
        f"""
article_id      text   the article
{SPAN}
referent        text   the thing or person named
form            text   what it is called, as the contrast set lists it
""",
    ),
    "labels": table(
        "one row per referent, group of articles and form used",
        "referent group form",
        """
referent        text   the thing or person named
group           text   outlet or other grouping
form            text   what it is called
articles        int    articles of the group that use the form
n               int    times that the group uses the form
of_n            int    times that the group names the referent
share           float  n / of_n
status          text   descriptive where a group has fewer than five articles, else compared
""",
    ),
    "contrasts": table(
        "one row per referent and group, where groups differ in the form that they use most",
        "referent group",
        """
referent        text   the thing or person named
group           text   outlet or other grouping
form            text   the form that the group uses most
articles        int    articles of the group that use the form
n               int    times that the group uses the form
of_n            int    times that the group names the referent
share           float  n / of_n
of_all          int    times that all these groups name the referent
status          text   descriptive where a group has fewer than five articles, else compared
""",
    ),
    "keyness": table(
        "one row per group of articles and term",
        "group term",
        """
group           text   outlet, period or other grouping
term            text   lower-cased word
n               int    times in the group
reference       int    times in all other groups
articles        int    articles of the group that use it
of_articles     int    articles of the group
log_odds        float  weighted log-odds ratio against the rest, natural logarithm
z               float  log_odds divided by its standard error over tokens: a ranking, no test
one_article     flag   whether a single article of the group carries the term
status          text   descriptive where the group or the rest has fewer than five articles, else compared
""",
    ),
    "passages": table(
        "one row per passage: consecutive paragraphs of one article, under at most one sub-heading",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
words           int    words of its paragraphs
""",
    ),
    "topics": table(
        "one row per topic",
        "topic",
        """
topic           int    number, from 1, largest first
label           text   its three strongest terms
terms           text   its ten strongest terms
passages        int    passages that belong to it most
articles        int    articles that those come from
stability       float  how alike its counterparts in two random halves of the passages are: mean cosine, 0 to 1
chance          float  the most that any topic reaches when the words are dealt out to passages at random
status          text   stable or not stable, do not report
""",
    ),
    "article_topics": table(
        "one row per passage",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
topic           int    the topic that it belongs to most
weight          float  that topic's share of the passage's weights
""",
    ),
    "topic_shares": table(
        "one row per group of articles and topic",
        "group topic",
        """
group           text   outlet or other grouping
topic           int    the topic
n               int    passages of the group that belong to it most
of_n            int    passages of the group
share           float  n / of_n
status          text   descriptive where a group has fewer than five articles, else compared
""",
    ),
}


def check(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Select, type and sort the columns of a table and verify its key.

    Raises ValueError, in one line, for a missing column, a null or repeated key, and a span that ends before it starts.
    """
    spec = TABLES[name]
    missing = [column for column in spec.types if column not in frame.columns]
    if missing:
        raise ValueError(f"{name} lacks the column(s) {', '.join(missing)}; it has {', '.join(frame.columns)}")
    typed = frame[list(spec.types)].astype({column: DTYPES[kind] for column, kind in spec.types.items()})
    typed = typed.sort_values(list(spec.key), ignore_index=True)
    verify(typed, name, spec)
    return typed


def verify(frame: pd.DataFrame, name: str, spec: Table) -> None:
    """Raise where the key is null or repeated, or a span is turned round."""
    key = list(spec.key)
    if frame[key].isna().to_numpy().any():
        raise ValueError(f"{name}: null in the key ({', '.join(key)})")
    repeated = frame.duplicated(key)
    if repeated.any():
        raise ValueError(
            f"{name}: {int(repeated.sum())} repeated key(s), first {frame.loc[repeated, key].iloc[0].tolist()}"
        )
    if "start" in spec.types and (frame["end"] < frame["start"]).any():
        raise ValueError(f"{name}: a span ends before it starts")


def build(name: str, rows: list[dict]) -> pd.DataFrame:
    """Make a table of rows given as dicts; a column that no row has is null."""
    return check(pd.DataFrame(rows, columns=list(TABLES[name].types)), name)


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table, each with its columns as attributes."""
    yield from frame.itertuples()


def require(frame: pd.DataFrame, name: str, *columns: str) -> None:
    """Raise ValueError where an argument is not the table it should be."""
    wanted = columns or tuple(TABLES[name].types)
    missing = [column for column in wanted if column not in getattr(frame, "columns", ())]
    if missing:
        raise ValueError(f"expected the table {name}, with {', '.join(wanted)}; {', '.join(missing)} missing")
