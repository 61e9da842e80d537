"""Every table of a dump, by name: what `cuttings tables` writes."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from . import extract, measure, read
from .errors import InputError

Table = pd.DataFrame


def tables(path: str | Path) -> tuple[dict[str, Table], dict[str, str]]:
    """All tables of a dump by name, and for each measure that the dump has not enough for the reason."""
    articles, rejects = read.dump(path)
    found = {"articles": articles, "rejects": rejects}
    found |= {name: find(articles) for name, find in extract.EXTRACTORS.items()}
    gaps: dict[str, str] = {}
    for names, take in measures(found, path).items():
        try:
            found.update(zip(names, take(), strict=True))
        except InputError as reason:
            gaps[", ".join(names)] = str(reason)
        except KeyError as missing:
            gaps[", ".join(names)] = f"it needs {missing.args[0]}"
    return found, gaps


def measures(found: dict[str, Table], path: str | Path) -> dict[tuple[str, ...], Callable[[], tuple[Table, ...]]]:
    """How each measure is taken from the tables, by the names of the tables that it gives; in this order."""
    articles, quotations = found["articles"], found["quotations"]
    polls = (found["polls"], found["poll_figures"], found["poll_details"])
    return {
        ("roles",): lambda: (measure.roles(found["segments"]),),
        ("names",): lambda: (measure.names(found["mentions"]),),
        ("voices",): lambda: (measure.voices(quotations, articles),),
        ("poll_checks",): lambda: (measure.poll_checks(*polls, read.reference(path)),),
        ("labels",): lambda: (measure.labels(articles, voice="own", quotations=quotations),),
        ("contrasts",): lambda: (measure.contrasts(found["labels"]),),
        ("keyness",): lambda: (measure.keyness(articles, voice="own", quotations=quotations),),
        ("topics", "article_topics"): lambda: measure.topics(articles),
        ("topic_shares",): lambda: (measure.topic_shares(found["article_topics"], articles),),
    }
