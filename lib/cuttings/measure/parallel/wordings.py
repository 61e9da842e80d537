"""Wordings: the same fact in each outlet's own words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from ... import tables
from ..copy import settled
from ..group import groups
from .pair import CONTRAST, Pair, pairs
from .point import NAME, NUMBER, THING, TIME, WORD, Key
from .saying import Saying, sayings

NEEDED = ("sentences", "mentions", "dates", "quantities", "quotations", "label_spans")
ORDER = (NAME, TIME, NUMBER, THING, WORD)

Row = dict[str, Any]
Near = Mapping[int, Mapping[int, Pair]]


def wordings(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    dates: pd.DataFrame,
    quantities: pd.DataFrame,
    quotations: pd.DataFrame,
    label_spans: pd.DataFrame,
    by: str = "outlet",
    copies: str = "once",
) -> pd.DataFrame:
    """One row per sentence of a fact that two groups or more state in their own voice: their words side by side.

    Sentences of comparable articles are aligned as by Barzilay & Elhadad (2003, doi:10.3115/1119355.1119359), by what
    they say, and not by their order:

    1. A sentence counts where half of its words or more are not quoted; what is quoted in it does not count.
    2. Its points are names, times, numbers, things of a contrast set (`label_spans`) and other words of content
       (`point.sayings`). A point weighs the logarithm of how many sentences there are for one that has it.
    3. `same statement`: two sentences share so much that fewer than one pair in a hundred such folders would by chance,
       and a quarter of all that both say. `same thing`: they name one thing of a contrast set beside the same day or
       year, and share a name. Neither where they contradict each other or copy each other (`pair.pairs`).
    4. A fact has one sentence of a group, and each matches each other; one sentence can stand in several facts. A fact
       of the second kind has a row only where its sentences use different forms.
    5. `referent` is the thing for which they use different forms, `wording` the words for it here; both are null where
       the contrast sets have none. `copies`: see `copy.settled`.

    Read by hand, in news by other people and after the rules had been mended on others: of 20 facts in folders of one
    event all are one fact, of 15 in folders of a week of a US campaign 10; there the others tell of two sides of one
    affair. That two sentences state a fact does not say that it is one, nor that nothing else differs between them.
    Not found: a fact told in words that share nothing, one told over several sentences, and what is told by pronouns.
    """
    given = (sentences, mentions, dates, quantities, quotations, label_spans)
    named = dict(zip(NEEDED, given, strict=True))
    for name, table in named.items():
        tables.require(table, name)
    group_of = groups(settled(articles, copies), by).dropna()
    counted = articles[articles["article_id"].isin(group_of.index)].sort_values("article_id")
    found = list(sayings(counted, named))
    owners = [str(group_of[one.article_id]) for one in found]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = [list(described(found, owners, *fact)) for fact in facts(pairs(found, owners), owners)]
    kept = sorted(filter(None, rows), key=lambda fact: (-len(fact), -fact[0]["weight"]))
    return tables.build(
        "wordings",
        [
            {"fact": number, **row, "text": texts[row["article_id"]][row["start"] : row["end"]]}
            for number, fact in enumerate(kept, 1)
            for row in fact
        ],
    )


def facts(found: Sequence[Pair], owners: Sequence[str]) -> Iterator[tuple[list[int], Near]]:
    """Sentences of which each matches each other, one of a group: begun by the heaviest pair that none has yet, and
    joined by those that share most with all of it.
    """
    near: defaultdict[int, dict[int, Pair]] = defaultdict(dict)
    for pair in found:
        near[pair.one][pair.other] = near[pair.other][pair.one] = pair
    covered: set[tuple[int, int]] = set()
    for pair in found:
        if (pair.one, pair.other) in covered:
            continue
        members = [pair.one, pair.other]
        both = near[pair.one].keys() & near[pair.other].keys()
        for place in sorted(both, key=lambda at: (-sum(near[at][one].weight for one in members[:2]), at)):
            others = {owners[one] for one in members}
            if owners[place] not in others and all(place in near[one] for one in members):
                members.append(place)
        covered.update(combinations(sorted(members), 2))
        yield sorted(members), near


def described(found: Sequence[Saying], owners: Sequence[str], members: list[int], near: Near) -> Iterator[Row]:
    """The rows of one fact; none for a thing that all call by one form."""
    own = [near[one][other] for one, other in combinations(members, 2)]
    thing = contrasted(found[one] for one in members)
    if thing is None and all(pair.basis == CONTRAST for pair in own):
        return
    shared = frozenset.intersection(*(pair.shared for pair in own)) or own[0].shared
    for one in members:
        saying = found[one]
        others = [near[one][other] for other in members if other != one]
        yield {
            **{"article_id": saying.article_id, "start": saying.start, "end": saying.end, "group": owners[one]},
            "basis": max(own, key=lambda pair: (pair.weight, pair.basis)).basis,
            "referent": thing and thing[1],
            "wording": "; ".join(used(saying, thing).values()) or None if thing else None,
            "shared": "; ".join(told(shared, saying)),
            "weight": min(pair.weight for pair in own),
            "likeness": sum(pair.likeness for pair in others) / len(others),
        }


def contrasted(members: Iterable[Saying]) -> Key | None:
    """The thing that most of these sentences name, some of them in forms that others do not use; null for none."""
    forms: defaultdict[Key, list[set[str]]] = defaultdict(list)
    for one in members:
        for thing in one.forms:
            forms[thing].append(set(used(one, thing)))
    apart = [thing for thing, sets in forms.items() if any(not a & b for a, b in combinations(sets, 2))]
    return min(apart, key=lambda thing: (-len(forms[thing]), thing), default=None)


def used(one: Saying, thing: Key) -> dict[str, str]:
    """The forms of a thing in a sentence with the words: those beside a time where there are any, else all."""
    forms = one.forms.get(thing, {})
    beside = {form for (what, _), form in one.dated.items() if what == thing}
    return {form: words for form, words in forms.items() if form in beside or not beside}


def told(shared: frozenset[Key], saying: Saying) -> Iterator[str]:
    """What is shared, in the words of this sentence: names, times, numbers, things and other words."""
    for key in sorted(shared, key=lambda key: (ORDER.index(key[0]), key)):
        yield key[1] if key[0] in (NAME, THING) else saying.points.get(key, key[1])
