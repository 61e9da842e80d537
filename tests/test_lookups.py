"""Lookups: data that a researcher edits, read strictly."""

import re

import pytest

from cuttings import lookups


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(lookups, "FOLDER", tmp_path)
    lookups.rows.cache_clear()
    yield tmp_path
    lookups.rows.cache_clear()
    lookups.column.cache_clear()
    lookups.literal.cache_clear()


def test_rows_and_columns(folder):
    (folder / "x.csv").write_text('name,kind,origin\n"a, b",one,me\nc,two,me\n', encoding="utf-8")
    assert lookups.rows("x")[0] == {"name": "a, b", "kind": "one", "origin": "me"}
    assert lookups.column("x", "name", kind="two") == ("c",)


def test_words_are_taken_as_written_and_longer_ones_first(folder):
    (folder / "x.csv").write_text("word,kind,origin\nvs,one,me\nvs.,one,me\nno,two,me\n", encoding="utf-8")
    pattern = re.compile(lookups.literal("x", "word", kind="one"))
    assert [pattern.match(text)[0] for text in ("vs.", "vs,")] == ["vs.", "vs"]
    assert not pattern.match("no")


def test_an_unquoted_comma_is_named_with_its_row(folder):
    (folder / "x.csv").write_text("name,origin\na,me\nb,c,me\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lookups/x.csv, row 3: not as many cells"):
        lookups.rows("x")


def test_an_unknown_lookup_names_those_there_are(folder):
    (folder / "x.csv").write_text("name,origin\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no lookup 'y'; there is x"):
        lookups.rows("y")


def test_patterns_of_furniture_are_for_lines_in_small_letters():
    patterns = lookups.column("furniture", "pattern")
    assert patterns
    assert not [one for one in patterns if re.search(r"(?<!\\)[A-Z]", one)]
