"""Values: what a field of a JSON object or a table says, brought into one form; what cannot be settled says nothing."""

import re
from collections.abc import Mapping
from typing import Any

EMPTY = {"", "none", "null", "nan", "nat", "n/a", "undefined"}
SURROGATE = re.compile(r"[\ud800-\udfff]")
WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?", re.I)


def text(value: Any) -> str:
    """A text, or paragraphs as one text, without halves of characters; empty for what is neither."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "\n\n".join(value)
    return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else ""


def line(value: Any) -> str:
    """A text or number as one line; empty where a table or program has written that there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    found = " ".join(text(str(value)).replace("\x00", " ").split())
    return "" if found.lower() in EMPTY else found


def address(value: Any) -> str:
    """An address on the web; empty for what is none."""
    found = line(value)
    return found if WEB.fullmatch(found) and len(found) <= 2000 else ""


def outlet(value: Any) -> str:
    """An outlet's name or domain as written; an address of a page is none."""
    found = line(value.get("name") if isinstance(value, Mapping) else value)
    return "" if "://" in found or len(found) > 100 else found
