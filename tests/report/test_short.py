"""Short: what is left of a report's tables where the articles are not to stand in it as a whole."""

import pandas as pd
from markupsafe import Markup

from cuttings import show, trace
from cuttings.report.lead import led, link
from cuttings.report.section import Item, Section
from cuttings.report.short import WIDTH, shortened

ID = "a" * 12
NAMES = ("road", "school", "bank", "market", "tower", "garden", "station", "library", "museum", "bridge")
SENTENCES = [f"The old {one} of {one}ham has {one}ers who {one} all day in the {one} again." for one in NAMES]
TEXT = "\n\n".join(SENTENCES)


def articles(text=TEXT):
    days = {"published_from": pd.NaT, "published_to": pd.NaT}
    row = {"article_id": ID, "file": "x.txt", "record": "1", "text": text, "headline": None, "outlet": None}
    return pd.DataFrame([{**row, **days}])


def item(kind, frame):
    return Item(kind, Markup(show(frame, rows=100, width=500)._repr_mimebundle_()[0]["text/html"]), "", "")


def evidence(names, group="A"):
    """Rows of words as a notebook shows them: the name of each sentence, with much around it."""
    starts = [TEXT.index(f"the {name} again") + 4 for name in names]
    ends = [start + len(name) for start, name in zip(starts, names, strict=True)]
    spans = pd.DataFrame({"article_id": ID, "start": starts, "end": ends})
    lines = trace.kwic(spans, articles(), width=80).assign(group=group)
    return lines[["group", "left", "words", "right", "address"]]


def page(*items):
    """The tables of a report as they are left, as text, and the rations."""
    one = led(Section("50_w", "What?", [], list(items)), {ID: len(TEXT)})
    opened, rations = shortened([one], articles())
    link(one, opened)
    return "".join(made.html for made in one.written().items), opened, rations.get(ID)


def test_of_many_places_few_are_left_and_the_page_says_of_how_many():
    table = item("table", pd.DataFrame({"group": ["A"], "n": [10]}))
    made, opened, ration = page(table, item("evidence", evidence(NAMES)))
    left = len(opened)
    assert 1 < left <= 5
    assert f"({left} of 10 places are shown; a run with --texts shows all)" in made
    assert f"({left} of these 10 rows are shown; a run with --texts shows all)" in made
    assert made.count("<mark>") == left
    assert ration.share <= 1 / 3
    assert '<a href="#50_w-words-' in made


def test_a_row_shows_no_more_than_its_sentence():
    made, _, _ = page(item("table", pd.DataFrame({"group": ["A"], "n": [1]})), item("evidence", evidence(["tower"])))
    assert "<mark>tower</mark> again.<" in made
    assert "garden" not in made
    assert "market" not in made


def test_a_number_that_opens_nothing_leads_to_a_row_that_says_so():
    alone = [evidence([name], group=name) for name in NAMES[:7]]
    several = evidence(NAMES[7:], group="rest")
    table = item("table", pd.DataFrame({"group": [*NAMES[:7], "rest"], "n": [1] * 7 + [3]}))
    made, opened, ration = page(table, item("evidence", pd.concat([*alone, several])))
    assert len(opened) == 7
    assert ration.share > 1 / 3
    assert "not shown, because a third of its article stands in this report already" in made
    assert '<a href="#50_w-words-8">3</a>' in made
    assert "museum" not in made


def test_cells_with_text_are_cut_and_nothing_in_them_acts():
    table = item("table", pd.DataFrame({"text": ["<b>" + SENTENCES[0]], "file": ["x.txt"]}))
    made, _, _ = page(table)
    assert "&lt;b&gt;The old road" in made
    assert SENTENCES[0][:WIDTH] not in made


def test_rows_without_a_place_stay():
    frame = pd.DataFrame({"file": ["x.txt"] * 9, "words": [f"word {n}" for n in range(9)]})
    one = led(Section("00_c", "What?", [], [item("evidence", frame)]), {ID: len(TEXT)})
    assert shortened([one], articles()) == ({}, {})
    assert all(f"word {n}" in one.written().items[0].html for n in range(9))
