"""Facts: what an article says that another can say, too: places, organisations, numbers, polls, and what happened
when.
"""

from collections.abc import Iterator

import pandas as pd

from .. import tables
from .copy import counting
from .poll.report import current_shares

FEW = 12  # counts up to a dozen are of too many things to be known again
HEAD = ["article_id", "start", "end", "text"]
DATED = "event"
CERTAIN = ("day", "weekday", "relative")


def facts(
    mentions: pd.DataFrame,
    quantities: pd.DataFrame,
    polls: pd.DataFrame,
    poll_figures: pd.DataFrame,
    dates: pd.DataFrame,
    sentences: pd.DataFrame,
    articles: pd.DataFrame | None = None,
    copies: str = "each",
) -> pd.DataFrame:
    """One row per fact and place where an article states it; what two articles say is one fact where

    1. place, organisation: they name the same one (`extract.mentions`; other spellings are one name);
    2. number: value, unit and what is counted are the same (`extract.quantities`), by the last word of that; counts up
       to 12, and numbers of nothing that is named, are left out, but for money;
    3. poll: pollster and percentage are the same, of the wave that is reported;
    4. event: they name the same person, place or organisation in a sentence with a time expression that can mean only
       the same one day.

    What is called otherwise is another fact: `a fifth of the country` and `20 percent of Ukraine` are two.
    `copies`, with `articles`: see `copy.settled`; an article that copies another states its facts, so that each counts
    unless asked otherwise.
    """
    given = {"mentions": mentions, "quantities": quantities, "polls": polls, "poll_figures": poll_figures}
    for name, table in {**given, "dates": dates, "sentences": sentences}.items():
        tables.require(table, name)
    found = [named(mentions), counted(quantities), polled(polls, poll_figures), dated(dates, mentions, sentences)]
    whole = pd.concat([tables.build("facts", []), *found])
    if articles is not None:
        whole = counting(whole, articles, copies)
    return tables.check(whole.drop_duplicates(["kind", "fact", "article_id", "start"]), "facts")


def named(mentions: pd.DataFrame) -> pd.DataFrame:
    """Places and organisations by their names."""
    found = mentions[mentions["kind"].isin(["place", "organisation"])]
    return found[HEAD].assign(kind=found["kind"], fact=found["name"])


def counted(quantities: pd.DataFrame) -> pd.DataFrame:
    """Numbers with what they count."""
    large = (quantities["kind"] != "count") | (quantities["value"] > FEW)
    found = quantities[large & (quantities["of"].notna() | (quantities["kind"] == "money"))]
    rows = zip(found["kind"], found["value"], found["unit"], found["of"], strict=True)
    return found[HEAD].assign(kind="number", fact=[told(*row) for row in rows])


def told(kind: str, value: float, unit: object, of: object) -> str:
    """A number in words that are the same whichever way it is written."""
    thing = str(of).split()[-1] if isinstance(of, str) else ""
    if kind == "money":
        return f"{unit} {value:,.10g}"
    measured = "%" if kind == "percent" else f" {unit}" if kind == "measure" else ""
    return f"{value:,.10g}{measured}{' of ' if measured else ' '}{thing}"


def polled(polls: pd.DataFrame, poll_figures: pd.DataFrame) -> pd.DataFrame:
    """Shares of the wave that is reported, by their pollster."""
    known = polls.loc[polls["pollster"].notna(), ["article_id", "poll", "pollster"]]
    found = current_shares(poll_figures).dropna(subset="percent").merge(known, on=["article_id", "poll"])
    facts = [f"{who}: {share:g}%" for who, share in zip(found["pollster"], found["percent"], strict=True)]
    return found[HEAD].assign(kind="poll", fact=facts)


def dated(dates: pd.DataFrame, mentions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Names in a sentence with one certain day."""
    one_day = dates["resolved_from"].notna() & (dates["resolved_from"] == dates["resolved_to"])
    sure = within(dates[dates["kind"].isin(CERTAIN) & one_day], sentences)
    days = sure[["article_id", "sentence", "resolved_from"]].drop_duplicates()
    names = within(mentions[mentions["kind"].notna()], sentences)
    both = names.merge(days, on=["article_id", "sentence"])
    facts = [f"{day:%Y-%m-%d}: {name}" for day, name in zip(both["resolved_from"], both["name"], strict=True)]
    return both[HEAD].assign(kind=DATED, fact=facts)


def event_day(kind: str, fact: str) -> pd.Timestamp | None:
    """The day of a dated event, as its fact begins; null for any other fact."""
    found = pd.to_datetime(fact.partition(": ")[0], format="%Y-%m-%d", errors="coerce") if kind == DATED else pd.NaT
    return None if pd.isna(found) else found


def within(spans: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Spans with the start of the sentence that they stand in; those in none are left out."""
    rows = [*placed(spans, sentences)]
    return spans.loc[[at for at, _ in rows]].assign(sentence=[start for _, start in rows])


def placed(spans: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[tuple[object, int]]:
    """The index of each span that stands in a sentence, with that sentence's start."""
    by_article = dict(list(sentences.groupby("article_id")))
    for key, own in spans.groupby("article_id", sort=False):
        if key not in by_article:
            continue
        starts, ends = (by_article[key][name].to_numpy() for name in ("start", "end"))
        at = starts.searchsorted(own["start"].to_numpy(), side="right") - 1
        inside = (at >= 0) & (own["start"].to_numpy() < ends[at])
        yield from ((index, int(starts[place])) for index, place, has in zip(own.index, at, inside, strict=True) if has)
