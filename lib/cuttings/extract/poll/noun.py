"""The words for a poll and for asking, and the wordings in which a poll is none."""

import re

from ... import lookups

NOUN = r"(?:opinion poll(?:ing)?|[Pp]olls?|[Ss]urveys?|[Pp]olling|[Bb]arometer|tracker|questionnaire|survey report)"
SPOKE = lookups.alternatives("poll_words", kind="polling")
DONE = lookups.alternatives("poll_words", kind="carried out")
STUDY = r"(?:stud(?:y|ies)|reports?|research|analysis|index|census|white paper|findings|review)"
TELLS = rf"(?:{lookups.alternatives('poll_words', kind='tells')})"
NO_POLL = re.compile(rf"\b{lookups.alternatives('poll_words', kind='no_poll')}", re.I)
