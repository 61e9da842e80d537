"""Cues and the words around them: lookups/cues.csv, grammar.csv and titles.csv as the rules read them."""

from functools import cache

from .. import lookups


@cache
def cues(stances: bool = False) -> dict[str, str]:
    """The kind of each form of lookups/cues.csv: say, ask, thought, according or noun; with `stances`, all kinds."""
    return {
        form: row["kind"]
        for row in reversed(lookups.rows("cues"))
        if stances or not row["kind"].startswith("stance")
        for form in (row["cue"].split()[0], *row["forms"].split())
    }


@cache
def takes() -> dict[str, str]:
    """What each form of lookups/cues.csv takes: a clause, a thing, or nothing that is a statement."""
    return {
        form: row["takes"]
        for row in reversed(lookups.rows("cues"))
        for form in (row["cue"].split()[0], *row["forms"].split())
    }


@cache
def nouns() -> frozenset[str]:
    """The nouns of lookups/cues.csv for what somebody says, wants or judges."""
    rows = [row for row in lookups.rows("cues") if row["kind"].endswith("noun") and row["takes"]]
    return frozenset(form for row in rows for form in (row["cue"], *row["forms"].split()))


@cache
def bases() -> frozenset[str]:
    """The base forms of the verbs of lookups/cues.csv."""
    return frozenset(row["cue"] for row in lookups.rows("cues") if "noun" not in row["kind"])


@cache
def grammar(kind: str) -> frozenset[str]:
    """The function words of one kind in lookups/grammar.csv."""
    return frozenset(lookups.column("grammar", "form", kind=kind))


@cache
def roles() -> dict[str, str]:
    """Nouns that describe a person (with gender, p for several) or a body that speaks (n)."""
    return {row["form"]: row["gender"] or "s" for row in lookups.rows("titles") if row["use"] != "title"}
