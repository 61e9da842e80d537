"""The language of prose: certain or null."""

import pytest

from cuttings.extract.field import describe
from cuttings.extract.language import language

PROSE = {
    "en": "The council voted on Tuesday to close the old bridge for repairs, and the shopkeepers nearby fear that they "
    "will lose many of their customers this summer.",
    "de": "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke wegen Bauarbeiten zu sperren, und die Händler in "
    "der Nähe fürchten nun um ihre Kundschaft in diesem Sommer.",
    "fr": "Le conseil municipal a décidé mardi de fermer le vieux pont pour travaux, et les commerçants du quartier "
    "craignent de perdre beaucoup de leurs clients cet été.",
    "es": "El ayuntamiento decidió el martes cerrar el viejo puente por obras, y los comerciantes del barrio temen "
    "perder a muchos de sus clientes durante este verano.",
    "uk": "Міська рада у вівторок вирішила закрити старий міст на ремонт, і власники крамниць поблизу бояться, що "
    "цього літа вони втратять багато своїх покупців.",
    "ru": "Городской совет во вторник решил закрыть старый мост на ремонт, и владельцы соседних магазинов боятся, что "
    "этим летом они потеряют многих своих покупателей.",
    "ja": "市議会は火曜日、古い橋を修理のため閉鎖することを決めた。近くの商店主は客を失うことを心配している。",
}


@pytest.mark.parametrize("code", PROSE)
def test_languages(code):
    assert language(PROSE[code]) == code


@pytest.mark.parametrize(
    "text",
    ["", "The council voted on Tuesday.", "12.5 33 80 1,000 " * 20, "a" * 5000, "qq xx zz ww pp vv " * 20],
    ids=["empty", "too short", "numbers", "one letter", "no words"],
)
def test_what_is_no_prose_has_no_language(text):
    assert language(text) is None


def test_english_without_doubt_needs_no_model(monkeypatch):
    monkeypatch.setattr("cuttings.extract.language.identifier", lambda: pytest.fail("the model was asked"))
    assert (
        language("They say that the bridge, which the council has closed, was theirs and that it is old. " * 3) == "en"
    )


def test_a_few_words_of_english_do_not_make_a_text_english():
    assert language(f"{PROSE['de']} {PROSE['de']} They say that the bridge and the town have this and that.") == "de"


def test_only_the_beginning_is_read():
    assert language(PROSE["en"] * 40 + PROSE["de"] * 400) == "en"


def test_the_seeds_are_english_with_a_spanish_paper_among_them(seed_texts):
    assert {describe(text)["lang"] for text in seed_texts.values()} == {"en"}
