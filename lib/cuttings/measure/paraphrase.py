"""Paraphrases: reported statements that give an utterance which is quoted elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from .. import tables
from .alignment import tokens
from .day import Days
from .leader import CONTENT, LEADS, TRIED, Leaders
from .rendering import FAR, Rendering, apart, may_be_one, rendering

STEM = 6  # letters by which words of one stem are taken for one: concession, concessions
SHARE, LEAST = 0.6, 4  # of the lighter side's words of content, and how many of them


def paraphrases(
    statements: pd.DataFrame, rows: Sequence[Any], published: Mapping[str, Days], leaders: Leaders
) -> dict[int, list[Any]]:
    """The statements that belong to each group, under the place of its leader.

    A statement of the same named speaker, within days that may be the same, belongs to the group whose fullest
    rendering has most of its words of content, in any order: at least four, and three fifths of what the words of the
    lighter side weigh. Names do not count, because a speaker names the same people in many utterances; nor do
    statements of an article that quotes the utterance itself.
    """
    tables.require(statements, "statements", "article_id", "start", "end", "text", "speaker", "anonymous")
    stems = {leader: stems_of(rows[leader].text, leaders.weight) for leader in leaders.face}
    index: defaultdict[str, list[int]] = defaultdict(list)
    for leader, own in stems.items():
        for stem in own:
            index[stem].append(leader)
    told: defaultdict[int, list[Any]] = defaultdict(list)
    for row in tables.rows(statements.sort_values(["article_id", "start"])):
        one = rendering(row, published[row.article_id])
        own = stems_of(row.text, leaders.weight)
        found = Counter(leader for stem in own for leader in index[stem][:LEADS]) if one.speaker else Counter()
        for leader, count in found.most_common(TRIED):
            quoted = row.article_id in {rows[place].article_id for place in leaders.led[leader]}
            if count >= LEAST and not quoted and retold(one, leaders.face[leader], own, stems[leader]):
                told[leader].append(row)
                break
    return dict(told)


def stems_of(text: str, weight: Mapping[str, float]) -> dict[str, float]:
    """The stems of the words of content, in order, with what they weigh; a capital within the text makes a name."""
    words = tokens(text)
    plain = [word.key for place, word in enumerate(words) if not (place and text[word.start].isupper())]
    heavy = ((key[:STEM], weight.get(key, 1.0)) for key in plain)
    return {stem: value for stem, value in heavy if value >= CONTENT}


def retold(one: Rendering, face: Rendering, own: Mapping[str, float], theirs: Mapping[str, float]) -> bool:
    """Whether a statement gives an utterance: the speaker, the days and enough of the words."""
    if face.speaker is None or not may_be_one(one, face) or apart(one.published, face.published) > FAR:
        return False
    shared = sum(theirs[stem] for stem in own if stem in theirs)
    return shared >= SHARE * min(sum(own.values()), sum(theirs.values()))
