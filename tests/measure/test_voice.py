"""Voices, names, roles, contrasts: counts that a reader can repeat by hand."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import tables
from cuttings.measure.contrast import contrasts
from cuttings.measure.name import names
from cuttings.measure.role import roles
from cuttings.measure.voice import UNSETTLED, voices


def quotation(article, start, kind, speaker, words, anonymous=False):
    return {
        "article_id": article,
        "start": start,
        "end": start + 1,
        "text": "x",
        "kind": kind,
        "speaker": speaker,
        "words": words,
        "anonymous": anonymous,
    }


@pytest.fixture
def quotations():
    one, two = "000000000001", "000000000002"
    return tables.build(
        "quotations",
        [
            quotation(one, 0, "full", "Ann Lee", 6),
            quotation(one, 5, "partial", "Ann Lee", 2),
            quotation(one, 9, "phrase", "Ann Lee", 1),
            quotation(one, 12, "full", "a diplomat", 2, True),
            quotation(two, 0, "full", None, 4),
            quotation(two, 9, "option", None, 3),
        ],
    )


def test_voices_count_words_in_quotation_marks_of_full_and_partial_quotations(quotations):
    table = voices(quotations, articles_of("a", "b").assign(outlet=["H", "T"]))
    rows = {
        (row.group, row.speaker): (row.quotations, row.n, row.of_n, row.share, row.anonymous)
        for row in table.itertuples()
    }
    assert rows == {
        ("H", "Ann Lee"): (2, 8, 10, 0.8, False),
        ("H", "a diplomat"): (1, 2, 10, 0.2, True),
        ("T", UNSETTLED): (1, 4, 4, 1.0, False),
    }


def test_a_state_is_one_speaker_by_whichever_of_its_names():
    one, two = "000000000001", "000000000002"
    rows = [quotation(one, 0, "full", "Ukraine", 6), quotation(one, 5, "full", "Kyiv", 2)]
    rows += [quotation(one, 9, "full", "Kyiv", 2), quotation(one, 19, "full", "the Ukrainian government", 1, True)]
    rows += [quotation(two, 0, "full", "the Kremlin", 4)]
    rows += [quotation(two, 9, "full", "Pentagon", 4), quotation(two, 19, "full", "Odesa", 4)]
    table = voices(tables.build("quotations", rows), articles_of("a", "b").assign(outlet=["H", "T"]))
    assert table[["group", "speaker", "forms", "side", "n"]].fillna("").to_numpy().tolist() == [
        ["H", "Ukraine (government)", "Kyiv, Ukraine, the Ukrainian government", "Ukraine", 11],
        ["T", "Odesa", "", "", 4],
        ["T", "Pentagon", "", "United States", 4],
        ["T", "Russia (government)", "the Kremlin", "Russia", 4],
    ]
    assert not table["anonymous"].any()


def test_articles_without_a_group_are_left_out(quotations):
    articles = articles_of("a", "b").assign(outlet=None, topic=["x", None])
    assert voices(quotations, articles, by="file")["group"].tolist() == ["1.txt", "1.txt", "2.txt"]


def test_no_quotations_no_voices():
    assert voices(tables.build("quotations", []), articles_of("a")).empty


def test_names_keep_their_forms():
    rows = [("Kyiv", "Kiev"), ("Kyiv", "Kyiv"), ("Kyiv", "Kyiv")]
    mentions = tables.build(
        "mentions",
        [
            {
                "article_id": "a",
                "start": n,
                "end": n,
                "text": form,
                "name": name,
                "kind": "place",
                "form": form,
                "described": False,
            }
            for n, (name, form) in enumerate(rows)
        ],
    )
    assert names(mentions).to_dict("records") == [
        {"name": "Kyiv", "kind": "place", "mentions": 3, "described": 0, "articles": 1, "forms": "Kyiv, Kiev"}
    ]


def test_roles_share_the_words_out():
    rows = [("body", "one two three"), ("teaser", "four")]
    segments = tables.build(
        "segments",
        [
            {"article_id": "a", "start": n, "end": n, "text": text, "role": role, "score": 1.0, "reason": "x"}
            for n, (role, text) in enumerate(rows)
        ],
    )
    table = roles(segments).set_index("role")
    assert table["n"].to_dict() == {"body": 3, "teaser": 1}
    assert table["share"].to_dict() == {"body": 0.75, "teaser": 0.25}


def label(referent, group, form, n, of_n):
    return {
        "referent": referent,
        "group": group,
        "form": form,
        "articles": 1,
        "n": n,
        "of_n": of_n,
        "share": n / of_n,
        "status": "descriptive",
    }


def test_contrasts_are_things_whose_leading_form_differs():
    labels = pd.DataFrame(
        [
            label("city", "H", "Kiev", 3, 4),
            label("city", "H", "Kyiv", 1, 4),
            label("city", "T", "Kyiv", 5, 5),
            label("truce", "H", "truce", 2, 2),
            label("truce", "T", "truce", 2, 2),
            label("fight", "H", "war", 2, 4),
            label("fight", "H", "conflict", 2, 4),
            label("fight", "T", "war", 3, 3),
            label("rare", "H", "a", 1, 1),
            label("rare", "T", "b", 9, 9),
        ]
    )
    table = contrasts(tables.check(labels, "labels"))
    assert [(row.referent, row.group, row.form, row.n, row.of_all) for row in table.itertuples()] == [
        ("city", "H", "Kiev", 3, 9),
        ("city", "T", "Kyiv", 5, 9),
    ]
