"""Kinds: what the words around a name say that it is."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract.mention import mentions


def kinds(text: str) -> dict[str, str | None]:
    """The kind of each form, for one text."""
    table = mentions(articles_of(text))
    return {row.form: None if pd.isna(row.kind) else row.kind for row in table.itertuples()}


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("The goals were scored by striker Quorra Velm in the second half.", "Quorra Velm", "person"),
        ("They spoke to Quorra Velm, a retired engineer with two dogs.", "Quorra Velm", "person"),
        ("It was left to Quorra Velm, 43, to close the old mill for good.", "Quorra Velm", "person"),
        ("Two people were hurt in Velmor when the old bridge fell down.", "Velmor", "place"),
        ("Two people were hurt near Velmor, Estonia, when it fell down.", "Velmor", "place"),
        ("The lights went out in the city of Velmor shortly after ten.", "Velmor", "place"),
        ("The bill was sent to Velmor, a Danish software company.", "Velmor", "organisation"),
        ("That is wrong, a spokesman for Velmor said in the evening.", "Velmor", "organisation"),
        ("That is what the head of the VLMR said in the evening.", "VLMR", "organisation"),
        ("In the end the fans of the Kansas City Otters went home.", "Kansas City Otters", "organisation"),
        ("The end of the Harbour and Roads Committee came in May.", "Harbour and Roads Committee", "organisation"),
        ("The town gave the prize to Kari Lake, and she was glad.", "Kari Lake", "person"),
        ("The bill was paid by the Worker's Party of Velmor at last.", "Worker's Party of Velmor", "organisation"),
        ("Nobody could tell what Velmor meant to them all that day.", "Velmor", None),
        ("They said that nobody should believe in Velmor any more.", "Velmor", None),
    ],
)
def test_kind(text, form, kind):
    assert kinds(text)[form] == kind


def test_signs_that_speak_against_each_other_settle_nothing():
    text = "Two people were hurt in Velmor when it fell. That is wrong, a spokesman for Velmor said in the evening."
    assert kinds(text)["Velmor"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Nobody there had read the Clean Harbours Act or won the Velmor Prize before the Velmor War.",
        "A Persian king and an African-American writer were what the play was all about.",
        "He did NOT say so, and I'm sure that they're WRONG and that it was not meant that way.",
        "She owns three SUVs, a TV and a PhD, which is more than most of the people in town.",
    ],
)
def test_things_and_adjectives_and_stressed_words_are_no_names(text):
    assert "organisation" not in kinds(text).values()
    assert not {"Velmor", "Persian", "African-American", "NOT", "I'm", "SUVs", "TV"} & set(kinds(text))


def test_a_short_form_is_the_one_institution_that_it_can_mean():
    text = (
        "The Harbour Research Institute (HRI) has closed its doors for good. Nobody at the HRI had been told before. "
        "On Friday the Institute said that the roof was leaking, and the Velmor Times wrote that it was not."
    )
    table = mentions(articles_of(text))
    names = dict(zip(table.form, table.name, strict=True))
    assert names["HRI"] == names["Institute"] == "Harbour Research Institute"


def test_german_nouns_are_no_names():
    text = (
        "Der Bundeskanzler Olaf Scholz hat am Freitag in Berlin mit der Opposition über den Haushalt gesprochen. Die "
        "Gespräche im Kanzleramt dauerten bis zum Abend, und die Ergebnisse sollen in der nächsten Woche dem Bundestag "
        "vorgelegt werden. Scholz sagte, die Regierung werde die Wirtschaft mit einem Paket von Maßnahmen unterstützen."
    )
    assert kinds(text) == {
        "Olaf Scholz": "person",
        "Berlin": "place",
        "Bundestag": "organisation",
        "Scholz": "person",
    }


def test_a_spanish_article_and_noun_at_the_beginning_are_no_name():
    text = (
        "El Gobierno ha dicho que el presidente Emmanuel Macron llegará mañana a Madrid para hablar con los ministros. "
        "La Comisión ha pedido más tiempo para estudiar los papeles que le han dado los ministros de los dos países. "
        "Los dos países han dicho que no quieren hablar de eso con la prensa antes de que todo esté claro."
    )
    assert kinds(text) == {"Emmanuel Macron": "person", "Madrid": "place"}
