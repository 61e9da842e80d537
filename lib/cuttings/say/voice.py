"""Who is quoted, on which side and with which words of saying, in sentences."""

import pandas as pd

from ..measure.cue import UNLISTED
from ..measure.side import UNKNOWN_SIDE, UNSETTLED, sides
from ..measure.voice import SOMEBODY
from ..tables import rows as rows_of
from .corpus import foreign
from .phrase import capital, listed, number, percent

APART = {
    "phrase": ("term", "terms"),
    "title": ("title", "titles"),
    "option": ("survey answer", "survey answers"),
    "question": ("question", "questions"),
    "nested": ("quotation within another", "quotations within others"),
    "repeat": ("repeat above the body", "repeats above the body"),
}
NEUTRAL, TELLING = "neutral", ("doubting", "admitting")


def voices(voices: pd.DataFrame, quotations: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """Who is quoted, how far the speakers are settled and named, and on which side they are."""
    if voices.empty:
        return [
            f"No direct quotation was found in {number(len(articles), 'article')}.",
            *foreign(articles, "quotations"),
        ]
    total = int(voices["n"].sum())
    unsettled = int(voices.loc[voices["speaker"] == UNSETTLED, "n"].sum())
    anonymous = int(voices.loc[voices["anonymous"], "n"].sum())
    return [
        counted(quotations, articles),
        named(voices, total),
        f"Anonymous speakers have {of(anonymous, total, 'quoted words')}; for {of(unsettled, total)} the text does not "
        "settle who speaks.",
        heard_sides(voices, total),
        *foreign(articles, "speakers"),
    ]


def of(count: int, total: int, what: str = "") -> str:
    """`109 of 765 words (14%)`."""
    return f"{count:,} of {total:,}{f' {what}' if what else ''} ({percent(count / total)})"


def counted(quotations: pd.DataFrame, articles: pd.DataFrame) -> str:
    """How many quotations there are, and what else stands in quotation marks."""
    kinds = quotations["kind"].value_counts()
    spoken = int(sum(kinds.get(kind, 0) for kind in SOMEBODY))
    apart = [number(int(kinds[kind]), *names) for kind, names in APART.items() if kind in kinds]
    rest = f"; not counted with them: {listed(apart)}" if apart else ""
    return f"{number(spoken, 'direct quotation')} in {number(len(articles), 'article')}{rest}."


def named(voices: pd.DataFrame, total: int) -> str:
    """How many speakers are named, and who speaks at most length."""
    known = voices[~voices["anonymous"] & (voices["speaker"] != UNSETTLED)]
    if known.empty:
        return "No speaker is named."
    most = known.groupby("speaker")["n"].sum().nlargest(3)
    leading = listed([f"{name} ({count} of {total:,} words, {percent(count / total)})" for name, count in most.items()])
    return f"{number(known['speaker'].nunique(), 'speaker is', 'speakers are')} named. At most length: {leading}."


def heard_sides(voices: pd.DataFrame, total: int) -> str:
    """How much each side is heard, of all quoted words; that no lookup names a side, where that is so."""
    settled = sides(voices[voices["speaker"] != UNSETTLED])
    words = settled.groupby("side")["n"].sum().sort_values(ascending=False, kind="stable")
    known = words.drop(UNKNOWN_SIDE, errors="ignore")
    if known.empty:
        return "No lookup says on which side these speakers are; the story's own lookups/sides.csv may."
    parts = [f"{side} {of(int(count), total)}" for side, count in known.items()]
    rest = int(words.get(UNKNOWN_SIDE, 0))
    unknown = f"; of speakers whose side no lookup says, {of(rest, total)}" if rest else ""
    return f"Quoted words by side: {listed(parts)}{unknown}."


def cues(cues: pd.DataFrame) -> list[str]:
    """How often a word of saying does no more than name the act, and who is said to claim or to admit."""
    if cues.empty:
        return []
    total = int(cues["n"].sum())
    tones = cues.groupby("tone")["n"].sum().sort_values(ascending=False, kind="stable")
    others = [f"{tone} {count}" for tone, count in tones.drop([NEUTRAL, UNLISTED], errors="ignore").items()]
    rest = f"; of the others, by tone: {listed(others, 8)}" if others else ""
    said = [f"Neutral are {of(int(tones.get(NEUTRAL, 0)), total, 'words of saying')}{rest}."]
    for tone in TELLING:
        rows = cues[(cues["tone"] == tone) & (cues["speaker"] != UNSETTLED)].sort_values("n", ascending=False)
        told = [f"{row.speaker} in {row.group} (“{row.cue}”, {row.n} of {row.of_n})" for row in rows_of(rows)]
        said += [f"{capital(tone)} words: {listed(told, 4)}."] if told else []
    return said
