"""Coverage: which outlet has an article on which story, and what may be said of one that has none."""

import pandas as pd
from conftest import articles_of

from cuttings.measure import coverage

WIRE = "The council of Arnford voted on Tuesday to close the old bridge for two years, after engineers found cracks. "


def found(outlets, stories, days=None):
    articles = articles_of(*[f"Words of article {n} alone." for n in range(len(outlets))])
    articles = articles.assign(outlet=[None if outlet == "?" else outlet for outlet in outlets])
    if days:
        articles = articles.assign(published_from=pd.to_datetime(days), published_to=pd.to_datetime(days))
    own = pd.DataFrame({"article_id": articles["article_id"], "story": [int(story) for story in stories]})
    return coverage(articles, own)


def test_a_story_of_one_outlet_has_no_rows_and_one_of_two_has_all_known_outlets():
    table = found("AABC", "1221")
    assert table[["story", "outlet", "covered", "articles", "others", "of_others"]].to_numpy().tolist() == [
        [1, "A", True, 1, 1, 2],
        [1, "B", False, 0, 2, 2],
        [1, "C", True, 1, 1, 2],
        [2, "A", True, 1, 1, 2],
        [2, "B", True, 1, 1, 2],
        [2, "C", False, 0, 2, 2],
    ]
    assert found("AAA", "112").empty


def test_of_an_outlet_that_is_not_known_nothing_is_said_but_where_it_has_an_article():
    table = found("A?B?", "1122")
    assert table[["story", "outlet", "covered"]].to_numpy().tolist() == [
        [1, "A", True],
        [1, "B", False],
        [1, "outlet unknown: 2.txt", True],
        [2, "A", False],
        [2, "B", True],
        [2, "outlet unknown: 4.txt", True],
    ]


def test_days_say_whether_an_outlet_could_have_covered_it():
    days = ["2025-03-04", "2025-03-05", "2025-03-01", "2025-03-09"]
    missing = found("ABCD", "1123", days).set_index("outlet")["could"].dropna()
    assert missing.to_dict() == {"C": "no", "D": "yes"}


def test_stories_are_found_where_none_are_given():
    text = WIRE + "A ferry will carry people on foot from May until the autumn of next year."
    articles = articles_of(text, text, "Quite another matter, of sheep.").assign(outlet=["A", "B", "C"])
    table = coverage(articles)
    assert table.loc[table["covered"], "outlet"].tolist() == ["A", "B"]
    assert coverage(articles, copies="once").empty
