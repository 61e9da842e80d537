"""Candidates for labels: what is taken for one thing, under which forms, and what is a candidate at all."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import extract, tables, trace
from cuttings.measure import label_candidates, label_rows, label_sets, labels
from cuttings.measure.candidate.difference import counted, crossed, difference, sides
from cuttings.measure.candidate.form import with_forms
from cuttings.measure.candidate.named import Use
from cuttings.measure.candidate.noun import nouns
from cuttings.measure.candidate.phrase import phrases
from cuttings.measure.candidate.referent import referents, sort
from cuttings.measure.candidate.rival import rivals
from cuttings.measure.candidate.token import Token, lemma, tokens
from cuttings.say import candidates


def story(*texts: str) -> pd.DataFrame:
    """Articles of one outlet each."""
    articles = articles_of(*texts)
    return articles.assign(outlet=[f"outlet {number}" for number in range(1, len(texts) + 1)])


def told(*texts: str) -> list[tuple[str, str, str]]:
    """The words of each place, what it names, and how that is known."""
    articles = articles_of(*texts)
    by_id = articles.set_index("article_id")["text"]
    return [(by_id[key][one.start : one.end], one.referent, one.basis) for key, one in referents(articles)]


def cut(text: str) -> tuple[Token, ...]:
    """The tokens of one sentence."""
    return tokens(text, 0, len(text))


def sort_of(text: str) -> list[tuple[str, str]]:
    """Each phrase of one sentence with the sort that it says."""
    sentence = cut(text)
    known = nouns([sentence])
    return [(one.form(), sort(one, known)) for one in phrases(sentence, known)]


def uses(*forms: str, basis: str = "synonyms", of: str = "") -> list[Use]:
    """Uses of one thing, each form in an article and a group of its own number: `1 long form`."""
    cut = [form.partition(" ")[::2] for form in forms]
    return [Use(number, number, 0, 1, "x", "thing", form, basis, of) for number, form in cut]


@pytest.mark.parametrize(
    ("word", "one"),
    [("treaties", "treaty"), ("clashes", "clash"), ("losses", "loss"), ("crisis", "crisis"), ("gunmen", "gunman")],
)
def test_singulars(word: str, one: str) -> None:
    assert lemma(word) == one


def test_nouns_are_told_from_verbs_by_the_words_around_all_their_uses() -> None:
    known = nouns([cut("They plan to strike, she said, over pay, and we fell, and the bridge of the old town fell.")])
    assert known == {"pay", "bridge"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The secret harbour deal was off; a deal, they said.", ["secret harbour deal", "deal"]),
        ("Her sister's new plan, the plan, failed.", ["sister", "sister's new plan", "plan"]),
        ("Two bridges fell; the bridge, that is.", ["bridges", "bridge"]),
        ("It signed deals; they deal with the deal, a deal.", ["deals", "deal", "deal"]),
    ],
)
def test_phrases_of_a_sentence(text: str, found: list[str]) -> None:
    sentence = cut(text)
    assert [one.form() for one in phrases(sentence, nouns([sentence]))] == found


def test_descriptions_go_to_the_person_beside_them() -> None:
    found = told(
        "The former prosecutor Ann Leeds spoke on Monday. Tom Harbin, a cruel dictator, listened to her for hours. "
        "The dictator said nothing at all. Ann Leeds is a liar, he said later in the evening."
    )
    assert ("former prosecutor", "Ann Leeds", "before the name") in found
    assert ("cruel dictator", "Tom Harbin", "in apposition") in found
    assert ("dictator", "Tom Harbin", "used again") in found


def test_a_noun_that_describes_two_people_stands_for_nobody() -> None:
    found = told(
        "Tom Harbin, a cruel dictator, met Karl Oster, a mild dictator, in the old town on Monday. "
        "The dictator said nothing at all."
    )
    assert not [row for row in found if row[2] == "used again"]


def test_a_seat_of_government_is_the_state_where_it_acts() -> None:
    found = told(
        "Moscow rejected the offer, and the Kremlin was silent. The talks in Moscow went on. "
        "The Russian regime and Russian officials said so, and Russia agreed."
    )
    assert [row[0] for row in found if row[1] == "Russia"] == [
        "Moscow",
        "Kremlin",
        "Russian regime",
        "Russian officials",
        "Russia",
    ]


def test_names_are_one_over_articles() -> None:
    found = told(
        "Ann Leeds spoke on Monday. The Harbour Workers Union of Oster listened to Ann Leeds for hours.",
        "Leeds spoke, said Ms. Leeds of the council on Monday, and nobody there had asked for it.",
    )
    assert {row[1] for row in found if "Leeds" in row[0]} == {"Ann Leeds"}


def test_forms_leave_house_style_aside() -> None:
    named = [
        Use("1", "1", 0, 1, "Ann Leeds", "person", form, "name", "") for form in ("Ann Leeds", "Leeds", "Ann B. Leeds")
    ]
    assert [use.form for use in with_forms(named)] == ["Leeds"] * 3
    country = [Use("1", "1", 0, 1, "United States", "place", form, "name", "") for form in ("U.S.", "US", "America")]
    assert [use.form for use in with_forms(country)] == ["United States", "United States", "America"]


def test_a_phrase_counts_for_its_longest_end_that_is_used_twice() -> None:
    named = uses("1 quick secret deal", "2 secret deal", "3 Secret deals", "4 bad old accord")
    assert [use.form for use in with_forms(named)] == ["secret deal", "secret deal", "secret deal", "accord"]


def test_phrases_of_several_countries_are_several_things() -> None:
    named = [*uses("1 land", "2 territory"), *uses("1 Ukrainian land", "2 Ukrainian land", of="Ukraine")]
    other = uses("3 Russian land", of="Russia")
    assert [use.form for use in rivals([*named, *other])] == [use.form for use in named]


def test_a_phrase_of_a_sort_of_its_own_is_another_thing() -> None:
    found = dict(sort_of("The Minsk deal, the minerals deal, the secret deal and the deal."))
    assert found == {"Minsk deal": "Minsk", "minerals deal": "minerals", "secret deal": "", "deal": ""}
    named = [*uses("1 deal", "2 pact"), *uses("3 pact", of="minerals")]
    assert [use.of for use in rivals(named)] == ["", ""]


def test_phrases_with_one_head_noun_are_rivals_only_where_no_article_has_both() -> None:
    apart = uses(
        "1 illegal migrant", "1 illegal migrant", "2 undocumented migrant", "2 undocumented migrant", "3 migrant"
    )
    assert len(rivals([use._replace(basis="same head noun") for use in apart])) == 4
    beside = [*apart, *uses("1 undocumented migrant")]
    assert rivals([use._replace(basis="same head noun") for use in beside]) == []


def test_difference_is_none_by_chance_and_whole_where_nothing_is_in_common() -> None:
    alike = counted([("A", "x"), ("A", "y"), ("B", "x"), ("B", "y")] * 5)
    unlike = counted([("A", "x"), ("B", "y")] * 10)
    assert difference(alike) == 0
    assert difference(unlike) == pytest.approx(1)
    assert crossed(unlike)
    assert not crossed(alike)
    assert difference({}) == 0


def test_sides_count_groups_with_a_leading_form() -> None:
    table = counted([*[("A", "x")] * 2, *[("B", "x")] * 2, *[("C", "y")] * 2, *[("D", "z")] * 3, ("E", "y")])
    assert sides(table) == 2
    assert sides(counted([("A", "x"), ("A", "y"), ("B", "x")])) == 0


DEAL = "The deal was signed on Monday. The deal, they said, is over, and no other deal would do for the town."
PACT = "The pact was signed on Monday. The pact, they said, is over, and no other pact would do for the town."


def test_outlets_with_different_words_for_one_thing_make_a_candidate() -> None:
    articles = story(DEAL, PACT, DEAL.replace("Monday", "Friday"), PACT.replace("Monday", "Sunday"))
    table, spans = label_candidates(articles, copies="each")
    first = table[table["rank"] == 1]
    assert first["referent"].unique().tolist() == ["agreement"]
    assert first[["group", "form", "n", "of_n"]].to_numpy().tolist() == [
        ["outlet 1", "deal", 3, 3],
        ["outlet 2", "pact", 3, 3],
        ["outlet 3", "deal", 3, 3],
        ["outlet 4", "pact", 3, 3],
    ]
    assert first["sides"].unique().tolist() == [2]
    assert first["status"].unique().tolist() == ["descriptive"]
    assert spans.groupby("rank").size().tolist() == table.groupby("rank")["n"].sum().tolist()
    assert (trace.kwic(spans, articles)["words"] == spans["text"]).all()


def test_a_noun_names_one_thing_within_a_story_and_a_name_one_in_the_folder() -> None:
    """Two stories, of a deal and of a pact: no outlet has two words for one thing."""
    articles = story(DEAL, PACT, DEAL.replace("Monday", "Friday"), PACT.replace("Monday", "Sunday"))
    numbers = articles[["article_id"]].assign(story=[1, 2, 1, 2])
    assert label_candidates(articles, copies="each", article_stories=numbers)[0].empty
    table, _ = label_candidates(articles, copies="each", article_stories=numbers.assign(story=7))
    assert table["story"].unique().tolist() == [7]
    named = story(*[text.replace("deal", "Kyiv").replace("pact", "Kiev") for text in articles["text"]])
    found, _ = label_candidates(named, copies="each", article_stories=numbers)
    assert found["referent"].tolist() == ["Ukraine"] * 4
    assert found["story"].isna().all()


def test_candidates_become_rows_of_a_contrast_set_that_find_what_they_count() -> None:
    articles = story(DEAL, PACT)
    table, spans = label_candidates(articles)
    rows = label_rows(table[table["referent"] == "agreement"])
    assert rows.columns.tolist() == ["referent", "form", "pattern", "origin"]
    counted_again = labels(articles, table=rows)
    assert counted_again[["group", "form", "n"]].to_numpy().tolist() == [
        ["outlet 1", "deal", 3],
        ["outlet 2", "pact", 3],
    ]
    assert extract.labels(articles, rows)["start"].tolist() == spans["start"].tolist()


def test_a_story_s_own_sets_replace_those_of_the_same_referent() -> None:
    own = pd.DataFrame({"referent": ["Kyiv"], "form": ["the city"], "pattern": [r"\bthe city\b"], "origin": ["test"]})
    sets = label_sets(own)
    assert sets.loc[sets["referent"] == "Kyiv", "form"].tolist() == ["the city"]
    assert len(sets) > len(own)
    assert label_sets().columns.tolist() == own.columns.tolist()
    with pytest.raises(ValueError, match="this one lacks pattern, origin"):
        label_sets(own[["referent", "form"]])


def test_the_voice_is_minded() -> None:
    quoted = PACT.replace("is over", "is “a bad pact as there never was any pact before”")
    articles = story(DEAL, quoted)
    quotations = extract.quotations(articles)
    table, _ = label_candidates(articles, voice="own", quotations=quotations)
    assert table.loc[table["form"] == "pact", "n"].tolist() == [3]
    with pytest.raises(ValueError, match="voice='own' needs the table quotations"):
        label_candidates(articles, voice="own")


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("",),
        ("", " ", "\n"),
        (DEAL,),
        (DEAL, DEAL),
        ("他说：“你好。”百分之五十八的人同意。" * 20, "昨日、会議が開かれた。" * 20),
        ("a" * 50_000, "'" * 2000, "the " * 5000, "the deal " * 5000),
        ("Yes.", "No."),
    ],
)
def test_where_there_is_nothing_to_compare_the_tables_are_empty(texts: tuple[str, ...]) -> None:
    articles = story(*texts) if texts else tables.build("articles", [])
    for found, name in zip(label_candidates(articles), ("label_candidates", "label_candidate_spans"), strict=True):
        assert found.empty
        pd.testing.assert_frame_equal(found, tables.check(found, name))


def test_one_outlet_with_several_articles_is_one_group() -> None:
    assert label_candidates(story(DEAL, PACT).assign(outlet="One"))[0].empty


def test_the_order_of_articles_changes_nothing(seed_texts: dict[str, str]) -> None:
    articles = articles_of(*seed_texts.values())
    for one, other in zip(label_candidates(articles), label_candidates(articles.iloc[::-1]), strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_the_seeds_call_towns_and_land_by_several_names(seed_texts: dict[str, str]) -> None:
    table, _ = label_candidates(articles_of(*seed_texts.values()), by="file")
    forms = table.groupby("referent")["form"].agg(set)
    assert forms["Zaporizhzhia"] == {"Zaporizhzhia", "Zaporozhye", "Zaporizhia"}
    assert {"territory", "land"} <= forms["territory"]
    assert {"Kyiv", "Kiev"} <= forms["Ukraine"]


def test_the_answer_names_each_form_and_who_uses_it() -> None:
    table, _ = label_candidates(story(DEAL, PACT))
    assert candidates(table) == ["Agreement: “deal” in outlet 1 (3 of 3); “pact” in outlet 2 (3 of 3)."]
    assert candidates(table, most=0) == ["1 more candidate in the table."]
    assert candidates(table.iloc[:0]) == [
        "No candidates: no two groups name one thing in different forms more than chance would have it."
    ]
