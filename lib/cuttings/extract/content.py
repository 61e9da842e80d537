"""Content: the words of a sentence that a saying reports, from its place before, behind or around the cue."""

import re

from .clause import ADVERB
from .cue import grammar, takes
from .saying import Saying
from .subject import QUOTED, View

Stretch = tuple[int, int]

REACH = 2000  # characters of a sentence that are looked at on each side of a cue
TIME = (
    r"(?:on|in|for|late|early)?\s?"
    r"(?:[A-Z]\w+day|earlier|later|today|yesterday|(?:this|last|next) \w+|[A-Z]\w+ \d+|\d{4})"
    r"(?: (?:morning|night|afternoon|evening|\w+day))?"
)
SKIPPED = re.compile(
    rf"(?:\s*(?:,|{TIME}|in (?:an?|his|her|their) (?:\w+ )?"
    r"(?:statement|interview|tweet|e-?mail|speech|remarks|letter|op-ed)"
    r"|out|of|about|for|on|with|against|at|up|off|down|over|[a-z]+ly)(?=[ ,]))*\s*(?:-\s)?"
)
ADDRESSEE = re.compile(
    r"\s+(?:[\w.'-]+\s+){1,8}?(?=that\b)|\s+((?:him|her|them|us|me|you|it)\b|(?:(?:the|a|an|his|her|their|[A-Z][\w.'-]*|[a-z]+)\s+){0,7}?"
    r"(?=(?:that|he|she|they|it|there|to|of|about|the|his|her|we|in|on|if|whether)\b))"
)
DEPENDENT = re.compile(
    r"\W*(?:(?:A|a|the|The|several|two|few|days?|weeks?|months?|hours?) )*(?:Asked|Pressed|Commenting|While|As|After"
    r"|Although|Though|When|Since|If|Because|Even|Having|Before|Until|Once|Despite|after|before)\b"
)
INTRODUCTION = re.compile(
    r"\W*(?:On|In|At|After|Later|Last|Earlier|When|While|As|During|Since|Also|But|And|Then|Meanwhile|Instead|For|By|With"
    r"|From|To|This|Asked|Speaking|Although|Though|If|Before|Despite|Still|Yet|However|[A-Z]\w+(?:ly|ing|day))\b"
)
WORDS = re.compile(rf"[^\s\"{QUOTED}]+")
SHORT_QUOTE = re.compile(r'"+\x00{1,30}"+$')
CONJUNCTION = re.compile(rf"(?: (?:{ADVERB}|[\w.'-]+)){{0,8}}? (?:that|if|whether)\b")
CLAUSE = re.compile(r"(?:he|she|they|it|we|there|this|the|his|her|their|its|a|an|[A-Z][\w.'-]+)\b")
GOES_ON = re.compile(r"(?: [^,.\"]{0,60})?, \"*(?=[a-z\x00])(?!(?:\w+ing|who|which|where|and|but|according|citing)\b)")
APPOSITION = re.compile(r"(?:an?|the|one|his|her|\w+ (?:for|of|at))\b")
QUOTATION = re.compile(r"(?: [\w.'-]+){0,6}?(?:,|:) \"+\x00|[^\",:]{0,40}: \"+\x00| ?\"+\x00+\"+\W*$")
OBJECT_END = re.compile(
    r", (?!and |or |including |such as |like |as well as )|;|: | - "
    r"| (?=(?:after|before|when|while|during|since|on [A-Z]\w+day|in (?:a|an|early|late) |last|earlier|but)\b)"
    r"| and (?=(?:\w+ed|has|had|have|is|was|will|then|said|says|to)\b)"
)
PRONOUN = re.compile(
    r"(?:(?:him|it|them|us|me|so)\b(?! (?:of|for|as|to|from|with|an?|the|his|her|\"|that|is|was|will|would|has|had"
    r"|[a-z]+ing)\b)|her(?=[,.;:]|$| (?:and|in|on|at|after|before|while|by|during)\b))"
)
COMPLEMENT = re.compile(r" (?:of|as|for|to|with|an?|the)\b")
CLAUSE_BORDER = re.compile(
    r",\"? (?:and |but |while |as |although )?|: | that | - |; | (?:and|but|while|because|if|when|as|how) "
)
INTRODUCING = (
    r"despite|during|in|on|at|after|before|while|when|whenever|if|as|although|though|because|since|for|with|without|by"
    r"|under|until|unless|once|even|given|regardless|instead|rather"
)
CONTRAST = re.compile(r"(?:,\"? (?:while|but|and|compared with|compared to|though|although|as|whereas)|;) ")
LINK = re.compile(r"(?:,? and|,? but|,\"?|\")\s*$")
INTRODUCED = re.compile(rf"\W*(?:that )?(?i:{INTRODUCING})\b[^,;:]*")
LEADING = re.compile(r"(?<=[,\"?]\s)(?:[\w.'&-]+\s){1,7}$")


def content(view: View, sentence: Stretch, said: list[Saying], number: int) -> Stretch | None:
    """The words that saying `number` of a sentence reports, without regard to whether they are quoted; null if none.

    `A, she said` and `A, she said, B` report what stands before and around; `said that A`, `called for A`,
    `according to her, A` what follows; `A is said to B` and `A seems to B` the whole clause.
    """
    saying = said[number]
    start, end = max(sentence[0], saying.start - REACH), min(sentence[1], saying.end + REACH)
    if saying.kind == "colon":
        return saying.end, end
    if saying.kind == "according":
        return around_source(view, start, end, saying)
    clausal = takes()[saying.cue.lower()] == "clause" and "noun" not in saying.kind and "passive" not in saying.kind
    before = ahead_of(view, start, end, saying) if clausal else None
    if before:
        return before
    if follows(saying):
        if view.host[start : saying.start].rstrip()[-1:] in (",", '"', "?"):
            return None
        saying = saying._replace(subject=None)  # the next clause's
    if saying.cue.lower() in grammar("raising") or is_passive(saying):
        return whole_clause(view, start, end, said, number)
    return behind_cue(view, start, end, said, number, saying)


def follows(saying: Saying) -> bool:
    """Whether the subject stands behind the cue."""
    return saying.subject is not None and saying.subject.start > saying.start


def is_passive(saying: Saying) -> bool:
    """Whether the subject is what the cue is about: `she was accused of …`, but not `she was told that …`."""
    word = saying.cue.lower()
    return saying.kind.startswith("passive") and saying.kind != "passive ask" and word not in grammar("addressing")


def left_of(view: View, saying: Saying, start: int) -> int:
    """Where the host's words for speaker and cue begin."""
    subject = saying.subject
    if subject is None or saying.cue.endswith("ing") or not start <= subject.start < saying.start:
        return saying.start
    lead = LEADING.search(view.host, max(start, subject.start - 90), subject.start)
    if lead and not set(lead.group().lower().split()) & grammar("barrier") - {"of", "for", "in", "at"}:
        return lead.start()
    return subject.start


def around_source(view: View, start: int, end: int, saying: Saying) -> Stretch:
    """What stands behind `according to her,` or before it."""
    comma = view.host.find(",", saying.subject.end if saying.subject else saying.end, end)
    if comma > 0 and not any(map(str.isalnum, view.host[start : saying.start])):
        return comma + 1, end
    return start, saying.start


def ahead_of(view: View, start: int, end: int, saying: Saying) -> Stretch | None:
    """What stands before `, she said`, with what goes on behind it; null where the cue leads on to its content."""
    left = left_of(view, saying, start)
    lead = view.host[start:left].rstrip()
    if lead[-1:] not in (",", '"', "?") or left <= start + 8:
        return None
    inverted = follows(saying)
    right = saying.subject.end if inverted and saying.subject else saying.end
    if not inverted and leads_on(view.host[right:end], lead, saying):
        return None
    rest = GOES_ON.match(view.host, right, end)
    named = inverted and saying.subject is not None and saying.subject.kind != "pronoun"
    if rest and rest.end() < end - 10 and not (named and APPOSITION.match(view.host, rest.end())):
        return start, end
    return start, left


def leads_on(behind: str, lead: str, saying: Saying) -> bool:
    """Whether a cue that has words before a comma reports what follows all the same: `In May, she said that …`."""
    if QUOTATION.match(behind) or not any(map(str.isalnum, behind)):
        return QUOTATION.match(behind) is not None
    if saying.cue.endswith("ing") or CONJUNCTION.match(behind[:80]):
        return True
    introduced = INTRODUCTION.match(lead) is not None and len(behind) > 25
    if lead[-1] == '"' and not (introduced and SHORT_QUOTE.search(lead)):
        return False
    skipped = SKIPPED.match(behind)
    clause = CLAUSE.match(behind, skipped.end() if skipped else 0)
    if clause and saying.cue.lower() not in grammar("telling"):
        return True
    return introduced and not behind.startswith((",", ".", '"'))


def whole_clause(view: View, start: int, end: int, said: list[Saying], number: int) -> Stretch:
    """The clause around `is said to` or `seems`; without a complement (`was criticised by …`), its subject alone."""
    saying = said[number]
    if view.host.startswith(" that ", saying.end):
        return saying.end, closing(view, saying.end + 1, end, said, number)
    begin = start
    for border in CLAUSE_BORDER.finditer(view.host, start, saying.start):
        if border.end() < saying.start - 12:
            begin = border.end()
    if saying.cue.lower() in grammar("raising") or COMPLEMENT.match(view.host, saying.end):
        return begin, closing(view, saying.end, end, said, number)
    return begin, max(begin, view.host.rfind(" ", begin, saying.start - 1))


def behind_cue(view: View, start: int, end: int, said: list[Saying], number: int, saying: Saying) -> Stretch | None:
    """What follows a cue; null where that is a quotation, or the cue belongs to one that stands before it."""
    host, word = view.host, saying.cue.lower()
    quoted = not word.endswith("ing") and host[start : left_of(view, saying, start)].rstrip()[-1:] == '"'
    if (quoted and not CONJUNCTION.match(host, saying.end, min(end, saying.end + 60))) or QUOTATION.match(
        host, saying.end, end
    ):
        return None
    at = saying.end
    told = ADDRESSEE.match(host, at, end) if word in grammar("telling") else None
    skipped = SKIPPED.match(host, told.end() if told else at, end)
    at = skipped.end() if skipped else at
    pronoun = PRONOUN.match(host, at, end)
    if pronoun and (takes()[word] != "clause" or host[pronoun.end() : pronoun.end() + 1] in ",.;"):
        return at, pronoun.end()
    return at, closing(view, at, end, said, number)


def closing(view: View, begin: int, end: int, said: list[Saying], number: int) -> int:
    """Where a content that begins at `begin` ends.

    A clause goes on to the end of the sentence, a thing (`criticised the plan`) to the end of its phrase; both end
    before the next saying that a comma or a conjunction links on, and the clause of a dependent clause (`When she said
    A, B`) at its comma.
    """
    host, saying = view.host, said[number]
    if takes()[saying.cue.lower()] != "clause" and not host.startswith("that ", begin):
        ends = (found.start() for found in OBJECT_END.finditer(host, begin + 1, end) if found.start() > begin + 3)
        end = next(ends, end)
    first = max(0, saying.start - REACH, view.sentence_at(saying.start).start)
    dependent = DEPENDENT.match(host, first, saying.start)
    comma = host.find(",", begin + 10, end)
    if dependent and comma > 0 and "," not in host[dependent.end() : saying.start]:
        end = comma
    for other in said[number + 1 : number + 12]:
        left = left_of(view, other, begin)
        if left > begin:
            cut = before_next(host, begin, left, other) if left < end else end
            if cut is not None:
                return cut
    return end


def before_next(host: str, begin: int, left: int, other: Saying) -> int | None:
    """Where the content ends before the words for another saying, which begin at `left`; null where it holds them."""
    contrasts = list(CONTRAST.finditer(host, begin + 5, left))
    if contrasts:
        return contrasts[-1].start()
    link = LINK.search(host, max(begin, left - 20), left)
    if link and link.group().strip() == "," and INTRODUCED.fullmatch(host, begin, link.start()):
        return None  # that during the visit, Rivera repeated it
    bare = link is not None and link.group().strip() == "and" and other.kind in ("stance", "thought")
    return link.start() if link and link.start() > begin + 8 and not bare else None


def is_indirect(view: View, saying: Saying, found: Stretch) -> bool:
    """Whether a content has words of the host's besides those for speaker and cue, and more than a few of them."""
    begin, end = found
    left = left_of(view, saying, begin)
    right = max(saying.end, saying.subject.end if saying.subject and saying.subject.start < end else 0)
    pieces = [view.host[begin:end]]
    if begin < left:
        pieces = [view.host[begin : min(left, end)], view.host[right:end]]
        if '"' in pieces[0][-3:]:
            pieces.pop()
    if view.host.count(QUOTED, begin, end) >= 0.88 * (end - begin):
        return False
    own = (word for piece in pieces for word in WORDS.finditer(piece))
    return any(is_told(word.group()) for word in own)


def is_told(word: str) -> bool:
    """Whether a word of the host's tells something by itself."""
    return word not in ("that", "and", "but") and any(map(str.isalnum, word))
