"""What groups of articles may call by different names, in sentences."""

import pandas as pd

from ..tables import rows as rows_of
from .phrase import capital, listed, number

MOST = 15


def candidates(label_candidates: pd.DataFrame, most: int = MOST) -> list[str]:
    """One sentence a candidate, the first `most` of them: each form, and which groups use it how often."""
    if label_candidates.empty:
        return ["No candidates: no two groups name one thing in different forms more than chance would have it."]
    said = []
    for _, rows in label_candidates[label_candidates["rank"] <= most].groupby("rank"):
        ordered = rows.groupby("form")["n"].sum().sort_values(ascending=False, kind="stable")
        forms = [f"“{form}” in {users(rows[rows['form'] == form])}" for form in ordered.index]
        said.append(f"{capital(str(rows['referent'].iloc[0]))}: {'; '.join(forms)}.")
    left = label_candidates["rank"].nunique() - len(said)
    return [*said, f"{number(left, 'more candidate')} in the table."] if left else said


def users(rows: pd.DataFrame) -> str:
    """The groups that use a form, with how often, of all times that they name the thing."""
    return listed([f"{row.group} ({row.n} of {row.of_n})" for row in rows_of(rows)])
