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
    shares = {
        0: "0%",
        0.001: "under 1%",
        1 / 200: "under 1%",
        0.5: "50%",
        199 / 200: "over 99%",
        0.999: "over 99%",
        1: "100%",
    }
    assert {share: say.percent(share) for share in shares} == shares


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


def topic_with(number, n, status="stable", **more):
    common = {"label": f"t{number}, u, v", "terms": f"t{number}, u, v, w", "of_n": 10, "articles": 4, "status": status}
    return {"topic": number, "n": n, "stability": 0.9, "chance": 0.2, **common, **more}


LOOSE = "not stable, do not report"


def test_topics_that_hold_are_named_and_the_others_are_not(articles):
    members = tables.build("article_topics", [])
    some = tables.build("topics", [topic_with(1, 6), topic_with(2, 4, LOOSE)])
    assert say.topics(some, members, articles) == [
        "0 passages of 5 articles fall into 2 topics; one of them comes out alike in both halves of the passages.",
        "By their strongest terms: “t1, u, v” (6 of 10 passages, 60%, from 4 articles). The other one is not stable "
        "and not to be reported.",
    ]
    whole = say.topics(tables.build("topics", [topic_with(1, 4)]), members, articles, "articles")
    assert whole == [
        "0 articles fall into 1 topic; one of them comes out alike in both halves of the articles.",
        "By their strongest terms: “t1, u, v” (4 of 10 articles, 40%).",
    ]
    none = say.topics(tables.build("topics", [topic_with(1, 4, LOOSE)]), members, articles)
    assert none[1] == "None is stable enough to be reported: read the passages themselves."


def test_no_topics_are_said_so_with_the_reason():
    empty = [tables.build(name, []) for name in ("topics", "article_topics")]
    closed = articles_with(
        {"text": "外交部发言人星期一表示有关各方应当保持克制。"}, {"text": "It was said.", "lang": "de"}
    )
    assert say.topics(*empty, closed) == [
        "2 articles with too few different passages that share words: no topics were made.",
        "1 of 2 articles is written without blanks between words: their words cannot be told apart here, and they "
        "take no part in topics and stories.",
        "The articles are in 2 languages, and articles in two languages share few words: topics and stories keep "
        "within a language.",
    ]
    assert say.topic_cards(empty[0], tables.build("topic_shares", []), tables.build("topic_examples", [])) == [
        "There is no topic to make a card of."
    ]


def test_a_card_has_size_days_stability_and_shares_with_their_n():
    days = {"first": date(2025, 3, 1), "last": date(2025, 3, 4)}
    made = tables.build("topics", [topic_with(1, 6, **days), topic_with(2, 4, LOOSE, stability=0.31)])
    common = {"topic": 1, "articles": 3, "of_articles": 5}
    shares = [
        {**common, "group": "A", "n": 4, "of_n": 8, "share": 0.5, "low": 0.2, "high": 0.8, "status": "compared"},
        {**common, "group": "B", "n": 2, "of_n": 2, "share": 1.0, "status": "descriptive"},
        {**common, "group": "C", "n": 0, "of_n": 9, "share": 0.0, "status": "descriptive"},
    ]
    example = {"topic": 1, "rank": 1, "article_id": "0" * 12, "start": 3, "end": 9, "text": "a sea."}
    assert say.topic_cards(made, tables.build("topic_shares", shares), tables.build("topic_examples", [example])) == [
        "Topic 1, “t1, u, v, w”: 6 of 10 passages, 60%, from 4 articles, published between 1 March 2025 and 4 March "
        "2025. Stability 0.90, by chance up to 0.20. Share by group: B 100% (2 of 2; descriptive); A 50% (4 of 8; "
        "20% to 80%). Examples: 000000000000#char=3,9.",
        "Topic 2, “t2, u, v”: not stable (stability 0.31, by chance up to 0.20), not to be reported.",
    ]


def test_many_cards_are_cut_and_counted():
    made = tables.build("topics", [topic_with(number, 1, LOOSE) for number in range(1, 16)])
    cards = say.topic_cards(made, tables.build("topic_shares", []), tables.build("topic_examples", []))
    assert len(cards) == 13
    assert cards[-1] == "3 topics more: see the table."


def story_with(number, articles, **more):
    common = {"story": number, "label": f"s{number}, t", "articles": articles, "copies": 0, "outlets": 0}
    return {**common, "likeness": 0.7, **more}


def members_of(*stories):
    rows = [{"article_id": f"{place}", "story": number, "size": 1} for place, number in enumerate(stories, 1)]
    return tables.build("article_stories", rows)


@pytest.mark.parametrize(
    ("made", "members", "said"),
    [
        ([], [None], "0 articles with words: there is nothing to group. 1 article has no word that is counted, and no"),
        ([story_with(1, 1)], [1], "1 article with words: there is nothing to group."),
        (
            [story_with(1, 2)],
            [1, 1],
            "All 2 articles report one story, or several that their words do not tell apart: on",
        ),
        ([story_with(1, 3, copies=2, likeness=None)], [1, 1, 1], "All 3 articles are copies of one text: one story."),
        ([story_with(1, 1), story_with(2, 1)], [1, 2], "2 articles, and no two of them report the same events."),
        (
            [story_with(1, 2), story_with(2, 1)],
            [1, 1, 2, None],
            "2 of 3 articles report 1 story together with others; 1 stands alone. 1 article has no word that",
        ),
    ],
)
def test_stories_of_every_kind_of_folder(made, members, said):
    rows = articles_with(*({} for _ in members))
    found = say.stories(tables.build("stories", made), members_of(*members), rows.assign(text=""))
    assert found[0].startswith(said)


def test_articles_whose_words_cannot_be_told_apart_are_said_to_take_no_part():
    rows = articles_with({"outlet": "A"}, {"outlet": "B"}).assign(text=["外交部发言人星期一表示。" * 9, "Rain fell."])
    said = say.keyness(tables.build("keyness", []), tables.build("copies", []), rows, "outlet")
    assert said[1].startswith("1 of 2 articles is written without blanks between words")
    assert said[1].endswith("they take no part in the comparison of words.")


def test_stories_are_named_by_their_terms_with_outlets_and_days():
    days = {"first": date(2025, 3, 1), "last": date(2025, 3, 4)}
    made = tables.build("stories", [story_with(1, 3, outlets=2, copies=1, **days), story_with(2, 2)])
    found = say.stories(made, members_of(1, 1, 1, 2, 2), articles_with(*({} for _ in range(5))).assign(text=""))
    assert found == [
        "5 of 5 articles report 2 stories together with others.",
        "By their strongest terms: “s1, t” (3 articles, 1 of them a copy, 2 known outlets, 1 March 2025 to 4 March "
        "2025) and “s2, t” (2 articles).",
    ]
