"""Show: rounded, escaped, and the same on every machine."""

import pandas as pd
import pytest
from matplotlib.figure import Figure

from cuttings.plot.style import canvas
from cuttings.plot.style import figure as plotted
from cuttings.show import show

HOSTILE = "<script>alert(1)</script> $x$ \x1b[2J =1+1"


def html(shown):
    return shown._repr_mimebundle_()[0]["text/html"]


def test_a_table_as_text_is_rounded_and_aligned():
    table = pd.DataFrame(
        {
            "name": ["a", None],
            "n": [1, 20],
            "share": [1 / 3, float("nan")],
            "day": pd.to_datetime(["2024-11-13", None]),
        }
    )
    assert repr(show(table)) == ("name   n  share  day\na      1   0.33  2024-11-13\n–     20      –  –")


def test_what_is_cut_is_counted():
    assert repr(show(pd.DataFrame({"n": range(5)}), rows=2)).endswith("(the first 2 of 5 rows)")


def test_an_empty_table_says_so():
    assert repr(show(pd.DataFrame({"n": []}))) == "n\n(no rows)"


@pytest.mark.parametrize("thing", [HOSTILE, [HOSTILE], pd.DataFrame({HOSTILE: [HOSTILE]})])
def test_article_text_cannot_act(thing):
    shown = show(thing)
    assert "<script" not in html(shown)
    assert "&lt;script&gt;" in html(shown)
    assert "\x1b" not in html(shown) + repr(shown)


def test_a_figure_is_shown_as_png_with_its_title():
    figure = Figure()
    figure.add_subplot().set_title("What there is", loc="left")
    data, _ = show(figure)._repr_mimebundle_()
    assert data["text/plain"] == "Figure: What there is"
    assert data["image/png"].startswith("iVBOR")


@plotted
def hostile_title():
    made, axes = canvas(2)
    axes.set_title("你好 $\\frac$", loc="left")
    return made


def test_a_title_is_no_formula_and_what_the_font_lacks_raises_no_warning():
    assert show(hostile_title()).png.startswith(b"\x89PNG")


def test_no_figure_is_a_sentence():
    assert repr(show(None)) == "No figure: there is nothing to draw."
