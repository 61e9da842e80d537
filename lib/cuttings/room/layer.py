"""Layers: tables of spans that are laid over a record, given, or found in it when it is opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from .. import extract, trace
from ..errors import InputError
from ..piece import Span
from ..text import shorten

LONGEST = 200_000  # characters of a record in which layers are found when it is opened
LABEL_WIDTH = 40
UNKNOWN = "?"


@dataclass(frozen=True)
class Layer:
    """One layer: its title, the columns that label a span, and where its spans come from; `quick` where they are found
    without reading the article.
    """

    name: str
    title: str
    labels: tuple[str, ...]
    given: pd.DataFrame | None = None
    rows: Mapping[str, np.ndarray] | None = None
    find: Callable[[pd.DataFrame], pd.DataFrame] | None = None
    quick: bool = False

    def spans(self, article: pd.DataFrame) -> list[Span]:
        """The layer's spans of one article, given as a table of one row."""
        return [
            Span(int(row["start"]), int(row["end"]), self.name, label(row, self.labels))
            for row in self.table(article).to_dict("records")
        ]

    def table(self, article: pd.DataFrame) -> pd.DataFrame:
        """The layer's rows of one article."""
        if self.given is not None and self.rows is not None:
            return self.given.iloc[self.rows.get(article["article_id"].iloc[0], np.array([], dtype=int))]
        return self.find(article) if self.find and self.reads(article) else article.iloc[:0]

    def reads(self, article: pd.DataFrame) -> bool:
        """Whether the layer says anything of an article; a very long one is not read while somebody waits."""
        return self.given is not None or self.quick or len(article["text"].iloc[0]) <= LONGEST


KNOWN = (
    Layer("segments", "roles", ("role",), find=extract.segments),
    Layer("quotations", "quotations", ("speaker",), find=extract.quotations),
    Layer("statements", "statements", ("speaker",), find=extract.statements),
    Layer("poll_figures", "poll figures", ("option", "group"), find=extract.poll_figures),
    Layer("dates", "dates", ("resolved_from", "resolved_to"), find=extract.dates),
    Layer("mentions", "names", ("name",), find=extract.mentions),
    Layer("label_spans", "wording", ("referent",), find=extract.labels),
)
ALIASES = {"roles": "segments", "names": "mentions", "labels": "label_spans", "wording": "label_spans"}
LABELS = ("label", "frame", "code", "speaker", "name", "role", "referent", "term", "field", "topic", "group", "kind")


def layers(articles: pd.DataFrame, given: Mapping[str, pd.DataFrame]) -> list[Layer]:
    """The layers of a room: the known ones, each from its table where that is given, then the others in their order."""
    named = {ALIASES.get(name, name): placed(name, table, articles) for name, table in given.items()}
    known = [laid(layer, named.pop(layer.name)) if layer.name in named else layer for layer in KNOWN]
    return known + [laid(unknown(name, table), table) for name, table in named.items()]


def placed(name: str, table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that have a place in these articles. Raises InputError for places that none of them has."""
    missing = [column for column in ("article_id", "start", "end") if column not in getattr(table, "columns", ())]
    if missing:
        raise InputError(
            f"{name} is no table of spans: it lacks {', '.join(missing)};"
            " ct.measure.uses gives the places of a table of scores"
        )
    rows = table[table["article_id"].isin(articles["article_id"]) & table["start"].notna() & table["end"].notna()]
    lengths = articles.set_index("article_id")["text"].str.len().reindex(rows["article_id"]).to_numpy()
    wrong = (rows["start"] < 0) | (rows["end"] < rows["start"]) | (rows["end"] > lengths)
    if wrong.any():
        row = rows[wrong].iloc[0]
        raise InputError(
            f"{name} has {int(wrong.sum())} span(s) that lead out of their article,"
            f" first {trace.at(row['article_id'], row['start'], row['end'])}"
        )
    return rows


def unknown(name: str, table: pd.DataFrame) -> Layer:
    """The layer of a table that nobody knows, labelled by the first likely column."""
    return Layer(name, name.replace("_", " "), tuple(one for one in LABELS if one in table.columns)[:1])


def laid(layer: Layer, table: pd.DataFrame) -> Layer:
    """A layer with its table."""
    rows: Any = table.groupby("article_id").indices
    labels = tuple(name for name in layer.labels if name in table.columns)
    return Layer(layer.name, layer.title, labels, given=table, rows=rows)


def label(row: Mapping[Any, Any], columns: tuple[str, ...]) -> str:
    """The label of a span: what its columns say, once each; a mark where they say nothing."""
    said = [row[name] for name in columns if not pd.isna(row[name])]
    parts = dict.fromkeys(f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value) for value in said)
    return shorten("/".join(parts), LABEL_WIDTH) or (UNKNOWN if columns else "")
