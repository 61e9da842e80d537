"""Say: sentences that hold for one, for many and for none."""

from datetime import date

import pandas as pd
import pytest

from cuttings import extract, measure, read, say, tables


def articles_with(*rows):
    """An articles table of plain English texts, each with the fields given here."""
    common = {"format": "text", "lang": "en", "words": 100, "record": "1"}
    return tables.build(
        "articles",
        [{"article_id": f"{place}", "file": f"{place}.txt", **common, **row} for place, row in enumerate(rows, 1)],
    )


@pytest.fixture(scope="module")
def articles():
    return read.dump("ukraine-territory")[0]


def test_numbers_lists_and_shares():
    assert [say.number(count, "poll") for count in (0, 1, 1200)] == ["0 polls", "1 poll", "1,200 polls"]
    assert say.listed(["a"]) == "a"
    assert say.listed(["a", "b", "c"]) == "a, b and c"
    assert say.listed(list("abcdefgh"), 2) == "a, b and 6 more"
    assert [say.percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%",
        "under 1%",
        "50%",
        "over 99%",
        "100%",
    ]


def test_the_corpus_of_the_seeds(articles):
    said = say.corpus(articles, tables.build("rejects", []), measure.roles(extract.segments(articles)))
    assert len(said) == 5
    assert said[0] == "5 records were read: 5 articles."
    assert "El País (1), Responsible Statecraft (1) and TROIB News (1)" in said[1]
    assert "For 2 it does not, and no outlet is guessed." in said[1]


def test_outlets_given_and_outlets_found_are_told_apart():
    given, found, none = {"outlet": "Post", "given": "outlet articles.csv"}, {"outlet": "Herald"}, {}
    assert say.outlets(articles_with(given, given, found, none)) == (
        "The outlet is given from outside the text for 2 of 4, and the text itself gives it away for 1 more: "
        "Herald (1) and Post (2). For 1 it is not known, and none is guessed."
    )
    assert say.outlets(articles_with(given, given)) == (
        "The outlet is given from outside the text for 2 of 2: Post (2)."
    )
    assert say.outlets(articles_with(found, none)) == (
        "The text itself gives the outlet away for 1 of 2: Herald (1). For 1 it does not, and no outlet is guessed."
    )
    assert say.outlets(articles_with(none)) == "No outlet was found in any article, and none is guessed."


def test_days_given_and_days_bounded_by_the_text_are_told_apart():
    exact = {"published_from": date(2025, 3, 4), "published_to": date(2025, 3, 4)}
    wide = {"published_from": date(2025, 2, 1), "published_to": date(2025, 3, 9)}
    half = {"published_from": date(2025, 3, 1)}
    given = exact | {"given": "published jsonl: trafilatura"}
    assert say.days(articles_with(given, given, wide, half)) == (
        "The day of publication is given from outside the text for 2 of 4, and what the text says of dates and people "
        "in office bounds it for 1 more. That puts 3 of 4 between 1 February 2025 and 9 March 2025; for 2 of them the "
        "day is settled."
    )
    assert say.days(articles_with(wide, half)) == (
        "What the text says of dates and people in office puts 1 of 2 between 1 February 2025 and 9 March 2025; for "
        "none of them is the day settled."
    )
    assert say.days(articles_with(given, given)) == (
        "The day of publication is given from outside the text for 2 of 2. That puts 2 of 2 on 4 March 2025."
    )


def test_days_open_to_one_side_are_not_said_to_be_bounded():
    given = {"published_from": date(2025, 3, 4), "given": "published articles.csv"}
    nothing = "For no article are both bounds of its day of publication known."
    assert say.days(articles_with({})) == nothing
    assert say.days(articles_with(given)) == nothing
    exact = {"published_from": date(2025, 3, 4), "published_to": date(2025, 3, 4)}
    assert say.days(articles_with(given, exact)).endswith("bounds it for 1 more. That puts 1 of 2 on 4 March 2025.")


def test_bylines_given_and_bylines_in_the_text_are_told_apart():
    given, found = {"byline": "Ann Lee", "given": "byline rss"}, {"byline": "Jane Roe and John Poe"}
    assert say.bylines(articles_with({})) == "No byline was found in 1 article."
    assert say.bylines(articles_with(found, {}, {})) == "A byline names the authors of 1 of 3."
    assert say.bylines(articles_with(given, {})) == "The authors are given from outside the text for 1 of 2."
    assert say.bylines(articles_with(given, found, {})) == (
        "The authors are given from outside the text for 1 of 3, and a byline in the text names them for 1 more."
    )


def test_formats_are_named_where_not_all_is_plain_text():
    page = {"format": "html: trafilatura 2.3.1"}
    line = {"format": "jsonl: common names", "file": "export.jsonl"}
    assert say.formats(articles_with({}, {})) == ""
    assert say.formats(articles_with(line, line, page, {})) == (
        "By format: html (1), jsonl (2) and text (1), in 3 files."
    )


def test_languages_are_named_with_what_is_read_in_english_only():
    assert say.languages(articles_with({}, {})) == ""
    assert say.languages(articles_with({}, {}, {"lang": "de"}, {"lang": "xx"}, {"lang": None})) == (
        "By language: English (2 of 5), German (1 of 5) and xx (1 of 5); for 1 of 5 the language is not "
        "settled. Speakers, polls and most dates are read in English only."
    )
    assert say.languages(articles_with({"lang": None})).startswith("For 1 of 1 the language is not settled. Speakers")


def test_no_quotation_and_no_poll_in_other_languages_is_no_finding():
    rows = articles_with({"lang": "es"}, {})
    rule = "1 of 2 articles is not in English; the rules for {} are made for English."
    none = [tables.build(name, []) for name in ("polls", "poll_figures", "poll_checks")]
    assert say.polls(*none, rows) == ["No figure from a poll was found in 2 articles.", rule.format("polls")]
    none = [tables.build(name, []) for name in ("voices", "quotations")]
    assert say.voices(*none, rows) == ["No direct quotation was found in 2 articles.", rule.format("quotations")]


def test_the_polls_of_the_seeds(articles):
    polls, figures, details = (
        extract.polls(articles),
        extract.poll_figures(articles),
        extract.poll_details(articles),
    )
    said = say.polls(polls, figures, measure.poll_checks(polls, figures, details, articles), articles)
    assert said[0] == "1 of 5 articles reports figures from polls: 1 poll, 2 shares and 1 multiple."
    assert said[1].startswith("Kyiv International Institute of Sociology, as reported by outlet unknown: 004")
    assert (
        ": 58% of Ukrainians, “under no circumstances” should Kyiv sacrifice land; 32% of Ukrainians, open" in said[1]
    )


def test_no_poll_is_said_so(articles):
    none = articles[~articles["file"].str.startswith("004")]
    polls, figures = extract.polls(none), extract.poll_figures(none)
    assert say.polls(polls, figures, tables.build("poll_checks", []), none) == [
        "No figure from a poll was found in 4 articles."
    ]


def test_small_groups_are_no_claim_about_outlets(articles):
    assert (
        say.limits(articles)
        == "None of the 5 groups has 5 articles or more: what follows describes these texts and is no claim about "
        "outlets."
    )


def test_a_change_over_time_that_is_one_of_outlets_is_said_so(articles):
    assert "cannot be told from a difference between outlets" in say.confounded(articles)


def test_outlets_in_both_parts_are_counted(articles):
    both = articles.assign(outlet=pd.Series(["H"] * len(articles), dtype="str"))
    assert say.confounded(both).endswith("1 outlet has articles in both parts.")
