"""Agreement of coders, code by code and in all, and as other programs read it."""

import pandas as pd
import pytest

from cuttings import InputError, coding, tables


def codes(**by_coder):
    """A table of codes: of each coder the codes of units 0, 10, 20 …, parted by blanks; null for one not coded."""
    rows = [
        {
            "article_id": f"{number % 3:012x}",
            "start": 10 * number,
            "end": 10 * number + 5,
            "text": "x",
            "codebook": "mine",
            "coder": coder,
            "frame": frame,
        }
        for coder, units in by_coder.items()
        for number, given in enumerate(units)
        if given is not None
        for frame in given.split() or [""]
    ]
    return tables.build("codes", rows)


def test_each_code_and_all_of_them_have_their_row():
    ann = ["cost", "cost", "blame", "", "cost blame", "", "cost", "", "blame", ""]
    ben = ["cost", "cost", "blame", "", "cost", "", "cost", "", "blame", ""]
    found = coding.agreement(codes(ann=ann, ben=ben)).set_index("frame")
    assert list(found.index) == ["all codes", "blame", "cost"]
    assert found.loc["cost", ["agree", "alpha", "status"]].tolist() == [1, 1, "reliable"]
    assert found.loc["blame", "agree"] == 0.9
    assert found.loc["all codes", "agree"] == 0.9
    assert found["coders"].tolist() == [2, 2, 2]
    assert found["units"].tolist() == [10, 10, 10]
    assert found["n"].tolist() == [20, 20, 20]


def test_a_unit_that_one_coder_left_out_is_no_disagreement():
    found = coding.agreement(codes(ann=["cost", "", "cost", ""], ben=["cost", "", None, None]))
    assert set(found["units"]) == {2}
    assert set(found["alpha"]) == {1}


@pytest.mark.parametrize(
    ("by_coder", "status"),
    [
        ({"ann": ["cost", ""]}, "no unit was coded by two"),
        ({"ann": ["cost", None], "ben": [None, "cost"]}, "no unit was coded by two"),
        ({"ann": ["cost", "cost"], "ben": ["cost", "cost"]}, "all values are the same"),
    ],
)
def test_where_there_is_nothing_to_compare_there_is_no_number(by_coder, status):
    found = coding.agreement(codes(**by_coder))
    assert set(found["status"]) == {status}
    assert found["alpha"].isna().all()


def test_no_codes_are_no_rows():
    assert coding.agreement(codes()).empty


def test_codes_that_are_numbers_can_be_compared_by_their_distance():
    near = codes(ann=["1", "2", "3", "4", "5"], ben=["1", "2", "3", "5", "5"])
    [interval] = coding.agreement(near, level="interval").itertuples()
    [nominal] = (row for row in coding.agreement(near).itertuples() if row.frame == "all codes")
    assert interval.frame == "all codes"
    assert interval.alpha > nominal.alpha
    with pytest.raises(InputError, match="one code a unit"):
        coding.agreement(codes(ann=["1 2"], ben=["1"]), level="interval")


def test_a_weak_agreement_is_called_so():
    found = coding.agreement(codes(ann=["cost", "", "cost", "", ""], ben=["", "cost", "cost", "", ""]))
    assert set(found["status"]) == {"not reliable"}


def test_recal_has_a_column_a_coder_and_no_head():
    table = codes(ann=["cost", "", "blame"], ben=["cost", "cost", None])
    assert coding.recal(table, "cost") == "1,1\n0,1\n"
    with pytest.raises(InputError, match="two coders or more"):
        coding.recal(codes(ann=["cost"]), "cost")
    with pytest.raises(InputError, match="nobody gave a code 'costs'; given were"):
        coding.recal(table, "costs")


def test_a_code_of_two_words_is_one_code():
    table = codes(ann=["cost", "", "cost"], ben=["cost", "", "cost"])
    table["frame"] = table["frame"].replace("cost", "human interest")
    found = coding.agreement(table).set_index("frame")
    assert found["alpha"].to_dict() == {"all codes": 1, "human interest": 1}
    assert coding.recal(table, "human interest") == "1,1\n0,0\n1,1\n"


def test_a_sentence_and_a_passage_that_begin_alike_are_two_units():
    sentences = codes(ann=["cost", "", "cost", ""], ben=["cost", "", "cost", ""])
    passages = codes(ann=["", "cost", "", "cost"], ben=["", "cost", "", "cost"])
    passages["end"] += 100
    [both] = (
        coding.agreement(tables.check(pd.concat([sentences, passages]), "codes")).query("frame == 'cost'").itertuples()
    )
    assert (both.units, both.alpha) == (8, 1)
