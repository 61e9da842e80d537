"""Lists of results: percentages that stand beside a label, on lines of their own or in a row."""

import re

from .around import Around
from .number import Number

ROW = re.compile(
    r"(?:^|[,;:] |\b(?:figures|results|numbers) (?:[\w-]+ ){0,5}(?:are|were|was|is) |\band |\bwith |\bit's "
    r"|\bit is |\bwas |\bhas |\bhad )(?:the )?(?:[A-Z][\w.'-]*)(?: [A-Z][\w.'-]*"
    r"){0,2},? $"
)
IN_LIST = re.compile(
    r"(?:[-*•·–>] ?)?(?:(?P<short>[A-Z\"'][\w\"'&-]*(?: [\w\"'&-]+)?)|[A-Z\"'][^\d%.!?;]{1,44}?)[ :,=-]{1,12}(?:ab"
    r"out )?"
)
LIST_END = re.compile(r"(?:[\s=+\-–()\d.,%]|n/?c\b|(?:no )?change\b|unch\w*|points?\b|pts?\b|pp\b)*$")
LABEL_BEHIND = re.compile(r" ?: [A-Za-z\"'][^\d%.]{0,45}\W*")


def is_listed(number: Number, before: str, after: str, around: Around) -> bool:
    """Whether a percentage is one of a list of results: a line with a label and the percentage, or `A 48%, B 40%`."""
    label = IN_LIST.fullmatch(before) if number.start - len(before) <= around.start else None
    if number.start <= around.start + 2 and LABEL_BEHIND.fullmatch(after):
        return True
    if label and LIST_END.fullmatch(after) and (label["short"] or "." not in after):
        return True
    return (
        around.near <= 1 and ROW.search(before) is not None and re.match(r"[,.;)]|$| and | to | ?\(", after) is not None
    )
