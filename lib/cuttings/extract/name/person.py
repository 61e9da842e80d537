"""People: which mentions stand for the same one, and under which name."""

from functools import cache

from ... import lookups
from .lexicon import SUFFIXES, ends, given_names, titles
from .name import Name
from .run import is_small
from .spelling import listed


def settled(found: list[Name], common: frozenset[str]) -> list[Name]:
    """The mentions with canonical name, kind, and the gender that any mention of the same name shows."""
    full = full_names(found, common)
    meant: dict[tuple[str, str, str | None], tuple[str, str | None]] = {}  # a form is used again and again
    for item in found:
        key = (item.form, item.title, item.kind)
        if key not in meant:
            meant[key] = canonical(item, full)
    named_so = [meant[item.form, item.title, item.kind] for item in found]
    genders: dict[str, str] = {}
    for item, (name, _) in zip(found, named_so, strict=True):
        genders[name] = titles().get(item.title) or genders.get(name) or given_names().get(name.split()[0], "")
    return [
        Name(item.start, item.end, item.form, name, kind, genders[name] if kind != "place" else "", item.title)
        for item, (name, kind) in zip(found, named_so, strict=True)
    ]


def full_names(found: list[Name], common: frozenset[str]) -> dict[str, dict[str, str]]:
    """The people whom the article names in full: by surname, the canonical name by given name.

    Two words of unknown kind are a person where the second stands alone, too, and is no common word of the article's.
    """
    single = {name.form for name in found if " " not in name.form}
    full: dict[str, dict[str, str]] = {}
    for name in found:
        first, last = ends(name.form)
        if first and (name.kind == "person" or (name.kind is None and last in single and not is_small(last, common))):
            junior = suffix(name.form)
            known = listed(name.form) or (None if junior else listed(f"{first} {last}")) or (name.form, "")
            full.setdefault(last, {}).setdefault(first + junior, known[0])
    return full


def canonical(item: Name, full: dict[str, dict[str, str]]) -> tuple[str, str | None]:
    """The name that a form stands for, and its kind."""
    known = listed(item.form)
    first, last = ends(item.form)
    if known and known[1] != "person" and item.title and not first and last in full:
        known = None  # Ms Medina, of Laura Medina
    if known and (known[1] != "person" or first):
        return known
    people = full.get(last, {})
    if first:
        known_as = first + suffix(item.form)
        return (people[known_as], "person") if known_as in people else (item.form, item.kind)
    fitting = fitting_title(item.title, last, people)
    if len(fitting) == 1 and (not known or known[0] in fitting):
        return fitting.pop(), "person"
    if people:
        return item.form, "person"
    return known or by_given_name(item, full)


def fitting_title(title: str, surname: str, people: dict[str, str]) -> set[str]:
    """The people of a surname whom a title fits: by gender, and by office where lookups/offices.csv has its holders.
    `Jr.` makes another person, whom the surname alone does not mean beside one without it.
    """
    sex = titles().get(title, "")
    holders = office_holders().get((title, surname))
    fitting = {
        name
        for given, name in people.items()
        if (not sex or given_names().get(given, sex) in (sex, "")) and (holders is None or name in holders)
    }
    seniors = {name for name in fitting if not suffix(name)}
    return seniors or fitting


def suffix(form: str) -> str:
    """The suffix that tells two people of one name apart: `Jr.`, `III`."""
    last = form.rpartition(" ")[2]
    return last if last in SUFFIXES else ""


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
