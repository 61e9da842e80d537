"""The widget of the coding view: keys in, the next unit out."""

from typing import Any

import anywidget
import traitlets

from .. import front
from .page import heard, page, still
from .sitting import Sitting


class Coding(anywidget.AnyWidget):
    """A person at a sheet; `view` opens it."""

    _esm = front.script("element", "wire", "coder", "coding")
    _css = front.style("live", "coder", "coding")
    coding = traitlets.Dict().tag(sync=True)

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        super().__init__(coding=page(sitting))
        self.on_msg(self.hear)

    def hear(self, _widget: Any, question: dict[str, Any], _buffers: Any) -> None:
        """Do what a key asks; every view shows what has come of it."""
        number = question.pop("number", None)
        answer = heard(self.sitting, question)
        self.coding = page(self.sitting)
        self.send({"number": number, **answer})

    def __repr__(self) -> str:
        return f"Coding view: {self.coding['progress']}"

    def _ipython_display_(self) -> None:
        front.show(self, still(self.coding))

    def _repr_mimebundle_(self, **_options: Any) -> tuple[dict, dict]:
        return front.bundle(self, still(self.coding))
