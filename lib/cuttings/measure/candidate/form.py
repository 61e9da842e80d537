"""Forms: the wording under which the uses of one referent are counted together."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ...extract.name.lexicon import ends
from .alias import undotted
from .named import Use
from .referent import HEAD, NAME, SYNONYM
from .state import SEAT
from .token import lemma

LEAST = 2  # uses of a wording in the story that make a form of it


def with_forms(uses: Sequence[Use]) -> list[Use]:
    """The uses of one referent, each under the form that it counts for.

    1. Of a person's name, the surname as it is spelled there, or the one word by which the story mostly names the
       person: title, given name and initials are house style.
    2. Of another name, the name without the dots of its initials; initials alone count as the name.
    3. Of a phrase by its head noun, its longest end that the story uses twice for this referent; its head noun where
       none is. A description of a person, or of those who govern, is kept whole.
    4. Singular and plural, capitals and small letters are one form, written as it is mostly written.
    """
    persons = short(use.form for use in uses if use.kind == "person" and use.basis == NAME)
    things = ending([use.form for use in uses if use.basis in (SYNONYM, HEAD)])
    found = []
    for use in uses:
        if use.basis in (SYNONYM, HEAD):
            found.append(things[use.form])
        else:
            found.append(persons[use.form] if use.kind == "person" and use.basis == NAME else plain(use))
    writing = one_writing(found)
    return [use._replace(form=writing[form]) for use, form in zip(uses, found, strict=True)]


def plain(use: Use) -> str:
    """A name without the dots of its initials, or in full where it is abbreviated (`US`, `Calif.`); another form as
    it is.
    """
    if use.basis not in (NAME, SEAT):
        return use.form
    bare = undotted(use.form)
    return use.referent if bare == initials(use.referent) or bare.endswith(".") else bare


def initials(name: str) -> str:
    """The first letters of a name of several words; empty for one of one word."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def short(written: Iterable[str]) -> dict[str, str]:
    """The one word that counts for each way to write a person's name."""
    uses = Counter(written)
    alone = {form for form in uses if " " not in form}
    found = {}
    for form in uses:
        own = [word for word in form.split() if word in alone]
        found[form] = max(own, key=lambda word: (uses[word], word)) if own else ends(form)[1]
    return found


def ending(written: Sequence[str]) -> dict[str, str]:
    """The longest end that is used often enough, of each phrase of one referent."""
    tails_of = {form: tails(form) for form in set(written)}
    uses = Counter(alike(tail) for form in written for tail in tails_of[form])
    return {
        form: next((tail for tail in found if uses[alike(tail)] >= LEAST), found[-1])
        for form, found in tails_of.items()
    }


def tails(form: str) -> list[str]:
    """A phrase and its ends, the longest first; none begins with the one who owns the thing."""
    words = form.split(" ")
    owner = max((at + 1 for at, word in enumerate(words[:-1]) if word.endswith(("'s", "s'"))), default=0)
    return [" ".join(words[at:]) for at in range(owner, len(words))]


def one_writing(found: Iterable[str]) -> dict[str, str]:
    """Each form as it is mostly written."""
    uses = Counter(found)
    chosen: dict[str, str] = {}
    for form in sorted(uses, key=lambda form: (-uses[form], form)):
        chosen.setdefault(alike(form), form)
    return {form: chosen[alike(form)] for form in uses}


def alike(form: str) -> str:
    """What singular and plural, capitals and small letters of a form have in common."""
    head, blank, last = form.rpartition(" ")
    return head.lower() + blank + lemma(last)
