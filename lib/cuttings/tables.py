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
form            text   the form of the name used here, without title or possessive; a description as written
described       flag   whether the words describe the person by an office and do not name him
""",
    ),
    "quotations": table(
        "one row per direct quotation in the article itself",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
kind            text   full, partial or question (somebody's words), phrase, title, option, nested, repeat
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
    "quantities": table(
        "one row per number in the article itself that says what it counts or measures",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
kind            text   money, percent, measure or count
value           float  the number, written out
unit            text   a currency, percent, days, weeks, months, years, hours, minutes, miles, km or m; null for a count
of              text   what is counted, or what it is a share or a length of; null where the words do not say
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
field_from      day    first day that this can mean
field_to        day    last day that this can mean
n_survey        count  respondents
n_question      count  respondents who were asked the question reported, where the report gives their number
margin          float  margin of error in percentage points
margin_level    float  level of confidence of the margin in per cent
design_effect   float  design effect, as the report gives it
mode            text   how it was asked, as written
sampling        text   how those asked were chosen, as written
weighting       text   that or how the answers were weighted, as written
question        text   the question, as written
""",
    ),
    "poll_details": table(
        "one row per detail that an article gives of a poll",
        "article_id poll detail",
        f"""
article_id      text   the article
poll            int    number of the poll within the article, from 1
detail          text   pollster, sponsor, population, released, fieldwork, n_survey, margin … : a column of `polls`
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
kind            text   share (per cent of those asked), change (of a share), lead (of one over another) or multiple
percent         float  the share in per cent; of a range, its lower end
percent_to      float  the upper end of a range (`82-87%`)
points          float  the change (below zero for a fall), the lead or the net rating in percentage points
factor          float  the multiple
option          text   the answer it counts, as written
option_start    count  first character of the answer
option_end      count  character behind it
group           text   who gave the answer, as written
group_start     count  first character of the group
group_end       count  character behind it
wave            text   `current`, or the earlier wave that it is of, as written; `earlier` where that has no name
sentence_start  int    first character of its sentence
sentence_end    int    character behind its sentence
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
    "poll_ledger": table(
        "one row per figure that an article reports from a poll, with what it tells of the poll",
        "article_id start",
        """
article_id      text   the article
start           int    first character of the figure
end             int    character behind it
poll            int    number of the poll within the article
outlet          text   outlet, or the article where its outlet is unknown
file            text   file of the article
address         text   where the figure stands: article_id#char=start,end
pollster        text   who asked, canonical name; null where unnamed
sponsor         text   who paid, as written
population      text   who was asked, as written
released        text   when it was published, as written
released_from   day    first day that this can mean
released_to     day    last day that this can mean
fieldwork       text   when it was asked, as written
field_from      day    first day that this can mean
field_to        day    last day that this can mean
n_survey        count  respondents
n_question      count  respondents who were asked the question
margin          float  margin of error in percentage points
margin_level    float  level of confidence of the margin in per cent
design_effect   float  design effect, as the report gives it
mode            text   how it was asked, as written
sampling        text   how those asked were chosen, as written
weighting       text   that or how the answers were weighted, as written
question        text   the question, as written
kind            text   share, change, lead or multiple
percent         float  the share in per cent; of a range, its lower end
percent_to      float  the upper end of a range
points          float  the change or the lead in percentage points
factor          float  the multiple
precision       float  1 where all shares of the report are whole, else 0.1
option          text   the answer it counts, as written
group           text   who gave the answer, as written
wave            text   `current`, or the earlier wave that it is of
sentence        text   the sentence that reports it
""",
    ),
    "poll_shares": table(
        "one row per reported share of a poll, and outlet that reports it",
        "share outlet",
        """
share           int    number of the share, 1 the one that most outlets report
outlet          text   the outlet, or the article where its outlet is unknown
pollster        text   who asked, canonical name; null where unnamed
percent         float  the share in per cent; of a range, its lower end
percent_to      float  the upper end of a range (`82-87%`)
options         text   the answer it counts, in the outlet's wordings; null where its text does not settle that
outlets         int    outlets that report the share
of_outlets      int    outlets that report the poll
address         text   where the outlet first gives it: article_id#char=start,end
""",
    ),
    "poll_disclosure": table(
        "one row per reported poll and item of disclosure",
        "article_id poll item",
        """
article_id      text   the article
poll            int    the poll
item            text   sponsor, conductor, dates, population, size, sampling, margin, weighting, mode or question
answer          text   given, not given, not applicable or text cut off
start           count  first character of the words that give it
end             count  character behind them
words           text   the words that give it
""",
    ),
    "names": table(
        "one row per canonical name",
        "name",
        """
name            text   the canonical name
kind            text   person, place or organisation, null where the texts do not say
mentions        int    times it is named
described       int    times that an office stands for the name: the Ukrainian president
articles        int    articles that name or describe it so
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
speaker         text   canonical name or description, a state as `(government)`; `(speaker not settled)` without one
forms           text   the names under which a government speaks, most used first; null for others
side            text   for whom the speaker speaks, by lookups/sides.csv or the story's own; null where not known
anonymous       flag   whether the speaker is described and not named
articles        int    articles of the group that quote the speaker
quotations      int    quotations
n               int    quoted words
of_n            int    quoted words of the group
share           float  n / of_n
""",
    ),
    "keyness_by_copies": table(
        "one row per group and term that leads under one way or another of counting copies",
        "group term",
        """
group           text   outlet, period or other grouping
term            text   lower-cased word
z_once          float  z of the weighted log-odds where of copies the first counts; null where the group is gone
z_each          float  the same where each copy counts
z_drop          float  the same where no copy counts
""",
    ),
    "by_copies": table(
        "one row per row of a measure that is not the same where copies count once and where each counts",
        "table row",
        """
table           text   the measure's table
row             text   its row: what its key holds, parted by ` · `
differs         text   its columns that are not the same; `the row itself` where only one way of counting has it
n_once          count  what it counts where of copies the first counts; null where it has no such row
of_once         count  out of how many
n_each          count  the same where each copy counts
of_each         count  out of how many
""",
    ),
    "uses": table(
        "one row per place in the article itself that a score of terms or of forms counts",
        "group term article_id start",
        f"""
group           text   outlet, period or other grouping
term            text   the term, or the form of a referent
article_id      text   the article
{SPAN}
""",
    ),
    "copies": table(
        "one row per article that has most of its words from another, or another from it",
        "copy_group article_id",
        """
copy_group      int    number of the group of copies
article_id      text   the article
first           flag   whether it is the one of its group that is counted where copies count once
kind            text   first, identical, alike, part or chained: how it relates to the first
shared          float  share of the runs of five words of the shorter one that it has in common with the first
""",
    ),
    "sides": table(
        "one row per group of articles, side and standing of speakers",
        "group side standing",
        """
group           text   outlet, or the article where its outlet is unknown
side            text   for whom the speakers speak; `(side not known)` where no lookup says it
standing        text   named, anonymous, or not settled
speakers        int    different speakers
quotations      int    quotations
n               int    quoted words
of_n            int    quoted words of the group
share           float  n / of_n
""",
    ),
    "cues": table(
        "one row per group of articles, speaker and word of saying",
        "group speaker cue",
        """
group           text   outlet, or the article where its outlet is unknown
speaker         text   canonical name or description; `(speaker not settled)` where the text does not settle it
cue             text   the word of saying, in its base form
tone            text   what the word says of the words: neutral, doubting, admitting, insisting ...; `(not listed)`
articles        int    articles of the group that use it of the speaker
n               int    quotations, and statements, with this word
of_n            int    quotations, and statements, of the speaker in the group that have any such word
share           float  n / of_n
""",
    ),
    "facts": table(
        "one row per fact and place where an article states it",
        "kind fact article_id start",
        f"""
kind            text   place, organisation, number, poll or event
fact            text   what is known again in another article: a name, a number with its thing, a day with a name
article_id      text   the article
{SPAN}
""",
    ),
    "omissions": table(
        "one row per story, fact and outlet of the story that has it, or lacks it though half of the others have it",
        "story kind fact outlet",
        """
story           int    the story, as article_stories numbers it
kind            text   speaker or government (is heard), utterance (a rendering is given), or a kind of facts
fact            text   the speaker, a state as `(government)`; speaker and fullest rendering of a group; or the fact
outlet          text   the outlet, or the article where its outlet is unknown
present         flag   whether the outlet has it
could           text   whether it could have had it by its days: yes or not known (if no, no row); null where present
how             text   quoted, reported or stated, or a rendering's relation to the fullest; null where not present
forms           text   under which names a government speaks in the outlet, or else elsewhere; null for other kinds
evidence        text   the first place in the outlet, or else elsewhere: article_id#char=start,end
others          int    other outlets of the story that have it
of_others       int    other outlets of the story of which it is not known that their articles are too early for it
""",
    ),
    "coverage": table(
        "one row per story that two outlets or more report, and known outlet of the folder, or other of the story",
        "story outlet",
        """
story           int    the story, as article_stories numbers it
outlet          text   the outlet, or the article where its outlet is unknown
covered         flag   whether the outlet has an article in the story; if not, none in this folder
articles        int    its articles in the story
could           text   whether it could have had one by the days of its others: yes, no or not known; null where covered
others          int    other outlets that have an article in the story
of_others       int    other outlets among the rows of the story
""",
    ),
    "quote_groups": table(
        "one row per quotation, or reported statement, in a group of renderings of one utterance",
        "group article_id start",
        f"""
group           int    number of the group, from 1, those of most outlets first
article_id      text   the article
{SPAN}
speaker         text   as in quotations or statements
relation        text   to the fullest rendering: fullest, verbatim, paraphrased, or cut, bracketed, reworded, added
edits           text   what differs from the fullest rendering, in words
outlets         int    outlets whose articles have a rendering
across          flag   whether two outlets have one, in articles that are no copies of each other
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
    "label_candidates": table(
        "one row per thing that groups of articles may call by different names, form, and group",
        "rank group form",
        """
rank            int    number of the candidate, from 1: two groups on each side first, then by difference
referent        text   the name mostly known by, or the noun that stands for its synonyms
story           count  the story that a thing is of, as article_stories numbers it; null for names, and without stories
kind            text   person, place, organisation, thing, or other
group           text   outlet or other grouping
form            text   what it is called there
basis           text   why this form is taken for a name of it: name, office, in apposition, synonyms, ...
articles        int    articles of the group that use the form
n               int    times that the group uses the form
of_n            int    times that the group names the referent
share           float  n / of_n
groups          int    groups that name it
of_all          int    times that all groups name it
sides           int    groups on the smaller side: with the commonest leading form, or with another
difference      float  Cramér's V of forms and groups, corrected for chance: 0 no difference, 1 nothing in common
listed          flag   whether lookups/labels.csv has the form in a contrast set
status          text   descriptive where a group has fewer than five articles, else compared
""",
    ),
    "label_candidate_spans": table(
        "one row per place in the article itself that a candidate counts",
        "rank article_id start",
        f"""
rank            int    number of the candidate
referent        text   what is named
article_id      text   the article
{SPAN}
group           text   outlet or other grouping
form            text   the form that the place counts for
basis           text   why it is taken for a name of the referent
""",
    ),
    "keyness": table(
        "one row per group of articles and term",
        "group term",
        """
group           text   outlet, period or other grouping
term            text   lower-cased word
n               int    times in the group
of_n            int    counted words of the group
reference       int    times in all other groups, or in the reference corpus
of_reference    int    counted words of all other groups, or of the reference corpus
articles        int    articles of the group that use it
of_articles     int    articles of the group
log_odds        float  weighted log-odds ratio against the rest, natural logarithm
z               float  log_odds divided by its standard error over tokens: a ranking, no test
log_ratio       float  binary logarithm of the term's share here over its share in the rest: 1 is twice as often
low             float  lower end of log_ratio's 95 per cent interval over articles; null where a side has no use of it
high            float  upper end of that interval
g2              float  log-likelihood ratio over tokens, negative where the group uses it less: for comparison only
p               float  share of random divisions of the articles that set the term apart as much; null if not tested
q               float  p adjusted for all terms tested in the group (Benjamini-Hochberg)
dispersion      float  0 where the group's articles share its uses by their length, 1 where one has all; null for none
one_article     flag   whether a single article of the group carries the term
mark            text   one article, house style, one outlet or uneven: why it may say less than it seems; null for none
consistency     float  share of the group's outlets, or of the other groups if that is less, that bear the sign out
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
terms           text   its ten strongest terms: those in which it exceeds the average topic most
n               int    passages (or articles, where these are the units) that belong to it
of_n            int    passages or articles that belong to any topic
articles        int    articles that those come from
first           day    the earliest day on which one of these articles can have been published
last            day    the latest such day
stability       float  how far two random halves of the articles or passages give it the same ones: mean Jaccard, 0 to 1
chance          float  the most that any topic reaches when the words are dealt out at random
likeness        float  mean cosine of what sets its counterparts in the two halves apart, 0 to 1
coherence       float  how much its ten terms occur together in the half they are not from: mean NPMI, -1 to 1
exclusivity     float  the share of the weight of its ten terms that is in this topic and in no other
status          text   stable or not stable, do not report
""",
    ),
    "topic_numbers": table(
        "one row per number of topics that was tried",
        "k",
        """
k               int    number of topics
agreement       float  of the topics of a half and those that the other half gives it: adjusted Rand index, 0 by chance
likeness        float  mean over topics, as in topics
coherence       float  mean over topics, as in topics
score           float  mean of the three
chosen          flag   whether it is the number of topics made
""",
    ),
    "topic_methods": table(
        "one row per method of making topics",
        "method",
        """
method          text   kmeans, nmf, hdbscan or lda
k               int    topics
n               int    passages (or articles) that belong to one
agreement       float  with the topics of the first method: adjusted Rand index, 0 by chance; null without any
stable          int    topics that are stable
stability       float  mean over topics by size, as in topics
coherence       float  mean over topics by size, as in topics
exclusivity     float  mean over topics by size, as in topics
""",
    ),
    "article_topics": table(
        "one row per passage, or per article where these are the units",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
topic           int    the topic that it belongs to
likeness        float  cosine of its words and the topic's centre, 0 to 1
lead            float  how much nearer that centre is than the next
x               float  where it lies in the direction in which the centres of topics differ most
y               float  and in the direction in which they differ most but for that
""",
    ),
    "topic_examples": table(
        "one row per topic and passage (or article) that is an example of it",
        "topic rank",
        f"""
topic           int    the topic
rank            int    1 for the best example
article_id      text   the article
{SPAN}
likeness        float  cosine of its words and the topic's centre
""",
    ),
    "topic_shares": table(
        "one row per group of articles and topic",
        "group topic",
        """
group           text   outlet or other grouping
topic           int    the topic
n               int    passages (or articles) of the group that belong to it
of_n            int    passages of the group
articles        int    articles of the group that have such a passage
of_articles     int    articles of the group that have any passage
share           float  n / of_n
low             float  lower bound of a 95% interval over articles, null below five articles
high            float  upper bound
status          text   descriptive where a group has fewer than five articles, else compared
""",
    ),
    "stories": table(
        "one row per story: articles that report the same events, or one article that stands alone",
        "story",
        """
story           int    number, from 1, the story of most articles first
label           text   its three strongest terms
terms           text   its eight strongest terms, by tf-idf in its articles
articles        int    articles
copies          int    articles among them that copy another one
outlets         int    known outlets among them
first           day    the earliest day on which one of them can have been published
last            day    the latest such day
likeness        float  mean kinship of its articles, 1 where they share as much as each with itself; null for one text
example         text   the article with most kinship to the others
headline        text   that article's headline
""",
    ),
    "article_stories": table(
        "one row per article",
        "article_id",
        """
article_id      text   the article
story           count  its story, null where the article has no counted word
size            int    articles of the story
likeness        float  its mean kinship to the others of the story; null where it stands alone or only copies another
basis           text   why it is in this story, or in none
""",
    ),
    "codebook": table(
        "one row per code of a codebook",
        "codebook number",
        """
codebook        text   name of the codebook: its file without the ending
number          int    place of the code in the codebook, from 1
code            text   what the tables call it
label           text   what a reader sees
definition      text   what it means: the words that human coders and models go by
indicators      text   words and phrases that speak for it, parted by `;`, see `frames.indicators`; null for none
published_in    text   where the codebook was published, null where nobody says
origin          text   who wrote the definition and the indicators, null where nobody says
""",
    ),
    "frame_units": table(
        "one row per unit that a coder can give frames to: a sentence, a passage or an article",
        "article_id start",
        f"""
article_id      text   the article
{SPAN}
unit            text   sentence, passage or article
role            text   role of the segment that it begins in: headline, deck, subheading or body; null for an article
voice           text   outlet (no quoted word), quoted (nothing but quoted words) or mixed
""",
    ),
    "frames": table(
        "one row per stretch of text to which a coder gives a frame",
        "article_id start codebook frame coder",
        f"""
article_id      text   the article
{SPAN}
codebook        text   the codebook that the frame is of
frame           text   its code there
coder           text   who gives it: indicators, the name of a trained coder or of a model, or of a person
unit            text   what was coded: sentence, passage or article
voice           text   outlet, quoted or mixed: of the indicators where there are any, else of the unit
indicator       text   the words that led to it, in small letters, parted by `;`; null where a coder names none
score           float  0 to 1: a probability from a trained coder; see each coder
""",
    ),
    "frame_report": table(
        "one row per code, and one for all of them, of a trained coder held against people",
        "codebook frame",
        """
codebook        text   the codebook
frame           text   the code; of the row with the means, (all codes)
n               int    units that have it by the people who coded them; of all codes, codes given to units
of_n            int    coded units
given           int    units that the coder gives it, having seen nothing of their articles
precision       float  share of those that have it by people; null below five units, and where none is given it
recall          float  share of the units that have it by people to which the coder gives it
f1              float  harmonic mean of both; of all codes, the mean over codes (macro-F1)
ece             float  expected calibration error of its probabilities, in ten bins
reason          text   why there are no such figures; null where there are
""",
    ),
    "frame_problems": table(
        "one row per unit for which a model gave no answer",
        "article_id start codebook coder",
        f"""
article_id      text   the article
{SPAN}
unit            text   sentence, passage or article
codebook        text   the codebook that it was asked by
coder           text   the model
reason          text   what came in the place of an answer, or why it was not asked
""",
    ),
    "frame_costs": table(
        "one row per model that was asked",
        "codebook coder",
        """
codebook        text   the codebook that it was asked by
coder           text   the model
units           int    units to be coded
kept            int    of them answered in an earlier run, at no cost
asked           int    replies that came now, with or without an answer in them
problems        int    units without an answer
tokens_in       count  tokens read for the replies, as the endpoint counts them; null where it does not
tokens_out      count  tokens written
cost            float  by the prices given; null without prices, or without a count
""",
    ),
    "framing": table(
        "one row per group, period, coder and frame of a codebook",
        "group period codebook frame coder voice",
        """
group           text   outlet or other grouping
period          text   month or period of publication; `all` where none was asked for
codebook        text   the codebook
frame           text   its code
coder           text   who found the frame: indicators, a trained coder, a model
voice           text   whose words were counted: own, quoted or both
n               int    units of the group in which the coder finds the frame
of_n            int    units of the group that the coder answered
unanswered      int    units of the group without an answer, which are not among these
articles        int    articles of the group with such a unit
of_articles     int    articles of the group with an answer
share           float  n / of_n; null where the coder answered none
low             float  lower bound of a 95% interval over articles, null below five
high            float  upper bound
coded           int    units of the group that people coded as well
corrected       float  the share that people would have found, by the coder's errors in those; null without any
corrected_low   float  lower bound of its 95% interval over articles, null below five
corrected_high  float  upper bound
validity        text   what is known of the coder's error: unvalidated, or validated with what was measured
status          text   descriptive where a group has fewer than five articles, else compared
note            text   units without an answer, and why the share is not corrected; null where there is nothing to note
""",
    ),
    "framing_change": table(
        "one row per frame, coder and pair of periods that follow on each other",
        "codebook frame coder voice first last",
        """
codebook        text   the codebook
frame           text   its code
coder           text   who found the frame
voice           text   whose words were counted: own, quoted or both
first           text   the earlier period
last            text   the later period
n_first         int    units with the frame in the earlier period
of_first        int    units in the earlier period
n_last          int    units with the frame in the later period
of_last         int    units in the later period
unanswered      int    units of both periods without an answer, which are in neither number
change          float  difference of the two shares; null where one of them is of nothing
change_low      float  lower bound of its 95% interval over articles; null below five articles a period
change_high     float  upper bound
within          float  what of it comes from outlets that write in both periods; null where none does
within_low      float  lower bound of its 95% interval; null where one of these has fewer than five articles in a period
within_high     float  upper bound
composition     float  the rest: other weights, and outlets that came or went; null where none writes in both
coded           int    units of both periods that people coded as well
corrected_change float  difference of the shares that people would have found; null where it is not known, see note
corrected_change_low float  lower bound of its 95% interval over articles
corrected_change_high float  upper bound
corrected_within float  what of it comes from outlets that write in both periods
corrected_within_low float  lower bound of its 95% interval
corrected_within_high float  upper bound
corrected_composition float  the rest
validity        text   what is known of the coder's error, as in `framing`
outlets         int    outlets in either period
outlets_in_both int    outlets in both
status          text   told apart, partly confounded, or confounded: time cannot be told from outlets
note            text   units without an answer, and what is not corrected for the coder's errors, with the reason
""",
    ),
    "multiverse": table(
        "one row per universe: one of the ways in which a difference between two groups can be measured",
        "codebook frame universe",
        """
codebook        text   the codebook
frame           text   its code
universe        int    number, from 1: the first is the one that the others are held against
first           text   the group of which the finding says that it has the frame more often
second          text   the other group
coder           text   who found the frame
unit            text   sentence, passage or article
voice           text   own, quoted or both
headline        text   whether headline and deck are counted: with or without
copies          text   how copies count: once, each or drop
threshold       float  the score above which a unit counts
n_first         int    units of the first group with the frame
of_first        int    units of the first group
n_second        int    units of the second group with the frame
of_second       int    units of the second group
unanswered      int    units of both groups without an answer by this coder, which are in neither number
difference      float  share of the first less that of the second; null where one of them has no unit
holds           flag   whether it is above 0, as in the finding
validity        text   what is known of the coder's error, as in `framing`
status          text   descriptive where one of the two groups has fewer than five articles, else compared
""",
    ),
    "wordings": table(
        "one row per sentence of a fact that two groups or more state in their own voice",
        "fact article_id start",
        f"""
fact            int    number of the fact, those of most groups first
article_id      text   the article
{SPAN}
group           text   outlet or other grouping
basis           text   same statement, or same thing (of a contrast set, beside the same day or year): see `wordings`
referent        text   thing that the sentences of the fact call by different forms; null where no contrast set has one
wording         text   what it is called here
shared          text   what the sentences share, parted by `;`: names, times, numbers, things, words
weight          float  what this weighs, for the two sentences of the fact that share least
likeness        float  mean share of it in all that this sentence and another one say, 0 to 1
""",
    ),
    "codes": table(
        "one row per unit, human coder and code that the coder gave it, or without a code where none holds",
        "article_id start end codebook coder frame",
        f"""
article_id      text   the article
{SPAN}
unit            text   sentence, passage or article
codebook        text   the codebook that the code is of
coder           text   who gave it
frame           text   its code; empty where the coder found that none holds
chance          float  with which probability the unit was drawn for coding; null where nobody says
draw            text   the sheet that it was drawn for, and how, as the sheet says; null where nobody says
note            text   what the coder noted
""",
    ),
    "coding_problems": table(
        "one row per row of a filled sheet that could not be taken",
        "file row",
        """
file            text   the sheet
row             int    number of the row in it; the head is 1
coder           text   whose row it is
reason          text   why it could not be taken
""",
    ),
    "agreement": table(
        "one row per codebook and code, and one for all codes together",
        "codebook frame",
        """
codebook        text   the codebook
frame           text   the code, or `all codes`: the set of those given to a unit
level           text   nominal, ordinal, interval or ratio
coders          int    who coded any unit
units           int    units that two or more have coded
n               int    their judgements
agree           float  share of pairs of judgements on a unit that are the same; null without any
alpha           float  Krippendorff's alpha; null where it is not defined
low             float  lower bound of its 95% bootstrap interval over articles
high            float  upper bound
status          text   reliable (from 0.8), tentative (from 0.667), not reliable, or why alpha is not defined
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
