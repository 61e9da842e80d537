"""Omissions: what others have, who can have had it, and where it stands."""

import pandas as pd
from conftest import articles_of

from cuttings import tables
from cuttings.measure import omissions, quote_groups

LONG = "If we let the harbour silt up for another winter, the ferries will sail elsewhere and the island is lost."


def quotation(article, start, speaker, text="x", anonymous=False):
    row = {"start": start, "end": start + len(text), "text": text, "kind": "full", "speaker": speaker}
    return {"article_id": f"{article:012x}", "anonymous": anonymous, "words": len(text.split()), **row}


def found(*rows, outlets="ABCD", statements=None, facts=None, stories="1111", **days):
    quotations = tables.build("quotations", list(rows))
    articles = articles_of(*[f"Words of article {n} alone." for n in range(len(outlets))]).assign(outlet=list(outlets))
    for name, values in days.items():
        articles[name] = pd.to_datetime(pd.Series(values))
    own = pd.DataFrame(
        {"article_id": articles["article_id"], "story": [int(n) or None for n in stories[: len(outlets)]]}
    )
    groups = quote_groups(quotations, articles)
    table = omissions(quotations, groups, articles, statements, facts, article_stories=own)
    return {(row.fact, row.outlet): (row.present, row.others, row.of_others) for row in table.itertuples()}, table


def chances(table):
    return table[~table["present"]].set_index("outlet")["could"].to_dict()


def test_what_half_of_the_others_have_is_missing_where_it_is_not():
    rows, table = found(quotation(1, 5, "Ann Lee"), quotation(2, 7, "Ann Lee"), quotation(3, 9, "Ann Lee"))
    assert rows == {
        ("Ann Lee", "A"): (True, 2, 3),
        ("Ann Lee", "B"): (True, 2, 3),
        ("Ann Lee", "C"): (True, 2, 3),
        ("Ann Lee", "D"): (False, 3, 3),
    }
    assert table.set_index("outlet")["evidence"].to_dict() == {
        "A": "000000000001#char=5,6",
        "B": "000000000002#char=7,8",
        "C": "000000000003#char=9,10",
        "D": "000000000001#char=5,6",
    }


def test_what_one_outlet_has_is_no_omission_of_the_others():
    assert found(quotation(1, 5, "Ann Lee"), quotation(2, 5, "a clerk", anonymous=True))[0] == {}
    assert found(quotation(1, 5, None), quotation(2, 5, None))[0] == {}


def test_of_two_outlets_one_is_enough():
    assert found(quotation(1, 5, "Ann Lee"), outlets="AB")[0] == {
        ("Ann Lee", "A"): (True, 0, 1),
        ("Ann Lee", "B"): (False, 1, 1),
    }


def test_articles_older_than_the_first_that_has_it_lack_nothing():
    days = {
        "published_from": ["2025-03-04", "2025-03-05", "2025-03-01", "2025-03-01"],
        "published_to": ["2025-03-04", "2025-03-05", "2025-03-03", "2025-03-09"],
    }
    rows, _ = found(quotation(1, 5, "Ann Lee"), quotation(2, 5, "Ann Lee"), **days)
    assert rows == {
        ("Ann Lee", "A"): (True, 1, 2),
        ("Ann Lee", "B"): (True, 1, 2),
        ("Ann Lee", "D"): (False, 2, 2),
    }


def test_what_its_days_leave_open_is_not_taken_for_an_outlet_that_could_have_known():
    days = {
        "published_from": ["2025-03-04", "2025-03-06", "2025-03-05", "2025-03-04"],
        "published_to": ["2025-03-05", "2025-03-06", "2025-03-05", "2025-03-09"],
    }
    _, table = found(quotation(1, 5, "Ann Lee"), quotation(2, 5, "Ann Lee"), **days)
    assert chances(table) == {"C": "yes", "D": "not known"}
    days["published_from"][2:], days["published_to"][2:] = ["2025-03-09", None], [None, "2025-03-09"]
    _, table = found(quotation(1, 5, "Ann Lee"), quotation(2, 5, "Ann Lee"), **days)
    assert chances(table) == {"C": "yes", "D": "not known"}


def test_of_articles_without_days_nothing_is_known():
    _, table = found(quotation(1, 5, "Ann Lee"), quotation(2, 5, "Ann Lee"))
    assert chances(table) == {"C": "not known", "D": "not known"}


def test_a_dated_event_can_be_known_from_its_own_day():
    columns = ["kind", "fact", "article_id", "start", "end", "text"]
    told = [("event", "2025-03-02: Geneva", f"{article:012x}", 5, 11, "Geneva") for article in (1, 2)]
    days = ["2025-03-08", "2025-03-09", "2025-03-02", "2025-03-01"]
    _, table = found(facts=pd.DataFrame(told, columns=columns), published_from=days, published_to=days)
    assert chances(table) == {"C": "yes"}  # D is older than the event
    other = pd.DataFrame(told, columns=columns).assign(fact="a truce")
    _, table = found(facts=other, published_from=days, published_to=days)
    assert chances(table) == {}  # C and D are older than what tells of it


def test_utterances_are_facts_with_their_renderings():
    rows, table = found(quotation(1, 0, "Ann Lee", LONG), quotation(2, 0, "Ann Lee", LONG.split(",")[0]))
    fact = next(fact for fact, _ in rows if "harbour" in fact)
    assert fact.startswith("Ann Lee: “If we let the harbour")
    assert fact.endswith("(group 1)")
    told = table[table["kind"] == "utterance"].set_index("outlet")
    assert told["how"].dropna().to_dict() == {"A": "fullest", "B": "cut"}
    assert told["present"].to_dict() == {"A": True, "B": True, "C": False, "D": False}


def test_a_reported_statement_counts_as_heard():
    told = pd.DataFrame([quotation(2, 5, "Ann Lee")]).drop(columns="kind")
    _, table = found(quotation(1, 5, "Ann Lee"), statements=told)
    assert table.set_index("outlet")["how"].dropna().to_dict() == {"A": "quoted", "B": "reported"}


def test_a_state_that_speaks_is_one_government_by_whichever_of_its_names():
    rows = [quotation(1, 0, "Kyiv"), quotation(1, 9, "Ukraine"), quotation(1, 18, "Kyiv"), quotation(2, 0, "Ukraine")]
    rows += [quotation(3, 0, "the Kremlin"), quotation(4, 9, "Moscow"), quotation(4, 18, "Odesa")]
    _, table = found(*rows)
    heard = table[table["kind"] == "government"].set_index(["fact", "outlet"])
    assert heard["present"].to_dict() == {
        ("Russia (government)", "A"): False,
        ("Russia (government)", "B"): False,
        ("Russia (government)", "C"): True,
        ("Russia (government)", "D"): True,
        ("Ukraine (government)", "A"): True,
        ("Ukraine (government)", "B"): True,
        ("Ukraine (government)", "C"): False,
        ("Ukraine (government)", "D"): False,
    }
    assert heard.loc[("Ukraine (government)", "A"), "forms"] == "Kyiv, Ukraine"
    assert heard.loc[("Ukraine (government)", "B"), "forms"] == "Ukraine"
    assert heard.loc[("Ukraine (government)", "C"), "forms"] == "Kyiv, Ukraine"  # elsewhere
    assert heard.loc[("Russia (government)", "D"), "forms"] == "Moscow"


def test_a_town_that_is_named_as_a_place_is_no_government():
    columns = ["kind", "fact", "article_id", "start", "end", "text"]
    places = [("place", "Kyiv", "000000000001", 5, 9, "Kyiv"), ("place", "Ukraine", "000000000002", 5, 12, "Ukraine")]
    rows, _ = found(facts=pd.DataFrame(places, columns=columns), outlets="AB")
    assert {fact for fact, _ in rows} == {"Kyiv", "Ukraine"}


def test_an_outlet_lacks_nothing_of_a_story_that_it_does_not_cover():
    rows = [quotation(article, 5, "Ann Lee") for article in (1, 2)]
    rows += [quotation(article, 5, "Tom Ash") for article in (4, 5)]
    told, table = found(*rows, outlets="ABCAB", stories="11122")
    assert told == {
        ("Ann Lee", "A"): (True, 1, 2),
        ("Ann Lee", "B"): (True, 1, 2),
        ("Ann Lee", "C"): (False, 2, 2),
        ("Tom Ash", "A"): (True, 1, 1),
        ("Tom Ash", "B"): (True, 1, 1),
    }
    assert table.set_index("fact")["story"].to_dict() == {"Ann Lee": 1, "Tom Ash": 2}


def test_what_is_said_in_another_story_is_no_fact_of_this_one():
    """A has Ann Lee in the second story alone: in the first one, it lacks her."""
    rows = [quotation(article, 5, "Ann Lee") for article in (2, 3, 4)]
    told, table = found(*rows, outlets="ABCA", stories="1112")
    assert table[["story", "outlet", "present"]].to_numpy().tolist() == [
        [1, "A", False],
        [1, "B", True],
        [1, "C", True],
    ]
    assert told["Ann Lee", "A"] == (False, 2, 2)


def test_days_count_within_a_story():
    """D is older than what the first story has of Ann Lee, but not than what the second one has."""
    rows = [quotation(article, 5, "Ann Lee") for article in (1, 2, 5, 6)]
    days = ["2025-03-04", "2025-03-05", "2025-03-06", "2025-03-03", "2025-01-01", "2025-01-02", "2025-01-03"]
    _, table = found(*rows, outlets="ABCDABD", stories="1111222", published_from=days, published_to=days)
    missing = table[~table["present"]]
    assert missing[["story", "outlet", "could"]].to_numpy().tolist() == [[1, "C", "yes"], [2, "D", "yes"]]


def test_an_article_without_a_story_is_compared_with_none():
    rows = [quotation(article, 5, "Ann Lee") for article in (1, 2, 3)]
    assert {outlet for _, outlet in found(*rows, stories="1100")[0]} == {"A", "B"}


def test_a_surname_alone_is_the_person_whom_the_story_has_with_it():
    rows = [quotation(1, 5, "Ann Lee"), quotation(2, 5, "Ann Lee"), quotation(3, 5, "Lee"), quotation(5, 5, "Lee")]
    told, table = found(*rows, outlets="ABCDEF", stories="111122")
    assert {outlet for fact, outlet in told if fact == "Ann Lee" and told[fact, outlet][0]} == {"A", "B", "C"}
    assert table.loc[table["story"] == 2, "fact"].unique().tolist() == ["Lee"]


def test_where_a_surname_may_be_of_two_people_an_outlet_is_not_said_to_lack_either():
    rows = [quotation(article, 5, "Ann Lee") for article in (1, 2)]
    rows += [quotation(article, 25, "Tom Lee") for article in (1, 2)] + [quotation(3, 5, "Lee")]
    told, _ = found(*rows)
    assert ("Ann Lee", "C") not in told
    assert ("Tom Lee", "C") not in told
    assert told["Ann Lee", "D"] == (False, 2, 2)
    rows = [quotation(1, 5, "Ann Lee"), quotation(1, 25, "Tom Lee")] + [
        quotation(article, 5, "Lee") for article in (2, 3)
    ]
    told, _ = found(*rows)
    assert {outlet for fact, outlet in told if fact == "Lee"} == {"B", "C", "D"}  # A names both in full


def test_what_most_of_the_others_have_comes_first():
    rows = [quotation(article, 9, "Tom Ash") for article in (1, 2, 3)]
    rows += [quotation(article, 5, "Ann Lee") for article in (1, 2)]
    _, table = found(*rows)
    assert list(zip(table["fact"], table["outlet"], table["others"], strict=True)) == [
        ("Tom Ash", "D", 3),
        ("Ann Lee", "C", 2),
        ("Ann Lee", "D", 2),
        ("Tom Ash", "A", 2),
        ("Tom Ash", "B", 2),
        ("Tom Ash", "C", 2),
        ("Ann Lee", "A", 1),
        ("Ann Lee", "B", 1),
    ]


def test_nothing_said_nothing_missing():
    assert found()[0] == {}
    assert found(outlets="A")[0] == {}
