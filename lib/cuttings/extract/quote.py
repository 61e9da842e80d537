"""What is known of one quotation."""

from typing import NamedTuple

from .occasion import NOWHERE, Occasion


class Quote(NamedTuple):
    """One quotation: its span without the marks, what is known of its speaker, and where and when it was said."""

    start: int
    end: int
    kind: str
    role: str
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    anonymous: bool = False
    occasion: Occasion = NOWHERE
