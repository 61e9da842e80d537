"""Reports: the polls of an article, each with its sentences and its figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...text import fold
from ..sentence import sentence_spans
from .entry import Report
from .gate import may_report
from .reader import Reader
from .unnamed import joined

COUNTED = re.compile(
    r"\b(?:votes?|ballots) (?:(?:was|were|is|are|has been|have been|had been|being) )?(?:counted|tallied)\b"
    r"|\bvote[- ]count"
    r"|\bcounting (?:of (?:the )?(?:votes|ballots)|more than \d)"
)
ASKED = re.compile(
    r"\b(?:respondents|surveyed|interviewed|opinion polls?|exit polls?|pollsters?|margin of error"
    r"|survey|poll by|new poll)\b"
)


@lru_cache(maxsize=64)
def reports(text: str) -> tuple[Report, ...]:
    """The polls that an article reports with at least one figure, in the order in which it comes to speak of them.

    1. A sentence that names a poll, a survey, respondents or a pollster (lookups/pollsters.csv) opens a report.
    2. It goes on in the sentences that follow while they give figures, and ends after two that do not; shares of people
       who think something belong to it for longer, and so does every sentence that speaks of `the poll`.
    3. Another name, `another poll` or `a poll` behind one that has figures is the next poll; a name met before leads
       back to its poll. `The survey was conducted by X` says who asked in the poll before.
    4. A figure belongs to the poll last named before it in its sentence; to one named behind it, where the words lead
       there (`39% in a Gallup poll`); else to the poll of the sentence before.
    5. A poll without a name is the only one that the article names, unless it is told from it (see `joined`).
    6. Where votes are counted and nobody is said to have been asked, `the polls` are those of an election.
    7. Shares of people who think something directly before the first poll that is named are that poll's.
    """
    if not may_report(text):
        return ()
    folded = fold(text)
    reader = Reader(folded, text)
    for sentence in sentence_spans(text):
        reader.read(sentence)
    if COUNTED.search(folded) and all(poll.pollster is None for poll in reader.polls) and not ASKED.search(folded):
        return ()
    return tuple(report for report in joined(reader.polls, folded) if report.figures)


def own_sentences(report: Report) -> Iterator[tuple[int, int]]:
    """The stretches that tell of a poll, in order, and the few sentences behind them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted({*report.sentences, *report.tails}):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    yield from joined
