"""What is known of one mention."""

from typing import NamedTuple


class Name(NamedTuple):
    """One mention: its span and form, the canonical name and kind, and a person's gender (m, f) and title here."""

    start: int
    end: int
    form: str
    name: str
    kind: str | None
    gender: str = ""
    title: str = ""
    doubtful: bool = False  # capitals that the place demands: to be kept only if the form is known from elsewhere
    described: bool = False  # the words describe the person and do not name him
