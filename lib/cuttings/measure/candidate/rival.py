"""Rivals: the phrases with one head noun that are different names, and not names of different things."""

from collections import Counter
from collections.abc import Sequence

from ...extract.name.lexicon import nations
from .named import Use
from .referent import HEAD, SYNONYM
from .token import lemma

LEAST = 2  # uses of a phrase that is to be a rival name, and groups that name a sort of thing


def rivals(uses: Sequence[Use]) -> list[Use]:
    """The uses of one referent, with their forms, that can be names of one thing.

    1. Where phrases say of which sort a thing is (`Ukrainian territory`, `Russian territory`), only those of one sort
       stay, with those that say none: of the sorts that two groups name, the one named most often.
    2. Where all forms of a thing have one head noun, the noun alone is no other name for it, and a phrase with a place
       or a number is another thing. What stays are phrases used twice or more (`illegal immigrants`, `undocumented
       immigrants`) that no article uses side by side.
    """
    if uses[0].basis not in (SYNONYM, HEAD):
        return list(uses)
    own = of_one_sort(uses)
    return apart(own) if len(heads(own)) == 1 else own


def heads(uses: Sequence[Use]) -> set[str]:
    """The head nouns of the phrases among the uses, singular; names and descriptions have none."""
    return {lemma(use.form.rpartition(" ")[2]) for use in uses if use.basis in (SYNONYM, HEAD)}


def of_one_sort(uses: Sequence[Use]) -> list[Use]:
    """The uses without those of another sort than the one named most often."""
    named = Counter(use.of for use in uses if use.of)
    spread = {sort: len({use.group for use in uses if use.of == sort}) for sort in named}
    shared = [sort for sort in named if spread[sort] >= LEAST]
    most = min(shared, key=lambda sort: (-named[sort], sort), default="")
    return [use for use in uses if use.of in ("", most)]


def apart(uses: Sequence[Use]) -> list[Use]:
    """The uses of phrases that describe the thing, where no article has two of them."""
    times = Counter(use.form for use in uses if describes(use.form))
    kept = [use for use in uses if times[use.form] >= LEAST]
    side_by_side = len({(use.article_id, use.form) for use in kept}) > len({use.article_id for use in kept})
    return [] if side_by_side else kept


def describes(form: str) -> bool:
    """Whether a phrase says something of its head noun other than a place or a number."""
    words = form.split(" ")[:-1]
    return bool(words) and not any(word in nations() or word[0].isdigit() for word in words)
