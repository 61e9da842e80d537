"""Excerpts: the words at addresses, marked in their surroundings, and nothing that acts."""

import re

import pandas as pd
import pytest
from markupsafe import Markup

from cuttings.report.excerpt import excerpts, linked, marked
from cuttings.report.lead import anchor, led
from cuttings.report.ration import Rations
from cuttings.report.section import Item, Section

ID = "a" * 12
TEXT = "One word. " * 30 + "The council said yes. " + "Two words. " * 30


def articles(text=TEXT, **more):
    row = {"article_id": ID, "file": "x.txt", "record": "1", "text": text, "headline": None, "outlet": None}
    days = {"published_from": pd.NaT, "published_to": pd.NaT}
    return pd.DataFrame([{**row, **days, **more}])


def section(html):
    return Section("10_x", "What?", [], [Item("evidence", Markup(html), "", "")])


def shown_of(at, articles, whole=False):
    """The article with its excerpts at some places of its text."""
    rations = Rations([(ID, articles["text"].iloc[0])])
    opened = {(ID, *one): rations[ID].excerpt(*one) for one in at}
    for span in opened.values():
        rations.take(ID, span)
    [article] = excerpts(opened, articles, None if whole else rations)
    return article


def test_an_address_is_a_link_to_its_words():
    start = TEXT.index("council")
    [kept] = linked([section(f"<td>{ID}#char={start},{start + 7}</td>")], {(ID, start, start + 7): (0, 9)})
    assert kept.items[0].html == f'<td><a href="#w-{ID}-{start}-{start + 7}">{ID}#char={start},{start + 7}</a></td>'
    article = shown_of([(start, start + 7)], articles())
    [excerpt] = article.excerpts
    assert f'The <mark id="w-{ID}-{start}-{start + 7}">council</mark> said yes.' in excerpt
    assert excerpt.startswith(" … ")
    assert excerpt.endswith(" … ")
    assert (article.headline, article.outlet, article.published) == (None, None, None)


@pytest.mark.parametrize("address", [f"{'b' * 12}#char=1,2", f"{ID}#char=1,99999", f"{ID}#char=9,3", f"{ID}#char=9,9"])
def test_an_address_that_leads_nowhere_stays_as_it_is(address):
    table = f"<table><tr><th>address</th></tr><tbody><tr><td>{address}</td></tr></tbody></table>"
    assert led(section(table), {ID: len(TEXT)}).words[0].places == []
    [kept] = linked([section(address)], {})
    assert kept.items[0].html == address


def test_words_that_overlap_or_nest_are_marked_without_breaking_the_page():
    html = marked(ID, "abcdefghij", [(1, 6), (2, 4), (3, 8)], 0, 10)
    for span in ((1, 6), (2, 4), (3, 8)):
        html = html.replace(f' id="{anchor(ID, *span)}"', f" {span[0]}", 1)
    wanted = "a[1b[2c[3d]][ef]][gh]ij".replace("]", "</mark>")
    assert html == re.sub(r"\[(\d?)", lambda tag: f"<mark {tag[1]}>" if tag[1] else "<mark>", wanted)


def test_every_one_of_many_words_in_one_place_has_its_mark():
    at = [(0, end) for end in range(1, 30)]
    html = marked(ID, "x" * 40, at, 0, 40)
    assert html.count("<mark id=") == html.count("<mark") == html.count("</mark>") == 29


def test_excerpts_that_overlap_are_one_and_far_ones_are_several():
    article = shown_of([(0, 3), (4, 8), (500, 503)], articles())
    assert [excerpt.count("<mark") for excerpt in article.excerpts] == [2, 1]


def test_of_many_words_only_the_beginning_is_shown_and_of_a_whole_text_all():
    long = articles("word " * 2000)
    short = shown_of([(0, 9000)], long)
    assert len(short.excerpts[0]) < 400
    whole = shown_of([(0, 9000)], long, whole=True)
    assert len(whole.excerpts[0]) > 9000


def test_text_of_articles_cannot_act():
    text = '<script>alert(1)</script> \u202e "quoted" & more' * 3
    article = shown_of([(0, 8)], articles(text, headline="<b>\x1b[2J"), whole=True)
    assert "<script" not in article.excerpts[0]
    assert "\u202e" not in article.excerpts[0]
    assert "\x1b" not in article.headline


def test_what_is_known_of_an_article_stands_above_its_words():
    days = {"published_from": pd.Timestamp("2024-11-13"), "published_to": pd.Timestamp("2024-11-13")}
    article = shown_of([(0, 3)], articles(outlet="The Paper", **days))
    assert (article.outlet, article.published) == ("The Paper", "2024-11-13")
    days["published_to"] = pd.NaT
    article = shown_of([(0, 3)], articles(**days))
    assert article.published == "2024-11-13 to unknown"
