"""Omissions: what others have, who can have had it, and where it stands."""

import pandas as pd
from conftest import articles_of

from cuttings import tables
from cuttings.measure import omissions, quote_groups

LONG = "If we let the harbour silt up for another winter, the ferries will sail elsewhere and the island is lost."


def quotation(article, start, speaker, text="x", anonymous=False):
    row = {"start": start, "end": start + len(text), "text": text, "kind": "full", "speaker": speaker}
    return {"article_id": f"{article:012x}", "anonymous": anonymous, "words": len(text.split()), **row}


def found(*rows, outlets="ABCD", statements=None, facts=None, **days):
    quotations = tables.build("quotations", list(rows))
    articles = articles_of(*[f"Words of article {n} alone." for n in range(len(outlets))]).assign(outlet=list(outlets))
    for name, values in days.items():
        articles[name] = pd.to_datetime(pd.Series(values))
    table = omissions(quotations, quote_groups(quotations, articles), articles, statements, facts)
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


def test_a_state_or_its_seat_that_speaks_is_a_government():
    names = ("Kyiv", "Romania", "Ann Lee", "Odesa")
    rows = [quotation(article, 9 * at, name) for article in (1, 2) for at, name in enumerate(names)]
    _, table = found(*rows, outlets="AB")
    kinds = table.drop_duplicates("fact").set_index("fact")["kind"].to_dict()
    assert kinds == {"Ann Lee": "speaker", "Kyiv": "government", "Odesa": "speaker", "Romania": "government"}


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
