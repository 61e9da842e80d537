"""Languages: what a field says of the language of an article, as an ISO 639-1 code."""

import re
from functools import cache
from typing import Any

from .. import lookups
from .value import line

CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-]*)?")
WORD = re.compile(r"(?<![\w-])[^\W\d_]+")


def language(value: Any) -> str:
    """The code that a field has or names: `en-GB`, `GERMAN; DEUTSCH`, `Anglais` (lookups/languages.csv); empty where
    the names are unknown or differ.
    """
    written = line(value)
    if match := CODE.fullmatch(written):
        return match[1].lower()
    codes = {language_codes().get(word.casefold()) for word in WORD.findall(written)} - {None}
    return codes.pop() or "" if len(codes) == 1 else ""


@cache
def language_codes() -> dict[str, str]:
    """The code of each language by its names and by itself."""
    table = lookups.rows("languages")
    return {row["form"].casefold(): row["code"] for row in table} | {row["code"]: row["code"] for row in table}
