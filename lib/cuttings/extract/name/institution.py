"""Institutions: their short forms, and those whose name has an `and`."""

from .lexicon import endings
from .name import Name
from .part import head_of

BODIES = frozenset(("Committee", "Subcommittee", "Administration", "Department", "Commission", "Organization"))


def with_short_forms(found: list[Name]) -> list[Name]:
    """The mentions, `the Institute`, `the Times` and `Holm` under the name of the one institution that they can mean.

    A short form is the word that says what the institution is, or the first one (`Holm Steel Group`).
    """
    shorts: dict[str, set[str]] = {}
    for name in found:
        if name.kind == "organisation" and " " in name.form:
            for short in short_forms(name.form):
                shorts.setdefault(short, set()).add(name.name)
    only = {short: names.pop() for short, names in shorts.items() if len(names) == 1}
    return [
        name._replace(name=only[name.form], kind="organisation") if name.form in only and is_open(name) else name
        for name in found
    ]


def is_open(name: Name) -> bool:
    """Whether nothing has said yet what a mention stands for."""
    return name.name == name.form and name.kind in (None, "organisation")


def short_forms(form: str) -> set[str]:
    """The words by which an institution can be called in short."""
    words = form.split()
    return {head_of(words), words[0]} if any(word in endings() for word in words) else set()


def joined_by_and(text: str, found: list[Name]) -> list[Name]:
    """The mentions, two of them as one where the second is what an `and` in the name of a committee leaves of it."""
    joined: list[Name] = []
    for name in found:
        before = joined[-1] if joined else None
        if before and is_first_half(text, before, name):
            form = f"{before.form} and {name.form}"
            joined[-1] = name._replace(start=before.start, form=form, name=form)
        else:
            joined.append(name)
    return joined


def is_first_half(text: str, before: Name, name: Name) -> bool:
    """Whether a mention of unknown kind behind an article and the body behind the `and` are one name."""
    if before.kind is not None or name.kind != "organisation" or text[before.end : name.start] != " and ":
        return False
    return name.form.split()[-1] in BODIES and text[max(0, before.start - 4) : before.start].lower() == "the "
