"""Spelling: the ways in which a name is written in Latin letters, as one."""

import re
import unicodedata
from functools import cache, lru_cache

from .lexicon import variants

SLAVIC = re.compile(
    r"(?:sk|ck|zk)[iyj]+$|enko$|[aeiouy][jy]ev$|[oe]v[aeu]?$|ch?uk$|yuk$|shyn$|shvili$|[iy][gh]a$|skaj?y?a$"
)
# Each rule takes spellings of one letter or ending as one; the order counts.
RULES = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"kh", "h"),
        (r"ks", "x"),
        (r"sch|sh|š", "sh"),
        (r"\bye", "e"),
        (r"[jyi]+", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """A name as its spellings share it: without accents and capitals, hyphens as blanks; a Slavic one (by the ending of
    a word) also without the differences between ways of writing Cyrillic in Latin letters (ISO 9, BGN/PCGN, ALA-LC).

    `Zelenskyy`, `Zelenskiy` and `Zelenski` are one, and `Andrii Sybiha` and `Andriy Sybiha`; `Oleksandr` and
    `Aleksandr` are two: whether they are one person no rule can tell.
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    plain = plain.casefold().replace("-", " ").replace("’", "'").replace(".", "")
    if any(map(SLAVIC.search, plain.split())):
        for pattern, letter in RULES:
            plain = pattern.sub(letter, plain)
    return plain


@cache
def spellings() -> dict[str, tuple[str, str]]:
    """The entries of names.csv by what their spellings share; what two entries share is none's."""
    found: dict[str, set[tuple[str, str]]] = {}
    for form, entry in variants().items():
        if len(form) > 4 and not form.isupper():
            found.setdefault(spelled(form), set()).add(entry)
    return {key: next(iter(entries)) for key, entries in found.items() if len(entries) == 1}


def listed(form: str) -> tuple[str, str] | None:
    """The entry of names.csv for a form, or for another spelling of it."""
    return variants().get(form) or (spellings().get(spelled(form)) if len(form) > 4 else None)
