"""Framing: shares of frames by group, with what is known of the coder's error."""

import numpy as np
import pandas as pd
import pytest
from conftest import codebook_of, outlets_of

from cuttings import InputError, frames, measure, tables

TAX = "The tax on bread rises by a penny in the coming year."
RAIN = "It rained in the valley all day long and into the night."
QUOTE = "“The tax will ruin every baker in this town and the next one,” said Ann Lee."
BOOK = codebook_of(money="tax", war="war")


def framed(articles, **how):
    units = frames.units(articles)
    return measure.framing(frames.indicators(articles, BOOK), units, articles, BOOK, **how)


def people(articles, judge, coders=("ann",), chance=0.5):
    """Codes of all sentences by people, each of whom finds money where `judge` says so."""
    rows = [
        {**row, "codebook": "mine", "coder": coder, "chance": chance, "frame": "money" if judge(row["text"]) else ""}
        for row in frames.units(articles).drop(columns=["role", "voice"]).to_dict("records")
        for coder in coders
    ]
    return tables.build("codes", rows)


def test_a_share_counts_units_of_a_group_and_every_frame_has_its_row():
    articles = outlets_of(f"{TAX} {RAIN}", "Snow fell on the hills. The roads were shut by noon.", outlets=["A", "B"])
    found = framed(articles).set_index(["group", "frame"])
    assert found.loc[("A", "money"), ["n", "of_n", "share", "articles", "of_articles"]].tolist() == [1, 2, 0.5, 1, 1]
    assert found.loc[("B", "money"), ["n", "of_n", "share"]].tolist() == [0, 2, 0]
    assert len(found) == 4
    assert set(found["validity"]) == {"indicator, unvalidated"}
    assert set(found["status"]) == {"descriptive"}
    assert found[["low", "high", "corrected"]].isna().all(axis=None)


def test_own_words_and_quoted_words_are_apart():
    articles = outlets_of(f"{RAIN} {QUOTE} {RAIN}", outlets=["A"])
    money = {
        voice: framed(articles, voice=voice).set_index("frame").loc["money"] for voice in ("own", "quoted", "both")
    }
    assert money["own"]["n"] == 0
    assert money["quoted"]["n"] == 1
    assert money["both"]["n"] == 1
    assert money["quoted"]["of_n"] < money["both"]["of_n"]


def test_five_articles_have_an_interval_over_articles():
    articles = outlets_of(*[f"{TAX} {RAIN} {RAIN}", f"{RAIN} {RAIN}"] * 4, outlets=["A"] * 8)
    row = framed(articles, copies="each").set_index("frame").loc["money"]
    assert row["status"] == "compared"
    assert 0 <= row["low"] < row["share"] < row["high"] <= 1


def test_periods_stand_beside_groups():
    days = pd.to_datetime(["2024-11-01", "2024-12-01"])
    articles = outlets_of(TAX, RAIN, outlets=["A", "A"]).assign(published_from=days, published_to=days)
    found = framed(articles, period="month")
    money = found[found["frame"] == "money"].set_index("period")["share"]
    assert money.to_dict() == {"2024-11": 1, "2024-12": 0}


def test_what_people_found_corrects_the_coder_and_says_how_good_it_is():
    articles = outlets_of(*[f"{TAX} {RAIN} {RAIN} {RAIN}"] * 6, outlets=["A"] * 6)
    nobody = people(articles, lambda text: "tax" not in text, chance=1)
    row = framed(articles, codes=nobody, copies="each").set_index("frame").loc["money"]
    assert row["share"] == 0.25
    assert row["corrected"] == 0.75
    assert row["coded"] == 24
    assert row["validity"] == "validated by one coder (F1 0.00, n 24)"


def test_two_coders_have_an_alpha_and_a_weak_one_is_called_so():
    articles = outlets_of(*[f"{TAX} {RAIN} {RAIN} {RAIN}"] * 6, outlets=["A"] * 6)
    both = people(articles, lambda text: "tax" in text, coders=("ann", "ben"))
    row = framed(articles, codes=both, copies="each").set_index("frame").loc["money"]
    assert row["validity"] == "validated (alpha 1.00, F1 1.00, n 24)"
    assert row["corrected"] == row["share"]
    ann = people(articles, lambda text: "tax" in text)
    ben = people(articles, lambda text: "tax" not in text, coders=("ben",))
    apart = tables.check(pd.concat([ann, ben]), "codes")
    row = framed(articles, codes=apart, copies="each").set_index("frame").loc["money"]
    assert row["validity"].startswith("indicator, unvalidated")  # they never agree, so that nothing is known


def test_without_the_chance_nothing_is_corrected():
    articles = outlets_of(f"{TAX} {RAIN}", outlets=["A"])
    row = framed(articles, codes=people(articles, lambda _: True, chance=np.nan)).set_index("frame").loc["money"]
    assert row["coded"] == 2
    assert np.isnan(row["corrected"])


def silent(articles, what, coder="indicators"):
    """The units without an answer: those that begin so."""
    units = frames.units(articles).drop(columns=["role", "voice"])
    own = units[units["text"].str.startswith(what)]
    return tables.build(
        "frame_problems",
        own.assign(codebook="mine", coder=coder, reason="no answer in 60 s").to_dict("records"),
    )


def test_a_unit_without_an_answer_is_missing_and_not_without_the_frame():
    articles = outlets_of(*[f"{TAX} {RAIN} {RAIN} {QUOTE}"] * 6, outlets=["A"] * 6)
    asked = {"codes": None, "copies": "each"}
    money = framed(articles, **asked).set_index("frame").loc["money"]
    assert money[["n", "of_n", "unanswered", "share"]].tolist() == [12, 24, 0, 0.5]
    assert money["note"] == "not corrected: nobody coded any of these units"
    rain = framed(articles, unanswered=silent(articles, "It rained"), **asked).set_index("frame").loc["money"]
    assert rain[["n", "of_n", "unanswered", "of_articles", "share"]].tolist() == [12, 12, 12, 6, 1]
    assert rain["note"].startswith("12 of 24 units have no answer and are not counted; not corrected")
    of_another = silent(articles, "It rained", "model")
    pd.testing.assert_frame_equal(framed(articles, **asked), framed(articles, unanswered=of_another, **asked))


def test_where_nothing_was_answered_there_is_no_share():
    articles = outlets_of(f"{TAX} {RAIN}", RAIN, outlets=["A", "B"])
    found = framed(articles, unanswered=silent(articles, "It rained")).set_index(["group", "frame"])
    nothing = found.loc[("B", "money")]
    assert nothing[["n", "of_n", "unanswered", "of_articles"]].tolist() == [0, 0, 1, 0]
    assert pd.isna(nothing["share"])
    assert found.loc[("A", "money"), "share"] == 1


def test_people_speak_for_units_without_an_answer_too():
    articles = outlets_of(*[f"{TAX} {RAIN} {RAIN} {QUOTE}"] * 6, outlets=["A"] * 6)
    everything = people(articles, lambda text: "rain" in text, chance=1)
    for what in ("It rained", "The tax", "nothing"):
        found = framed(articles, codes=everything, copies="each", unanswered=silent(articles, what))
        row = found.set_index("frame").loc["money"]
        assert row["corrected"] == pytest.approx(0.5)  # whatever the coder says or does not
        assert row["coded"] == 24
        assert f"n {row['of_n']})" in row["validity"]


def test_two_samples_are_not_taken_for_one():
    articles = outlets_of(*[f"{TAX} {RAIN} {RAIN} {RAIN}"] * 6, outlets=["A"] * 6)
    whole = people(articles, lambda text: "tax" in text, coders=("ann", "ben"))
    of_ann, of_ben = (whole["coder"] == "ann", whole["coder"] == "ben")
    early = whole["start"] < whole["start"].max()
    for codes, known in (
        (whole[of_ann | early], True),
        (whole[(of_ann & early) | (of_ben & (whole["start"] > 0))], False),
    ):
        row = framed(articles, codes=tables.check(codes, "codes"), copies="each").set_index("frame").loc["money"]
        assert pd.notna(row["corrected"]) == known
        assert row["coded"] == 24


def test_copies_count_once_unless_asked():
    articles = outlets_of(*[f"{TAX} {RAIN} {TAX} {RAIN}" * 3] * 2, RAIN, outlets=["A", "A", "A"])
    once, each = (framed(articles, copies=how).set_index("frame").loc["money", "of_n"] for how in ("once", "each"))
    assert once < each


def test_a_wrong_voice_and_no_articles():
    articles = outlets_of(TAX, outlets=["A"])
    with pytest.raises(InputError, match="voice='loud'"):
        framed(articles, voice="loud")
    assert framed(articles.iloc[:0]).empty
