"""Reading: what the room answers, without a browser."""

import json

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import read, tables
from cuttings.errors import InputError
from cuttings.room.reading import MOST, Reading

HOSTILE = "<script>alert('x')</script> \u202e\x00 “said” 58% " * 50


@pytest.fixture
def reading():
    return Reading(articles_of("The harbour is sold.", "A harbour, and again the harbour.", "Nothing."), {})


def test_the_opening_shows_the_first_record_with_roles_and_quotations(reading):
    opening = reading.opening()
    assert [layer["name"] for layer in opening["layers"] if layer["on"]] == ["segments", "quotations"]
    assert opening["record"]["title"] == "The harbour is sold."
    assert opening["rows"]["total"] == 3


def test_given_tables_are_on_instead():
    codes = pd.DataFrame({"article_id": "000000000001", "start": [4], "end": [11]})
    reading = Reading(articles_of("The harbour is sold."), {"codes": codes})
    assert reading.on() == ["codes"]
    assert reading.opening()["record"]["counts"] == {"codes": 1}


def test_a_search_counts_hits_and_gives_their_lines(reading):
    found = reading.hits("harbour", {}, 0, 10)
    assert (found["total"], found["articles"]) == (3, 2)
    assert found["rows"][1] == ["2.txt", "A", "harbour", ", and again the harbour.", "000000000002", 2, 9]
    assert reading.hits("harbour", {}, 2, 3)["rows"] == [found["rows"][2]]


def test_a_search_looks_where_the_filter_leaves_articles(reading):
    assert reading.hits("harbour", {"outlet": "nobody"}, 0, 10)["total"] == 0
    assert reading.hits("harbour", {}, 0, 10)["total"] == 3


def test_hits_and_the_place_pointed_at_lie_over_the_record(reading):
    record = reading.record("000000000002", [], pointed=[2, 9], term="harbour")
    assert [row[:3] for row in record["spans"]] == [["hit", 2, 9], ["hit", 25, 32], ["place", 2, 9]]


def test_rows_come_in_blocks_however_many_are_asked_for():
    reading = Reading(articles_of(*(f"Article number {number}." for number in range(MOST + 50))), {"codes": codes()})
    answer = reading.rows({}, 10, 10_000)
    assert (answer["first"], len(answer["rows"]), answer["total"]) == (10, MOST, MOST + 50)
    assert reading.rows({}, MOST + 45, MOST + 60)["rows"][-1][1] == f"Article number {MOST + 49}."


def codes():
    return pd.DataFrame({"article_id": ["000000000001"], "start": [0], "end": [3]})


def test_speakers_of_many_articles_are_those_of_a_table():
    texts = [f"“We shall go to number {number},” said Ann Lee." for number in range(101)]
    assert Reading(articles_of(*texts), {}).opening()["speakers"] is None
    assert Reading(articles_of(*texts[:9]), {}).opening()["speakers"] == [["Ann Lee", 9]]
    table = codes().assign(speaker="Bo")
    assert Reading(articles_of(*texts), {"quotations": table}).opening()["speakers"] == [["Bo", 1]]


def test_a_wrong_question_is_answered_with_what_is_wrong(reading):
    assert reading.answer({"ask": "hits", "term": "...", "only": {}, "first": 0, "last": 9}) == {
        "error": "'...' holds no word to look for"
    }
    assert "no article ff" in reading.answer({"ask": "record", "article_id": "ff", "on": []})["error"]


def test_a_filter_by_days_says_how_many_have_none(reading):
    answer = reading.answer({"ask": "rows", "only": {"first": "2024-01-01"}, "first": 0, "last": 9})
    assert (answer["total"], answer["undated"]) == (0, 3)


def test_hostile_text_is_plain_data():
    reading = Reading(articles_of(HOSTILE, "", "x" * 100_000), {})
    for article_id in reading.shelf.ids:
        answer = reading.record(article_id, list(reading.layers), term="said")
        json.dumps(answer).encode("utf-8")
        text = "".join(text for _, text, _ in answer["pieces"])
        assert len(text) == answer["end"] - answer["start"]


def test_every_layer_of_the_seeds_is_answered():
    articles, _ = read.dump("ukraine-territory")
    reading = Reading(articles, {})
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        answer = reading.record(article_id, list(reading.layers))
        assert "".join(piece for _, piece, _ in answer["pieces"]) == text.replace("\r\n", " \n")
        assert answer["counts"]["segments"] > 3


def test_what_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match="expected the table articles"):
        Reading(pd.DataFrame({"text": ["a"]}), {})
    with pytest.raises(InputError, match="there is no article to read"):
        Reading(tables.build("articles", []), {})
    with pytest.raises(InputError, match="an article stands twice"):
        Reading(pd.concat([articles_of("One.")] * 2), {})
