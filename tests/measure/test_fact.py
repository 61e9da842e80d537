"""Facts: what two articles state alike, however they write it, and what is lacking where the others have it."""

import pandas as pd
from conftest import articles_of

from cuttings import extract, measure, tables
from cuttings.measure.fact import event_day

A = "Envoys of the United States met in Geneva on 3 March 2024. A truce was agreed, and 11,000 troops left Kharkiv."
B = "On March 3, 2024 envoys came to Geneva. The truce holds. About 11,000 Russian troops are gone from Kharkiv."
C = "The price of bread rose in Kyiv. It costs $2 now, and two shops closed. The World Bank is to help, as it said."


def facts_of(*texts):
    articles = articles_of(*texts)
    names = ("mentions", "quantities", "polls", "poll_figures", "dates", "sentences")
    return measure.facts(*(getattr(extract, name)(articles) for name in names)), articles


def shared(facts):
    both = facts.groupby(["kind", "fact"])["article_id"].nunique()
    return {fact for (_, fact), count in both.items() if count > 1}


def test_what_two_articles_say_is_one_fact():
    facts, _ = facts_of(A, B)
    assert {"Geneva", "Kharkiv", "11,000 troops", "2024-03-03: Geneva"} <= shared(facts)


def test_small_counts_and_numbers_of_nothing_are_left_out():
    facts, _ = facts_of(C)
    numbers = set(facts.loc[facts["kind"] == "number", "fact"])
    assert numbers == {"USD 2"}


def test_a_poll_is_a_fact_by_pollster_and_share():
    report = (
        "A poll by Gallup found that 58% of voters back the plan, while 32% reject it, the pollster said on Monday."
    )
    facts, _ = facts_of(report)
    assert set(facts.loc[facts["kind"] == "poll", "fact"]) == {"Gallup: 58%", "Gallup: 32%"}


def test_facts_are_omissions_where_the_others_have_them():
    facts, articles = facts_of(A, B, C)
    days = pd.Timestamp("2024-03-09")
    known = articles.assign(outlet=["A", "B", "C"], published_from=days, published_to=days)
    quotations = tables.build("quotations", [])
    groups = measure.quote_groups(quotations, known)
    one = known.assign(story=1)
    table = measure.omissions(quotations, groups, known, facts=facts, article_stories=one)
    found = table.set_index(["fact", "outlet"])
    lacking = found.loc[("Geneva", "C")]
    assert (lacking["kind"], lacking["present"], lacking["others"], lacking["of_others"]) == ("place", False, 2, 2)
    assert found.loc[("11,000 troops", "A"), "how"] == "stated"
    assert "Kyiv" not in found.index.get_level_values("fact")  # of one outlet alone


def test_no_tables_are_no_facts():
    facts, _ = facts_of("")
    assert facts.empty


def test_the_day_of_an_event_is_that_of_its_fact():
    assert event_day("event", "2024-03-03: Geneva") == pd.Timestamp("2024-03-03")
    assert event_day("event", "2024-03-33: Geneva") is None
    assert event_day("event", "the flood") is None
    assert event_day("poll", "2024-03-03: 58%") is None
