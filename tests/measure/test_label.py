"""Labels: what is found, what is not counted twice, and shares that lead back to spans."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import lookups
from cuttings.extract.label import labels as label_spans
from cuttings.measure.label import labels


def forms(text: str, referent: str, table: pd.DataFrame | None = None) -> list[tuple[str, str]]:
    rows = label_spans(articles_of(text), table)
    rows = rows[rows["referent"] == referent]
    return list(zip(rows["form"], rows["text"], strict=True))


def contrast(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["referent", "form", "pattern"]).assign(origin="test")


@pytest.mark.parametrize(
    ("text", "referent", "found"),
    [
        (
            "Kiev’s mayor said on Monday that KYIV would hold, a Kyiv International Institute poll found.",
            "Kyiv",
            [("Kiev", "Kiev"), ("Kyiv", "KYIV")],
        ),
        (
            "The special military operation, which others call a full-scale invasion or a war, went on.",
            "the fighting",
            [
                ("special military operation", "special military operation"),
                ("invasion", "full-scale invasion"),
                ("war", "war"),
            ],
        ),
        (
            "Since the Second World War and the Cold War the post-war order has held in Europe.",
            "the fighting",
            [],
        ),
        (
            "An illegal immigrant is called an undocumented migrant, an immigrant, a migrant or an alien.",
            "people who cross a border",
            [
                ("illegal immigrant", "illegal immigrant"),
                ("undocumented", "undocumented migrant"),
                ("immigrant", "immigrant"),
                ("migrant", "migrant"),
                ("illegal alien", "alien"),
            ],
        ),
        (
            "Nobody would give up its resistance, or cede management of half of the revenue.",
            "giving land",
            [],
        ),
        (
            "Some would give up “some of [Ukraine’s] territories” and make a land–for–peace deal.",
            "giving land",
            [("give up", "give up “some of [Ukraine’s] territories"), ("land for peace", "land–for–peace")],
        ),
        (
            "They officially became part of Russia, said one; occupied and illegally annexed, said another.",
            "land held by Russia",
            [
                ("part of Russia", "officially became part of Russia"),
                ("occupied", "occupied"),
                ("annexed", "illegally annexed"),
            ],
        ),
        (
            "They ate turkey in Turkey, which others now prefer to call Türkiye.",
            "Turkey",
            [("Turkey", "Turkey"), ("Türkiye", "Türkiye")],
        ),
    ],
)
def test_forms_found_in_a_sentence(text: str, referent: str, found: list) -> None:
    assert forms(text, referent) == found


def test_the_longer_form_counts_and_the_first_row_wins_a_tie() -> None:
    table = contrast(
        ("x", "short", "sea"), ("x", "long", "deep sea"), ("x", "same", "deep (?:sea)"), ("y", "other", "sea")
    )
    text = "The deep sea and the other sea are blue, and nobody there knows why that is so."
    assert forms(text, "x", table) == [("long", "deep sea"), ("short", "sea")]
    assert forms(text, "y", table) == [("other", "sea"), ("other", "sea")]


def test_a_pattern_that_matches_nothing_finds_nothing() -> None:
    assert forms("The sea is blue, and nobody there knows why that is so.", "x", contrast(("x", "none", "z*"))) == []


def test_every_pattern_of_the_lookup_finds_its_own_form_or_says_where_it_comes_from() -> None:
    assert all(row["origin"] for row in lookups.rows("labels"))
    assert not pd.DataFrame(lookups.rows("labels")).duplicated(["referent", "form"]).any()


def test_the_counts_are_a_plain_count_of_the_spans(seed_texts: dict[str, str]) -> None:
    articles = articles_of(*seed_texts.values())
    table, spans = labels(articles, by="file"), label_spans(articles)
    assert table["n"].sum() == len(spans)
    assert (
        table.groupby(["referent", "group"])["n"].sum() == table.groupby(["referent", "group"])["of_n"].first()
    ).all()
    texts = articles.set_index("article_id")["text"]
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in spans.itertuples())


def test_the_seed_outlets_name_the_capital_and_the_president_differently(seed_texts: dict[str, str]) -> None:
    table = labels(articles_of(*seed_texts.values()), by="file").set_index(["referent", "group", "form"])
    assert table.loc[("Kyiv", "4.txt", "Kiev"), ["n", "of_n"]].tolist() == [4, 4]
    assert table.loc[("Kyiv", "3.txt", "Kyiv"), ["n", "of_n"]].tolist() == [5, 5]
    assert table.loc[("Volodymyr Zelensky", "3.txt", "Zelenskiy"), ["n", "of_n"]].tolist() == [7, 7]
    assert table.loc[("land held by Russia", "4.txt", "part of Russia"), ["n", "of_n"]].tolist() == [1, 1]


def test_group_then_count_is_count_then_group() -> None:
    texts = [
        "Kyiv and Kiev are one town, as everybody there knows.",
        "Kiev is a town on a river, as all know.",
    ]
    apart = labels(articles_of(*texts).assign(outlet="One"))
    joined = labels(articles_of("\n\n".join(texts)).assign(outlet="One"))
    columns = ["referent", "group", "form", "n", "of_n", "share"]
    pd.testing.assert_frame_equal(apart[columns], joined[columns])
    assert apart[["form", "articles", "n", "of_n"]].to_numpy().tolist() == [
        ["Kiev", 2, 2, 3],
        ["Kyiv", 1, 1, 3],
    ]


def test_own_and_quoted_forms_are_told_apart() -> None:
    text = "“Kiev will not give in,” the envoy said of Kyiv on Monday after the talks."
    articles = articles_of(text)
    quotations = pd.DataFrame([{"article_id": articles["article_id"][0], "start": 0, "end": 25, "kind": "full"}])
    assert labels(articles, voice="quoted", quotations=quotations)["form"].tolist() == ["Kiev"]
    assert labels(articles, voice="own", quotations=quotations)["form"].tolist() == ["Kyiv"]
    with pytest.raises(ValueError, match="voice='own' needs the table quotations"):
        labels(articles, voice="own")


def test_no_form_gives_an_empty_table() -> None:
    assert labels(articles_of("Nothing of the kind is named in this sentence about cats.")).empty


def test_a_faulty_table_is_one_sentence() -> None:
    articles = articles_of("The sea is blue, and nobody there knows why that is so.")
    with pytest.raises(ValueError, match="this one lacks pattern, origin"):
        labels(articles, table=pd.DataFrame({"referent": ["x"], "form": ["y"]}))
    with pytest.raises(ValueError, match="the pattern of the form 'y', '\\(', is none"):
        labels(articles, table=contrast(("x", "y", "(")))


def test_a_war_between_others_is_not_the_fighting() -> None:
    found = label_spans(
        articles_of("The war between North and South Korea, a conflict between India and Pakistan. The war goes on.")
    )
    assert found.loc[found["referent"] == "the fighting", "start"].tolist() == [82]
