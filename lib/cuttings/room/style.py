"""How layers look: a key, a line under the words and a label in front of them, so that colour alone says nothing."""

from collections.abc import Collection, Iterable
from typing import Any

from .layer import Layer

# Each at least 3:1 against white and against near-black, so that one serves light and dark themes.
COLOURS = ("#0a7abf", "#c8500a", "#0b8a5f", "#a8559f", "#8c6d1f", "#767676")
LINES = ("solid", "dashed", "double", "dotted", "wavy")
NO_LINE = "none"
KEYS = "123456789"
LANES = 4  # lines that lie below one another before the first is used again


def styles(layers: Iterable[Layer], on: Collection[str]) -> list[dict[str, Any]]:
    """Number, name, title, key, whether it is on, and the look of each layer; roles have labels alone.

    The lines of layers that are on lie in the first lanes, below one another.
    """
    layers = list(layers)
    lined = sorted(range(1, len(layers)), key=lambda number: layers[number].name not in on)
    lanes = {number: place % LANES for place, number in enumerate(lined)}
    return [
        {
            "number": number,
            "name": layer.name,
            "title": layer.title,
            "key": KEYS[number : number + 1],
            "on": layer.name in on,
            "line": NO_LINE if number == 0 else LINES[(number - 1) % len(LINES)],
            "width": 2 + 2 * ((number - 1) // len(LINES) % 2),
            "colour": COLOURS[(number - 1) % len(COLOURS)],
            "lane": lanes.get(number, 0),
        }
        for number, layer in enumerate(layers)
    ]
