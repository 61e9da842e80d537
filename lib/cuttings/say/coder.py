"""How good the coders beside the indicators are, or why there are none, in sentences."""

import pandas as pd

from ..frames.report import ALL
from ..tables import rows as rows_of
from .phrase import number


def coders(
    report: pd.DataFrame, costs: pd.DataFrame, codebook: pd.DataFrame, unanswered: pd.DataFrame | None = None
) -> list[str]:
    """How well a coder learns from people's sheets (`frame_report`), how often a language model gave an answer, what
    that cost (`frame_costs`) and why it gave none (`frame_problems`); why there is neither.
    """
    if report.empty and costs.empty:
        return [
            f"Nobody has coded units of this story by the codebook {codebook['codebook'].iloc[0]}, and no language "
            "model is named: there is no coder but the indicators. `ct.coding.sheet` draws a sample to be coded."
        ]
    whole = rows_of(report[report["frame"] == ALL])
    return [*(learnt(row, report) for row in whole), *(asked(row, unanswered) for row in rows_of(costs))]


def learnt(row: object, report: pd.DataFrame) -> str:
    """How well a coder learns from the sheets."""
    f1, ece, units, reason = (getattr(row, name) for name in ("f1", "ece", "of_n", "reason"))
    if pd.notna(reason):
        return f"No coder can learn from the sheets: {reason}."
    codes = report[report["frame"] != ALL]
    return (
        f"A coder that learns from {number(units, 'coded unit')} reaches a macro-F1 of {f1:.2f} on articles it has not "
        f"seen, over the {codes['f1'].notna().sum()} of {number(len(codes), 'code')} that it can learn; "
        f"its probabilities are {ece:.2f} off on average."
    )


def asked(row: object, unanswered: pd.DataFrame | None) -> str:
    """How often a language model gave an answer, for how many tokens, and what came in its place."""
    coder, units, problems, kept = (getattr(row, name) for name in ("coder", "units", "problems", "kept"))
    read, written = (getattr(row, name, None) for name in ("tokens_in", "tokens_out"))
    told = f"The language model {coder} gave an answer for {units - problems:,} of {number(units, 'unit')}"
    told += f", {kept:,} of them in an earlier run" if kept else ""
    told += f", for {read:,.0f} tokens read and {written:,.0f} written" if pd.notna(read) and read else ""
    if unanswered is None or unanswered.empty:
        return f"{told}."
    reasons = unanswered["reason"]
    said = reasons[~reasons.str.startswith("not asked")]
    often = (said if len(said) else reasons).value_counts()
    others = (
        f", and {number(reasons.nunique() - 1, 'other reason')}, see frame_problems" if reasons.nunique() > 1 else ""
    )
    return f"{told}. In the place of an answer: {often.index[0]} ({number(int(often.iloc[0]), 'unit')}{others})."
