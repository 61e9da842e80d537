"""Items: an object of fields, from JSON or a row of a table, as a record, a listing or a reject."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..extract.hint import plain
from ..text import Mark, shorten
from . import value
from .day import day
from .language import language
from .mapping import Plan, plan, value_at
from .person import people
from .record import GIVEN, Item, Listing, Record, Reject, compose

MARKUP = re.compile(
    r"\s*<(?:!doctype|!--|/?(?:html|body|p|div|article|section|h\d|figure|span|a|strong|em|ul|img|br)\b)", re.I
)
CUT_OFF = re.compile(r"\[\+\d+ chars\]\s*$")
METHOD = re.compile(r"[\w .-]{1,40}")
LONGEST_ID = 200


def item(kind: str, number: str, raw: bytes, values: Mapping[str, Any], columns: Mapping[str, str]) -> Item:
    """One object as an item: a record where it has a text, a listing where it tells of an article without having one.

    `number` names it where it has no id of its own; `raw` is what its article's id is the hash of.
    """
    found = plan(tuple(values), tuple(columns.items()))
    record = own_id(values, found) or number
    given = given_of(values, found)
    if found.has_text():
        return with_text(f"{kind}: {found.make}", record, raw, values, found, given)
    if found.lists() and given.keys() & {"url", "headline"}:
        return Listing(record, given, f"{kind}: {found.make}")
    return Reject(record, no_text(values))


def no_text(names: Iterable[str]) -> str:
    """Why an object or table has no article, and what to do."""
    shown = [shorten(name, 40) for name in names]
    rest = f" and {len(shown) - 12} more" if len(shown) > 12 else ""
    return f"no text among its fields ({', '.join(shown[:12])}{rest}); --map text=NAME says which has it"


def own_id(values: Mapping[str, Any], found: Plan) -> str:
    """The object's own id, empty where it has none that fits a cell."""
    options = (value.line(value_at(values, path)) for path in found.paths.get("record", ()))
    return next((one for one in options if one and len(one) <= LONGEST_ID), "")


def given_of(values: Mapping[str, Any], found: Plan) -> dict[str, str]:
    """The fields that an object states, without what is empty or not settled."""
    given: dict[str, str] = {}
    readers: dict[str, Callable[[Any], str]] = {
        "outlet": value.outlet,
        "byline": lambda stated: people(stated, given.get("outlet", "")),
        "published": day,
        "lang": language,
        "url": value.address,
    }
    for field in GIVEN:
        for path in found.paths.get(field, ()):
            one = readers.get(field, value.line)(value_at(values, path))
            if one and field not in given:
                given[field] = one
    return given


def with_text(
    kind: str, record: str, raw: bytes, values: Mapping[str, Any], found: Plan, given: dict[str, str]
) -> Record | Reject:
    """The record of an object that has a text, or why the text is none."""
    role = "body" if "body" in found.paths else ""
    options = [value_at(values, path) for path in found.paths.get(role or "text", ())]
    stated = next((one for one in options if one), None)
    body = value.text(stated)
    if stated and not body:
        return Reject(record, f"its text is {kind_of(stated)}")
    if not value.line(body.strip()[:100]):
        return Reject(record, "no text")
    if "\x00" in body:
        return Reject(record, "its text has NUL characters")
    if CUT_OFF.search(body[-40:]):
        return Reject(record, "its text is cut off: it ends with a count of the characters left out")
    if MARKUP.match(body):
        return Reject(record, "its text is HTML; map a field with plain text, or bring the pages as files")
    method = " ".join(value.line(value_at(values, path)) for path in found.paths.get("extractor", ()))
    kind += f" ({method})" if METHOD.fullmatch(method) else ""
    whole, layout = composed(given.get("headline", ""), given.get("deck", ""), body, role)
    return Record(record, raw, whole, kind, layout, given)


def kind_of(stated: Any) -> str:
    """What a value is, in the words of JSON."""
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(stated), "a number")


def composed(headline: str, deck: str, body: str, role: str) -> tuple[str, tuple[Mark, ...]]:
    """Headline, deck and text as one text; a headline or deck that the text begins with stands in it once.

    It is a piece of its own where it has a line of its own, and a part of the text otherwise.
    """
    pieces = []
    for name, stated in (("headline", headline), ("deck", deck)):
        first, _, rest = body.lstrip().partition("\n")
        same = plain(stated)
        if same and plain(first) == same and rest.strip():
            pieces.append((name, first.strip()))
            body = rest.lstrip()
        elif not f"{plain(body[: 3 * len(stated)])} ".startswith(f"{same} "):
            pieces.append((name, stated))
    return compose([*pieces, (role, body)])
