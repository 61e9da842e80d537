"""The names that a run of capitals gives in its sentence: what is doubtful there, what is known from elsewhere."""

import re
from collections.abc import Iterator, Sequence

from .lexicon import given_names, sizes, tails, variants
from .name import Name
from .part import Part, ended, is_plain, parts, read
from .run import Word, joined, longest, pieces

OPENERS = (": ", " '", "• ", "· ", "* ")
REMEMBERED = 100


def named(text: str, sentence: int, run: re.Match) -> Iterator[Name]:
    """The names in one run of a sentence in ordinary spelling."""
    begin, title = run.start(), ""
    opens = is_open(text, max(sentence, begin - 20), begin)
    for part in parts_of(text, run):
        title = "" if part.first else title
        if part.kind == "title":
            opens, title = False, part.form
            continue
        if part.kind not in ("skip", "thing"):
            hail = opens and part.kind is None and before_surname(part.form)
            start, form = part.start + hail, part.form[hail:]
            doubtful = opens and not hail and " " not in form and not title and form not in variants()
            kind = variants()[form][1] if hail else "person" if title and part.kind is None else part.kind
            tail = tail_of(form, text, begin + part.end) if form in tails() else ""
            form += tail
            yield Name(begin + start, begin + part.end + len(tail), form, form, kind, "", title, doubtful)
        opens, title = False, ""


def parts_of(text: str, run: re.Match) -> Sequence[Part]:
    """The parts of a run; those of a short one are remembered."""
    stopped = text.startswith(".", run.end())
    return parts(run.group(), stopped) if run.end() - run.start() <= REMEMBERED else read(run.group(), stopped)


def is_open(text: str, start: int, at: int) -> bool:
    """Whether a sentence, a quotation or an item of a list begins behind the words between two offsets."""
    if at > start + 1 and text[at - 1] == " " and text[at - 2].isalnum():
        return False
    before = text[start:at]
    return not any(map(str.isalnum, before)) or before[-1] in '"“‘' or before.endswith(OPENERS)


def before_surname(form: str) -> int:
    """The length of a word before a name that a lookup has: `Hail Trump` at the beginning of a sentence."""
    head, blank, tail = form.partition(" ")
    return len(head) + 1 if blank and tail in variants() and head not in given_names() else 0


def tail_of(form: str, text: str, end: int) -> str:
    """What belongs to a form behind its comma: `, D.C.`."""
    return next((tail for tail in tails()[form] if text.startswith(tail, end)), "")


def recognised(text: str, run: re.Match, known: set[str]) -> Iterator[Name]:
    """The names in a run of a headline: forms that the article has elsewhere or a lookup knows."""
    begin = run.start()
    for group in pieces(run.group(), text.startswith(".", run.end())):
        at = 0
        while at < len(group):
            listed = longest(group, at, variants(), sizes(variants).get(group[at].form, 0))
            alone = len(group) if at == 0 and len(group) in (2, 3) and is_signed(text, run, group) else 0
            size = max(listed, longest(group, at, known, 5), alone)
            if ended(group, at) > size:
                size = ended(group, at)
            elif size:
                form = joined(group, at, size)
                kind = "person" if size == alone else variants()[form][1] if form in variants() else None
                yield Name(begin + group[at].start, begin + group[at + size - 1].end, form, form, kind)
            at += size or 1


def is_signed(text: str, run: re.Match, group: list[Word]) -> bool:
    """Whether a run between marks or line ends is a given name and a surname: `Ada Holm: Why I …`."""
    ahead, behind = text[max(0, run.start() - 2) : run.start()].strip(" "), text[run.end() : run.end() + 1]
    apart = ahead[-1:] in ("", "\n", ".", ":", ",") and behind in ("", "\n", ".", ":", ",")
    given = group[0].form in given_names() and group[0].form not in variants()
    return apart and given and all(is_plain(word.form) for word in group[1:])
