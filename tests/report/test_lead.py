"""Leads: a number is a link where the page shows the words behind it, and nowhere else."""

import re

import pandas as pd
from markupsafe import Markup

from cuttings import show
from cuttings.report.lead import led, link
from cuttings.report.section import Item, Section


def item(kind, **columns):
    return Item(kind, Markup(show(pd.DataFrame(columns))._repr_mimebundle_()[0]["text/html"]), "", "")


def links(section, lengths=None, opened=()):
    """The numbers that are links, by table, and whether each leads to a row of the page."""
    one = led(section, lengths or {})
    link(one, dict.fromkeys(opened))
    section = one.written()
    page = "".join(item.html for item in section.items)
    found = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', page)
    assert all(f'id="{target}"' in page for target, _ in found if not target.startswith("w-"))
    return [(target, text) for target, text in found]


EVIDENCE = {"group": ["A", "A", "B"], "term": ["deal", "deal", "war"], "address": ["x", "y", "z"]}


def test_a_count_leads_to_the_first_row_with_its_keys():
    table = item("table", group=["B", "A", "A"], term=["war", "deal", "peace"], z=[1.0, 2.0, 3.0], n=[1, 2, 9])
    section = Section("50_w", "What?", [], [table, item("evidence", **EVIDENCE)])
    assert links(section) == [("50_w-words-3", "1"), ("50_w-words-1", "2")]


def test_without_a_count_the_first_number_leads():
    table = item("table", group=["A"], term=["deal"], z=[2.5])
    assert links(Section("50_w", "What?", [], [table, item("evidence", **EVIDENCE)])) == [("50_w-words-1", "2.50")]


def test_words_that_lack_a_key_of_the_table_stand_behind_no_number_of_it():
    table = item("table", group=["A"], term=["deal"], outlet=["A"], n=[2])
    assert links(Section("50_w", "What?", [], [table, item("evidence", **EVIDENCE)])) == []


def test_a_sum_over_speakers_or_periods_leads_to_none_of_its_parts():
    behind = item("evidence", group=["A"], speaker=["Ann"], frame=["cost"], address=["x"])
    for keys in ({"side": ["x"], "standing": ["named"]}, {"speaker": ["Ann"], "cue": ["claim"]}):
        assert links(Section("10_s", "What?", [], [item("table", group=["A"], **keys, n=[2]), behind])) == []
    change = item("table", frame=["cost"], first=["before"], last=["after"], n_first=[2])
    assert links(Section("60_f", "What?", [], [change, behind])) == []
    voices = item("table", group=["A"], speaker=["Ann"], side=["x"], n=[2])
    assert links(Section("10_s", "What?", [], [voices, behind])) == [("10_s-words-1", "2")]


def test_a_marked_word_is_the_term():
    table = item("table", group=["A"], term=["deal"], n=[2])
    context = item("evidence", group=["A"], left=["the"], words=["Deal"], right=["of"], address=["x"])
    assert links(Section("50_w", "What?", [], [table, context])) == [("50_w-words-1", "2")]


def test_a_section_without_words_or_keys_is_left_as_it_is():
    table = item("table", group=["A"], n=[2])
    for items in ([table], [table, item("evidence", address=["x"])], [Item("note", Markup("<p>n</p>"), "", "")]):
        assert links(Section("50_w", "What?", [], items)) == []


def test_hostile_cells_stay_text():
    table = item("table", group=["<script>x</script>"], term=['"&<b>'], n=[2])
    behind = item("evidence", group=["<script>x</script>"], term=['"&<b>'], address=["x"])
    section = Section("50_w", "What?", [], [table, behind])
    page = "".join(item.html for item in led(section, {}).written().items)
    assert "<script" not in page
    assert "<b>" not in page
    assert links(section) == [("50_w-words-1", "2")]


def test_one_place_alone_is_led_to_in_its_article():
    address = f"{'a' * 12}#char=3,9"
    table = item("table", group=["A", "B"], term=["deal", "war"], n=[1, 2])
    behind = item("evidence", group=["A", "B", "B"], term=["deal", "war", "war"], address=[address, address, "y"])
    section = Section("50_w", "What?", [], [table, behind])
    place = ("a" * 12, 3, 9)
    assert links(section, {"a" * 12: 20}, [place]) == [(f"w-{'a' * 12}-3-9", "1"), (f"w-{'a' * 12}-3-9", "2")]
    assert links(section, {"a" * 12: 20}) == [("50_w-words-1", "1"), ("50_w-words-2", "2")]
