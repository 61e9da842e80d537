"""The coding view: what is shown, what a key does, and what remains without a kernel."""

import subprocess
import sys

import pytest
from lxml import html
from test_sheet import BOOK, articles

from cuttings import InputError, coding
from cuttings.coding.page import heard, page, still
from cuttings.coding.sitting import Sitting


@pytest.fixture
def path(tmp_path):
    coding.sheet(articles(), BOOK, n=4, blind=False, out=tmp_path / "ann.csv")
    return tmp_path / "ann.csv"


@pytest.fixture
def sitting(path):
    return Sitting(path, BOOK, articles(), "Ann")


def test_the_page_has_the_unit_the_codes_with_their_keys_and_how_far_one_is(sitting):
    told = page(sitting)
    assert told["progress"] == "0 of 4 coded by Ann in ann.csv"
    assert [(code["key"], code["label"], code["marked"]) for code in told["codes"]] == [
        ("1", "Cost", False),
        ("2", "Blame", False),
    ]
    assert told["unit"]["text"] == sitting.line["text"]
    assert told["unit"]["group"] in ("A", "B")
    assert told["unit"]["before"] + told["unit"]["after"]


def test_keys_are_heard_and_what_cannot_be_kept_is_told(sitting, path):
    assert heard(sitting, {"ask": "press", "key": "1"}) == {}
    assert page(sitting)["codes"][0]["marked"]
    assert heard(sitting, {"ask": "press", "key": " "}) == {}
    assert page(sitting)["done"] == 1
    assert "no unit" in heard(sitting, {"ask": "go", "article_id": "0" * 12, "start": 3})["error"]
    path.write_text("gone", encoding="utf-8")
    assert "changed since" in heard(sitting, {"ask": "press", "key": " "})["error"]
    path.unlink()
    assert "cannot be written" in heard(sitting, {"ask": "press", "key": " "})["error"]
    assert page(sitting)["done"] == 1


def test_behind_the_last_unit_there_is_none(sitting):
    for _ in range(4):
        heard(sitting, {"ask": "press", "key": " "})
    assert page(sitting)["unit"] is None
    assert "end of the sheet" in still(page(sitting))


def test_the_still_page_escapes_what_texts_and_codebooks_say(sitting):
    told = page(sitting)
    told["unit"] |= {"text": "<script>alert(1)</script>", "group": "<i>"}
    told["codes"][0] |= {"label": "<b>", "definition": "<img src=x>"}
    made = still(told)
    assert not {"<script", "<b>", "<i>", "<img"} & set(map(str.lower, made.split("&")))
    found = html.fromstring(made)
    assert found.xpath("//mark/text()") == ["<script>alert(1)</script>"]
    assert found.xpath("//tr[1]/td/text()") == ["1", "<b>", "<img src=x>"]


def test_the_widget_shows_every_view_what_came_of_a_key(path, monkeypatch):
    view = coding.view(path, BOOK, articles(), "Ann")
    sent = []
    monkeypatch.setattr(view, "send", sent.append)
    for number, key in enumerate("1 "):
        view.hear(view, {"number": number, "ask": "press", "key": key}, [])
    assert sent == [{"number": 0}, {"number": 1}]
    assert view.coding["progress"] == "1 of 4 coded by Ann in ann.csv"
    data, _ = view._repr_mimebundle_()
    assert set(data) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    assert data["text/plain"] == "Coding view: 1 of 4 coded by Ann in ann.csv"


def test_a_wrong_call_is_told_before_a_widget_is_made(path):
    with pytest.raises(InputError, match="coder is empty"):
        coding.view(path, BOOK, articles(), "")


def test_the_widget_library_is_imported_only_for_a_view():
    script = "import sys, cuttings.coding.view; sys.exit('anywidget' in sys.modules or 'IPython' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
