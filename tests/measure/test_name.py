"""Names: one row for the spellings of one name, and never for two people."""

from cuttings import tables
from cuttings.measure.name import names


def mentions(*rows: tuple[str, str, bool]):
    """A table of mentions: article, name, and whether it is a description."""
    return tables.build(
        "mentions",
        [
            {
                "article_id": article,
                "start": number,
                "end": number,
                "text": name,
                "name": name,
                "kind": "person",
                "form": "the president" if described else name,
                "described": described,
            }
            for number, (article, name, described) in enumerate(rows)
        ],
    )


def test_spellings_of_two_articles_are_one_name_under_the_one_most_used():
    table = names(
        mentions(("a", "Andrii Kovalenko", False), ("b", "Andriy Kovalenko", False), ("b", "Andriy Kovalenko", False))
    )
    assert table.to_dict("records") == [
        {
            "name": "Andriy Kovalenko",
            "kind": "person",
            "mentions": 3,
            "described": 0,
            "articles": 2,
            "forms": "Andriy Kovalenko, Andrii Kovalenko",
        }
    ]


def test_names_that_one_article_uses_side_by_side_are_two():
    assert len(names(mentions(("a", "Andrii Kovalenko", False), ("a", "Andriy Kovalenko", False)))) == 2


def test_other_given_names_are_other_people():
    assert len(names(mentions(("a", "Oleksandr Kovalenko", False), ("b", "Aleksandr Kovalenko", False)))) == 2


def test_descriptions_are_counted_apart():
    row = names(mentions(("a", "Ilmar Kask", False), ("a", "Ilmar Kask", True))).iloc[0]
    assert (row.mentions, row.described, row.forms) == (1, 1, "Ilmar Kask, the president")


def test_no_mentions_no_names():
    assert names(tables.build("mentions", [])).empty
