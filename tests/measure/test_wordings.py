"""Wordings: the same fact in each outlet's own words, and nothing that only looks like it."""

import pandas as pd
import pytest
from conftest import SEEDS, outlets_of

from cuttings import extract, measure, read, say

SETS = pd.DataFrame(
    [
        ("the island's fate", "seized", r"\bseiz(?:ed|ure)\b", "own"),
        ("the island's fate", "came home", r"\b(?:came|come) home\b", "own"),
        ("the dispute", "quarrel", r"\bquarrels?\b", "own"),
        ("the dispute", "standoff", r"\bstandoffs?\b", "own"),
    ],
    columns=["referent", "form", "pattern", "origin"],
)
THINGS = ["nets", "goats", "apples", "ferries", "choirs", "roofs", "fields", "lanes", "bakers", "bells", "wells"]
DONE = ["mended", "painted", "counted", "lost", "sold", "praised", "hidden", "borrowed", "photographed"]
FILLER = [" ".join(f"Some {thing} were {done} in the rain, and {done} again." for thing in THINGS) for done in DONE]


def wordings_of(*texts: str, outlets: list[str], sets: pd.DataFrame = SETS) -> pd.DataFrame:
    """The wordings of articles in a folder with a hundred sentences about other things."""
    articles = outlets_of(*texts, "\n\n".join(FILLER), outlets=[*outlets, "Almanac"])
    names = ("sentences", "mentions", "dates", "quantities", "quotations")
    given = {name: getattr(extract, name)(articles) for name in names}
    return measure.wordings(articles, **given, label_spans=extract.labels(articles, sets))


def told(found: pd.DataFrame) -> list[set[tuple[str, str]]]:
    """Of each fact the groups with the beginnings of their sentences."""
    return [set(zip(rows["group"], rows["text"].str[:12], strict=True)) for _, rows in found.groupby("fact")]


LEFT = "Marta Oleson, 54, opened the Larkfield tunnel beneath the Grensund on Tuesday after nine years of digging."
RIGHT = "The Larkfield tunnel, nine years in the digging, was opened under the Grensund by Marta Oleson on Tuesday."


def test_one_fact_in_two_outlets_is_shown_side_by_side() -> None:
    found = wordings_of(LEFT, RIGHT, outlets=["Herald", "Courier"])
    assert told(found) == [{("Herald", "Marta Oleson"), ("Courier", "The Larkfiel")}]
    assert set(found["basis"]) == {"same statement"}
    assert found["referent"].isna().all()
    assert {"Marta Oleson", "Tuesday"} <= set(found["shared"].iloc[0].split("; "))


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (RIGHT.replace("Tuesday", "Friday"), "another day"),
        (RIGHT.replace("Marta Oleson", "Peter Vance"), "another person"),
        (RIGHT.replace("was opened", "was not opened"), "denied"),
        (RIGHT.replace("nine years", "six years"), "another number"),
        (LEFT.replace(", 54,", ""), "copied"),
        ("The Larkfield tunnel is long. The Grensund is deep. Marta Oleson is old.", "names alone"),
        (f'"{RIGHT[:-1]}," said Jonas Reed.', "quoted"),
        (f'{RIGHT[:-1]}," said Jonas Reed.', "quoted, but where from is not to be seen"),
    ],
)
def test_what_contradicts_or_copies_or_quotes_is_no_wording_of_the_same_fact(other: str, why: str) -> None:
    assert wordings_of(LEFT, other, outlets=["Herald", "Courier"]).empty, why


def test_sentences_of_one_outlet_are_not_held_against_each_other() -> None:
    assert wordings_of(LEFT, RIGHT, outlets=["Herald", "Herald"]).empty


def test_a_thing_of_a_contrast_set_is_shown_with_the_words_of_each() -> None:
    first = "The council argued about Karsholm. The small island was unlawfully seized by Norland in 1987."
    second = (
        "The island of Karsholm, the Outer Skerries and the lighthouse at Vik, as the sailors say, came home to Norland"
        " after a vote in 1987 and have had a mayor, a bank, a theatre, two newspapers, a brewery and a harbour"
        " master of their own ever since, with a flag that shows an otter under three silver stars."
    )
    found = wordings_of(first, second, outlets=["Herald", "Courier"])
    assert told(found) == [{("Herald", "The small is"), ("Courier", "The island o")}]
    assert set(found["basis"]) == {"same thing"}
    assert dict(zip(found["group"], found["wording"], strict=True)) == {"Herald": "seized", "Courier": "came home"}
    assert "Karsholm" in found["shared"].iloc[0]  # named in the sentence before
    said = say.wordings(found)
    assert said[0] == "The island's fate (Karsholm, Norland, 1987, island): “came home” in Courier; “seized” in Herald."


def test_a_thing_at_another_time_or_by_the_same_form_is_none() -> None:
    first = "The island of Karsholm was unlawfully seized by Norland in 1987."
    other = (
        "Of all the rocks that Norland has held, the windy outpost of Karsholm {} in {}, or so old books tell children,"
        " beside stories of whales, drowned bells, a miserly smith, three sisters and a talking harp of bone."
    )
    assert not wordings_of(first, other.format("came home", 1987), outlets=["Herald", "Courier"]).empty
    assert wordings_of(first, other.format("came home", 1962), outlets=["Herald", "Courier"]).empty
    assert wordings_of(first, other.format("was seized", 1987), outlets=["Herald", "Courier"]).empty


def test_a_fact_has_one_sentence_of_each_outlet_and_all_match() -> None:
    third = (
        "On Tuesday the Larkfield tunnel under the Grensund opened, after nine years of digging; Marta Oleson cut a"
        " ribbon."
    )
    found = wordings_of(LEFT, RIGHT, third, outlets=["Herald", "Courier", "Echo"])
    assert [len(fact) for fact in told(found)] == [3]


def test_descriptions_of_a_person_are_no_fact() -> None:
    first = "Tomas Reed, the former head of the Larkfield Harbour Board, likes apples."
    second = "The former Larkfield Harbour Board chief Tomas Reed flew to Oslo with his two dogs."
    assert wordings_of(first, second, outlets=["Herald", "Courier"]).empty


def test_a_long_description_of_a_person_is_no_fact() -> None:
    first = (
        "Tomas Reed, who sits as a deputy member on the Larkfield Harbour and Grensund Lighthouse board of elected"
        " directors, likes apples."
    )
    second = (
        "Elected to the Larkfield Harbour board of directors as a deputy, Tomas Reed, a member of the Grensund"
        " Lighthouse board, told us he flew."
    )
    assert wordings_of(first, second, outlets=["Herald", "Courier"]).empty


def test_a_phrase_that_two_sentences_have_in_passing_is_no_fact() -> None:
    first = (
        "Bakers, coopers and two choirs marched through the old town singing against Marta Oleson's proposal to ban"
        " foreign trawlers from entering the Grensund."
    )
    second = (
        "The survey of anglers was finished before Marta Oleson made her proposal to ban foreign trawlers from entering"
        " the Grensund, and so tells little of moods among shopkeepers now."
    )
    assert wordings_of(first, second, outlets=["Herald", "Courier"]).empty
    dated = [one.replace("entering the Grensund", "entering the Grensund on 3 May 2021") for one in (first, second)]
    assert not wordings_of(*dated, outlets=["Herald", "Courier"]).empty


def test_how_polls_are_made_is_no_fact_of_a_story() -> None:
    first = "The sample of 834 registered voters has a margin of error of plus or minus 4.5 percentage points."
    second = "With an error margin of 4.5 percentage points, plus or minus, the registered sample counts 429."
    assert wordings_of(first, second, outlets=["Herald", "Courier"]).empty


def test_hours_of_the_day_are_times_that_can_differ() -> None:
    first = "Some 2,000 villagers of Larkfield had cast their ballots by {} local time (GMT)."
    second = "Ballots cast in Larkfield by {} local time (GMT) came to some 2,000, of villagers alone."
    outlets = ["Herald", "Courier"]
    assert not wordings_of(first.format("4:00 p.m."), second.format("16:00"), outlets=outlets).empty
    assert wordings_of(first.format("4:00 p.m."), second.format("6 pm"), outlets=outlets).empty


def test_nothing_is_found_in_nothing() -> None:
    assert wordings_of("It rained.", outlets=["Herald"]).empty
    assert wordings_of("", "", outlets=["Herald", "Courier"]).empty
    assert say.wordings(wordings_of("", outlets=["Herald"]))[0].startswith("No fact")


def test_a_sentence_without_end_costs_no_more_than_its_length() -> None:
    endless = "Marta Oleson of Larkfield, the head of Karsholm, " * 5_000
    assert wordings_of(endless, endless, outlets=["Herald", "Courier"]).empty


def test_the_seeds_tell_of_the_annexation_in_words_of_their_own() -> None:
    articles, _ = read.dump(SEEDS)
    names = ("sentences", "mentions", "dates", "quantities", "quotations")
    found = measure.wordings(
        articles, *(getattr(extract, name)(articles) for name in names), label_spans=extract.labels(articles)
    )
    assert set(found["referent"]) == {"land held by Russia"}
    told = [set(zip(rows["group"].str[:9], rows["wording"], strict=True)) for _, rows in found.groupby("fact")]
    assert {("El País", "illegally annexed"), ("TROIB New", "officially became part of Russia")} in told
    assert {"annexation", "been part of Russia", "officially became part of Russia"} in [
        {wording for _, wording in fact} for fact in told
    ]
