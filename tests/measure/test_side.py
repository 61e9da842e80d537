"""Sides: by lookup alone, for the days of the article, the story's own rows first."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import InputError, read, tables
from cuttings.measure import sides, voices
from cuttings.measure.side import UNKNOWN_SIDE, siding

NEVER = (None, None)


def days(first, last):
    return pd.Timestamp(first), pd.Timestamp(last)


def test_a_row_with_days_holds_for_articles_that_certainly_lie_between_them():
    side = siding()
    assert side("Barack Obama", days("2015-03-01", "2015-03-09")) == "United States"
    assert side("the Kremlin", NEVER) == side("kremlin", NEVER) == "Russia"
    for published in (days("2017-01-01", "2017-03-01"), days("2019-03-01", "2019-03-02"), NEVER):
        assert side("Barack Obama", published) is None
    assert side("Ann Lee", NEVER) is None


def test_the_story_s_own_rows_replace_those_of_a_name():
    own = pd.DataFrame({"name": ["Vladimir Putin", "Ann Lee", "NATO"], "side": ["the East", "the Town", ""]})
    side = siding(own)
    assert side("Vladimir Putin", NEVER) == "the East"
    assert side("Ann Lee", NEVER) == "the Town"
    assert side("NATO", NEVER) is None
    assert side("Sergey Lavrov", NEVER) == "Russia"


def test_two_sides_that_hold_at_once_are_none():
    own = pd.DataFrame({"name": ["Ann Lee", "Ann Lee"], "side": ["the Town", "the Port"], "from": ["", "2025-01-01"]})
    assert siding(own)("Ann Lee", days("2025-02-01", "2025-02-01")) is None
    assert siding(own)("Ann Lee", NEVER) == "the Town"


def test_a_faulty_table_is_named():
    with pytest.raises(InputError, match="side missing"):
        siding(pd.DataFrame({"name": ["Ann Lee"]}))
    with pytest.raises(InputError, match="Ann Lee: 'May' is no day"):
        siding(pd.DataFrame({"name": ["Ann Lee"], "side": ["the Town"], "from": ["May"]}))


def quotation(article, start, speaker, words, anonymous=False):
    row = {"start": start, "end": start + 1, "text": "x", "kind": "full", "speaker": speaker, "words": words}
    return {"article_id": f"{article:012x}", "anonymous": anonymous, **row}


def test_voices_have_a_side_and_sides_add_them_up():
    rows = [
        quotation(1, 0, "Ann Lee", 6),
        quotation(1, 9, "Tom Ash", 2),
        quotation(1, 19, "a clerk", 1, True),
        quotation(1, 29, None, 1),
        quotation(2, 0, "Eve Moor", 5),
    ]
    own = pd.DataFrame({"name": ["Ann Lee", "Tom Ash"], "side": ["the Town", "the Town"]})
    table = voices(tables.build("quotations", rows), articles_of("a", "b").assign(outlet=["H", "T"]), sides=own)
    assert table.set_index("speaker")["side"].dropna().to_dict() == {"Ann Lee": "the Town", "Tom Ash": "the Town"}
    found = {(row.group, row.side, row.standing): (row.speakers, row.n, row.of_n) for row in sides(table).itertuples()}
    assert found == {
        ("H", "the Town", "named"): (2, 8, 10),
        ("H", UNKNOWN_SIDE, "anonymous"): (1, 1, 10),
        ("H", UNKNOWN_SIDE, "not settled"): (1, 1, 10),
        ("T", UNKNOWN_SIDE, "named"): (1, 5, 5),
    }


def test_a_side_that_changes_within_a_group_is_none():
    rows = [quotation(1, 0, "Joe Biden", 6), quotation(2, 0, "Joe Biden", 2)]
    dated = articles_of("a", "b").assign(outlet="H")
    for name in ("published_from", "published_to"):
        dated[name] = pd.to_datetime(pd.Series(["2022-03-01", "2019-03-01"]))
    assert voices(tables.build("quotations", rows), dated)["side"].isna().all()
    assert voices(tables.build("quotations", rows[:1]), dated)["side"].tolist() == ["United States"]


def test_nobody_quoted_no_sides():
    assert sides(voices(tables.build("quotations", []), articles_of("a"))).empty


def test_a_story_brings_its_own_lookups(tmp_path):
    assert read.lookups(tmp_path) == {}
    (tmp_path / "lookups").mkdir()
    (tmp_path / "lookups/sides.csv").write_text("name,side,from,to\nAnn Lee,the Town,,2025-01-01\n", encoding="utf-8")
    [row] = read.lookups(tmp_path)["sides"].to_dict("records")
    assert row == {"name": "Ann Lee", "side": "the Town", "from": "", "to": "2025-01-01"}
    (tmp_path / "lookups/sides.csv").write_bytes(b"\xff\xfe\x00\x81 no table")
    with pytest.raises(InputError, match=r"lookups/sides.csv cannot be read"):
        read.lookups(tmp_path)


def test_the_seed_story_says_on_which_side_most_of_its_speakers_are():
    own = read.lookups("ukraine-territory")["sides"]
    assert {"Ukraine", "Russia", "United States", "European allies"} <= set(own["side"])
