"""Subjects: names, pronouns and descriptions outside quotations, and whom they stand for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase
from typing import NamedTuple

from ..lookups import literal
from ..text import fold
from .cue import cues, grammar, roles
from .mark import Span
from .mention import names
from .sentence import Sentence, sentence_spans

AGED = re.compile(r"\d+-year-old")
QUOTED = "\x00"  # stands for each quoted character in the host's words
TOKEN = re.compile(r"[^\W_](?:(?<=\d)\d{0,2}(?:,\d{3})+|[\w'.-]*[\w'])?")  # a class first: the engine skips to it
NOUN = re.compile(r" (?!(?:and|or|was|is|had|has|who|of)\b)[a-z]\w+")  # the Rivera approach
MODIFIERS = (" a ", " an ", " one ", " another ", " any ", " every ", " some ")  # one Rivera ally
OFFICE_OF = re.compile(r"\b[A-Z][a-z]+ (?:of|for) (?:the )?(?:[A-Z][\w.&'-]* ){1,3}$")
BETWEEN = re.compile(r"\S |(?<=\.)[A-Z]\. ")  # the words of a description, with its initials: U.S. official
THIRD = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
PRONOUNS = {"he": "m", "she": "f", "his": "m", "her": "f", "they": "p", "their": "p", "we": "p", "i": "i", "it": "n"}
OWNING = ("his", "her", "their")
ANY_CASE = str.maketrans({char: f"[{char}{char.upper()}]" for char in ascii_lowercase})  # quicker than (?i:)
PREPOSITION = re.compile(
    rf"\b{literal('grammar', 'form', kind='dependent').translate(ANY_CASE)}"
    r"(?: (?:the|a|an|his|her|its|their|then|former))?"
    r"(?: (?!(?:what|which|that|whom|where|when|how|why|if|as)\b)[\w.'-]+){0,2}? $"
)


class Subject(NamedTuple):
    """Words that can name a speaker: a name, a pronoun or a description (`role`)."""

    start: int
    end: int
    kind: str
    name: str
    gender: str = ""


Tokens = tuple[list[re.Match], list[str]]


class View(NamedTuple):
    """One article as the attribution sees it."""

    text: str
    host: str  # folded, every quoted character replaced
    sentences: tuple[Sentence, ...]
    starts: list[int]
    subjects: list[Subject]
    firsts: list[int]  # starts of the subjects
    offices: dict[str, set[str]]  # the people named with a title, by the title in small letters
    cut: dict[int, "Tokens"]  # the words of the sentences that were asked for, by where these start

    def tokens(self, start: int, end: int) -> "Tokens":
        """The words of a sentence, and the same in small letters, cut once."""
        if start not in self.cut:
            self.cut[start] = cut(self.host, start, end)
        return self.cut[start]

    def number_at(self, at: int) -> int:
        """The number of the sentence that a place is in."""
        return max(0, bisect_right(self.starts, at) - 1)

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that a place is in."""
        return self.sentences[self.number_at(at)]


def view_of(text: str, found: list[Span], whole: bool = False) -> View:
    """The article without its quoted words; pronouns and descriptions only where it quotes, unless `whole`."""
    folded, host, at = fold(text), [], 0
    for left, start, end, right in found:
        host += [folded[at:left], '"' * (start - left), QUOTED * (end - start), '"' * (right - end)]
        at = right
    plain = "".join(host) + folded[at:]
    sentences = sentence_spans(text)
    subjects = [
        Subject(name.start, name.end, name.kind or "name", name.name, name.gender)
        for name in names(text)
        if plain[name.start] != QUOTED
    ]
    quoting = sentences if whole else near(plain, sentences, found)
    tokens = {start: cut(plain, start, end) for start, end, _ in quoting}
    subjects += described(plain, tokens, {subject.start: subject.end for subject in subjects})
    subjects.sort()
    offices: dict[str, set[str]] = {}
    for name in names(text):
        offices.setdefault(name.title.lower(), set()).add(name.name)
    starts, firsts = [sentence.start for sentence in sentences], [subject.start for subject in subjects]
    return View(text, plain, sentences, starts, subjects, firsts, offices, tokens)


def cut(host: str, start: int, end: int) -> Tokens:
    """The words of a stretch, and the same in small letters."""
    found = list(TOKEN.finditer(host, start, end))
    return found, [token.group().lower() for token in found]


def near(host: str, sentences: tuple[Sentence, ...], found: list[Span]) -> Iterator[Sentence]:
    """The sentences that quote, and the one before that leads to them or has whoever `he` or `she` is."""
    lefts = [span.left for span in found]
    before = None
    for sentence in sentences:
        place = bisect_left(lefts, sentence.end)
        quotes = place > 0 and found[place - 1].right >= sentence.start
        leads = before is not None and host.endswith(":", 0, before.end)
        if quotes and before and (leads or THIRD.search(host, sentence.start, sentence.end)):
            yield before
        if quotes:
            yield sentence
        before = None if quotes else sentence


def described(host: str, tokens: dict[int, Tokens], named: dict[int, int]) -> Iterator[Subject]:
    """Pronouns and descriptions in some sentences."""
    known = heads()
    for found, small in tokens.values():
        for number, word in enumerate(small):
            if word in known or "'" in word or word[0].isdigit():
                subject = unnamed(host, found, small, number, named)
                if subject:
                    yield subject


@cache
def heads() -> frozenset[str]:
    """The words that can be a pronoun or end a description."""
    return frozenset((*PRONOUNS, *grammar("standing"), *roles()))


def unnamed(host: str, tokens: list[re.Match], small: list[str], number: int, named: dict[int, int]) -> Subject | None:
    """The pronoun that a token is, or the description that it ends."""
    token, word = tokens[number], small[number]
    bare = word.partition("'")[0]  # he's, they've
    if bare in PRONOUNS:
        return Subject(token.start(), token.start() + len(bare), "pronoun", token.group()[: len(bare)], PRONOUNS[bare])
    if word in grammar("standing"):
        following = host[token.end() : token.end() + 20]
        if not following[:1].isspace() or "".join(following.split()[:1]).lower() in cues():
            return Subject(token.start(), token.end(), "pronoun", token.group(), "p")
    gender = "s" if AGED.fullmatch(word) else roles().get(word)
    if (
        gender is None
        or token.start() in named
        or (number + 1 < len(tokens) and is_apposed(token, tokens[number + 1], named))
    ):
        return None
    first = description(host, tokens, small, number)
    if first is None or any(is_beyond(host, end, token) for end in inside(tokens, number, first, named)):
        return None
    return Subject(first, token.end(), "role", host[first : token.end()], gender)


def inside(tokens: list[re.Match], number: int, first: int, named: dict[int, int]) -> Iterator[int]:
    """Where the names end that begin in a description."""
    return (
        named[one.start()]
        for one in tokens[max(0, number - 8) : number + 1]
        if one.start() in named and first <= one.start()
    )


def is_beyond(host: str, end: int, head: re.Match) -> bool:
    """Whether a name goes on behind the description's head, or has its verb in it: `the U.S. Court of Appeals`,
    `Rivera walked past reporters`.
    """
    following = host[end : head.start()].split()
    return end > head.end() or (len(following) > 0 and following[0].endswith("ed") and host[end] == " ")


def is_apposed(token: re.Match, following: re.Match, named: dict[int, int]) -> bool:
    """Whether a name or another such noun follows directly: `adviser Mykhailo Podolyak`."""
    adjacent = following.start() == token.end() + 1
    return adjacent and (following.start() in named or following.group().lower() in roles())


def description(host: str, tokens: list[re.Match], small: list[str], head: int) -> int | None:
    """Where the description begins whose last word is token number `head`; null where it is no noun phrase."""
    lower = small[max(0, head - 8) : head + 1]
    at, shift = head, head - (len(lower) - 1)
    while at > shift and head - at < 7 and BETWEEN.fullmatch(host, tokens[at - 1].end() - 1, tokens[at].start()):
        word, before = lower[at - 1 - shift], lower[at - 2 - shift] if at - 2 >= shift else ""
        if word in grammar("barrier") and not (word == "of" and before in ("one", "some", "many")):
            break
        if word in cues() and (not word.endswith("ing") or before in grammar("passive")):
            break
        at -= 1
        if (word in grammar("determiner") and before not in grammar("inner")) or (
            word[0].isdigit() and before not in grammar("determiner")
        ):
            break
    opening = tokens[at].group()
    noun_phrase = opening.lower() in grammar("determiner") or opening[0].isupper() or roles().get(lower[-1]) == "p"
    return tokens[at].start() if noun_phrase else None


def is_free(view: View, subject: Subject, start: int) -> bool:
    """Whether a subject depends on no preposition before it and owns nothing behind it."""
    lead = view.host[max(start, subject.start - 40) : subject.start]
    if subject.kind == "pronoun":
        return subject.name.lower() not in OWNING
    behind = view.host[subject.end : subject.end + 20]
    before = f" {lead}".lower() if subject.kind in ("person", "name") else ""
    if before.endswith(MODIFIERS) or (before.endswith(" the ") and NOUN.match(behind)):
        return False
    owns = behind.startswith(("'s", "' ")) or (behind[:1] == ")" and lead.endswith("("))
    if owns or (subject.kind != "role" and describes(behind)):
        return False
    return not lead.endswith(" ") or PREPOSITION.search(lead) is None or OFFICE_OF.search(lead) is not None


def describes(behind: str) -> bool:
    """Whether a noun follows a name that only describes it: `the Fox interview`, `Rivera spokeswoman Ada Holm`."""
    word = behind.split(" ")[1].rstrip(".,;:") if behind[:1] == " " else ""
    return word in grammar("medium") or word in roles()
