"""Tables: the statement of each table, and what `check` refuses."""

import pandas as pd
import pytest

from cuttings import tables


@pytest.mark.parametrize("name", tables.TABLES)
def test_every_table_states_its_row_key_types_and_meanings(name):
    spec = tables.TABLES[name]
    assert spec.row.startswith("one row per ")
    assert set(spec.key) <= set(spec.types)
    assert set(spec.types.values()) <= set(tables.DTYPES)
    assert all(len(meaning) > 5 for meaning in spec.meaning.values())
    assert "source" not in spec.types  # outlet, speaker and file are three things


def test_check_selects_types_and_sorts():
    frame = pd.DataFrame({"file": ["b", "a"], "record": ["1", "1"], "reason": ["x", "y"], "more": [1, 2]})
    checked = tables.check(frame, "rejects")
    assert checked.to_dict("list") == {"file": ["a", "b"], "record": ["1", "1"], "reason": ["y", "x"]}


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ({"file": ["a"], "record": ["1"]}, r"rejects lacks the column\(s\) reason; it has file, record"),
        (
            {"file": ["a", None], "record": ["1", "1"], "reason": ["", ""]},
            r"null in the key \(file, record\)",
        ),
        (
            {"file": ["a", "a"], "record": ["1", "1"], "reason": ["", ""]},
            r"1 repeated key\(s\), first \['a', '1'\]",
        ),
    ],
)
def test_check_refuses(frame, message):
    with pytest.raises(ValueError, match=message):
        tables.check(pd.DataFrame(frame), "rejects")


def test_check_refuses_a_span_turned_round():
    row = {"article_id": "a", "start": 5, "end": 3, "text": "", "kind": "day", "basis": ""}
    with pytest.raises(ValueError, match="ends before it starts"):
        tables.build("dates", [row])


def test_empty_tables_have_their_types():
    assert tables.build("dates", []).dtypes["start"] == "int64"
