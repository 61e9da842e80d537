"""Places of articles where something is named: the rows that the rules for candidates give."""

from typing import NamedTuple


class Named(NamedTuple):
    """The span of a name or phrase, what it names (referent), as what kind, in which form, how that is known, and of
    which sort its words say the thing is.
    """

    start: int
    end: int
    referent: str
    kind: str
    form: str
    basis: str
    of: str = ""


class Use(NamedTuple):
    """The same in its article, which belongs to a group."""

    article_id: str
    group: str
    start: int
    end: int
    referent: str
    kind: str
    form: str
    basis: str
    of: str
