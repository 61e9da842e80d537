"""Front: what runs in the browser, as JavaScript and CSS, and how a notebook shows a widget that is made of it.

Displayed, a widget is two outputs: a still page, which stays when the kernel is gone, and the widget, which hides it.
"""

from pathlib import Path
from typing import Any

from IPython.display import display

FRONT = Path(__file__).parent


def script(*parts: str) -> str:
    """The front end of a widget from its parts, each of which builds on those before."""
    return "\n".join((FRONT / f"{part}.js").read_text(encoding="utf-8") for part in parts)


def style(*parts: str) -> str:
    """The look of a widget or a still page."""
    return "\n".join((FRONT / f"{part}.css").read_text(encoding="utf-8") for part in parts)


def show(widget: Any, still: str) -> None:
    """Display a widget below its still page."""
    display({"text/plain": repr(widget), "text/html": still}, raw=True)  # type: ignore[no-untyped-call]
    display({"text/plain": "", **live(widget)}, raw=True)  # type: ignore[no-untyped-call]


def bundle(widget: Any, still: str) -> tuple[dict, dict]:
    """A widget and its still page as one output."""
    return {"text/plain": repr(widget), "text/html": still, **live(widget)}, {}


def live(widget: Any) -> dict[str, Any]:
    """The widget alone, without the kernel's own words for it."""
    import anywidget

    made = anywidget.AnyWidget._repr_mimebundle_(widget)
    return {name: data for name, data in (made[0] if made else {}).items() if not name.startswith("text/")}
