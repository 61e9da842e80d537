"""Say: how copies count, and whether that matters."""

import pandas as pd

from cuttings import say, tables


def copied(count):
    rows = [
        {"copy_group": 1, "article_id": f"{at}", "first": at == 0, "kind": "first" if at == 0 else "part", "shared": 1}
        for at in range(count)
    ]
    return tables.build("copies", rows)


def differing(table, count):
    return tables.build("by_copies", [{"table": table, "row": f"{at}", "differs": "n"} for at in range(count)])


def test_no_copies():
    none = "No article of this folder copies another: nothing depends on how copies are counted."
    assert say.copies(copied(0), [differing("voices", 0)]) == [none]


def test_copies_that_make_no_difference():
    assert say.copies(copied(2), [differing("voices", 0), differing("cues", 0)], "each") == [
        "2 articles are 1 text printed in several places, and count each here.",
        "Whether such copies count once or each makes no difference to the figures here.",
    ]


def test_copies_that_make_one():
    said = "3 articles are 1 text printed in several places, and {}."
    once = say.copies(copied(3), [differing("voices", 1), pd.DataFrame(differing("cues", 0))])
    assert once == [
        said.format("count once here"),
        "1 row of voices differs with whether copies count once or each: below is what both ways give.",
    ]
    assert say.copies(copied(3), [differing("voices", 2), differing("cues", 1)], "drop") == [
        said.format("are left out here"),
        "2 rows of voices and 1 row of cues differ with whether copies count once or each: below is what both ways "
        "give.",
    ]
