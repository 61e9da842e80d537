"""Formats: what the articles were read from."""

import pandas as pd

from .. import tables


def formats(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per format: files, articles, their share of all articles, and their words."""
    tables.require(articles, "articles", "file", "format", "words")
    counted = articles.groupby("format", as_index=False).agg(
        files=("file", "nunique"), n=("file", "size"), words=("words", "sum")
    )
    return tables.check(counted.assign(of_n=len(articles), share=counted["n"] / len(articles)), "formats")
