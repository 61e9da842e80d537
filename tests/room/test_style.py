"""How layers look: told apart without colour, and readable on white and on black."""

import re

from conftest import articles_of

from cuttings.room.layer import layers
from cuttings.room.style import COLOURS, styles


def luminance(colour):
    """The relative luminance of WCAG 2."""
    parts = (int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", colour))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_can_be_seen_in_light_and_in_dark():
    for colour in COLOURS:
        assert contrast(colour, "#ffffff") >= 3
        assert contrast(colour, "#111111") >= 3


def test_layers_differ_by_more_than_colour():
    looks = styles(layers(articles_of("Words."), {}), ["dates"])
    assert [look["key"] for look in looks] == list("1234567")
    assert [look["name"] for look in looks if look["on"]] == ["dates"]
    assert len({(look["line"], look["width"]) for look in looks}) == len(looks)
