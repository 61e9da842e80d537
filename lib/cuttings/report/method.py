"""Methods and limits: what a run did, told from what it wrote and not from what it could have done."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from .. import lookups
from ..say.phrase import listed, number, percent
from .excerpt import Article

MOST_NAMED = 5  # articles named with how much of them is shown


class Method(NamedTuple):
    """How the tables named were made: in a sentence, and after whom."""

    tables: str
    sentence: str
    after: str


def went_in(articles: pd.DataFrame, manifest: Mapping[str, Any]) -> list[str]:
    """Sentences on what was read, with which parameters and versions."""
    return list(told(articles, manifest))


def told(articles: pd.DataFrame, manifest: Mapping[str, Any]) -> Iterator[str]:
    """The sentences."""
    files, outlets = len(manifest["inputs"]), articles["outlet"].dropna().nunique()
    unknown = int(articles["outlet"].isna().sum())
    named = f" from {number(outlets, 'known outlet')}" if outlets else ""
    rest = f"; of {unknown} the outlet is unknown" if unknown else ""
    yield f"{number(len(articles), 'article')}{named} in {number(files, 'file')} of the dump{rest}."
    days = [day for column in ("published_from", "published_to") for day in articles[column].dropna()]
    if days:
        first, last = (f"{of(days):%Y-%m-%d}" for of in (min, max))
        lies = f"lies between {first} and {last}" if first < last else f"is {first}"
        yield f"What is known of their days of publication {lies}."
    given = [f"{name} = {value}" for name, value in sorted(manifest.get("parameters", {}).items())]
    yield f"Parameters: {listed(given)}." if given else "Every parameter was left as the notebooks have it."
    packages = [f"{name} {version}" for name, version in manifest["packages"].items()]
    yield f"Cuttings {manifest['cuttings']} with Python {manifest['python']}, {listed(packages, len(packages))}."


def methods(rows: Mapping[str, int]) -> list[Method]:
    """How the tables that a run has written, and that have rows, were made; those made in one way together."""
    by_sentence: dict[tuple[str, str], list[str]] = {}
    for row in lookups.rows("methods"):
        if rows.get(row["table"]):
            by_sentence.setdefault((row["method"], row["after"]), []).append(row["table"])
    return [Method(listed(names), *sentence) for sentence, names in by_sentence.items()]


def limits(rows: Mapping[str, int]) -> list[str]:
    """What those tables do not show, each sentence once."""
    told: Sequence[str] = [row["limit"] for row in lookups.rows("methods") if rows.get(row["table"]) and row["limit"]]
    return list(dict.fromkeys(told))


def standing(articles: Sequence[Article], texts: bool) -> str:
    """How much of the articles the report shows, and of which the most."""
    if texts:
        return "The articles stand in this report as a whole (--texts)."
    if not articles:
        return "No place in an article is opened in this report."
    most = sorted(articles, key=lambda one: (-one.share, one.file))
    named = [f"{one.shown:,} of the {number(one.words, 'word')} of {one.file} ({percent(one.share)})" for one in most]
    rest = len(named) - MOST_NAMED
    at_most = f"; of {number(rest, 'other article')} no larger share" if rest > 0 else ""
    return (
        "Of each article at most a third of its words stands in this report, unless the numbers with one place alone"
        " behind them need more; runs of five words and more in tables and answers count, too. There are "
        f"{listed(named[:MOST_NAMED])}{at_most}."
    )
