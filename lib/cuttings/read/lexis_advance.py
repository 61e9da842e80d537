"""Nexis Uni and Lexis Advance exports as text: articles up to `End of Document`, a paragraph or field a line."""

import re
from collections.abc import Iterator

from ..extract.hint import plain
from . import lexis_article
from .lexis_article import END, HEADINGS, LABEL, PAGE, body_of, field_of, is_end, masthead
from .lexis_part import labels, together
from .record import Part

LINE = re.compile(r"[^\s][^\r\n\f]*")


def is_export(text: str) -> bool:
    """Whether a text is such an export: a line `Body`, a later one that ends the article, and one that states the
    length or the day of loading. An article that quotes one of these is none.
    """
    own = [text[start:end] for start, end in lines(text)] if any(one in text for one in END) else []
    start, _ = body_of(own)
    return not END.isdisjoint(own[start:]) and any(
        field_of(one) == "length" or one.startswith("Load-Date:") for one in own
    )


def lines(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text stand, without blank ones and blanks around them."""
    return [(match.start(), match.start() + len(match[0].rstrip())) for match in LINE.finditer(text)]


def split(text: str) -> Iterator[str]:
    """The text of each article, from its headline to its end, so that it is the same in every download."""
    spans = lines(text)
    for begin, end in lexis_article.split([text[a:b] for a, b in spans]):
        yield text[spans[begin][0] : spans[end - 1][1]]


def parts(text: str) -> list[Part]:
    """The parts of an article, which cover all of it but blanks: masthead and labelled fields, body, end."""
    spans = lines(text)
    own = [text[start:end] for start, end in spans]
    start, stop = body_of(own)
    found = list(header(own[:start], spans))
    found += [Part(*span, "boilerplate") for span in spans[start : start + 1]]
    found += body(own, spans, range(start + 1, stop))
    found += ending(own[stop:], spans[stop:])
    return list(together(found))


def header(own: list[str], spans: list[tuple[int, int]]) -> Iterator[Part]:
    """The parts before the body."""
    top = masthead(own)
    for at, line in enumerate(own):
        field = top.get(at)
        if field:
            yield Part(*spans[at], "headline" if field == "headline" else "boilerplate", field)
        else:
            yield from labelled(line, spans[at][0], "boilerplate", False)


def body(own: list[str], spans: list[tuple[int, int]], places: range) -> Iterator[Part]:
    """The parts of the body: its text, and the number of a page in it with the headline that is printed there again."""
    for at in places:
        again = PAGE.fullmatch(own[at - 1]) is not None and plain(own[at]) == plain(own[0])
        yield Part(*spans[at], "boilerplate" if again or PAGE.fullmatch(own[at]) else "body")


def ending(own: list[str], spans: list[tuple[int, int]]) -> Iterator[Part]:
    """The parts behind the body: what stands below each heading, and labelled fields."""
    role = "boilerplate"
    for line, (start, _) in zip(own, spans, strict=True):
        role = HEADINGS.get(line, "boilerplate") if is_end(line) else role
        yield from labelled(line, start, "boilerplate" if is_end(line) else role, True)


def labelled(line: str, start: int, role: str, ends: bool) -> Iterator[Part]:
    """The label of a line and what it states; a line without a known one is of a role."""
    match = LABEL.match(line)
    row = labels().get(match[1].upper()) if match else None
    if not match or not row or match.end() == len(line):
        yield Part(start, start + len(line), role, "", ends)
        return
    yield Part(start, start + match.end(), "boilerplate", "", ends)
    yield Part(start + match.end(), start + len(line), row["role"], row["field"], ends)
