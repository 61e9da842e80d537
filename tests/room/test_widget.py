"""The widget: messages in, messages out; what a notebook keeps of it."""

import subprocess
import sys

import pytest
from conftest import articles_of

import cuttings as ct
from cuttings.errors import InputError
from cuttings.extract.time.date import dates
from cuttings.front import FRONT


@pytest.fixture
def articles():
    return articles_of("The mayor resigned on 3 May 2019 after the vote.", "Nothing happened.")


@pytest.fixture
def room(articles):
    return ct.explore(articles)


def test_a_question_is_answered_under_its_number(room, monkeypatch):
    sent = []
    monkeypatch.setattr(room, "send", sent.append)
    room.hear(room, {"number": "a-1", "ask": "rows", "only": {}, "first": 1, "last": 2}, [])
    [answer] = sent
    assert (answer["number"], answer["total"], answer["rows"][0][1]) == ("a-1", 2, "Nothing happened.")


def test_a_row_and_an_address_turn_the_view(room, articles):
    room.go(dates(articles).iloc[0])
    assert room.view["record"]["place"] == [22, 32]
    room.show("000000000002#char=0,7")
    assert (room.view["record"]["article_id"], room.view["turn"]) == ("000000000002", 2)


def test_a_row_that_leads_nowhere_leaves_the_view(room):
    before = room.view
    with pytest.raises(InputError, match="no article"):
        room.show("0000000000ff#char=0,7")
    assert room.view is before


def test_a_notebook_keeps_a_still_page_beside_the_widget(room):
    data, _ = room._repr_mimebundle_()
    assert set(data) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    assert data["text/plain"] == "Reading room of 2 articles"


def test_displayed_it_is_the_still_page_and_then_the_widget(room, monkeypatch):
    shown = []
    monkeypatch.setattr("cuttings.front.display", lambda data, raw: shown.append(set(data)))
    room._ipython_display_()
    assert shown == [{"text/plain", "text/html"}, {"text/plain", "application/vnd.jupyter.widget-view+json"}]


def test_the_front_end_writes_no_html_and_names_no_machine():
    for path in [*FRONT.glob("*.js"), *FRONT.glob("*.css")]:
        text = path.read_text(encoding="utf-8")
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "http:",
            "https:",
            "url(",
        ):
            assert word not in text, f"{path.name}: {word}"


def test_the_widget_library_is_imported_only_when_a_room_is_opened():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, cuttings; sys.exit('anywidget' in sys.modules)"], check=False
    )
    assert done.returncode == 0
