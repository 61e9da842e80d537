"""Do the answers add up?"""

import pandas as pd

from .verdict import HOLDS, INCOMPLETE, OPEN, Case, Row, check, plain

WHOLE = (97, 103)  # shares are rounded: three answers may add up to a little less or more than 100


def options(case: Case) -> Row | None:
    """Whether the shares of one question add up to 100, and how much is not reported otherwise.

    The question is that of the first sentence with two shares of one group, or else of the first share; shares of the
    same group in the sentences behind belong to it as long as the sum stays below 100. A sum above it may be of several
    questions, or of answers that overlap: that cannot be checked from the article.
    """
    shares = case.current[case.current["percent_to"].isna()]
    if shares.empty:
        return None
    same = of_question(shares)
    total = float(same["percent"].sum())
    terms = f"{' + '.join(plain(value) for value in same['percent'])} = {plain(round(total, 1))}"
    if len(same) == 1:
        return check("options", INCOMPLETE, f"one share is given, {plain(total)}; the other answers are not", same)
    if total > WHOLE[1]:
        return check("options", OPEN, f"{terms}: answers may overlap, or come from several questions", same)
    if total >= WHOLE[0]:
        return check("options", HOLDS, f"{terms}, up to rounding", same)
    rest = f"{terms}: {plain(round(100 - total, 1))} per cent are not reported, such as undecided, other or no answer"
    return check("options", INCOMPLETE, rest, same)


def of_question(shares: pd.DataFrame) -> pd.DataFrame:
    """The shares of the first question."""
    grouped = shares.assign(group=shares["group"].fillna(""))
    counts = grouped.groupby(["sentence_start", "group"])["start"].transform("size")
    first = (grouped[counts >= 2] if (counts >= 2).any() else grouped).iloc[0]
    same = grouped[grouped["group"] == first["group"]]
    taken = same[same["sentence_start"] == first["sentence_start"]]
    for _, row in same[same["sentence_start"] > first["sentence_start"]].iterrows():
        if taken["percent"].sum() + row["percent"] > WHOLE[1] or len(taken) < 2:
            break
        taken = same.loc[[*taken.index, row.name]]
    return pd.DataFrame(taken)
