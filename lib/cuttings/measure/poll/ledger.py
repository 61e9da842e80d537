"""The ledger: every reported figure with all that its report tells of the poll, for use elsewhere."""

import pandas as pd

from ... import tables, trace
from ..copy import counting
from ..group import groups

OF_POLL = (
    *(
        "pollster",
        "sponsor",
        "population",
        "released",
        "released_from",
        "released_to",
        "fieldwork",
        "field_from",
        "field_to",
    ),
    *("n_survey", "n_question", "margin", "margin_level", "design_effect", "mode", "sampling", "weighting", "question"),
)


def poll_ledger(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, articles: pd.DataFrame, copies: str = "each"
) -> pd.DataFrame:
    """One row per figure of a poll, with what the report tells of the poll, the sentence, the outlet and the address.

    `precision` is that of the shares of the report: 1 where all are whole, 0.1 where one has a decimal.
    `copies`: see `copy.settled`; a ledger has what every outlet printed, so that each counts unless asked otherwise.
    """
    tables.require(polls, "polls")
    tables.require(poll_figures, "poll_figures")
    tables.require(articles, "articles", "article_id", "file", "record", "text", "outlet")
    told = counting(poll_figures, articles, copies).merge(
        polls[["article_id", "poll", *OF_POLL]], on=["article_id", "poll"]
    )
    texts = articles.set_index("article_id")["text"]
    broken = told.assign(broken=told["percent"] % 1 != 0).where(told["kind"] == "share")
    fine = broken.groupby([told["article_id"], told["poll"]])["broken"].transform("max").fillna(0)
    sentences = [
        " ".join(str(texts[row.article_id])[row.sentence_start : row.sentence_end].split()) for row in tables.rows(told)
    ]
    known = told.assign(
        outlet=told["article_id"].map(groups(articles)),
        file=trace.files(told, articles),
        address=trace.address(told),
        sentence=pd.Series(sentences, index=told.index, dtype="str"),
        precision=fine.astype("float64").map({0.0: 1.0, 1.0: 0.1}),
    )
    return tables.check(known, "poll_ledger")
