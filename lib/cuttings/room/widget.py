"""The room itself: a widget that asks the reading for what is looked at, and sends nothing anywhere else."""

from typing import Any

import anywidget
import traitlets

from .. import front
from ..coding.page import ASKS, heard, page
from .place import Place
from .reading import Reading
from .still import still


class Room(anywidget.AnyWidget):
    """A reading room; `explore` opens it."""

    _esm = front.script("element", "wire", "rows", "words", "links", "coder", "room")
    _css = front.style("live", "room", "coder")
    view = traitlets.Dict().tag(sync=True)
    coding = traitlets.Dict().tag(sync=True)

    def __init__(self, reading: Reading) -> None:
        self.reading, self.sitting = reading, reading.sitting
        super().__init__(view=reading.opening(), coding=page(self.sitting) if self.sitting else {})
        self.on_msg(self.hear)

    def go(self, row: Any) -> None:
        """Open the record at the place of a row of any table: by its address, or by article_id, start and end."""
        self.turn(self.reading.place(row))

    def show(self, address: str) -> None:
        """Open the record at an address."""
        self.turn(self.reading.place({"address": address}))

    def turn(self, to: Place) -> None:
        """Show a place, in every view of the room."""
        self.view = {**self.reading.opening(to), "turn": self.view.get("turn", 0) + 1}

    def hear(self, _widget: Any, question: dict[str, Any], _buffers: Any) -> None:
        """Answer the front end under the number of its question."""
        number = question.pop("number", None)
        if self.sitting and question.get("ask") in ASKS:
            answer: dict[str, Any] = heard(self.sitting, question)
            self.coding = page(self.sitting)
        else:
            answer = self.reading.answer(question)
        self.send({"number": number, **answer})

    def __repr__(self) -> str:
        n = len(self.reading.articles)
        return f"Reading room of {n} article{'' if n == 1 else 's'}"

    def _ipython_display_(self) -> None:
        front.show(self, still(self.reading))

    def _repr_mimebundle_(self, **_options: Any) -> tuple[dict, dict]:
        return front.bundle(self, still(self.reading))
