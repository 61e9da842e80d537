"""Phrases around a figure, by which its answer is cut out of its sentence."""

import re

from ... import lookups

STOP = re.compile(
    r",? (?:while|whereas|compared|versus|up (?:from|slightly|\w+ (?:percentage )?points?)"
    r"|down (?:from|\w+ (?:percentage )?points?)|according to|as against|followed by"
    r"|against (?=\d|$)|than (?=\d))\b"
    r"|(?:,| -)? including(?: not only| also)? $"
    r"|;|:|,? - |,? (?:and|but|(?<!satisfied )(?<!happy )(?<!agree )(?<!agreed )(?<!comfortable )(?<!familiar )wit"
    r"h|or|or just|plus|yet|against"
    r"|versus)(?= (?:[\w'\"-]+,? ?){0,4}$)"
    r"|,? (?:to|from|by|for|at|on)(?= (?:(?:just|only|about|the|some|nearly|almost|over),? ?){0,3}$)|,? (?:up|down) $"
    r"|, (?:however|and|but|an? (?:increase|drop|rise|fall|jump|gain|share|slight|number|six|\w+-point)"
    r"|of (?:whom|which)|as)\b"
    r"|,? (?:and|but) (?=(?:another|some|only|just|about|nearly|a further|those)\b)"
    r"|, (?:an?|the) [^,]{0,60}?\b(?:poll|survey)\b|, (?:[A-Z][\w.&-]* ?){1,6}(?:said"
    r"|says|found|finds|reports?|reported|shows?)\b"
    r"|,? (?:in|by|from|for|to) (?:an?|the) [^,;]{0,50}?\b(?:poll|survey)\b|, [\w ]{1,40}\b(?:polls?"
    r"|surveys?|pollsters?)\b|, says? |, sa(?:id|ys) | \($| - $|,? among "
    r"|, (?=(?:the |former )?[A-Z][\w.' -]{2,60} (?:at|with|on|gets?|has|had|got) $)"
    r"|,? the (?:highest|lowest|most|least)\b|, its (?:highest|lowest)|, unchanged"
    r"|, [\w' ]+? (?:has |have )?(?:warned|found|shown|revealed)\b|, in the |, research "
    r"| since (?=[A-Z\d])| \(up | \(down "
)
HALT = re.compile(
    r"\b(?:figures|numbers|results|shares|intentions?|standings|scores) (?:were|are|was|is|stood at) (?=[A-Z])"
    r"|; ?| - |: |\) ?,? ?|,? (?:while|whereas|but|versus|followed (?:closely )?by|including|although"
    r"|though)\b,? |, (?:and|with|where|as|yet)\b |,? with (?!a lead |an advantage )(?=[\w ]{0,40}$)"
    r"|\b(?:showed|shows|show|found|finds|find|suggests?|suggested|revealed|reveals"
    r"|said|says|indicated|indicates|reported|reports|noted|concluded|estimated?s?"
    r"|finding|showing|giving)\b(?: that)? (?=[\w\"'])"
    r"|, (?=(?!(?:was|is|were|are|has|had|have|polled|stood|stands|got|gets|comes|came|cited|named|picked"
    r"|chosen|selected|mentioned|backed|supported|favou?red|preferred|shared|followed)\b)\w+ (?:by|at|on|with) $)"
    r"|, (?=(?:the |(?![RDI]-[A-Z])[A-Z]|support|approval|those|his"
    r"|her|its|their|that figure|it ))|\bthat (?=(?:support|approval|trust|the|those"
    r"|his|her|their|[A-Z][\w.]*)(?!\w))"
)
AND = re.compile(
    r",? and (?=(?:[\w.'\"-]+ ){1,7}(?:(?:is |are |was |were )?(?:at|on|with|to|by"
    r"|has|had|got|gets?|took|takes|is|are|was|were|\w+ed|\w+ed by) ?)?(?:only |just "
    r"|about )?$)"
)
INTRO = re.compile(
    r"^(?:[\W_]|(?i:and|but|while|whereas|with|where|that|then|by contrast|however"
    r"|meanwhile|overall|nationwide|nationally|in all|also|even|when|as|though|although"
    r"|because|if|for|than|to|of|from|against|or|about|some|just|only|nearly|"
    r"including|followed by|there|still|so|yet|moreover|in addition|at the same time"
    r"|in other words|as for|another|a further|further|a mere|fewer than|more than"
    r"|asked|for instance|for example|of course|indeed)\b,?"
    r"|(?:[Ii]n|[Bb]y|[Oo]n|[Ss]ince|[Dd]uring|[Oo]ver|[Ff]or|[Aa]t|[Aa]mong|[Aa]mongst"
    r"|[Oo]f|[Ww]hen|[Ii]f|[Bb]efore|[Aa]fter|[Oo]nly|[Nn]ationwide|[Aa]sked|[Ww]ith"
    r"|[Aa]s|[Aa]ccording to|[Cc]ompared with|[Cc]ompared to|[Bb]ased on|[Dd]espite|[Aa]gainst) [^,;]{2,90}?, "
    r"|[Oo]ver (?=$)|(?:[Aa]mong|[Ii]n) [^,;]{2,40}? (?=(?:it|they|that|support|opposition|approval)\b)"
    r"|(?:an?|one|two|three|four|five|six|ten) (?:days?|weeks?|months?|years?|fortnight"
    r"|decades?) (?:ago|earlier|before),? "
    r"|(?:[Ii]n|[Bb]y|[Ss]ince|[Ll]ast) (?:the )?(?:late |early |mid-?)?(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|fall|winter|month|week|year|past|(?:19|20)\d\d)(?: (?:19"
    r"|20)\d\d)?\b"
    r"|[Ii]n the (?:north|south|east|west|cent(?:er|re))(?: of the country)? )+"
)
VERB = lookups.alternatives("poll_words", kind="rating verb")
SUBJECT = re.compile(rf"^(?P<np>[^;]{{1,140}}?)(?:'s)?,? (?P<verb>{VERB})\b")
TAIL = re.compile(
    r"(?:'s?)?,?(?: (?:at|on|with|to|from|by|of|in|out|for|is|are|was|were|the support"
    r"|support|just|only|about|some|around|nearly|almost|even|still|now|over|an?|the"
    r"|as (?:high|low) as|more than|less than|fewer than|under|below|above|reached"
    r"|down|up|lead|leading|fell|rose|and|or|than|him|her|them|it|point|percentage"
    r"|(?:at|with|by|to|of|on) an? [a-z-]+|with a lead of|as much as|as many as|well"
    r"|strong|slim|narrow|comfortable|wide|whopping|sizable|roughly|approximately"
    r"|another|further|between|backing|their|his|its|next|place|amounted|cited|named|picked|chosen|selected|mentioned"
    r"|preferred|endorsed|shared|suffered|sits?|now|led))*[ ,(\"-]*$",
    re.I,
)
FILLER = re.compile(
    r"(?:at|on|with|to|from|by|of|in|out|for|is|are|just|only|about|some|around|nearly"
    r"|almost|even|still|now|over|an?|the|more than|less than|fewer than|under|below|average|versus|vs\.?"
    r"|margin|lead|edge"
    r"|advantage|not|also|but|including|above|down|up|and|or|than|another|further|between|roughly|place|next|as"
    r" do|as did"
    r"|do|did|does|respectively|[\W\d]| )*",
    re.I,
)
PRONOUN = re.compile(
    r"^(?:(?:last|this|the (?:previous|prior|last)) (?:week|month|quarter|year|survey)"
    r"|(?:a |slim |narrow )?majority|slightly"
    r"|it|that|this|this compares|they|the (?:figure|number|proportion|share) (?:in|for|among|at|of such) [\w' -]{2,40}"
    r"|the (?:figure|number|proportion|share|level|percentage"
    r"|rate|result|same|rest|total|former|latter)|which|who|these|those|there|that figure"
    r"|that number|number|the figure|one|down|up|a|an|the|his|her|its|their|both"
    r"|(?:it|that|this|the) ?(?:figure|number|share|percentage|proportion)? (?:rises"
    r"|jumps|falls|drops|climbs|rose|jumped|fell"
    r"|dropped|climbed|goes|went|gives(?: \w+)?(?: an?)?|gave(?: \w+)?(?: an?)?))$",
    re.I,
)
AS_DO = re.compile(r"\bas (?:do|did|does|are|is|was|were|have|has) (?:just |only |about |some )?$", re.I)
HELD = re.compile(r"\b(?:against|versus|vs\.?) (?:just |only |about |some )?$", re.I)
FROM = re.compile(
    r"(?:\b(?:up|down|rise|drop|fall|increase|decrease|gain|decline|jump|compared"
    r"|unchanged|climb|improvement|dip|surge|change) ?,? ?(?:slightly |sharply |steeply )?(?:from"
    r"|with|to|on)|(?<!support )(?<!backing )(?<!votes )\bfrom|\bfrom about"
    r"|(?<!fewer )(?<!more )(?<!less )(?<!other )\bthan(?: the)?"
    r"|\bup from (?:just|only|about)|\bcompared (?:with|to) (?:just|only|about)|\bdown from)(?: just"
    r"| only| about| around| some| the)? $",
    re.I,
)
TO = re.compile(r"^(?:[\s,]*|(?: in)? [^%;]{3,80}?, )(?:to|and now|before (?:\w+ing) to)(?: just| only| about)? $")
ASIDE = re.compile(
    r"^[^.;]{0,200}?(?:\(|, |- )(?:an?|up|down|\+|-|with a)(?: \w+){0,6} ?$|^[ (]*(?:up|down|\+|-) ?$|^ ?\($"
)
NAME = (
    r"(?:(?:the |former |Sen\. |Gov\. |Rep\. |President |Vice President |businessman "
    r"|Mr\. |Ms\. |Mrs\. )*[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}|(?:his|her|the|their"
    r"|its) (?:[a-z]+ )?(?:opponent|rival|challenger|party))"
)
VOTE = re.compile(r" votes?\b")
FAVOURITE = re.compile(rf"\b(?:lead|edge|advantage) for (?P<who>{NAME}),? (?:with|at|of|by)? ?$")
GIVEN = re.compile(rf"\b(?:g[ai]ve|gives|giving|hands?|handed|puts?|putting) (?P<who>{NAME}) (?:an? |up )?(?:\w+ )?$")
TITLES = (
    r"(?:(?:presumptive|fellow|rival|incumbent|nominee|candidate|front-?runner|challenger|businessman|senator"
    r"|governor|Democratic|Republican|Labour|Conservative) )*"
)
FOR = re.compile(
    rf"^,? (?:support )?(?:for|named|chose|picked|backed|favou?red|preferred|supported"
    rf"|back|support|favou?r|choose|prefer|would vote for|said they would vote for"
    rf"|plan to vote for|say they would vote for|intend to vote for|going to|voted for"
    rf"|who (?:backed|supported|chose)) {TITLES}(?P<who>{NAME})(?=,|\.|;|$| and | while | \("
    rf"| in | with | for | to | -|, )"
)
LISTED = re.compile(
    rf"(?P<who>{NAME}(?:, {NAME})*,? and {TITLES}{NAME}),? (?:have|are|were|both|all|each|get|got|share|remain|stand"
    r"|tied|come)\b[^,;]{0,40}$"
)
DASHED = re.compile(r" - (?P<who>(?!\d|said\b)[^,;.%]{2,70}?)(?=[,;.]|$| and (?:just |only )?$)")
NOT_OBJECT = (
    r"(?!(?:an?|in|on|at|to|of|by|from|for|than|since|during|last|this|among|when|after|before|per|more|less|points?"
    r"|percentage|support|approval|respectively|overall|nationally|nationwide|compared|with|as|the|and|or|of|who|that"
    r"|while|but|down|up|each|did|do)\b)"
)
ELLIPSIS = re.compile(
    r" (?P<who>(?:(?:with|as) [\w'\"-]+(?: [\w'\"-]+){0,7}?"
    r"|(?:the|their|his|her|its) (?!same\b|previous\b|last\b|year\b)[\w'-]+(?: [\w'-]+){0,4}?"
    rf"|{NOT_OBJECT}[a-z'-]+(?: [a-z'-]+){{0,2}}?))(?=[,;.)]| ?$|,? (?:and|or|while|but) )"
)
COLON = re.compile(r" ?: (?P<who>[A-Za-z\"'][^\d;.%)]{1,60}?)(?=[,;.)]|\W*$)")
JOINS = re.compile(
    r"^.{0,90}?(?:,|;|\b(?:and|while|but|or)|, with) (?:just |only |about |some |another |a further )?$", re.S
)
SPLIT_FOR = re.compile(
    r" for (?P<who>(?:the |an? )?[\w'\"-]+(?: (?!and\b|while\b|with\b|in\b|but\b)[\w'\"-]+){0,4}?)(?=,"
    r"|\.|;|$| and | while | with | in | but )"
)
SPLITS = re.compile(r"^ for |\b(?:split|divided?|br(?:eak|oke|eaking))\b[^,;]{0,20}$")
OF_BEFORE = re.compile(r" of [\w' -]{2,40}?(?:,| and|, and) (?:just |only |about )?")
PLACED = re.compile(r"(?:in|among|across) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*", re.I)
OWN = re.compile(
    rf"(?:to|over|against|than|versus|vs\.?|and|,|for|and for|compared with|compared to) (?:the "
    rf"|only |just )?(?P<who>{NAME})'s? (?:own )?$"
)
LOOSE = re.compile(
    r"^[) ]+(?P<who>(?:for|against)(?=[,.;]|$)|the (?:latter|former|other|opposite"
    r"|rest)(?=[,.;]|$)|an? (?:un|dis|neg|pos|fav|good|bad"
    r"|very|poor)\w*(?: (?:one|view|opinion|rating|impression))?|(?!(?:in|of|to|and"
    r"|or|on|at|from|by|with|than|among|each|while|for|last|the|but|an?|is|was|compared"
    r"|according|between|since|as|points|percent|respectively|who|when|after|before|said|says"
    r"|over|back|this|so far|in all|overall"
    r"|nationally|nationwide|statewide|two|three|if|where|up|down|so|that|it|one|now"
    r"|afterwards?|later|earlier|recorded|reported|registered"
    r"|previously|versus)\b)[a-zA-Z][\w' -]{1,40}?)(?="
    r"[,.;)]|$| and | while | in | to | but )"
)
THEN = re.compile(
    r"[^,]{0,22}, (?:\w+ ){0,4}?(?=(?:say|said|want|support|oppose|favou?r|back|think"
    r"|believe|prefer|approve|agree|disapprove|would)\b)"
)
AHEAD = (
    r"(?:lead(?:s|ing)?|led|beat(?:s|ing)?|over|ahead of|tops?|topp(?:ed|ing)|edg(?:es|ed|ing)(?: out)?"
    r"|trail(?:s|ed|ing)?|against|defeat(?:s|ed|ing)?|best(?:s|ed|ing)?|behind|outpac(?:es"
    r"|ed|ing)|trounc(?:es|ed|ing)|crush(?:es|ed|ing)"
    r"|up on|in front of|clear of|to|than)"
)
HIGHEST = re.compile(
    r"(?P<who>\b(?:[Ss]upport|[Bb]acking|[Oo]pposition|[Aa]pproval|[Tt]rust|[Cc]onfidence"
    r"|[Cc]oncern|[Oo]ptimism|[Ee]nthusiasm|[Dd]isapproval|[Rr]esistance)(?: (?:for"
    r"|in|of|about|among) [\w' ]{2,40}?)?)"
    r" (?:is|was|remains|proved) (?:\w+ )?(?:strong|high|firm|great|weak|low|solid|wide)\w*\b"
)
QUOTED = re.compile(r"(?P<who>\"[^\"]{2,90}\"),? \($")
LABEL = re.compile(
    r"(?:^|[,;:] |\band |\bor |\bto |\bthen |\bbetween |\bof |\bwere |\bis |\bby "
    r"|\bfor |\bare |\bwhile )(?P<who>(?!(?:are|is|were|was|and|or|then|as) )(?:the )?[\w'&. -]{2,60}?) \($"
)
AGAINST = re.compile(r" (?:against|for)\b")
LAST_PART = re.compile(r",? and |, |; ")
RATED_NOUN = re.compile(
    r"(?P<who>\b(?:[A-Z][\w.-]+(?:'s)? |[Tt]he \w+(?:'s)? |[Jj]ob |[Nn]et )*(?:[Ss]upport"
    r"|[Bb]acking|[Oo]pposition|[Aa]pproval|[Dd]isapproval|[Tt]rust|[Dd]istrust|[Cc]onfidence"
    r"|[Ss]atisfaction"
    r"|[Dd]issatisfaction|[Oo]ptimism|[Cc]oncern|[Pp]opularity|[Ff]avou?rability)(?: (?:ratings?))?(?: (?:for"
    r"|in|of|with|about|to|over) [\w' -]{2,50}?)?)"
    r"(?= (?:has|have|had|is|was|are|were|stands?|stood|rose|fell|climbs?|climbed"
    r"|drops?|dropped|remains?|edged|tumbled|slipped|dipped|grew|came|hit)\b)"
)
