"""Figures of voices and renderings: what they show, that texts do not overlap, and that nothing acts."""

import io

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import plot, tables
from cuttings.measure import quote_groups

HOSTILE = r"$\frac{1}{0}$ & <b>Times_{of}</b> \undefined" + "\x1b[31m\u202e"


def voice(group, speaker, n, of_n, side=None, anonymous=False):
    counts = {"articles": 1, "quotations": 1, "n": n, "of_n": of_n, "share": n / of_n}
    return {"group": group, "speaker": speaker, "side": side, "anonymous": anonymous, **counts}


def drawn(figure):
    figure.savefig(io.BytesIO(), format="png")
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def outlets(count, speaker="Ann Lee"):
    rows = [voice(f"Outlet {n:02}", speaker, 6, 10, "the Town") for n in range(count)]
    rows += [voice(f"Outlet {n:02}", "a clerk", 3, 10, None, True) for n in range(count)]
    rows += [voice(f"Outlet {n:02}", "(speaker not settled)", 1, 10) for n in range(count)]
    return tables.build("voices", rows)


@pytest.mark.parametrize("count", [1, 2, 30])
def test_voices_have_a_bar_an_outlet_with_its_n_and_a_legend_of_sides(count):
    figure = plot.voices(outlets(count))
    assert drawn(figure) == ["n = 10"] * count
    [legend] = figure.legends
    named = [text.get_text() for text in legend.get_texts()]
    assert named == ["the Town", "(side not known), anonymous", "speaker not settled"]
    ends = [bar.get_x() + bar.get_width() for bar in figure.axes[0].patches]
    assert max(ends) == pytest.approx(1)


def test_voices_say_how_many_groups_are_left_out():
    assert plot.voices(outlets(33)).axes[0].get_title(loc="left").endswith("(left out: 3 groups)")


def test_of_many_sides_the_smaller_ones_are_one():
    rows = [voice("H", f"Speaker {n}", 10 - n, 55, f"Side {n}") for n in range(10)]
    [legend] = plot.voices(tables.build("voices", rows)).legends
    assert [text.get_text() for text in legend.get_texts()][-2:] == ["Side 5", "other sides"]


@pytest.mark.parametrize("count", [1, 2, 30])
def test_who_is_heard_where_has_a_number_in_each_cell_that_is_not_empty(count):
    table = pd.concat([outlets(count), tables.build("voices", [voice("Outlet 00", "Tom Ash", 2, 10)])])
    figure = plot.heard(table)
    assert sorted(drawn(figure)) == sorted(["6"] * count + ["3"] * count + ["2"])
    axes = figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Ann Lee", "a clerk", "Tom Ash"]
    assert [label.get_style() for label in axes.get_yticklabels()] == ["normal", "italic", "normal"]


def test_nobody_heard_no_figure():
    nobody = tables.build("voices", [])
    assert plot.voices(nobody) is None
    assert plot.heard(nobody) is None
    unsettled = tables.build("voices", [voice("H", "(speaker not settled)", 1, 1)])
    assert drawn(plot.voices(unsettled)) == ["n = 1"]
    assert plot.heard(unsettled) is None


FULL = "If we let the harbour silt up for another winter, the ferries will sail elsewhere and the island will be lost"
OTHER = "If we let the harbour silt up for another season, the [big] ferries will sail elsewhere"


def renderings(*texts, outlets=None):
    rows = [
        {
            "article_id": f"{number:012x}",
            "start": 0,
            "end": len(text),
            "text": text,
            "kind": "full",
            "speaker": "Ann Lee",
            "anonymous": False,
            "words": len(text.split()),
        }
        for number, text in enumerate(texts, 1)
    ]
    articles = articles_of(*[f"Words of article {number} alone." for number in range(len(texts))])
    articles = articles.assign(outlet=outlets or [f"Outlet {number}" for number in range(len(texts))])
    return quote_groups(tables.build("quotations", rows), articles), articles


def test_a_collation_strikes_out_what_is_cut_and_underlines_what_is_new():
    figure = plot.quote_groups(*renderings(FULL, OTHER))
    texts = drawn(figure)
    assert "Outlet 0: fullest" in texts
    assert "Outlet 1: cut, bracketed, reworded" in texts
    assert {"winter", "season", "[big]"} <= set(texts)
    looks = {text.get_text(): text.get_weight() for text in figure.axes[0].texts}
    assert looks["season"] == looks["[big]"] == "bold"
    assert looks["winter"] == "normal"
    assert figure.get_suptitle() == "One utterance, said by Ann Lee, in 2 outlets"
    assert len(figure.axes[0].lines) == 5  # winter, season, [big], and the cut over two lines


def test_no_words_of_a_collation_overlap():
    figure = plot.quote_groups(*renderings(FULL, OTHER, FULL + ", said nobody" * 30))
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            across = min(one.x1, other.x1) - max(one.x0, other.x0)
            down = min(one.y1, other.y1) - max(one.y0, other.y0)
            assert across < 2 or down < 2
    assert max(box.x1 for box in boxes) <= figure.bbox.x1


def test_a_collation_takes_the_first_group_that_differs_or_the_one_asked_for():
    same = "Nobody on the quay believed a word of what the minister had promised them that day"
    table, articles = renderings(FULL, OTHER, same, same, outlets=list("ABAB"))
    assert table["group"].nunique() == 2
    assert "reworded" in " ".join(drawn(plot.quote_groups(table, articles)))
    other = next(
        group
        for group in (1, 2)
        if "fullest" in table.loc[table["group"] == group, "relation"].tolist()
        and table.loc[table["group"] == group, "edits"].isna().all()
    )
    assert "verbatim" in " ".join(drawn(plot.quote_groups(table, articles, group=other)))
    assert plot.quote_groups(table, articles, group=9) is None


def test_nothing_rendered_twice_no_collation():
    assert plot.quote_groups(*renderings(FULL)) is None


def test_text_from_anywhere_is_drawn_as_text():
    table, articles = renderings(f"{FULL} {HOSTILE}", f"{OTHER} {HOSTILE} {'x' * 3000}", outlets=[HOSTILE, "x" * 300])
    assert any(text.startswith("$\\frac{1}{0}$ & <b>Times") for text in drawn(plot.quote_groups(table, articles)))
    rows = tables.build("voices", [voice(HOSTILE, HOSTILE, 1, 1, HOSTILE), voice("x" * 300, "y" * 300, 1, 1)])
    for figure in (plot.voices(rows), plot.heard(rows)):
        drawn(figure)
        hostile, long = (label.get_text() for label in figure.axes[0].get_yticklabels())
        assert hostile.startswith("$\\frac{1}{0}$ & <b>Times_{of}</b>")
        assert len(long) <= 40
