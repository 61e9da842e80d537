"""People: which mentions stand for the same one, and under which name."""

from functools import cache

from ... import lookups
from .lexicon import as_written, ends, given_names, titles
from .name import Name
from .spelling import listed


def settled(found: list[Name], common: frozenset[str]) -> list[Name]:
    """The mentions with canonical name, kind, and the gender that any mention of the same name shows."""
    full = full_names(found, common)
    named_so = [canonical(name, full) for name in found]
    genders: dict[str, str] = {}
    for item, (name, _) in zip(found, named_so, strict=True):
        genders[name] = titles().get(item.title) or genders.get(name) or given_names().get(name.split()[0], "")
    return [
        item._replace(name=name, kind=kind, gender=genders[name] if kind != "place" else "")
        for item, (name, kind) in zip(found, named_so, strict=True)
    ]


def full_names(found: list[Name], common: frozenset[str]) -> dict[str, dict[str, str]]:
    """The people whom the article names in full: by surname, the canonical name by given name.

    Two words of unknown kind are a person where the second stands alone, too, and is no common word of the article's.
    """
    single = {name.form for name in found if " " not in name.form}
    full: dict[str, dict[str, str]] = {}
    for name in found:
        first, last = map(as_written, ends(name.form))
        if first and (name.kind == "person" or (name.kind is None and last in single and last.lower() not in common)):
            known = listed(f"{first} {last}") or listed(name.form) or (name.form, "")
            full.setdefault(last, {}).setdefault(first, known[0])
    return full


def canonical(item: Name, full: dict[str, dict[str, str]]) -> tuple[str, str | None]:
    """The name that a form stands for, and its kind."""
    known = listed(item.form)
    first, last = map(as_written, ends(item.form))
    if known and (known[1] != "person" or first):
        return known
    people = full.get(last, {})
    if first:
        return (people[first], "person") if first in people else (item.form, item.kind)
    fitting = fitting_title(item.title, last, people)
    if len(fitting) == 1 and (not known or known[0] in fitting):
        return fitting.pop(), "person"
    if people:
        return item.form, "person"
    return known or by_given_name(item, full)


def fitting_title(title: str, surname: str, people: dict[str, str]) -> set[str]:
    """The people of a surname whom a title fits: by gender, and by office where lookups/offices.csv has its holders."""
    sex = titles().get(title, "")
    holders = office_holders().get((title, surname))
    return {
        name
        for given, name in people.items()
        if (not sex or given_names().get(given, sex) in (sex, "")) and (holders is None or name in holders)
    }


@cache
def office_holders() -> dict[tuple[str, str], set[str]]:
    """The canonical names of the people in lookups/offices.csv, by office and surname."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in lookups.rows("offices"):
        full = f"{row['first']} {row['surname']}"
        known = listed(full)
        found.setdefault((row["office"], row["surname"]), set()).update((full, known[0] if known else full))
    return found


def by_given_name(item: Name, full: dict[str, dict[str, str]]) -> tuple[str, str | None]:
    """The person whom a given name alone stands for, if the article names one so in full."""
    fitting = {people[item.form] for people in full.values() if item.form in people}
    if len(fitting) == 1:
        return fitting.pop(), "person"
    return item.form, item.kind
