"""Languages: what the articles are written in."""

import pandas as pd

from .. import tables

UNSETTLED = "(language not settled)"


def languages(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per language, by its ISO 639-1 code: articles, their share of all articles, and their words."""
    tables.require(articles, "articles", "lang", "words")
    named = articles.assign(lang=articles["lang"].fillna(UNSETTLED))
    counted = named.groupby("lang", as_index=False).agg(n=("words", "size"), words=("words", "sum"))
    return tables.check(counted.assign(of_n=len(articles), share=counted["n"] / len(articles)), "languages")
