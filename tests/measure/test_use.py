"""Uses: the places behind a score, in the voice that it counts."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import extract, measure, trace
from cuttings.errors import InputError

TEXTS = articles_of(
    "The regime’s army left Kiev on Monday, and the regime said nothing of its losses in the town.",
    "“The regime has to go now,” said Jane Doe, the mayor of Kyiv. The government left Kyiv on Monday night.",
).assign(outlet=["Morning", "Evening"])


def test_every_counted_use_of_a_term_has_its_place():
    keyness = measure.keyness(TEXTS, min_n=1)
    places = measure.uses(keyness, TEXTS)
    counted = places.groupby(["group", "term"]).size()
    assert counted.to_dict() == keyness[keyness["n"] > 0].set_index(["group", "term"])["n"].to_dict()
    assert {"regime", "Monday", "Kyiv"} <= set(places["text"].str.removesuffix("’s"))


def test_every_counted_use_of_a_form_has_its_place():
    labels = measure.labels(TEXTS)
    places = measure.uses(labels, TEXTS)
    assert places.groupby(["group", "term"]).size().to_dict() == labels.set_index(["group", "form"])["n"].to_dict()


def test_groups_to_which_no_article_belongs_have_no_uses():
    undated = TEXTS.assign(published_from=pd.NaT, published_to=pd.NaT)
    keyness = measure.keyness(undated, by="month", min_n=1)
    assert measure.uses(keyness, undated, by="month").empty
    assert trace.kwic(keyness, undated, by="month").empty
    assert measure.uses(measure.labels(undated, by="month"), undated, by="month").empty
    dated = TEXTS.assign(published_from=[pd.Timestamp("2024-11-05"), pd.NaT])
    dated = dated.assign(published_to=dated["published_from"])
    places = measure.uses(measure.keyness(dated, by="month", min_n=1), dated, by="month")
    assert set(places["group"]) <= {"2024-11"}


def test_uses_in_the_outlets_own_words_leave_quoted_ones_out():
    quotations = extract.quotations(TEXTS)
    keyness = measure.keyness(TEXTS, min_n=1, voice="own", quotations=quotations)
    regime = measure.uses(keyness[keyness["term"] == "regime"], TEXTS, voice="own", quotations=quotations)
    assert regime["group"].tolist() == ["Morning", "Morning"]


def test_one_call_leads_from_a_score_to_its_concordance():
    keyness = measure.keyness(TEXTS, min_n=1)
    lines = trace.kwic(keyness[(keyness["term"] == "government")], TEXTS, width=10)
    assert lines[["group", "term", "left", "words", "right"]].to_numpy().tolist() == [
        ["Evening", "government", "Kyiv. The", "government", "left Kyiv"]
    ]


def test_a_table_that_scores_nothing_is_one_sentence():
    with pytest.raises(InputError, match="uses are found of terms or forms of a group; these columns are a"):
        measure.uses(pd.DataFrame({"a": []}), TEXTS)
