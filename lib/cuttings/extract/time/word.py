"""The words of time expressions, as patterns: what lookups/time_words.csv, number_words.csv and months.csv list."""

from collections.abc import Iterable

from ... import lookups


def listed(kind: str) -> tuple[str, ...]:
    """The patterns of one kind in lookups/time_words.csv."""
    return lookups.column("time_words", "pattern", kind=kind)


def words(kind: str) -> str:
    """The same as alternatives."""
    return "|".join(listed(kind))


def said(kind: str) -> str:
    """The same, the first letter of each small or a capital."""
    return either(listed(kind))


def number_forms() -> tuple[str, ...]:
    """The numbers of lookups/number_words.csv."""
    return lookups.column("number_words", "form")


def numbers() -> str:
    """The same as alternatives, the first letter of each small or a capital."""
    return either(number_forms())


def either(forms: Iterable[str]) -> str:
    """Forms as alternatives, the first letter of each small or a capital."""
    return "|".join(f"[{form[0].upper()}{form[0]}]{form[1:]}" for form in forms)


def months() -> str:
    """The names of the months in English (lookups/months.csv), and their beginnings with or without a full stop."""
    forms = sorted(lookups.column("months", "form", lang="en"), key=len, reverse=True)
    short = [form for form in forms if any(other.startswith(form) for other in forms if other != form)]
    whole = [form for form in forms if form not in short]
    return rf"(?:{'|'.join(whole)}|(?:{'|'.join(short)})\.?)"
