"""The corpus: what is in a folder, in sentences that keep what was given apart from what the text itself says."""

import pandas as pd

from .. import lookups
from ..extract.given import givers
from ..extract.segment import OWN
from .phrase import capital, day, listed, number, percent

PLAIN, ENGLISH = "text", "en"
ELSEWHERE = "from outside the text"


def corpus(articles: pd.DataFrame, rejects: pd.DataFrame, roles: pd.DataFrame) -> list[str]:
    """What is in the folder, from which outlets, of which days, and how much of the text is the articles themselves.

    Formats are named where not all is plain text, languages where not all is English.
    """
    records = len(articles) + len(rejects)
    read = f"{number(records, 'record')} {'was' if records == 1 else 'were'} read: {number(len(articles), 'article')}"
    refused = f" and {len(rejects)} that {'is' if len(rejects) == 1 else 'are'} none." if len(rejects) else "."
    told = [formats(articles), outlets(articles), days(articles), bylines(articles), languages(articles)]
    return [read + refused, *filter(None, told), parts(roles)]


def formats(articles: pd.DataFrame) -> str:
    """From how many files and formats the articles come; empty where all are plain text."""
    if (articles["format"] == PLAIN).all():
        return ""
    counts = articles["format"].str.partition(":")[0].value_counts(sort=False).sort_index()
    named = listed([f"{name} ({count})" for name, count in counts.items()], 12)
    return f"By format: {named}, in {number(articles['file'].nunique(), 'file')}."


def outlets(articles: pd.DataFrame) -> str:
    """Which outlets are known, and for how many articles the text itself gives them away."""
    counts = articles["outlet"].value_counts(sort=False).sort_index()
    if counts.empty:
        return "No outlet was found in any article, and none is guessed."
    total, known, given = len(articles), int(counts.sum()), len(told(articles, "outlet"))
    if not given:
        said = f"The text itself gives the outlet away for {known} of {total}"
    else:
        more = f", and the text itself gives it away for {known - given} more" if known > given else ""
        said = f"The outlet is given {ELSEWHERE} for {given} of {total}{more}"
    named = listed([f"{name} ({count})" for name, count in counts.items()], 12)
    nobody = "it is not known, and none is guessed" if given else "it does not, and no outlet is guessed"
    return f"{said}: {named}." + (f" For {total - known} {nobody}." if known < total else "")


def days(articles: pd.DataFrame) -> str:
    """Between which days the articles can have been published, and for how many the day is given."""
    closed = articles.dropna(subset=["published_from", "published_to"])
    total, given = len(articles), told(articles, "published")
    own = int((~closed["article_id"].isin(given)).sum())
    said = "What the text says of dates and people in office puts"
    if given:
        more = f", and what the text says of dates and people in office bounds it for {own} more" if own else ""
        said = f"The day of publication is given {ELSEWHERE} for {len(given)} of {total}{more}. That puts"
    if closed.empty:
        return "For no article are both bounds of its day of publication known."
    return f"{said} {len(closed)} of {total} {between(closed['published_from'], closed['published_to'])}."


def between(first: pd.Series, last: pd.Series) -> str:
    """`between 1 March 2025 and 4 April 2025; for 2 of them the day is settled`, or the one day that all have."""
    earliest, latest = (day(bound) for bound in (first.min(), last.max()))
    if earliest == latest:
        return f"on {earliest}"
    settled = int((first == last).sum())
    which = f"for {settled} of them the day is settled" if settled else "for none of them is the day settled"
    return f"between {earliest} and {latest}; {which}"


def bylines(articles: pd.DataFrame) -> str:
    """For how many articles the authors are known."""
    total, known, given = len(articles), int(articles["byline"].notna().sum()), len(told(articles, "byline"))
    if not known:
        return f"No byline was found in {number(total, 'article')}."
    if not given:
        return f"A byline names the authors of {known} of {total}."
    more = f", and a byline in the text names them for {known - given} more" if known > given else ""
    return f"The authors are given {ELSEWHERE} for {given} of {total}{more}."


def languages(articles: pd.DataFrame) -> str:
    """Which languages the articles are in, and what is read in English only; empty where all are in English."""
    if (articles["lang"] == ENGLISH).all():
        return ""
    total, counts = (
        len(articles),
        articles["lang"].value_counts().sort_index().sort_values(ascending=False, kind="stable"),
    )
    named = [f"{language(str(code))} ({count} of {total})" for code, count in counts.items()]
    open_ones = int(articles["lang"].isna().sum())
    said = [f"by language: {listed(named)}"] if named else []
    said += [f"for {open_ones} of {total} the language is not settled"] if open_ones else []
    return f"{capital('; '.join(said))}. Speakers, polls and most dates are read in English only."


def language(code: str) -> str:
    """The English name of a language, or its code where lookups/languages.csv has none."""
    return next(iter(lookups.column("languages", "form", code=code)), code)


def foreign(articles: pd.DataFrame, what: str) -> list[str]:
    """That rules for English were used on articles in other languages; no sentence where there are none."""
    others = int((articles["lang"].dropna() != ENGLISH).sum())
    said = f"{others} of {number(len(articles), 'article')} {'is' if others == 1 else 'are'} not in English"
    return [f"{said}; the rules for {what} are made for English."] if others else []


def told(articles: pd.DataFrame, field: str) -> list[str]:
    """The articles of which a field was given from outside the text."""
    cells = zip(articles["article_id"], articles["given"], strict=True)
    return [article for article, cell in cells if field in givers(cell)]


def parts(roles: pd.DataFrame) -> str:
    """How much of the records is the articles themselves."""
    own, total = roles[roles["role"].isin(OWN)]["n"].sum(), roles["n"].sum()
    rest = f"{percent(own / total)} of the {total:,} words are the articles themselves"
    if own < total:
        rest += "; the rest is captions, teasers of other stories, repeats and the furniture of the pages"
    return f"{capital(rest)}."
