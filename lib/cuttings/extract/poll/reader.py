"""The reader of an article: takes its sentences in their order and keeps the polls met so far."""

import re
from collections import deque

from ..sentence import Sentence
from .around import Around
from .entry import Figure, Report, enlarged, is_blank, is_same, tokens
from .institute import DAYS
from .known import known_in
from .mention import Naming
from .named import DEFINITE, speaker
from .naming import namings
from .number import Number, numbers
from .owner import Owners
from .share import judged

NO_DAY = re.compile(DAYS)
REACH = 2  # sentences without a figure behind which a report ends
FAR = 8  # the same for shares of people who think something
WAITING = 4  # sentences before the first poll that is named of which figures are kept for it
DEVOTED = 4  # figures from which on an article may be about one poll
FEW = 4  # figures of a poll of no name up to which the first name that follows is its own
A_POLL = re.compile(
    r"\b(?:[Aa]n?|[Nn]ew|[Ll]atest) (?:new |latest |opinion |snap |online |national "
    r"|recent )*(?:poll|survey)\b"
)
A = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]+ ){0,3}$")
OTHER = re.compile(
    r"\b(?:another|separate|different|other|second|earlier|previous|last|older|past|similar|own|average|meanwhile)\b"
    r"|(?-i:\b[Ii]n (?:[A-Z]\w+,? ?(?:and )?)+)",
    re.I,
)
PRESENT = re.compile(r"\b(?:new|newest|latest|current|today's|present)(?: [a-z-]+)? $", re.I)
OF_SIZE = re.compile(r" of (?:more than |about |around |over |nearly |almost |some )?\d[\d,]{2,}")
SIZE = re.compile(r"(?<![\d,.$£€])(?!(?:19|20)\d\d\b)(?:\d{1,3},\d{3}|\d{3,4})(?![\d,]*\d| ?%| ?per ?cent|\.\d)")
SEVERAL = 2  # other pollsters of one sentence behind which an article goes on with its own
MANY, WIDE = 40, 400  # polls, and characters of a sentence, that are searched for a name


class Reader:
    """Reads the sentences of one article in their order and keeps the polls met so far."""

    def __init__(self, folded: str, text: str) -> None:
        self.folded, self.text = folded, text
        self.polls: list[Report] = []
        self.current: Report | None = None
        self.idle = FAR + 1
        self.pending: list[tuple[Sentence, list[Figure]]] = []
        self.known = known_in(folded)
        self.next_known = 0
        self.last = (0, 0)
        self.digressed: Report | None = None
        self.left: Report | None = None
        self.given = 0

    def read(self, sentence: Sentence) -> None:
        """Take in one sentence."""
        span = (sentence.start, sentence.end)
        found = namings(self.folded, *span, self.known_between(*span))
        if self.digressed and "\n" in self.text[self.last[1] : span[0]]:
            self.current, self.digressed = self.digressed, None
        figures = self.figures(span, found)
        nameless = self.current is not None and self.current.pollster is None and self.idle <= FAR
        taken = [
            one
            for one in found
            if not one.weak or figures or (nameless and (one.asks == "by" or (one.asks == "from" and self.idle <= 1)))
        ]
        opens = any(one.kind != "method" for one in taken)
        if not opens and not (self.current and (found or (figures and self.idle <= FAR))):
            self.rest(sentence, figures)
            self.last = span
            return
        self.attach(sentence, taken, figures)
        self.idle, self.pending, self.last = 0, [], span

    def return_to(self, before: Report, named: list[tuple[Naming, Report]], gives: bool) -> None:
        """Go back to the poll spoken of before: at once behind an aside or the polls of several others, with the
        paragraph behind a digression.
        """
        last = named[-1][0]
        others = {poll.pollster for one, poll in named if one.kind == "named"}
        if last.aside or (before.pollster is not None and len(others - {before.pollster}) >= SEVERAL):
            self.current = before
        passing = last.plural and len(before.figures) >= DEVOTED
        self.digressed = before if passing or last.dated or (last.source and not gives) else None

    def known_between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The known pollsters of a sentence; sentences come in order."""
        while self.next_known < len(self.known) and self.known[self.next_known][0] < start:
            self.next_known += 1
        last = self.next_known
        while last < len(self.known) and self.known[last][0] < end:
            last += 1
        return list(self.known[self.next_known : last])

    def rest(self, sentence: Sentence, figures: list[Figure]) -> None:
        """A sentence that belongs to no report yet: kept for the next one that opens, or as the end of the last."""
        self.idle += 1
        waits = bool(figures) or any(one[1] for one in self.pending[-1:])
        self.pending = [*self.pending, (sentence, figures)][-WAITING:] if waits else []
        if self.current and self.idle <= REACH:
            self.current.tails.append((sentence.start, sentence.end))

    def figures(self, span: tuple[int, int], found: list[Naming]) -> list[Figure]:
        """The figures of a sentence."""
        strong = any(one.kind != "method" and not one.weak for one in found)
        weak = not strong and any(one.weak for one in found) and self.idle > REACH
        study = not strong and (any(one.study for one in found) or (self.idle <= FAR and self.is_study()))
        taken: list[Figure] = []
        other = False
        names = deque(one.at for one in found if one.at)
        for number in numbers(self.folded, *span):
            while names and names[0][1] <= number.start:
                names.popleft()
            if names and names[0][0] <= number.start:
                continue
            near = 0 if strong else 1 if self.is_devoted() else self.idle
            kind = judged(self.folded, number, Around(*span, strong, bool(taken), near, weak, other, study))
            if kind and not restated(self.folded, taken, number):
                taken.append(Figure(number, kind, span))
            other = other or (kind is None and not taken and number.form == "percent")
        shares = any(one.kind == "share" for one in taken)
        return taken if shares or strong or self.idle <= 1 or self.pending or self.is_devoted() else []

    def is_study(self) -> bool:
        """Whether the poll spoken of is a study that may hold more than answers."""
        return self.current is not None and self.current.study

    def is_devoted(self) -> bool:
        """Whether the article is about the poll spoken of: it has given many figures of it, and few of others."""
        if self.current is None or self.idle > FAR:
            return False
        own = len(self.current.figures)
        return own >= DEVOTED and own >= DEVOTED * (self.given - own)

    def attach(self, sentence: Sentence, found: list[Naming], figures: list[Figure]) -> None:
        """Give the sentence and its figures to their polls, and move on to the poll named last."""
        span = (sentence.start, sentence.end)
        before = self.current
        named: list[tuple[Naming, Report]] = []
        for one in found:
            near = (
                named
                and named[-1][0].asks
                and one.start - named[-1][0].end < 40
                and one.known
                and (not named[-1][1].known or not named[-1][0].known)
            )
            poll = (
                enlarged(named[-1][1], one._replace(asks=named[-1][0].asks))
                if near
                else self.resolved(one, bool(figures))
            )
            poll.aside = (one.aside or one.dated or one.source or one.plural) and (poll.aside or not poll.sentences)
            poll.study = one.study and (poll.study or not poll.sentences)
            named.append((one, poll))
        for place, (one, poll) in enumerate(named):
            limit = named[place + 1][0].start if place + 1 < len(named) else span[1]
            poll.sentences.append((one.start if place else span[0], limit))
        owners = Owners(self.folded, figures, named, before, span[1])
        for number, figure in enumerate(figures):
            poll = owners.of(number) or self.started()
            poll.figures.append(figure)
        self.given += len(figures)
        if not named and self.current:
            self.current.sentences.append(span)
        if named and before and before.figures:
            self.return_to(before, named, bool(figures))
        if named and self.pending:
            for earlier, waiting in reversed(self.pending):
                named[0][1].sentences.insert(0, (earlier.start, earlier.end))
                named[0][1].figures[:0] = waiting
                self.given += len(waiting)
        if self.current and sentence.role in ("headline", "deck") and not self.current.sentences[1:]:
            self.current.headline, self.current.apart = True, False

    def resolved(self, one: Naming, gives: bool) -> Report:
        """The poll that a naming means; rule 3."""
        current = self.current
        if one.kind == "its" and (current is None or current.pollster is None):
            who = speaker(self.folded, self.last[0], one.start) or speaker(self.folded, one.end, one.end + 120)
            self.current = enlarged(current or self.started(), who) if who else current or self.started()
        elif one.left and one.kind == "new":
            self.current = self.left = self.left or self.started()
            self.left.apart = DEFINITE.search(self.folded, max(0, one.start - 40), one.start) is None
        elif one.kind in ("same", "its", "method") or (one.kind == "new" and current and is_blank(current)):
            if self.digressed and PRESENT.search(self.folded, max(0, one.start - 30), one.start):
                current, self.digressed = self.digressed, None
            back = self.single() if one.kind != "new" and not one.plural else None
            told = back or current or one.kind != "same" or one.plural
            who = None if told else speaker(self.folded, *self.last, firm=True)
            self.current = enlarged(self.started(), who) if who else back or current or self.started()
            if one.kind == "new":
                self.current.apart = not self.current.headline
            elif not (back or current or who):
                self.current.apart = one.plural or A.search(self.folded, max(0, one.start - 40), one.start) is not None
        elif one.kind == "new" and current and self.is_restated(current, one):
            self.current = current
        elif one.kind == "new":
            self.current = self.started()
            self.current.plural = one.plural
            self.current.apart = True
        else:
            found, held = self.by_name(one, gives), self.current
            passing = not gives and (one.plural or one.aside) and held is not None and held.pollster is not None
            self.current = held if passing else found
            return found
        return self.current

    def single(self) -> Report | None:
        """The poll before `polls`, of which none is meant: `the poll` leads back to it."""
        if self.current is None or not self.current.plural:
            return None
        return next((poll for poll in reversed(self.polls[-MANY:]) if not poll.plural and poll.figures), None)

    def is_restated(self, poll: Report, one: Naming) -> bool:
        """Whether `a survey of 1,020 people` tells the size of a poll of which a name was told, and none yet."""
        if poll.pollster is None or not OF_SIZE.match(self.folded, one.end, one.end + 40):
            return False
        return not any(SIZE.search(self.folded, start, min(end, start + WIDE)) for start, end in poll.sentences[-MANY:])

    def by_name(self, one: Naming, gives: bool) -> Report:
        """The poll of a name: the one that has it, the current one where the words say who asked in it, or a new."""
        current = self.current
        known = reversed(self.polls[-MANY:])
        met = next((poll for poll in known if is_same(poll, one) or self.tells_of(poll, one)), None)
        if met:
            if current and one.asks == "by" and not current.plural:
                current.apart = False
            return enlarged(met, one)
        if current and one.asks in ("field", "for") and current.pollster is not None and not current.medium:
            return current
        if current and (
            is_blank(current)
            or (current.medium and not one.medium and one.asks)
            or (current.pollster is None and one.asks and not (one.asks == "the" and current.plural))
            or one.asks == "by"
        ):
            return enlarged(current, one)
        if current and one.asks == "who" and not current.known and not gives:
            return enlarged(current, one)
        if current and self.is_lead(current, one):
            return enlarged(current, one)
        return enlarged(self.started(), one)

    def is_lead(self, poll: Report, one: Naming) -> bool:
        """Whether an article that begins with a poll of no name goes on to name it: `a poll`, then `a TNS poll`."""
        if len(self.polls) > 1 or poll.pollster is not None or poll.plural or poll.study or one.weak:
            return False
        begins = poll.sentences and A_POLL.search(self.folded, *poll.sentences[0])
        words = self.folded[max(0, one.start - 60) : one.start]
        return bool(begins and self.idle <= 1 and len(poll.figures) <= FEW and not OTHER.search(words))

    def tells_of(self, poll: Report, one: Naming) -> bool:
        """Whether `the X poll` is one of which X was told: `a Gallup poll for The Courier`."""
        words = {word for word in tokens(one.name or "") if NO_DAY.match(word)}
        if one.asks != "the" or one.known or not words:
            return False
        clients = [
            self.folded[start : min(end, start + WIDE)].partition(" for ")[2] for start, end in poll.sentences[:3]
        ]
        return any(all(word in client for word in words) for client in clients)

    def started(self) -> Report:
        """A poll without a name yet."""
        self.polls.append(Report())
        return self.polls[-1]


def restated(folded: str, taken: list[Figure], number: Number) -> bool:
    """Whether an exact percentage behind a fraction says the same again: then the fraction is taken back.

    `Nearly two-thirds (64%)`, `a third, or 34 percent,` are one figure.
    """
    if not taken or number.form != "percent" or taken[-1].number.form != "fraction":
        return False
    between = folded[taken[-1].end : number.start]
    close = re.fullmatch(r"[^;()]{0,45}?(?: ?\(|, or |, | ?- ?)(?:exactly |or |some |about )?", between)
    if close and abs(taken[-1].number.value - number.value) <= 7 and len(between) < 50:
        taken[-1] = taken[-1]._replace(number=number)
        return True
    return False
