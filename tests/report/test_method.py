"""Methods and limits: told of what a run has written, and of nothing else."""

import pandas as pd

from cuttings import lookups, tables
from cuttings.measure.keyness import PRIOR
from cuttings.measure.permutation import DRAWS
from cuttings.report.excerpt import Article
from cuttings.report.method import limits, methods, standing, went_in


def test_only_what_was_made_and_has_rows_is_told():
    assert methods({"articles": 5}) == []
    assert limits({"keyness": 0}) == []
    [method] = methods({"keyness": 3})
    assert method.tables == "keyness"
    assert "Monroe" in method.after
    assert len(limits({"keyness": 3})) == 1


def test_tables_made_in_one_way_stand_together():
    assert [method.tables for method in methods({"segments": 3, "roles": 2})] == ["segments and roles"]


def test_how_copies_count_is_told():
    told = ("voices", "cues", "quote_groups", "omissions", "names", "poll_checks", "poll_disclosure", "topics")
    for table in (*told, "stories", "topic_shares", "keyness", "labels", "label_candidates", "wordings", "framing"):
        [method] = methods({table: 1})
        assert "cop" in method.sentence.lower(), table
        assert "unless said otherwise" in method.sentence, table


def test_what_keyness_was_made_with_is_told_as_it_is():
    [method] = methods({"keyness": 1})
    assert f"{PRIOR:g} words" in method.sentence
    assert f"{DRAWS} times" in method.sentence


def test_every_table_of_the_list_exists():
    assert {row["table"] for row in lookups.rows("methods")} <= set(tables.TABLES)


def test_what_went_in_is_counted():
    day = pd.Timestamp("2024-11-13")
    articles = pd.DataFrame({"outlet": ["A", None], "published_from": [day, pd.NaT], "published_to": [pd.NaT, day]})
    manifest = {
        "inputs": [{"file": "a"}, {"file": "b"}],
        "parameters": {"by": "month"},
        "packages": {"numpy": "2"},
        "cuttings": "1",
        "python": "3.12",
    }
    assert went_in(articles, manifest) == [
        "2 articles from 1 known outlet in 2 files of the dump; of 1 the outlet is unknown.",
        "What is known of their days of publication is 2024-11-13.",
        "Parameters: by = month.",
        "Cuttings 1 with Python 3.12, numpy 2.",
    ]


def test_how_much_of_the_articles_is_shown_is_told_of_those_with_the_most():
    shown = [Article(f"{n}.txt", None, None, None, 10 * n, 100, []) for n in range(1, 8)]
    told = standing(shown, texts=False)
    assert "There are 70 of the 100 words of 7.txt (70%), 60 of the 100 words of 6.txt (60%)" in told
    assert told.endswith("and 30 of the 100 words of 3.txt (30%); of 2 other articles no larger share.")
    assert standing([], texts=False) == "No place in an article is opened in this report."
    assert "as a whole" in standing(shown, texts=True)
