"""Say: the answers, as sentences made from the tables. Every number in them is counted here and now."""

from typing import Any

import pandas as pd

from .extract.segment import OWN
from .measure.group import MIN_ARTICLES, groups
from .measure.voice import UNSETTLED
from .tables import rows as rows_of
from .text import shorten

MOST_POLLS = 5
NOTABLE = 1.96  # of z: below it, a word is not used often enough to name it in an answer


def number(count: int, one: str, many: str = "") -> str:
    """`1 article`, `5 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(items: list[str], most: int = 6) -> str:
    """`A, B and C`; what exceeds `most` is counted."""
    shown = items if len(items) <= most else [*items[:most], f"{len(items) - most} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "none"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """A share as a whole per cent, never rounded to none or all."""
    return "under 1%" if 0 < share < 0.005 else "over 99%" if 0.995 < share < 1 else f"{share:.0%}"


def corpus(articles: pd.DataFrame, rejects: pd.DataFrame, roles: pd.DataFrame) -> list[str]:
    """What is in the folder, from which outlets, of which days, and how much of the text is the articles themselves."""
    records = len(articles) + len(rejects)
    read = f"{number(records, 'record')} {'was' if records == 1 else 'were'} read: {number(len(articles), 'article')}"
    refused = f" and {len(rejects)} that {'is' if len(rejects) == 1 else 'are'} none." if len(rejects) else "."
    own = roles[roles["role"].isin(OWN)]["n"].sum()
    total = roles["n"].sum()
    rest = f"{percent(own / total)} of the {total:,} words are the articles themselves"
    if own < total:
        rest += "; the rest is captions, teasers of other stories, repeats and the furniture of the pages"
    return [read + refused, outlets(articles), days(articles), f"{capital(rest)}."]


def outlets(articles: pd.DataFrame) -> str:
    """Which outlets are known."""
    counts = articles["outlet"].value_counts(sort=False).sort_index()
    if counts.empty:
        return "No outlet that the lookup knows was found in any article."
    named = listed([f"{name} ({count})" for name, count in counts.items()], 12)
    unknown = int(articles["outlet"].isna().sum())
    said = f"The text itself gives the outlet away for {int(counts.sum())} of {len(articles)}: {named}."
    return said + (f" For {unknown} it does not, and no outlet is guessed." if unknown else "")


def days(articles: pd.DataFrame) -> str:
    """Between which days the articles can have been published."""
    bounded = articles.dropna(subset=["published_from", "published_to"])
    first, last = bounded["published_from"], bounded["published_to"]
    exact, closed = int((first == last).sum()), len(bounded)
    if not closed:
        return "No article gives both bounds of its day of publication."
    from_day, to_day = (f"{day.day} {day:%B %Y}" for day in (first.min(), last.max()))
    said = (
        f"What they say of dates and people in office puts {closed} of {len(articles)} between {from_day} and {to_day}"
    )
    return f"{said}; {f'{exact} of them on a single day' if exact else 'none of them on a single day'}."


def voices(voices: pd.DataFrame, quotations: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """Who is quoted, how far the speakers are settled, and how much of the quoted words is anonymous."""
    if voices.empty:
        return [f"No direct quotation was found in {number(len(articles), 'article')}."]
    kinds = quotations["kind"].value_counts()
    spoken = int(kinds.get("full", 0) + kinds.get("partial", 0))
    terms = int(kinds.get("phrase", 0))
    named = voices[~voices["anonymous"] & (voices["speaker"] != UNSETTLED)]
    most = named.groupby("speaker")["n"].sum().nlargest(3)
    total = int(voices["n"].sum())
    unsettled = int(voices.loc[voices["speaker"] == UNSETTLED, "n"].sum())
    anonymous = int(voices.loc[voices["anonymous"], "n"].sum())
    leading = listed([f"{name} ({count} of {total:,} words, {percent(count / total)})" for name, count in most.items()])
    return [
        f"{number(spoken, 'direct quotation')} in {number(len(articles), 'article')}, and {number(terms, 'term')} in "
        f"quotation marks that {'is' if terms == 1 else 'are'} nobody's speech.",
        f"{number(named['speaker'].nunique(), 'speaker is', 'speakers are')} named. At most length: {leading}.",
        f"Anonymous speakers have {anonymous} of {total:,} quoted words ({percent(anonymous / total)}); for "
        f"{unsettled} ({percent(unsettled / total)}) the text does not settle who speaks.",
    ]


def polls(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, poll_checks: pd.DataFrame, articles: pd.DataFrame
) -> list[str]:
    """Which polls are reported with which figures, and what the checks give."""
    if polls.empty:
        return [f"No figure from a poll was found in {number(len(articles), 'article')}."]
    carriers = polls["article_id"].nunique()
    counted = f"{number(len(polls), 'poll')}, {number(int((poll_figures['kind'] == 'share').sum()), 'share')}"
    verb = "reports" if carriers == 1 else "report"
    said = [f"{carriers} of {number(len(articles), 'article')} {verb} figures from polls: {counted}."]
    names = groups(articles)
    for poll in rows_of(polls.head(MOST_POLLS)):
        own = poll_figures[(poll_figures["article_id"] == poll.article_id) & (poll_figures["poll"] == poll.poll)]
        who = poll.pollster if pd.notna(poll.pollster) else "A poll for which no pollster was found"
        figures = "; ".join(figure(row) for row in rows_of(own[own["kind"] == "share"].head(6)))
        said.append(f"{who}, as reported by {names[poll.article_id]}: {figures}.")
    if len(polls) > MOST_POLLS:
        said.append(f"{len(polls) - MOST_POLLS} more are in the table.")
    return [*said, verdicts(poll_checks)]


def verdicts(poll_checks: pd.DataFrame) -> str:
    """How the checks came out."""
    counts = poll_checks["verdict"].value_counts()
    phrases = {
        "holds": "hold",
        "does not hold": "do not hold",
        "incomplete": "find the report incomplete",
        "cannot be checked": "cannot be made",
    }
    found = [f"{counts[verdict]} {phrase}" for verdict, phrase in phrases.items() if verdict in counts]
    return f"Of {number(len(poll_checks), 'check')} {listed(found)}."


def figure(row: Any) -> str:
    """`58% of Ukrainians, “under no circumstances” …`."""
    group = f" of {row.group}" if pd.notna(row.group) else ""
    option = f", {shorten(row.option, 90)}" if pd.notna(row.option) else ""
    return f"{row.percent:g}%{group}{option}"


def limits(articles: pd.DataFrame, by: str = "outlet") -> str:
    """Whether a comparison of groups can be more than a description."""
    sizes = groups(articles, by).value_counts()
    small = int((sizes < MIN_ARTICLES).sum())
    if not small:
        return f"Each of the {len(sizes)} groups has {MIN_ARTICLES} articles or more."
    which = "None" if small == len(sizes) else f"Only {len(sizes) - small}"
    return (
        f"{which} of the {number(len(sizes), 'group')} has {MIN_ARTICLES} articles or more: what follows describes "
        "these texts and is no claim about outlets."
    )


def topics(topics: pd.DataFrame, article_topics: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How many topics the passages fall into, which of them hold on parts of the folder, and what not to report."""
    if topics.empty:
        return [f"{number(len(articles), 'article')} with too few passages that share words: no topics were made."]
    held = topics[topics["status"] == "stable"]
    again = {0: "none of them comes", 1: "one of them comes"}.get(len(held), f"{len(held)} of them come")
    said = (
        f"{number(len(article_topics), 'passage')} of {number(len(articles), 'article')} fall into "
        f"{number(len(topics), 'topic')}; {again} out alike in both halves of the passages."
    )
    if held.empty:
        return [said, "None is stable enough to be reported: read the passages themselves."]
    cards = [
        f"{row.label} ({row.passages} of {len(article_topics)} passages, {number(int(row.articles), 'article')})"
        for row in rows_of(held)
    ]
    loose = len(topics) - len(held)
    rest = (
        f" The other {'one is' if loose == 1 else f'{loose} are'} not stable and not to be reported." if loose else ""
    )
    return [said, f"By their strongest terms: {listed(cards)}.{rest}"]


def framing(contrasts: pd.DataFrame, keyness: pd.DataFrame, articles: pd.DataFrame, by: str) -> list[str]:
    """What groups call the same thing, which words set them apart, and how far that carries."""
    count = groups(articles, by).nunique()
    if count < 2:
        return [f"There is nothing to compare: by {by} these articles make {number(count, 'group')}."]
    said = []
    for referent, rows in sorted(contrasts.groupby("referent"), key=lambda pair: -pair[1]["of_all"].iloc[0])[:6]:
        forms = [
            f"“{form}” in {listed([f'{row.group} ({row.n} of {row.of_n})' for row in rows_of(users)])}"
            for form, users in rows.groupby("form")
        ]
        said.append(f"{capital(str(referent))}: {'; '.join(forms)}.")
    if not said:
        said.append("No thing of the lookup is called by different names in different groups.")
    apart = keyness[(keyness["z"] >= NOTABLE) & (keyness["n"] > 1)].sort_values("z", ascending=False, kind="stable")
    leading = [f"{group}: {', '.join(rows['term'].head(4))}" for group, rows in apart.groupby("group")]
    if leading:
        said.append(f"The words that set each group apart from the others most: {'; '.join(leading[:6])}.")
    return [*said, limits(articles, by)]


def confounded(articles: pd.DataFrame) -> str:
    """Whether the earlier and the later articles come from the same outlets."""
    when = groups(articles, "period")
    if when.dropna().nunique() < 2:
        return "The days of publication do not divide these articles into an earlier and a later part."
    who = groups(articles, "outlet")
    parts = [set(who[when == part]) for part in sorted(when.dropna().unique())]
    both = parts[0] & parts[1]
    sizes = " and ".join(
        f"{number(int((when == part).sum()), 'article')} {part}" for part in sorted(when.dropna().unique())
    )
    if both:
        return f"{sizes}; {number(len(both), 'outlet has', 'outlets have')} articles in both parts."
    return (
        f"{sizes}: no outlet has articles in both parts, so a change over time cannot be told from a difference "
        "between outlets."
    )
