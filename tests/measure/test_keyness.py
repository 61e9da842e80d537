"""Keyness: other people's numbers, symmetry, two roads that meet, and what is counted."""

import numpy as np
import pandas as pd
import pytest
from conftest import articles_of

from cuttings.measure.keyness import keyness, weighted_log_odds
from cuttings.measure.wording import terms

# Counts of `a a a b b c c c c c c d e f g h h` against `a a b c c d d d d e f h`, terms a to h, and of `b`x7
# `a`x3 against `a`x7 `b`x2; z of the two-term variance as ConvoKit's FightingWords computes it.
FIRST = np.array([[3, 2, 6, 1, 1, 1, 1, 2], [2, 1, 2, 4, 1, 1, 0, 1]])
SECOND = np.array([[3, 7], [7, 2]])
SUM_OF_TEN = [
    0.05761810774,
    0.2396897741,
    0.9722749294,
    -1.55196052,
    -0.2022880531,
    -0.2022880531,
    0.6241952341,
    0.2396897741,
]
POOLED = [
    0.0430988181,
    0.1796149886,
    0.7359772662,
    -1.192701072,
    -0.1513955586,
    -0.1513955586,
    0.4881318671,
    0.1796149886,
]

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


@pytest.mark.parametrize(
    ("counts", "prior", "reference"),
    [
        (FIRST, 10 * FIRST.sum(axis=0) / FIRST.sum(), SUM_OF_TEN),
        (FIRST, FIRST.sum(axis=0), POOLED),
        (SECOND, 10 * SECOND.sum(axis=0) / SECOND.sum(), [-2.110630386, 1.965262472]),
        (SECOND, np.full(2, 0.01), [-3.039552296, 2.617911692]),
    ],
)
def test_z_agrees_with_another_implementation(counts: np.ndarray, prior: np.ndarray, reference: list) -> None:
    assert weighted_log_odds(counts, prior)[1][0] == pytest.approx(reference, abs=6e-10)


def test_exchanging_two_groups_turns_every_sign() -> None:
    log_odds, z = weighted_log_odds(FIRST, FIRST.sum(axis=0))
    assert log_odds[0] == pytest.approx(-log_odds[1])
    assert z[0] == pytest.approx(-z[1])


def test_each_of_three_groups_is_compared_with_the_sum_of_the_others() -> None:
    counts, prior = np.array([[5, 1, 2], [1, 4, 4], [2, 2, 9]]), np.ones(3)
    rest = np.vstack([counts[0], counts[1] + counts[2]])
    assert weighted_log_odds(counts, prior)[1][0] == pytest.approx(weighted_log_odds(rest, prior)[1][0])


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
    assert set(keyness(lopsided)["status"]) == {"descriptive"}
    even = told({"Many": [FIVE] * 6, "Enough": [FIVE + " It rained."] * 5})
    assert set(keyness(even)["status"]) == {"compared"}


def test_there_is_no_p_value() -> None:
    assert not {"p", "q"} & set(keyness(TWO).columns)


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
