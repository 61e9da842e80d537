"""Who is quoted, in sentences."""

import pandas as pd

from ..measure.voice import UNSETTLED
from .corpus import foreign
from .phrase import listed, number, percent


def voices(voices: pd.DataFrame, quotations: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """Who is quoted, how far the speakers are settled, and how much of the quoted words is anonymous."""
    if voices.empty:
        return [
            f"No direct quotation was found in {number(len(articles), 'article')}.",
            *foreign(articles, "quotations"),
        ]
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
        *foreign(articles, "speakers"),
    ]
