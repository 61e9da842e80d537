"""Languages and scripts: whether a capital is the sign of a name."""

import re

from ..language import SAMPLE, language
from ..paragraph import paragraphs

ENGLISH = re.compile(r"\b(?:the|of|and|to|that|for|with|was|is|are|were|his|has|from|by|they)\b")
MOST_USED = (" the ", " of ", " and ", " to ", " that ")
LEAST_SHARE = 0.05
NOUNS = frozenset(("de", "lb", "nds"))  # languages that write every noun with a capital


def capitals_tell(text: str) -> str:
    """What a capital in the article's prose says: `name` in English and where too little tells, `first` where the first
    word of a sentence is none of our lists' (any other language), `nothing` where all nouns have capitals (German) or
    the script has none (Arabic, Chinese, Hindi, Korean …).
    """
    prose = "\n".join([text[start:end] for start, end, _ in paragraphs(text)])[:SAMPLE]
    least = LEAST_SHARE * max(1, prose.count(" "))
    if sum(map(prose.count, MOST_USED)) >= least or len(ENGLISH.findall(prose)) >= least:
        return "name"
    code = language(prose)
    if code is None or code == "en":
        return "name"
    letters = [char for char in prose if char.isalpha()]
    cased = sum(char.lower() != char.upper() for char in letters) > 0.5 * len(letters)
    return "first" if cased and code not in NOUNS else "nothing"
