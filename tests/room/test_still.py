"""The still page: what remains of the room without a kernel."""

import re

import pandas as pd
from conftest import articles_of
from lxml import html

from cuttings import read
from cuttings.room.reading import Reading
from cuttings.room.still import CHARACTERS, LONGEST, ROWS, still


def test_it_has_the_list_and_one_record_with_its_layers():
    articles, _ = read.dump("ukraine-territory")
    page = html.fromstring(still(Reading(articles, {})).replace("<br>", "\n"))
    assert len(page.xpath("//ol/li")) == 5
    text = "".join(page.xpath("//div[@class='words']//text()[not(parent::sup)]"))
    assert text == articles["text"].iloc[0].replace("\r\n", " \n")
    assert len(page.xpath("//input[@type='checkbox']")) == 7
    assert [box.get("class") for box in page.xpath("//input[@checked]")] == ["switch-0", "switch-1"]


def test_without_style_only_the_layers_that_are_on_show():
    articles = articles_of("Ann Lee said on 3 May 2019: “We shall not sell the harbour to anybody at all.”")
    page = html.fromstring(still(Reading(articles, {})))
    assert page.xpath("//sup[not(@hidden)]/text()") == ["1 body", "2 Ann Lee"]
    assert "6 Ann Lee" in page.xpath("//sup[@hidden]/text()")
    assert page.xpath("string(//u)").endswith("anybody at all.")


def test_article_text_is_escaped_and_nothing_acts():
    page = still(Reading(articles_of("<img src=x onerror=alert(1)> said the “<b>mayor</b>” & more."), {}))
    assert "<img" not in page
    assert "<b>" not in page
    assert "<script" not in page
    assert not re.search(r"https?:|url\(|@import|src=x[^&]* onerror=[^a]", page)


def test_its_size_is_bounded():
    articles = articles_of("word " * 400_000, *("Short text." for _ in range(2_000)))
    spans = pd.DataFrame({"article_id": "000000000001", "start": range(20_000), "end": range(20, 20_020)})
    page = still(Reading(articles, {"codes": spans}))
    assert len(page) < LONGEST + 60_000
    assert page.count("<li>") == ROWS
    assert f"the first {CHARACTERS:,} of its 2,000,000 characters" in page
