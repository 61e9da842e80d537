"""Reading: what the room knows and answers, without a browser.

Every answer is plain data that can be sent as JSON, and only as much as is looked at: some lines of the list, a window
of one record, some hits of a search.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from .. import extract, tables
from ..coding.sitting import Sitting
from ..coding.sitting import place as place_of
from ..errors import InputError
from ..piece import Span
from .layer import Layer, layers
from .place import Place, place
from .record import HIT, PLACE, WINDOW, record, window
from .search import Search
from .shelf import Shelf
from .style import styles

SHEET = "sheet"  # the layer of the units to be coded
FEW = 100  # articles in which speakers are looked for without being asked
FIRST_ROWS = 60
MOST = 200  # rows of one answer
Answer = dict[str, Any]


class Reading:
    """A reading of articles with tables of spans as layers; see `explore`."""

    def __init__(
        self, articles: pd.DataFrame, given: Mapping[str, pd.DataFrame], sitting: Sitting | None = None
    ) -> None:
        tables.require(articles, "articles", "article_id", "file", "record", "text")
        if articles.empty:
            raise InputError("there is no article to read")
        if articles["article_id"].duplicated().any():
            raise InputError("an article stands twice among these; each is read once")
        self.articles = articles.reset_index(drop=True)
        self.sitting = sitting
        self.layers: dict[str, Layer] = {layer.name: layer for layer in layers(self.articles, given)}
        if sitting:
            self.layers[SHEET] = Layer(SHEET, "coding", ("codes",), find=sitting.spans, quick=True)
        self.shelf = Shelf(self.articles, self.speakers())
        self.at = {article_id: place for place, article_id in enumerate(self.shelf.ids)}
        self.last_search: tuple[object, Search] | None = None

    def speakers(self) -> pd.DataFrame | None:
        """The table that says who is heard where: quotations, or another one given with speakers."""
        given = [layer.given for layer in self.layers.values() if layer.given is not None]
        spoken = next((table for table in given if "speaker" in table.columns), None)
        if spoken is None and len(self.articles) <= FEW:
            return extract.quotations(self.articles)
        return spoken

    def opening(self, to: Place | None = None) -> Answer:
        """What the room shows at first: the layers, the choices of the filter, the list's first lines, one record."""
        on = self.on()
        to = to or self.first()
        return {
            "layers": styles(self.layers.values(), on),
            **self.shelf.choices(),
            "rows": self.rows({}, 0, FIRST_ROWS),
            "record": self.record(to.article_id, on, to.start, [to.start, to.end]),
        }

    def first(self) -> Place:
        """The place to begin at: the unit to be coded, or the first article."""
        line = self.sitting.line if self.sitting else None
        return Place(*place_of(line)) if line else Place(self.shelf.ids[0], 0, 0)

    def on(self) -> list[str]:
        """The layers that are on at first: those given, or else roles and quotations; and the units of a sheet."""
        given = [name for name, layer in self.layers.items() if layer.given is not None]
        return (given or ["segments", "quotations"]) + [SHEET] * (self.sitting is not None)

    def rows(self, only: Mapping[str, str], first: int, last: int) -> Answer:
        """Lines `first` to `last` of the list under a filter, and how many lines there are; see `Shelf.chosen`."""
        chosen = self.shelf.chosen(**only)
        return {
            "first": first,
            "rows": self.shelf.rows(chosen[first : min(last, first + MOST)]),
            "total": len(chosen),
            "of": len(self.articles),
            "undated": self.shelf.undated if {"first", "last"} & set(only) else 0,
        }

    def record(
        self,
        article_id: str,
        on: Sequence[str],
        at: int = 0,
        pointed: Sequence[int] = (),
        term: str = "",
        most: int = WINDOW,
    ) -> Answer:
        """A window of a record that holds the character `at`, with the layers that are on, the hits of a term, and the
        place pointed at.
        """
        if article_id not in self.at:
            raise InputError(f"no article {article_id} among these {len(self.articles)}")
        number = self.at[article_id]
        article = self.articles.iloc[[number]]
        text = str(article["text"].iloc[0])
        found = {name: self.layers[name].spans(article) for name in on}
        spans = [span for layer in found.values() for span in layer]
        spans += [Span(start, end, HIT) for start, end in (Search(term, article).places() if term else ())]
        spans += [Span(pointed[0], pointed[1], PLACE)] if pointed else []
        start, end = window(len(text), at, most)
        return {
            **dict(zip(("article_id", "title", "outlet", "days", "file"), self.shelf.rows([number])[0], strict=True)),
            **record(text, spans, start, end),
            "length": len(text),
            "place": list(pointed),
            "counts": {name: len(layer) for name, layer in found.items()},
            "unread": [self.layers[name].title for name in on if not self.layers[name].reads(article)],
        }

    def hits(self, term: str, only: Mapping[str, str], first: int, last: int) -> Answer:
        """Hits `first` to `last` of a term in the articles that a filter leaves, and how many there are, in how many.

        Raises InputError for a term without a word.
        """
        search = self.search(term, only)
        return {
            "term": term,
            "first": first,
            "rows": search.lines(first, min(last, first + MOST)),
            "total": len(search.hits),
            "articles": int(search.hits["article_id"].nunique()),
        }

    def search(self, term: str, only: Mapping[str, str]) -> Search:
        """The search for a term, remembered until there is another one."""
        asked = (term, tuple(sorted(only.items())))
        if self.last_search is None or self.last_search[0] != asked:
            self.last_search = asked, Search(term, self.articles.iloc[self.shelf.chosen(**only)])
        return self.last_search[1]

    def place(self, row: Any) -> Place:
        """Where a row of any table leads; see `place`."""
        return place(row, self.articles)

    def answer(self, question: Mapping[str, Any]) -> Answer:
        """Answer one question of the front end: `{"ask": "rows", "only": {}, "first": 0, "last": 60}`."""
        asked = dict(question)
        ways: dict[str, Callable[..., Answer]] = {"rows": self.rows, "record": self.record, "hits": self.hits}
        try:
            return ways[asked.pop("ask")](**asked)
        except InputError as wrong:
            return {"error": str(wrong)}
