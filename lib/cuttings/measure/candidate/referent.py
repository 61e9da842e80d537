"""Referents: what each name and phrase of a story's articles most likely names, and how that is known."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import pandas as pd

from ... import lookups, tables
from ...extract.each import pages
from ...extract.mention import mentions
from ...extract.name.lexicon import nations
from ...extract.name.run import is_title_case
from ...text import fold
from .alias import one_name
from .named import Named
from .noun import is_adjective, nouns
from .person import descriptions, person_heads
from .phrase import Phrase, phrases
from .state import bodies, governing, seated
from .token import Token, lemma, sentences

NAME, OFFICE, SYNONYM, HEAD = "name", "office", "synonyms", "same head noun"


def referents(articles: pd.DataFrame) -> Iterator[tuple[str, Named]]:
    """What the articles name, place by place: the id of the article, and the name or phrase with its referent.

    1. Names: mentions of one name in all articles (extract.mentions, `alias.py`); `office` where the article says who
       holds it.
    2. Seats and governments go to their state (`state.py`), descriptions to their person (`person.py`).
    3. All other noun phrases with one head noun, or with heads that lookups/synonyms.csv has as one, are one
       referent. Heads that name no one thing in a story (lookups/no_referents.csv) and people in general (`experts`)
       are left out, unless the list of synonyms has them.
    """
    named = names(articles)
    told_apart = nouns(sentence for _, text in pages(articles) for sentence in sentences(text))
    known = told_apart | person_heads() | {lemma(body) for body in bodies()}
    for article_id, text in pages(articles):
        starts = set()
        for one in sorted(told(text, named.get(article_id, []), known)):
            if (one.start, one.referent) not in starts:
                starts.add((one.start, one.referent))
                yield article_id, one


def names(articles: pd.DataFrame) -> dict[str, list[Named]]:
    """The names and described offices of each article, under one name for all."""
    table = mentions(articles)
    chosen = one_name(table)
    kinds = settled_kinds([chosen[name] for name in table["name"]], table["kind"].tolist())
    found: dict[str, list[Named]] = {}
    for row in tables.rows(table):
        name = chosen[row.name]
        form = row.form.removeprefix("the ") if row.described else row.form
        basis = OFFICE if row.described else NAME
        one = Named(row.start, row.end, name, kinds.get(name, "other"), form, basis)
        found.setdefault(row.article_id, []).append(one)
    return found


def settled_kinds(names: list[str], kinds: list[str | None]) -> dict[str, str]:
    """The kind that most mentions of each name have, of those that have one."""
    uses: dict[str, Counter[str]] = {}
    for name, kind in zip(names, kinds, strict=True):
        if not pd.isna(kind):
            uses.setdefault(name, Counter())[str(kind)] += 1
    return {name: min(counts, key=lambda kind: (-counts[kind], kind)) for name, counts in uses.items()}


def told(text: str, named: list[Named], known: frozenset[str]) -> Iterator[Named]:
    """What one article names."""
    folded = fold(text)
    found = [phrase for sentence in sentences(text) for phrase in phrases(sentence, known, is_titled(text, sentence))]
    inside = {at for name in named for at in range(name.start, name.end)}
    own = [phrase for phrase in found if phrase.words[-1].start not in inside]
    yield from (seated(folded, name, known) for name in named)
    people = [name for name in named if name.kind == "person" and name.basis == NAME]
    special = [*descriptions(folded, own, people), *governing(own, {name.start: name for name in named})]
    yield from special
    taken = {name.start for name in special}
    for phrase in own:
        if phrase.start not in taken and is_thing(phrase):
            yield thing(phrase, known)


def is_titled(text: str, sentence: Sequence[Token]) -> bool:
    """Whether a sentence is a headline with capitals, which tell no names."""
    return is_title_case(text, sentence[0].start, sentence[-1].end)


def is_thing(phrase: Phrase) -> bool:
    """Whether a phrase can name one thing of the story."""
    if phrase.head in synonyms() or (phrase.words[-1].word[0].isupper() and phrase.words[-1].low[-1] == "s"):
        return True
    return phrase.head not in vague() and phrase.head not in person_heads()


def thing(phrase: Phrase, known: frozenset[str]) -> Named:
    """A phrase under its head noun, or the noun that stands for its synonyms; one with a capital is a name."""
    last = phrase.words[-1]
    if last.word[0].isupper() and phrase.at and not phrase.titled:
        return Named(phrase.start, phrase.end, phrase.form(), "other", phrase.form(), NAME)
    noun = synonyms().get(phrase.head)
    basis = SYNONYM if noun else HEAD
    return Named(phrase.start, phrase.end, noun or phrase.head, "thing", phrase.form(), basis, sort(phrase, known))


def sort(phrase: Phrase, known: frozenset[str]) -> str:
    """Of which sort a thing is by its phrase: of the country it names, else of what a name or noun before the head says
    (`Minsk agreements`, `minerals agreement`); empty where it says neither.
    """
    places = [nations()[word.word] for word in phrase.words[:-1] if word.word in nations()]
    if places or len(phrase.words) < 2:
        return places[0] if places else ""
    before = phrase.words[-2]
    named = before.word[0].isupper() and not phrase.titled
    noun = lemma(before.low) in known or lemma(before.low) != before.low
    return before.low if named or (noun and not is_adjective(before)) else ""


@cache
def synonyms() -> dict[str, str]:
    """The noun under which each noun of lookups/synonyms.csv goes."""
    return {lemma(row["noun"]): row["as"] for row in lookups.rows("synonyms")}


@cache
def vague() -> frozenset[str]:
    """Nouns that name no one thing in a story."""
    return frozenset(map(lemma, lookups.column("no_referents", "noun")))
