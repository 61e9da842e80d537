"""Keyness: what is counted, what is tested, what is marked, and two roads that meet."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract import quotations as quotations_of
from cuttings.measure.keyness import keyness
from cuttings.measure.term import terms

FIVE = "The harbour reopened on Monday after the storm that had closed it for a week and more."


def told(outlets: dict[str, list[str]]) -> pd.DataFrame:
    """Articles of these texts by outlet."""
    texts = [text for listed in outlets.values() for text in listed]
    names = [outlet for outlet, listed in outlets.items() for _ in listed]
    return articles_of(*texts).assign(outlet=names)


TWO = told(
    {
        "Morning": [
            "The regime bombed the harbour again on Sunday, and the regime denied that it had bombed it.",
            "The regime said nothing about the harbour, and people fled the town at night by boat.",
        ],
        "Evening": [
            "The government shelled the harbour on Sunday, and the government said that rebels were there.",
            "The government called for calm near the harbour, and boats left the town before the night.",
        ],
    }
)


def value(table: pd.DataFrame, group: str, term: str, column: str) -> object:
    return table.set_index(["group", "term"]).loc[(group, term), column]


def test_a_group_leads_with_the_words_that_only_it_uses() -> None:
    table = keyness(TWO)
    first = table.sort_values("z", ascending=False).groupby("group")["term"].first()
    assert first.to_dict() == {"Evening": "government", "Morning": "regime"}
    assert value(table, "Morning", "regime", "n") == 3
    assert value(table, "Evening", "regime", "n") == 0
    assert value(table, "Evening", "regime", "reference") == 3
    assert value(table, "Evening", "regime", "z") < 0


def test_a_term_below_min_n_has_no_row_and_still_counts_towards_the_totals() -> None:
    few, all_terms = keyness(TWO, min_n=3), keyness(TWO, min_n=1)
    assert "calm" not in set(few["term"])
    assert "calm" in set(all_terms["term"])
    assert value(few, "Morning", "regime", "z") == value(all_terms, "Morning", "regime", "z")


def test_group_then_count_is_count_then_group() -> None:
    joined = told({outlet: ["\n\n".join(texts)] for outlet, texts in TWO.groupby("outlet")["text"]})
    columns = ["group", "term", "n", "reference", "log_odds", "z"]
    pd.testing.assert_frame_equal(keyness(joined)[columns], keyness(TWO)[columns])


def test_the_order_of_the_articles_does_not_matter() -> None:
    pd.testing.assert_frame_equal(keyness(TWO.iloc[::-1]), keyness(TWO))


def test_a_term_of_a_single_article_is_marked() -> None:
    table = keyness(TWO, min_n=1)
    assert value(table, "Evening", "calm", "one_article")
    assert not value(table, "Evening", "government", "one_article")
    assert value(table, "Evening", "government", "articles") == 2


def test_below_five_articles_on_either_side_the_table_only_describes() -> None:
    lopsided = told({"Many": [FIVE] * 6, "Few": [FIVE + " It rained."] * 4})
    assert set(keyness(lopsided, copies="each")["status"]) == {"descriptive"}
    even = told({"Many": [FIVE] * 6, "Enough": [FIVE + " It rained."] * 5})
    assert set(keyness(even, copies="each")["status"]) == {"compared"}


def test_below_five_articles_nothing_is_inferred() -> None:
    lopsided = told({"Many": [f"{FIVE} Boat {number}." for number in range(6)], "Few": [FIVE + " It rained."] * 4})
    table = keyness(lopsided, copies="each")
    assert table[["low", "high", "p", "q"]].isna().all(axis=None)
    assert table["z"].notna().all()


RAIN = [f"{FIVE} It rained, and rain fell on boat {number}." for number in "abcdefgh"]
SUN = [f"{FIVE} The sun was out, and sun shone on boat {number}." for number in "ijklmnop"]


def test_a_word_of_all_articles_of_one_outlet_alone_is_found_and_marked_as_its_own() -> None:
    table = keyness(told({"Wet": RAIN, "Dry": SUN}), copies="each")
    assert value(table, "Wet", "rain", "q") < 0.01
    assert value(table, "Wet", "rain", "mark") == "one outlet"
    assert value(table, "Wet", "harbour", "p") > 0.05
    assert value(table, "Wet", "harbour", "low") < 0 < value(table, "Wet", "harbour", "high")
    assert pd.isna(value(table, "Wet", "harbour", "mark"))


def test_a_word_of_one_article_in_five_or_fewer_is_not_tested() -> None:
    table = keyness(told({"Wet": RAIN, "Dry": [*SUN[:7], SUN[7] + " Fog. Fog. Fog."]}), copies="each")
    assert pd.isna(value(table, "Dry", "fog", "p"))
    assert value(table, "Dry", "fog", "mark") == "one article"


def test_house_style_is_marked_and_can_be_set_aside() -> None:
    stiff = told(
        {"Stiff": [f"{text} Mr. Low said so." for text in RAIN], "Plain": [f"{text} Low said so." for text in SUN]}
    )
    marked = keyness(stiff, copies="each", draws=99)
    assert value(marked, "Stiff", "mr", "mark") == "house style"
    aside = keyness(stiff, copies="each", draws=99, house_style=False)
    assert set(marked["term"]) - set(aside["term"]) == {"mr", "monday"}
    assert value(aside, "Stiff", "rain", "z") == value(marked, "Stiff", "rain", "z")


def test_a_word_that_one_of_three_outlets_of_a_side_uses_is_uneven() -> None:
    texts = {
        "One": [f"{text} A regime, a regime." for text in RAIN[:3]],
        "Two": RAIN[3:6],
        "Three": RAIN[6:],
        "Four": [*SUN[:7], SUN[7] + " A regime."],
    }
    sided = told(texts).assign(side=lambda table: (table["outlet"] == "Four").map({True: "south", False: "north"}))
    table = keyness(sided, by="side", copies="each", draws=99)
    assert value(table, "north", "regime", "mark") == "uneven"
    assert value(table, "north", "regime", "consistency") == pytest.approx(1 / 3)
    assert value(table, "north", "rain", "consistency") == 1


def test_a_reference_of_other_articles_takes_the_place_of_the_other_groups() -> None:
    # The ids of a table begin at 1 each time; those of the reference must differ.
    other = told({"Else": SUN}).assign(article_id=lambda table: "f" + table["article_id"].str[1:])
    table = keyness(told({"Wet": RAIN}), reference=other, copies="each")
    assert set(table["group"]) == {"Wet"}
    assert value(table, "Wet", "rain", "reference") == 0
    assert value(table, "Wet", "harbour", "reference") == 8
    both = keyness(told({"Wet": RAIN, "Else": SUN}), copies="each")
    assert value(table, "Wet", "rain", "z") == value(both, "Wet", "rain", "z")


def test_copies_count_once() -> None:
    doubled = told({"Wet": RAIN, "Dry": SUN, "Post": [RAIN[0]]})
    assert "Post" not in set(keyness(doubled, min_n=1, copies="once", draws=9)["group"])


def test_same_seed_same_table() -> None:
    pd.testing.assert_frame_equal(keyness(told({"Wet": RAIN, "Dry": SUN})), keyness(told({"Wet": RAIN, "Dry": SUN})))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "Ukraine’s allies and Ukraine's allies met again on the 21st.",
            "ukraine allies ukraine allies met 21st",
        ),
        (
            "The US and the U.S. told us all about 2,004 people in NATO’s ranks.",
            "us us told people nato ranks",
        ),
        ("Don’t say that it’s a cease-fire; it isn't one, he said.", "say cease-fire said"),
    ],
)
def test_which_words_are_counted(text: str, counted: str) -> None:
    assert [term for _, term in terms(text)] == counted.split()


def test_a_term_stands_where_it_was_found() -> None:
    assert [FIVE[start : start + len(term)].lower() for start, term in terms(FIVE)] == [t for _, t in terms(FIVE)]


def test_words_around_the_article_are_not_counted(seed_texts: dict[str, str]) -> None:
    assert "Kim Jong Un" in seed_texts["000"]
    assert "kim" not in {term for _, term in terms(seed_texts["000"])}


def spoken(article_id: str, start: int, end: int, kind: str) -> dict:
    return {"article_id": article_id, "start": start, "end": end, "kind": kind}


def test_own_and_quoted_words_add_up_to_all_words() -> None:
    text = TWO["text"][0]
    first, second = text.index("regime bombed"), text.index("it had")
    rows = [
        spoken(TWO["article_id"][0], first, first + 13, "full"),
        spoken(TWO["article_id"][0], second, second + 13, "phrase"),
        spoken(TWO["article_id"][2], 0, 30, "partial"),
    ]
    quotations = pd.DataFrame(rows)
    own, quoted, both = (
        keyness(TWO, voice=voice, quotations=quotations, min_n=1) for voice in ("own", "quoted", "both")
    )
    assert own["n"].sum() + quoted["n"].sum() == both["n"].sum()
    assert quoted.loc[quoted["group"] == "Morning"].set_index("term")["n"].to_dict() == {
        "bombed": 1,
        "government": 0,
        "harbour": 0,
        "regime": 1,
        "shelled": 0,
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"voice": "loud"}, "voice='loud': the voice is one of own, quoted, both"),
        (
            {"voice": "own"},
            r"voice='own' needs the table quotations, as extract.quotations\(articles\) makes it",
        ),
        ({"prior": 0}, "prior=0: the weight of the prior is a number of words above 0"),
        ({"by": "file_type"}, "file_type"),
    ],
)
def test_a_wrong_call_is_one_sentence(arguments: dict, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        keyness(TWO, **arguments)


def test_one_group_is_nothing_to_compare() -> None:
    assert keyness(TWO.assign(outlet="One")).empty


def test_no_words_are_nothing_to_compare() -> None:
    assert keyness(articles_of("", "Share\n")).empty


def test_articles_without_blanks_between_words_take_no_part():
    """A clause of Chinese is no word, and a score of it would mean nothing."""
    chinese = "外交部发言人星期一表示，有关各方应当保持克制，避免局势升级。" * 20
    assert keyness(told({"Wet": [chinese, chinese + "雨"], "Dry": [chinese + "风"] * 2})).empty
    mixed = keyness(told({"Wet": [*RAIN, chinese], "Dry": SUN}), copies="each", draws=9)
    pd.testing.assert_frame_equal(mixed, keyness(told({"Wet": RAIN, "Dry": SUN}), copies="each", draws=9))


def test_an_article_without_a_word_of_the_voice_is_none_of_its_group() -> None:
    said = ["The council met on Monday. “The old harbour must be closed at once,” said Ann Lee, the mayor of the town."]
    silent = ["The council met on Monday and talked about the old harbour until the lights went out in the town hall."]
    articles = told({"Morning": said * 2 + silent * 4, "Evening": said * 6})
    table = keyness(articles, voice="quoted", quotations=quotations_of(articles), min_n=1, copies="each")
    assert table.groupby("group")["of_articles"].unique().map(list).to_dict() == {"Morning": [2], "Evening": [6]}
    assert set(table["status"]) == {"descriptive"}
