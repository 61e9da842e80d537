"""The borders in an article of Nexis Uni or Lexis Advance: masthead, labelled fields, `Body`, and what ends it.

The article is given as its paragraphs, or as the lines of a text, blank ones left out.
"""

import re
from collections.abc import Iterator

from ..text import words
from .lexis_part import NOTICE, RIGHTS, is_day, labels

END = {"End of Document", "Ende des Dokuments", "Fin du document"}
BODY = {"Body", "Text"}
# Headings behind the body, each with the role of what stands below it.
HEADINGS = {"Graphic": "caption", "Classification": "boilerplate", "Notes": "boilerplate", "Correction": "boilerplate"}
LABEL = re.compile(r"([^\W\d_][\w -]{1,24}):\s*")
PAGE = re.compile(r"Page \d+ of \d+", re.I)
MASTHEAD = 10  # paragraphs between the headline and the length, at most
CLOSING_WORDS = 20


def split(paragraphs: list[str]) -> Iterator[tuple[int, int]]:
    """The first paragraph of each article, and the one behind its last, which may say that it ends.

    A cover before the headline is left out, and so are a few words behind the last article, which are a closing page.
    """
    begin = 0
    for index, one in enumerate(paragraphs):
        if one in END:
            yield title_place(paragraphs, begin, index), index + 1
            begin = index + 1
    rest = paragraphs[begin:]
    if not BODY.isdisjoint(rest) or len(words(" ".join(rest))) > CLOSING_WORDS:
        yield title_place(paragraphs, begin, len(paragraphs)), len(paragraphs)


def title_place(paragraphs: list[str], begin: int, end: int) -> int:
    """The place of the headline of the article that begins and ends there, with its cover."""
    own = paragraphs[begin:end]
    return begin + title_index(own[: body_of(own)[0]])


def title_index(header: list[str]) -> int:
    """The paragraph that is the headline: the last but one before the day, or before the first label without a day."""
    told = [field_of(one) for one in header]
    first = next((index for index, field in enumerate(told) if field is not None), len(header))
    label = told.index("length") if "length" in told else first
    near = range(max(0, label - MASTHEAD), label)
    when = next((index for index in reversed(near) if is_day(header[index])), None)
    last = min(label, first) if when is None else when
    before = [index for index in range(last) if not is_notice(header[index])]
    return before[-2] if len(before) > 1 else before[0] if before else 0


def body_of(paragraphs: list[str]) -> tuple[int, int]:
    """The heading of the body, behind which it begins, and the paragraph that ends it; both behind the last paragraph
    where there is none.
    """
    start = next((index for index, one in enumerate(paragraphs) if one in BODY), len(paragraphs))
    after = range(start + 1, len(paragraphs))
    return start, next((index for index in after if is_end(paragraphs[index])), len(paragraphs))


def is_end(paragraph: str) -> bool:
    """Whether a paragraph ends the body."""
    return paragraph.startswith("Load-Date:") or paragraph in HEADINGS or paragraph in END


def masthead(header: list[str]) -> dict[int, str]:
    """The places of the headline, the outlet and the day, each with the name of its field."""
    plain = [at for at, one in enumerate(header[:MASTHEAD]) if field_of(one) is None and not is_notice(one)]
    when = next((at for at in plain[1:] if is_day(header[at])), None)
    found = dict(zip(plain, ("headline", "outlet"), strict=False))
    return found if when is None else found | {when: "published"}


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph is about the article or the page and belongs to no field."""
    return any(pattern.match(paragraph) for pattern in (RIGHTS, NOTICE)) or PAGE.fullmatch(paragraph) is not None


def field_of(paragraph: str) -> str | None:
    """The field that the label of a paragraph names; null where it begins with no known label."""
    match = LABEL.match(paragraph)
    row = labels().get(match[1].upper()) if match else None
    return row["field"] if row else None
