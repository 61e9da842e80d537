"""Shares: which numbers of a sentence count people who gave an answer."""

import re

from ... import lookups
from .around import ABOUT, AHEAD, BACK, Around, last_of
from .listed import is_listed
from .number import Number
from .other import HELD, VOTE, is_other
from .people import ATTITUDE, BARE_GROUP, OPINION, PERSONS, THOUGHT, group_behind
from .points import ERROR, LEAD, NO_SUBJECT, RELATION, by_percent, points

SIGNED = re.compile(r"(?:plus or minus|\+/-|±|\+ ?/ ?-) ?$|\+$|\bminus $", re.I)
NOUN_BEHIND = re.compile(
    r" (?!(?:in|of|on|at|across|behind|ahead|within|including|among|for|to|from|while"
    r"|and|or|but|who|with|since|last|this"
    r"|two|three|an?|the|compared|versus|against|as|by|when|after|before|"
    r"during|earlier|ago|now|then|over|overall|nationally|nationwide|said|says?|do|did|does|each"
    r"|[a-z]+ed|apiece|respectively|only|favou?rab\w+|unfavou?rab\w+|approval|support|statewide)\b)[a-z]"
)
OF_THEM = re.compile(
    rf"(?:\b(?:majority|most|half|thirds?|quarters?|share) of (?:the )?{PERSONS},? (?:- "
    rf"|or |\()?|\b[Aa]mong (?:those|people|{PERSONS})[^,;]{{0,60}}, (?:just |only "
    rf"|about )?)$",
    re.I,
)
SPLIT = re.compile(
    r"\b(?:back|support|disagree|oppos|favou?r|prefer|approv|agree|disapprov|split|divided|break|reject)\w*\b", re.I
)
LEAD_BEHIND = re.compile(
    r"(?: ?(?:-|to) ?\d\d)? (?:two-party(?:-preferred)? |national |overall )?(?:lead|margin|split|advantage|edge)\b"
)
HELD_VOTE = re.compile(
    r"\b(?:w[io]ns?|winning|vote[ds]?|passed|elections?|elected|senate|house|parliament|council|lawmakers|deputies|mps)\b",
    re.I,
)
AGAIN = re.compile(r" \(\d[\d.]*(?:%| per ?cent)\)(?= [a-z])")
OPENED = re.compile(
    r"\b(?:(?:in|out of)[- ](?:every )?(?:two|three|four|five|six|eight|ten|\d+)|half|thirds?|quarters?|fifths?) \($"
)
OF_VOTES = re.compile(
    r" of (?:the |all )?(?:respondents'?|participants'?|those asked|people's) (?:votes|answers|replies|choices)\b"
)
POLLED = re.compile(r" of (?:the |all )?(?:total |valid )?votes? polled\b")
LEADS_NOW = re.compile(r"\b(?:(?:is|are) (?:\w+ )?(?:leading|trailing|ahead)|leads?|trails?)\b[^;:]{0,60}$")
REFERS = re.compile(
    r"\b(?:it|that|they|the (?:figure|number|share|proportion|level)) (?:was|were"
    r"|stood at|had been) (?:just |only |still )?$"
)
WOULD = re.compile(r"\bwould (?:\w+ )?(?:win|get|take|receive|have|secure|come (?:\w+ )?with) (?:just |only |about )?$")
WENT = re.compile(
    r" (?:who )?(?:went to the polls|turned out|voted(?! for)|cast (?:a |their )?(?:ballots?|votes?)|showed up)\b"
)
IN_ROW = re.compile(
    r",(?= \d[\d.]*(?:%| per ?cent) of )|,? (?:and|or|compared (?:with|to)|versus|including|but)(?: \w+){0,2}"
    r" (?:\d|one |two-|half|a )"
)
RATED = re.compile(r" (?:[\w-]+ ){0,2}(?:[\w-]*approval|favou?rability|support)(?: rating)?\b")
PREPOSED = re.compile(
    r"(?:\b(?:at|to|for|from|with|on|of|is|was|are|were|has|have|had|gets?|got|by|just"
    r"|only|about|some|around|nearly|almost|exactly|roughly|reached|hit|"
    r"hits|versus|against|than|and|or|as|while|but|out|where|support|backing|puts?"
    r"|had|between|approximately|mere|paltry|meag(?:er|re)|whopping|slim|solid|staggering"
    r"|hefty|further|another|over|under|below|above|"
    r"receives|averag(?:es|ing)|garner(?:s|ed|ing)?|commands?|holds?|win|get|take"
    r"|secure|receive|received|received?|took|takes|drew|draws|attracts?|polls?|polled"
    r"|polling|registered"
    r"|scored|earns?|earned|totals?|came|made up|up|down|that|"
    r"reach(?:es|ed)?|exceeds?|found|finds|said|says|shows?|showed|revealed?|suggests?|indicated?|including"
    r"|like|each|least|most|half|who|among|average|estimated)"
    r"|[,;:(\"'-]|^) ?$",
    re.I,
)
AN_ERROR = re.compile(r",? (?:plus or minus )?(?:margin of (?:sampling )?error|error margin|sampling error)")
CONFIDENCE = re.compile(r"\bconfidence (?:level|interval) (?:of|at|is|was) (?:about )?$")
CITED = re.compile(
    rf"\b(?:cited|named|chosen|picked|selected|mentioned|backed|supported|favou?red|opposed|approved|preferred|endorsed"
    rf"|shared|rejected|listed|ranked|viewed|seen|held|followed|welcomed|disliked|trusted) (?:\w+ly )?by {ABOUT}$"
)
AS_AGAINST = re.compile(
    rf"\b(?:compared (?:to|with)|as opposed to|as against|versus|up from|down from|than) {ABOUT}$", re.I
)
ALSO = re.compile(rf"(?:,|,? and) {ABOUT}$")
GETS = re.compile(
    rf"\b(?:won|wins?|winning|gets?|(?<!'ve )(?<!have )got|getting|receiv\w+|has|had"
    rf"|draws?|drew|took|takes|captur\w+|carried|backed by"
    rf"|dominat\w+ by|holds?|support of) {ABOUT}$"
)
REFERRED = re.compile(
    rf"\b(?:it|they|th(?:at|is)(?: (?:figure|number|share|percentage|proportion))?"
    rf"|the (?:figure|number|share|proportion|percentage|level|rate|total)s?) (?:\w+ly "
    rf"|then |even |also |has |had |now )?"
    rf"(?:ris|r[io]se|jump|fall|fell|drop|climb|increas|decreas|compar|go|went|shr[aiu]nk"
    rf"|soar|dip|grow|gr[eo]w|surg|edg|stood"
    rf"|stand|was|is|were|are)\w*(?: up| down)?(?: (?:to|with|at|from))?(?: as (?:high|low) as)? {ABOUT}$",
    re.I,
)
SAYS = re.compile(
    r" (?:said|say|thought|think|believed?|agreed?|disagreed?|felt|feel) (?:that |they |it |the |there |he |she )"
)
OPENS = re.compile(r"(?:^|[:,]|\b\w*[Pp]oll|[Ss]urvey) ?(?:\d\d ?(?:-|to) ?)?$")
FOR_WHOM = re.compile(r"(?: ?(?:-|to) ?\d\d)?,? (?:to|for|against|in favou?r)\b")
OF_AGE = re.compile(rf"\b{PERSONS} \((?:aged? |ages )?(?:\d\d-)?$", re.I)
REACH = 3  # sentences behind a poll in which `42% say` is of it
FAR_OFF = 8  # no poll was spoken of yet: only what is rated in so many words waits for one
MOVED = re.compile(rf"\b(?:up|down|rose|fell|dropped|increased|declined|a rise of|a drop of)(?: by)? {ABOUT}$")
FROM_TO = re.compile(r" (?:from|since|on|compared)\b")
STANDS = re.compile(
    rf"\b(?:{lookups.alternatives('poll_words', kind='measured')})\b[^;:]{{0,70}}?\b(?:at"
    rf"|to|is|was|from|reach(?:es|ed)|hits?)(?: as (?:high|low|much|many) as)? (?:just |only |about |a record )?$",
    re.I,
)
IS = re.compile(r" (?:has|have|had|is|are|was|were|lives?|lived)\b")
COUNTRY = re.compile(r"\b(?:country|nation|population|region)$", re.I)


def judged(folded: str, number: Number, around: Around) -> str | None:
    """What a number is in a report of a poll: share, change, multiple, lead; null for a number that is none of them."""
    before = folded[max(around.start, number.start - BACK) : number.start]
    after = folded[number.end : min(around.end, number.end + AHEAD)]
    moved = number.form == "points" and around.follows and MOVED.search(before) and FROM_TO.match(after)
    if around.study and not moved and number.form in ("points", "net", "signed", "multiple", "bare", "single"):
        return None
    if number.form in ("points", "net", "signed"):
        return points(number, before, after, around)
    if number.form == "multiple":
        other = NO_SUBJECT.search(before) and not ATTITUDE.search(before)
        return None if other or RELATION.match(after) or not is_open(before, after, around) else "multiple"
    if number.form in ("bare", "single"):
        return bare(number, before, after, around)
    if (number.high or number.value) > 100 or SIGNED.search(before) or is_error(folded, number, around):
        return None
    told = by_percent(number, before, after, around)
    if told:
        return told
    return "share" if is_share(folded, number, before, after, around) else None


def is_error(folded: str, number: Number, around: Around) -> bool:
    """Whether a percentage is a margin of error, or one of the shares for which such margins are given."""
    before = folded[max(around.start, number.start - 240) : number.start]
    if AN_ERROR.match(folded, number.end, around.end) or CONFIDENCE.search(before):
        return True
    found = last_of(ERROR.finditer(before))
    if found is None or (")" in before[found.end() :] and "(" not in before[found.end() :]):
        return False
    return len(before) - found.end() < 60 or not re.search(r"[;:]|, (?:and|while|but)\b", before[found.end() :])


def is_open(before: str, after: str, around: Around) -> bool:
    """Whether a multiple may be a poll's: by its place, or by what it is said of."""
    return (
        around.follows
        or (around.near <= 1 and bool(ATTITUDE.search(before) or ATTITUDE.search(after[:60])))
        or around.named
    )


def bare(number: Number, before: str, after: str, around: Around) -> str | None:
    """A number without a word for per cent: one of a pair behind a lead, or in a row with percentages."""
    if number.form == "single":
        return "share" if around.follows and 1 <= number.value <= 90 else None
    fits = 10 <= number.value <= 90 and around.near <= 1 and not OF_AGE.search(before)
    told = (
        LEAD.search(before[-70:])
        or (LEAD_BEHIND.match(after) and not HELD_VOTE.search(before))
        or around.follows
        or (around.named and SPLIT.search(before[-60:]))
        or re.search(r"\b(?:it|they|that) (?:was|were|stood at) $|\b(?:by|ahead|tied|lead|leads) $", before)
        or (around.named and OPENS.search(before) and FOR_WHOM.match(after))
    )
    return (
        "share"
        if fits
        and told
        and not re.search(
            r"\b(?:aged?|ages|rows?|scores?|game|won|Jan|Feb|Mar|Apr|Ma[yr]|June?|July?|Aug"
            r"|Sept?|Oct|Nov|Dec|[A-Za-z]+ber|[A-Za-z]+uary|April|March|August)\.? ?(?:\d\d(?:-"
            r"| to ))?$",
            before,
        )
        else None
    )


def is_share(folded: str, number: Number, before: str, after: str, around: Around) -> bool:
    """Whether a percentage or fraction counts people who gave an answer.

    1. Not where it is said of prices, tax, turnout and the like, or where such a noun stands behind it.
    2. Not where it is of something that is no group of people; of the vote only where a vote is intended.
    3. Of a group that thinks something: in and near a report of a poll.
    4. In a sentence that names a poll, any other percentage; near one, where the sentence has the shape of an answer.
    5. A fraction only of a group, or before what people think.
    """
    again = AGAIN.match(after) if number.form == "fraction" else None
    if again:
        number, after = number._replace(end=number.end + again.end()), after[again.end() :]
    elif number.form == "percent" and after.startswith(") ") and OPENED.search(before):
        number, after = number._replace(end=number.end + 1, form="fraction"), after[1:]
    group = group_behind(folded, number.end, min(around.end, number.end + AHEAD))
    told = group is not None or OF_THEM.search(before) is not None
    if number.form == "fraction" and not group and not re.match(r" those of ", after):
        group = BARE_GROUP.match(folded, number.end, min(around.end, number.end + AHEAD))
    if OF_VOTES.match(after) and (around.named or around.near <= 1):
        return True
    if POLLED.match(after):
        return False
    rest = after[group.end() - number.end :] if group else after
    thinks = OPINION.match(rest) is not None
    if is_other(number, before, after, rest, told, around) or (around.study and not is_answer(before, rest, around)):
        return False
    if group and COUNTRY.search(group["group"]) and (not thinks or IS.match(rest)):
        return False
    if group and WENT.match(rest):
        return False
    if number.form == "fraction":
        return fraction(before, after, told or group is not None, thinks, around)
    if group and not around.named and HELD.search(before):
        return False
    if told and thinks:
        return True
    return of_group(rest, thinks, around) if group else alone(number, before, after, thinks, around)


def is_answer(before: str, rest: str, around: Around) -> bool:
    """Whether a share that a study tells is of what people say, and not of what was found about them."""
    if THOUGHT.match(rest) or CITED.search(before):
        return True
    return around.follows and (IN_ROW.match(rest) is not None or AS_AGAINST.search(before) is not None)


def of_group(rest: str, thinks: bool, around: Around) -> bool:
    """Whether a percentage of people is one of those asked."""
    near = around.named or around.follows or around.near <= 1
    return thinks or near or (around.near <= FAR_OFF and IN_ROW.match(rest) is not None)


def alone(number: Number, before: str, after: str, thinks: bool, around: Around) -> bool:
    """Whether a percentage of nothing that is named counts people; rule 4."""
    if around.weak:
        return around.follows
    if around.named or around.follows:
        return True
    if around.near <= REACH and (REFERRED.search(before) or is_listed(number, before, after, around)):
        return True
    if VOTE.search(before[-60:]) and not thinks and not REFERS.search(before) and not LEADS_NOW.search(before):
        return False
    if around.near > FAR_OFF:
        return STANDS.search(before) is not None or SAYS.match(after) is not None
    if SAYS.match(after) or (around.near <= REACH and (thinks or STANDS.search(before) or WOULD.search(before))):
        return True
    return around.near <= 1 and (number.form == "pair" or has_shape(before, after, thinks))


def fraction(before: str, after: str, grouped: bool, thinks: bool, around: Around) -> bool:
    """Rule 5."""
    if not thinks and re.match(
        r" (?:a|an|the|past|century|decade|hour|time|year|day|million|dozen|term|round"
        r"|quarter|place|straight|consecutive|of (?:a|an|its|his|her))\b",
        after,
    ):
        return False
    if re.search(r"\b(?:the|first|second|third|last|by|every|each|his|her|per) $", before) and not grouped:
        return False
    if around.weak:
        return grouped and thinks
    if around.near <= 1 and CITED.search(before):
        return True
    if around.follows and ALSO.search(before) and re.match(r" (?:in|among|of|for|with) ", after):
        return True
    if grouped and around.near <= REACH and GETS.search(before):
        return True
    if STANDS.search(before) and (around.named or around.near <= 1):
        return True
    if SAYS.match(after) and around.near <= FAR_OFF:
        return True
    if grouped:
        return thinks or around.named or around.follows or around.near <= 1
    return thinks and (around.named or around.near <= 1 or around.follows)


def has_shape(before: str, after: str, thinks: bool) -> bool:
    """Whether a percentage without a group is an answer's: people think something, or something is rated at it."""
    if thinks or ATTITUDE.search(before[-80:]) or RATED.match(after) or re.match(r"\)|,? (?:among|for|to \d)", after):
        return True
    return bool(PREPOSED.search(before)) and not NOUN_BEHIND.match(after)
