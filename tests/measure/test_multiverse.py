"""Multiverse: every defensible way of measuring one difference, and in how many of them it holds."""

import pytest
from conftest import codebook_of, outlets_of

from cuttings import InputError, frames, measure, plot, say, tables

TAX, RAIN = "The tax on bread rises by a penny in spring.", "It rained in the valley all day long."
BOTH = "The tax and the levy on bread rise by a penny in spring."
QUOTE = "“The tax will ruin every baker in this town and the next one,” said Ann Lee."
BOOK = codebook_of("b", money="tax; levy", war="war")


def multiverse(articles, others=(), **how):
    """The multiverse of the indicators' codings, and of others."""
    return measure.multiverse([*frames.codings(articles, BOOK), *others], articles, BOOK, **how)


TWO = outlets_of(f"{TAX} {RAIN}", f"Snow fell on the hills. {QUOTE} The roads were shut.", outlets=["A", "B"])


def test_the_first_universe_is_the_one_reported_and_the_finding_its_largest_difference():
    found = multiverse(TWO)
    first = found.iloc[0]
    assert (first["universe"], first["frame"], first["first"], first["second"]) == (1, "money", "A", "B")
    assert first[["unit", "voice", "headline", "copies", "threshold"]].tolist() == [
        "sentence",
        "own",
        "with",
        "once",
        0,
    ]
    assert first[["n_first", "of_first", "n_second", "difference", "holds"]].tolist() == [1, 2, 0, 0.5, True]


def test_what_makes_no_difference_by_nature_is_no_choice():
    found = multiverse(TWO)
    assert set(found["copies"]) == {"once"}
    assert set(found.loc[found["unit"] == "article", "headline"]) == {"with"}
    assert not found.duplicated(["unit", "voice", "headline", "copies", "threshold", "coder"]).any()
    copied = outlets_of(*[f"{TAX} {RAIN} {TAX} {RAIN} " * 3] * 2, RAIN * 3, outlets=["A", "A", "B"])
    assert set(multiverse(copied)["copies"]) == {"once", "each", "drop"}


def test_a_difference_that_rests_on_one_choice_does_not_hold_in_others():
    found = multiverse(TWO)
    quoted = found[found["voice"] == "quoted"]
    assert not quoted["holds"].any()
    two = found[(found["threshold"] == 0.5) & (found["voice"] == "own") & (found["unit"] == "sentence")]
    assert not two["holds"].any()  # one indicator is not two
    assert 0 < found["holds"].sum() < len(found)


def test_where_a_group_has_no_unit_there_is_no_difference():
    quoted = multiverse(TWO).query("voice == 'quoted'")
    assert quoted["difference"].isna().all()
    assert (quoted["of_first"] == 0).all()


def test_a_finding_can_be_asked_for():
    found = multiverse(TWO, frame="money", pair=("B", "A"))
    assert set(found["first"]) == {"B"}
    assert not found.iloc[0]["holds"]


def test_the_choices_given_come_first():
    codings = frames.codings(TWO, BOOK, "article")
    found = measure.multiverse(codings, TWO, BOOK, frame="money", pair=("A", "B"), voice="both")
    assert found.iloc[0][["unit", "voice", "n_first", "of_first", "n_second"]].tolist() == ["article", "both", 1, 1, 1]
    assert set(found["voice"]) == {"own", "quoted", "both"}
    assert measure.multiverse(codings, TWO, BOOK, voice="both").empty  # both articles have it


def test_another_coder_is_a_choice():
    units = frames.units(TWO)
    other = frames.indicators(TWO, BOOK).assign(coder="model", score=0.9)
    found = multiverse(TWO, others=[(other, units)])
    assert set(found["coder"]) == {"indicators", "model"}
    assert set(found.loc[found["coder"] == "model", "threshold"]) == {0}


def test_a_score_of_half_is_a_choice_where_a_coder_gives_less():
    unsure = frames.indicators(TWO, BOOK).assign(coder="trained", score=0.4)
    found = multiverse(TWO, others=[(unsure, frames.units(TWO))])
    trained = found[found["coder"] == "trained"]
    assert set(trained["threshold"]) == {0, 0.5}
    assert (trained.groupby("threshold")["n_first"].max() == [1, 0]).all()


def by_ann():
    """What a person finds in every sentence: money where the tax is named."""
    given = [
        {**row, "codebook": "b", "coder": "ann", "chance": 1.0, "frame": "money" if "tax" in row["text"] else ""}
        for row in frames.units(TWO).drop(columns=["role", "voice"]).to_dict("records")
    ]
    return tables.build("codes", given)


def test_each_universe_says_what_is_known_of_its_coder_and_of_its_groups():
    found = multiverse(TWO)
    assert set(found["validity"]) == {"indicator, unvalidated"}
    assert set(found["status"]) == {"descriptive"}
    by_unit = multiverse(TWO, codes=by_ann()).groupby("unit")["validity"].first()
    assert by_unit["sentence"] == "validated by one coder (F1 1.00, n 5)"
    assert by_unit["article"] == "indicator, unvalidated"


def test_a_universe_counts_what_its_coder_answered():
    units = frames.units(TWO)
    other = frames.indicators(TWO, BOOK).assign(coder="model", score=0.9)
    rows = units[units["text"].str.startswith(("It rained", "Snow"))].drop(columns=["role", "voice"])
    unanswered = tables.build(
        "frame_problems", rows.assign(codebook="b", coder="model", reason="busy").to_dict("records")
    )
    found = multiverse(TWO, others=[(other, units)], unanswered=unanswered)
    own = found[(found["unit"] == "sentence") & (found["voice"] == "own") & (found["headline"] == "with")]
    first = own.groupby("coder").first()
    assert first.loc["indicators", ["n_first", "of_first", "of_second", "unanswered"]].tolist() == [1, 2, 3, 0]
    assert first.loc["model", ["n_first", "of_first", "of_second", "unanswered"]].tolist() == [1, 1, 2, 2]
    assert "units without an answer by model are not counted" in plot.multiverse(found, BOOK).get_suptitle()
    assert "answer" not in plot.multiverse(multiverse(TWO), BOOK).get_suptitle()
    nothing = multiverse(TWO, others=[(other, units)], unanswered=unanswered.assign(coder="indicators"))
    assert nothing.loc[nothing["coder"] == "indicators", "unanswered"].max() == 2


def test_coders_of_another_codebook_are_no_choice():
    other = frames.indicators(TWO, BOOK).assign(coder="model", codebook="c")
    assert set(multiverse(TWO, others=[(other, frames.units(TWO))])["coder"]) == {"indicators"}


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"frame": "peace"}, "no frame 'peace'"),
        ({"pair": ("A", "C")}, "give two of the groups A, B"),
        ({"pair": ("A", "A")}, "give two of the groups A, B"),
        ({"voice": "loud"}, "voice='loud'"),
        ({"copies": "twice"}, "copies='twice'"),
    ],
)
def test_a_wrong_call_is_a_clear_word(how, message):
    with pytest.raises(InputError, match=message):
        multiverse(TWO, **how)


@pytest.mark.parametrize(
    "articles",
    [outlets_of(TAX, outlets=["A"]), outlets_of(RAIN, "Snow fell on the hills.", outlets=["A", "B"]), TWO.iloc[:0]],
)
def test_nothing_to_compare_is_no_row_no_figure_and_no_sentence(articles):
    found = multiverse(articles)
    assert found.empty
    assert plot.multiverse(found, BOOK) is None


def test_the_figure_says_in_how_many_ways_it_holds():
    found = multiverse(TWO)
    made = plot.multiverse(found, BOOK)
    held = int(found["holds"].sum())
    assert f"so in {held} of {len(found)} ways of measuring it" in made.get_suptitle()
    assert "cannot be measured" in made.get_suptitle()
    assert made.get_suptitle().endswith("(indicator, unvalidated; descriptive)")
    above, below = made.axes
    assert len(above.collections[0].get_offsets()) == found["difference"].notna().sum()
    labels = [label.get_text() for label in below.get_yticklabels()]
    assert "unit: article" in labels
    assert not any(label.startswith("copies") for label in labels)


def framed(articles, **how):
    return measure.framing(frames.indicators(articles, BOOK), frames.units(articles), articles, BOOK, **how)


def test_the_answer_names_the_frame_its_groups_and_what_is_not_known():
    told = say.frames(framed(TWO, voice="own"), multiverse(TWO), BOOK, TWO)
    assert told[0] == "“Money”: most in A (1 of 2, 50%), least in B (0 of 3, 0%)."
    assert told[1] == (
        "That A has “Money” more often than B holds in 7 of 30 ways of measuring it (23%); in 10 of them a group has "
        "nothing to count."
    )
    assert told[2].startswith("These are indicators, unvalidated")
    assert told[3].startswith("None of the 2 groups has 5 articles or more")


def test_an_answer_without_a_frame_says_so():
    articles = outlets_of(RAIN, "Snow fell on the hills.", outlets=["A", "B"])
    told = say.frames(framed(articles), multiverse(articles), BOOK, articles)
    assert told[0] == "No unit of these articles has an indicator of the codebook b."


def test_the_figure_of_frames_marks_what_nobody_validated():
    made = plot.framing(framed(TWO), BOOK)
    assert "indicator, unvalidated; descriptive" in made.get_suptitle()
    assert "left out: 1 frame not found" in made.get_suptitle().replace("\n", " ")
    texts = [text.get_text() for text in made.axes[0].texts]
    assert "50%\n1 of 2" in texts
    assert plot.framing(framed(outlets_of(RAIN, outlets=["A"])), BOOK) is None


def test_the_answer_tells_coders_apart():
    other = frames.indicators(TWO, BOOK).assign(coder="model", score=0.9)
    several = multiverse(TWO, others=[(other, frames.units(TWO))])
    assert " of 30 by indicators and " in say.frames(framed(TWO), several, BOOK, TWO)[1]


def test_one_group_has_shares_and_nothing_to_compare_them_with():
    one = outlets_of(f"{TAX} {RAIN}", outlets=["A"])
    told = say.frames(framed(one), multiverse(one), BOOK, one)
    assert told[0] == "“Money”: A (1 of 2, 50%)."
    assert told[-1] == "By outlet these articles make 1 group: there is nothing to compare."


def test_the_answer_tells_a_corrected_share_beside_the_coders():
    told = say.frames(framed(TWO, codes=by_ann()), multiverse(TWO), BOOK, TWO)
    assert told[0].startswith(
        "“Money”: most in A (1 of 2, 50%; 50% corrected for the coder's errors), least in B (1 of"
    )


def test_where_groups_can_be_compared_the_answer_says_whether_their_intervals_lie_apart():
    often, seldom = [f"{TAX} {TAX}"] * 12, [f"{RAIN} {RAIN}"] * 12
    for texts, sure in ((often + seldom, "lie apart"), ([*often[:3], *seldom[:9], *seldom], "overlap")):
        articles = outlets_of(*texts, outlets=["A"] * 12 + ["B"] * 12)
        told = say.frames(framed(articles, copies="each"), multiverse(articles), BOOK, articles)
        assert told[0].endswith(f"; their 95% intervals {sure}.")
