"""Quote groups: what is one utterance and what is not, how its renderings differ, and that time stays linear."""

from time import process_time

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import extract, read, tables
from cuttings.measure import copies, quote_groups

LONG = (
    "If we let the harbour silt up for another winter, the ferries will sail elsewhere. "
    "That is what the council must decide tonight. And then the island can have its market back."
)
SHORT = "If we let the harbour silt up for another season, the [big] ferries will sail elsewhere,"


def quote(article, text, speaker="Ann Lee", start=0, kind="full", anonymous=False):
    return {
        "article_id": f"{article:012x}",
        "start": start,
        "end": start + len(text),
        "text": text,
        "kind": kind,
        "speaker": speaker,
        "anonymous": anonymous,
        "words": len(text.split()),
    }


def grouped(*rows, outlets=None, statements=None, **days):
    """The groups of quotations, the articles being of different outlets and words."""
    quotations = tables.build("quotations", list(rows))
    names = sorted(set(quotations["article_id"]) | set() if statements is None else {f"{n:012x}" for n in range(1, 4)})
    articles = articles_of(*[f"Words of their own: {'abcd'[n % 4]} {n}." for n in range(len(names))])
    articles = articles.assign(article_id=names, outlet=outlets or [f"Outlet {n}" for n in range(len(names))])
    for name, values in days.items():
        if name.startswith("said"):
            quotations[name] = pd.to_datetime(pd.Series(values))
        else:
            articles[name] = pd.to_datetime(pd.Series(values))
    return quote_groups(quotations, articles, statements)


def members(table):
    """The articles of each group."""
    return [sorted(int(key, 16) for key in rows["article_id"]) for _, rows in table.groupby("group")]


def test_a_cut_a_bracket_and_another_word_are_said():
    table = grouped(quote(1, LONG), quote(2, SHORT))
    assert table["relation"].tolist() == ["fullest", "cut, bracketed, reworded"]
    assert table["edits"].tolist()[1] == (
        "“another winter” → “another season”; inserted: “[big]”; "
        "cut at the end: “That is what the council must decide tonight. … have its market back”"
    )
    assert table["across"].all()
    assert (table["outlets"] == 2).all()


@pytest.mark.parametrize(
    ("other", "relation", "edits"),
    [
        ("We will open the old mill in spring, whatever it costs", "verbatim", None),
        ("the old mill in spring, whatever it costs.", "cut", "cut at the start: “We will open”"),
        ("We will open the mill in spring … whatever it costs", "cut", "cut in the middle, not marked: “old”"),
        ("We will open the old mill … whatever it costs", "cut", "cut in the middle, marked: “in spring”"),
        ("We will open [it] in spring, whatever it costs", "bracketed", "“open the old mill” → “open [it]”"),
        ("We will reopen the old mill in spring, whatever it costs", "reworded", "“will open” → “will reopen”"),
        (
            "We will open the old mill in early spring, whatever it costs",
            "cut",
            "cut in the middle, not marked: “early”",
        ),
        ("[We] will open the old mill in spring, whatever it costs", "bracketed", "“We” → “[We]”"),
    ],
)
def test_relations_and_edits(other, relation, edits):
    full = "We will open the old mill in spring, whatever it costs."
    table = grouped(quote(1, full), quote(2, other)).set_index("article_id")
    row = table[table["relation"] != "fullest"].iloc[0]
    assert row["relation"] == relation
    assert (None if pd.isna(row["edits"]) else row["edits"]) == edits


def test_what_only_the_shorter_has_at_its_end_is_added():
    one = "The bridge was never safe, and every engineer in the county knew it before the flood came down the valley"
    two = "every engineer in the county knew it before the flood came down the valley. I wrote three letters"
    table = grouped(quote(1, one), quote(2, two))
    assert table["relation"].tolist() == ["fullest", "cut, added"]
    assert "added at the end: “I wrote three letters”" in table["edits"].iloc[1]


def test_two_named_speakers_are_two_utterances_even_in_the_same_words():
    assert grouped(quote(1, LONG), quote(2, LONG, "Tom Ash")).empty


@pytest.mark.parametrize("name", ["Lee", "Ann B. Lee", "Ann Lee Jr."])
def test_a_surname_an_initial_and_a_suffix_make_no_other_speaker(name):
    assert members(grouped(quote(1, LONG), quote(2, SHORT, name))) == [[1, 2]]


def test_a_government_is_one_speaker_by_its_state_and_its_seat():
    assert len(grouped(quote(1, LONG, "Kyiv"), quote(2, LONG, "Ukraine"))) == 2
    assert grouped(quote(1, LONG, "Kyiv"), quote(2, LONG, "the Kremlin")).empty


def test_a_position_said_again_in_other_words_is_another_utterance():
    one = "Any settlement will turn on fishing rights from our side and on open harbours from theirs,"
    two = "is going to be some kind of harbours for later fishing rights"
    assert grouped(quote(1, one), quote(2, two, kind="partial")).empty


def test_what_was_said_on_different_days_is_not_merged():
    days = {"said_from": ["2025-03-04", "2025-03-11"], "said_to": ["2025-03-04", "2025-03-11"]}
    assert grouped(quote(1, LONG), quote(2, LONG), **days).empty
    assert members(grouped(quote(1, LONG), quote(2, LONG), said_from=["2025-03-04", None])) == [[1, 2]]


def test_what_was_printed_before_it_was_said_is_another_utterance():
    days = {"said_from": ["2025-03-11", None], "said_to": ["2025-03-11", None]}
    assert grouped(quote(1, LONG), quote(2, LONG), **days, published_to=["2025-03-12", "2025-03-10"]).empty
    assert len(grouped(quote(1, LONG), quote(2, LONG), **days, published_to=["2025-03-12", "2025-03-12"])) == 2


def test_a_speaker_not_settled_joins_on_long_and_nearly_the_same_words_alone():
    assert members(grouped(quote(1, LONG), quote(2, LONG[:82], None))) == [[1, 2]]
    assert members(grouped(quote(1, LONG), quote(2, LONG[:82], "a councillor", anonymous=True))) == [[1, 2]]
    few = "sail elsewhere in winter"
    assert members(grouped(quote(1, "They would sail elsewhere in winter"), quote(2, few))) == [[1, 2]]
    assert grouped(quote(1, "They would sail elsewhere in winter"), quote(2, few, None)).empty
    assert grouped(quote(1, few, None), quote(2, few, None)).empty


def test_an_unsettled_rendering_does_not_join_two_speakers():
    table = grouped(quote(1, LONG, None), quote(2, LONG[:160]), quote(3, LONG[:160], "Tom Ash"))
    assert members(table) == [[1, 2]]


def test_a_few_words_need_articles_of_the_same_week():
    one, two = quote(1, "I said it was a rotten bargain and I meant it"), quote(2, "a rotten bargain", kind="partial")
    near = {"published_from": ["2025-03-04", "2025-03-06"], "published_to": ["2025-03-04", "2025-03-06"]}
    later = {"published_from": ["2025-03-04", "2025-04-06"], "published_to": ["2025-03-04", "2025-04-06"]}
    assert members(grouped(one, two, **near)) == [[1, 2]]
    assert grouped(one, two, **later).empty
    assert grouped(one, two).empty


def test_headline_and_body_of_one_article_are_a_group_but_none_across_outlets():
    table = grouped(
        quote(1, "a rotten bargain for the island", None, 0),
        quote(1, "It is a rotten bargain for the island", start=90),
    )
    assert members(table) == [[1, 1]]
    assert not table["across"].any()


def test_copies_of_one_report_are_no_two_outlets():
    report = " ".join(f"Word{n} of the report that both print about the harbour and nothing else." for n in range(9))
    articles = articles_of(report, report + " An ending.", "Another report in its own words.").assign(
        outlet=list("ABC")
    )
    assert copies(articles)["article_id"].tolist() == ["000000000001", "000000000002"]
    rows = [quote(1, LONG), quote(2, LONG)]
    assert not quote_groups(tables.build("quotations", rows), articles)["across"].any()
    assert quote_groups(tables.build("quotations", [*rows, quote(3, LONG)]), articles)["across"].all()


def test_terms_and_survey_answers_are_in_no_group():
    assert grouped(quote(1, LONG, kind="phrase"), quote(2, LONG, kind="option"), quote(3, LONG, kind="nested")).empty


def statement(article, text, speaker="Ann Lee", start=300):
    row = quote(article, text, speaker, start)
    return {name: row[name] for name in ("article_id", "start", "end", "text", "speaker", "anonymous", "words")}


def test_a_statement_of_the_same_speaker_is_a_paraphrase():
    told = statement(2, "ferries would sail elsewhere if the harbour silted up for another winter")
    table = grouped(quote(1, LONG), statements=pd.DataFrame([told]))
    assert table["relation"].tolist() == ["fullest", "paraphrased"]
    for other in (
        statement(2, told["text"], "Tom Ash"),
        statement(2, told["text"], None),
        statement(2, "the harbour needs a new wall and the island a market"),
        statement(1, told["text"], start=40),
    ):
        assert grouped(quote(1, LONG), statements=pd.DataFrame([other])).empty


def test_names_alone_make_no_paraphrase():
    full = "Tom Ash and Eve Moor of Easthaven promised Newport Harbour a wall that nobody can pay for in our lifetime"
    told = statement(2, "that Tom Ash and Eve Moor would visit Newport Harbour after Easthaven")
    assert grouped(quote(1, full), statements=pd.DataFrame([told])).empty


def test_the_seeds_hold_one_utterance_of_two_outlets_and_no_false_one():
    articles, _ = read.dump("ukraine-territory")
    table = quote_groups(extract.quotations(articles), articles)
    across = table[table["across"]]
    assert across["group"].nunique() == 1
    edits = across["edits"].dropna().iloc[0]
    assert "“hot phase” → “hot stage”" in edits
    assert "inserted: “[the]”" in edits
    assert "cut at the end: “That’s what we need to do fast." in edits
    assert not table["text"].str.contains("territorial concessions|future security guarantees").any()


def test_nothing_said_nothing_grouped():
    assert grouped(quote(1, LONG)).empty
    assert quote_groups(tables.build("quotations", []), articles_of("No word is quoted.")).empty
    silent = [quote(n, f"Nobody knows who said number {n} of these few words.", None) for n in range(1, 4)]
    assert grouped(*silent).empty


def many(count, text, **fields):
    rows = [quote(n, text(n), start=0) | fields for n in range(1, count + 1)]
    articles = articles_of(*["Own words."] * count).assign(outlet=[str(n % 30) for n in range(count)])
    begun = process_time()
    table = quote_groups(tables.build("quotations", rows), articles)
    return table, process_time() - begun


@pytest.mark.parametrize(
    ("text", "fields", "rows"),
    [
        (lambda n: LONG, {}, True),
        (lambda n: f"{LONG} Number {n} of them.", {}, True),
        (lambda n: "a very short one", {"speaker": None}, False),
        (lambda n: '" " [ … ' * 40, {}, False),
    ],
    ids=["equal", "nearly equal", "short and nobody's", "no words"],
)
def test_ten_thousand_alike_take_linear_time(text, fields, rows):
    _, few = many(1_000, text, **fields)
    table, seconds = many(10_000, text, **fields)
    assert len(table) == (10_000 if rows else 0)
    assert seconds < 20 * max(few, 0.3)


def test_a_quotation_of_a_million_words_is_compared_by_its_beginning():
    table = grouped(quote(1, LONG + " and so on" * 300_000), quote(2, LONG))
    assert members(table) == [[1, 2]]
