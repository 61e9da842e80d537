"""The room itself: a widget that asks the reading for what is looked at, and sends nothing anywhere else."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets
from IPython.display import display

from .place import Place
from .reading import Reading
from .still import still

FRONT = Path(__file__).parent / "front"
PARTS = ("element", "wire", "rows", "words", "links", "room")  # each builds on those before


class Room(anywidget.AnyWidget):
    """A reading room; `explore` opens it.

    Displayed, it is two outputs: the still page, which stays when the kernel is gone, and the widget, which hides it.
    """

    _esm = "\n".join((FRONT / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = (FRONT / "room.css").read_text(encoding="utf-8")
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        super().__init__(view=reading.opening())
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
        self.send({"number": number, **self.reading.answer(question)})

    def __repr__(self) -> str:
        n = len(self.reading.articles)
        return f"Reading room of {n} article{'' if n == 1 else 's'}"

    def _ipython_display_(self) -> None:
        display({"text/plain": repr(self), "text/html": still(self.reading)}, raw=True)  # type: ignore[no-untyped-call]
        display({"text/plain": "", **self.live()}, raw=True)  # type: ignore[no-untyped-call]

    def live(self) -> dict[str, Any]:
        """The widget as what a notebook displays."""
        bundle = super()._repr_mimebundle_()
        return {name: data for name, data in (bundle[0] if bundle else {}).items() if not name.startswith("text/")}

    def _repr_mimebundle_(self, **_options: Any) -> tuple[dict, dict]:
        return {"text/plain": repr(self), "text/html": still(self.reading), **self.live()}, {}
