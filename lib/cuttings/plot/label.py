"""Figure of measure.labels: what each group calls the same thing."""

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from .matrix import Row, descriptive, left_out, matrix
from .name import legible
from .style import figure

MOST_REFERENTS, MOST_GROUPS = 8, 8
LABEL_WIDTH = 34


@figure
def labels(table: pd.DataFrame) -> Figure | None:
    """Forms by groups: `n of of_n` in the cell, n / of_n as its shade; null where no referent has two forms.

    An empty cell: the group does not name the referent. Shown are the referents with two forms or more that
    are named most, at most 8, and the 8 groups that name most; the title says what is left out.
    """
    tables.require(table, "labels")
    contrasts = table.groupby("referent").filter(lambda rows: rows["form"].nunique() > 1)
    if contrasts.empty:
        return None
    groups = sorted(largest(contrasts, "group", MOST_GROUPS))
    shown = contrasts[contrasts["group"].isin(groups)]
    referents = largest(shown, "referent", MOST_REFERENTS)
    rows = [row for referent in referents for row in block(shown[shown["referent"] == referent], referent)]
    omitted = left_out(
        ("referents of one form", table["referent"].nunique() - contrasts["referent"].nunique()),
        ("referents named less", contrasts["referent"].nunique() - len(referents)),
        ("groups", table["group"].nunique() - len(groups)),
    )
    title = "What the same thing is called: times a form is used, of all times that the group names the thing"
    made = matrix(rows, groups, title + descriptive(shown) + omitted)
    made.set_label("labels")
    return made


def block(rows: pd.DataFrame, referent: str) -> list[Row]:
    """A head for the referent, and below it a row a form, the most used first."""
    of_n = rows.groupby("group")["of_n"].first()
    block = [Row(legible(referent, LABEL_WIDTH), "head", {})]
    for form in largest(rows, "form", len(rows)):
        n = rows[rows["form"] == form].set_index("group")["n"].reindex(of_n.index, fill_value=0)
        cells = {group: (n[group] / of_n[group], f"{n[group]} of {of_n[group]}") for group in of_n.index}
        block.append(Row(legible(form, LABEL_WIDTH), "plain", cells))
    return block


def largest(table: pd.DataFrame, column: str, most: int) -> list[str]:
    """The values of a column with the largest n, alphabetical among equals."""
    sums = table.groupby(column)["n"].sum().sort_values(ascending=False, kind="stable")
    return list(sums.index[:most])
