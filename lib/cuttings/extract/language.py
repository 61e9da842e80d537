"""The language of an article's prose."""

import re
from functools import cache
from typing import TYPE_CHECKING

from ..text import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 3000
LEAST_WORDS, LEAST_PROBABILITY = 20, 0.8
# Function words that no other language has, and the share of them from which a text is English without doubt.
ENGLISH = frozenset(
    ("the", "and", "that", "with", "from", "they", "their", "were", "are", "has", "his", "which", "this", "have", "who")
)
LEAST_SHARE = 0.1
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def language(prose: str) -> str | None:
    """The language as an ISO 639-1 code; null for fewer than 20 words, where no language is likely, and where the
    likeliest has no such code.

    Only the first 3000 characters are read. Two characters of a script without blanks count as a word.

    Not found: a second language, and dialects, which count as the language they are written like.
    """
    sample = prose[:SAMPLE]
    if is_english(sample):
        return "en"
    if len(words(sample)) + len(UNSPACED.findall(sample)) // 2 < LEAST_WORDS:
        return None
    code, probability = identifier().classify(sample)
    return code if len(code) == 2 and probability >= LEAST_PROBABILITY else None


def is_english(sample: str) -> bool:
    """Whether so many words are function words that only English has that no model need be asked, which takes long."""
    tokens = sample.lower().split()
    found = sum(map(ENGLISH.__contains__, tokens))
    return found >= max(LEAST_WORDS, LEAST_SHARE * len(tokens))


@cache
def identifier() -> "LanguageIdentifier":
    """The model, loaded when first needed: it takes a moment."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
