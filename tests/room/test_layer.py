"""Layers: given as tables, or found in a record when it is opened."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import extract, measure, read
from cuttings.errors import InputError
from cuttings.room.layer import KNOWN, LONGEST, layers

TEXT = "Ann Lee, the mayor, said on 3 May 2019: “We shall not sell the harbour to anybody.”"


@pytest.fixture
def articles():
    return articles_of(TEXT, "Nothing is said here.")


def spans_of(name, articles, place=0, **given):
    [layer] = [layer for layer in layers(articles, given) if layer.name == name]
    return [(TEXT[one.start : one.end], one.label) for one in layer.spans(articles.iloc[[place]])]


def test_what_is_not_given_is_found():
    articles = articles_of(TEXT)
    assert spans_of("dates", articles) == [("3 May 2019", "2019-05-03")]
    assert spans_of("quotations", articles) == [("We shall not sell the harbour to anybody.", "Ann Lee")]


def test_a_given_table_is_taken_as_it_is(articles):
    table = pd.DataFrame({"article_id": "000000000001", "start": [0], "end": [7], "speaker": [None]})
    assert spans_of("quotations", articles, quotations=table) == [("Ann Lee", "?")]
    assert spans_of("quotations", articles, place=1, quotations=table) == []


def test_any_table_of_spans_is_a_layer_under_its_name(articles):
    table = pd.DataFrame({"article_id": "000000000001", "start": [9], "end": [18], "frame": ["office"]})
    assert spans_of("frames", articles, frames=table) == [("the mayor", "office")]
    assert [layer.title for layer in layers(articles, {"my_codes": table})][-1] == "my codes"


def test_rows_without_a_place_and_of_other_articles_are_left_out(articles):
    table = pd.DataFrame(
        {
            "article_id": ["000000000001", "000000000001", "0000000000ff"],
            "start": pd.array([0, None, 4], dtype="Int64"),
            "end": pd.array([3, None, 9999], dtype="Int64"),
        }
    )
    assert spans_of("codes", articles, codes=table) == [("Ann", "")]


@pytest.mark.parametrize(("given", "name"), [("roles", "segments"), ("names", "mentions"), ("labels", "label_spans")])
def test_common_names_of_tables_are_understood(given, name):
    articles = articles_of(f"{TEXT} Kyiv, or Kiev, has none.")
    table = extract.EXTRACTORS[name](articles)
    [layer] = [layer for layer in layers(articles, {given: table}) if layer.name == name]
    assert layer.given is not None
    assert len(layer.spans(articles)) == len(table) > 0


def test_every_known_layer_says_something_of_the_seeds():
    articles, _ = read.dump("ukraine-territory")
    for layer in KNOWN:
        found = [span for place in range(len(articles)) for span in layer.spans(articles.iloc[[place]])]
        assert any(span.label not in ("", "?") for span in found), layer.name


def test_a_table_of_scores_is_refused_with_what_to_do(articles):
    with pytest.raises(
        InputError, match=r"labels.* is no table of spans: it lacks article_id, start, end; ct\.measure"
    ):
        layers(articles, {"labels": measure.labels(articles)})


def test_a_span_that_leads_out_of_its_article_is_refused(articles):
    table = pd.DataFrame({"article_id": "000000000002", "start": [3], "end": [300]})
    with pytest.raises(
        InputError, match=r"codes has 1 span\(s\) that lead out of their article, first 000000000002#char"
    ):
        layers(articles, {"codes": table})


def test_a_record_too_long_to_be_read_in_passing_has_the_given_layers_alone():
    articles = articles_of("On 3 May 2019 nothing happened. " * (LONGEST // 30))
    [dates] = [layer for layer in layers(articles, {}) if layer.name == "dates"]
    assert (dates.spans(articles), dates.reads(articles)) == ([], False)
    [dates] = [layer for layer in layers(articles, {"dates": extract.dates(articles.head(1))}) if layer.name == "dates"]
    assert dates.reads(articles)
