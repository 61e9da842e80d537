"""Coding in the reading room: the units of a sheet as a layer, keys to the sitting, and no blind sheet."""

import pytest
from conftest import codebook_of, outlets_of

import cuttings as ct
from cuttings import InputError

BOOK = codebook_of(cost="", blame="")
TEXT = "The town council met on Monday to vote on the bridge. It will cost forty million pounds. Nobody was content."


@pytest.fixture
def articles():
    return outlets_of(TEXT, TEXT.replace("bridge", "tunnel"), outlets=["A", "B"])


@pytest.fixture
def sheet(articles, tmp_path):
    ct.coding.sheet(articles, BOOK, n=3, blind=False, out=tmp_path / "ann.csv")
    return tmp_path / "ann.csv"


@pytest.fixture
def room(articles, sheet):
    return ct.explore(articles, sheet=sheet, codebook=BOOK, coder="Ann")


def labels(room, article_id):
    """What the layer says of the units of an article."""
    record = room.reading.record(article_id, ["sheet"])
    return [label for layer, _, _, label, _ in record["spans"] if layer == "sheet"]


def test_it_opens_at_the_first_unit_with_the_units_of_the_sheet_as_a_layer(room):
    unit = room.coding["unit"]
    assert room.view["record"]["article_id"] == unit["article_id"]
    assert room.view["record"]["place"] == [unit["start"], unit["end"]]
    assert [layer["title"] for layer in room.view["layers"] if layer["on"]] == ["roles", "quotations", "coding"]
    assert sorted(label for key in room.reading.at for label in labels(room, key)) == ["to code"] * 3


def test_a_key_is_an_answer_that_the_layer_shows_at_once(room, sheet, articles, monkeypatch):
    sent = []
    monkeypatch.setattr(room, "send", sent.append)
    first = room.coding["unit"]["article_id"]
    for number, key in enumerate("2 "):
        room.hear(room, {"number": number, "ask": "press", "key": key}, [])
    assert sent == [{"number": 0}, {"number": 1}]
    assert room.coding["done"] == 1
    assert "blame" in labels(room, first)
    codes, _ = ct.coding.read(sheet, BOOK, articles)
    assert codes[["frame", "coder"]].values.tolist() == [["blame", "Ann"]]


def test_a_room_without_a_sheet_has_no_coding(articles):
    room = ct.explore(articles)
    assert room.coding == {}
    assert "coding" not in [layer["title"] for layer in room.view["layers"]]


def test_a_blind_sheet_is_not_coded_where_outlets_are_named(articles, tmp_path):
    ct.coding.sheet(articles, BOOK, n=3, out=tmp_path / "blind.csv")
    with pytest.raises(InputError, match=r"is blind, and a reading room says who published what"):
        ct.explore(articles, sheet=tmp_path / "blind.csv", codebook=BOOK, coder="Ann")


def test_a_sheet_needs_its_codebook_and_a_coder(articles, sheet):
    with pytest.raises(InputError, match="give codebook="):
        ct.explore(articles, sheet=sheet)
    with pytest.raises(InputError, match="coder is empty"):
        ct.explore(articles, sheet=sheet, codebook=BOOK)
