"""Trace: from any row back to its words. An address is `article_id#char=start,end` (RFC 5147)."""

import re
from typing import Any

import pandas as pd

from . import tables
from .errors import InputError
from .text import WORD, fold, shorten

FIRST = "1"
ADDRESS = re.compile(r"([0-9a-f]{12})#char=(\d+),(\d+)")


def address(table: pd.DataFrame) -> pd.Series:
    """The address of each row of a table of spans, under the table's own index."""
    tables.require(table, "of spans", "article_id", "start", "end")
    starts, ends = table["start"].astype("str"), table["end"].astype("str")
    return (table["article_id"] + "#char=" + starts + "," + ends).rename("address")


def at(article_id: str, start: object, end: object) -> str:
    """The address of one span."""
    return f"{article_id}#char={start},{end}"


def files(table: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """The file of each row of a table that names its article, under the table's own index; see `places`."""
    return table["article_id"].map(places(articles)).rename("file")


def places(articles: pd.DataFrame) -> pd.Series:
    """Where each article stands in the dump, indexed by article_id: its file, and behind a `#` the record of the file,
    unless that is its first: `export.jsonl#2`.
    """
    tables.require(articles, "articles", "article_id", "file", "record")
    keyed: pd.DataFrame = articles.set_index("article_id")
    return keyed["file"].where(keyed["record"] == FIRST, keyed["file"] + "#" + keyed["record"]).rename("file")


def in_order(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that names its articles in the order of their files, as a reader goes through the folder; the
    rows of one article stay in their order.
    """
    order = files(table, articles).sort_values(kind="stable").index
    return table.loc[order]


def words(at: str, articles: pd.DataFrame) -> str:
    """The words at an address. Raises InputError for what is no address, or one that leads nowhere."""
    article_id, start, end = place(at, articles)
    return str(articles.loc[articles["article_id"] == article_id, "text"].iloc[0][start:end])


def place(at: str, articles: pd.DataFrame) -> tuple[str, int, int]:
    """The article, the first character and the one behind the last that an address names; raises as `words` does."""
    match = ADDRESS.fullmatch(at)
    if not match:
        raise InputError(f"{at!r} is no address; one looks like 07d1bf9f574b#char=0,39")
    texts = articles.loc[articles["article_id"] == match[1], "text"]
    if texts.empty:
        raise InputError(f"no article {match[1]} among these {len(articles)}")
    start, end = int(match[2]), int(match[3])
    if not start <= end <= len(texts.iloc[0]):
        raise InputError(f"{at} leads out of the article, which has {len(texts.iloc[0])} characters")
    return match[1], start, end


def kwic(table: pd.DataFrame, articles: pd.DataFrame, width: int = 50, **how: Any) -> pd.DataFrame:
    """A concordance: one row per row of a table of spans, in its order, with `width` characters on either side.

    A table of scores, such as measure.keyness or measure.labels give, stands for the places that it counts; `how` are
    the arguments that it was made with, of `by`, `voice`, `quotations` and `copies` (see measure.uses); the columns
    group and term come with the rows.

    Columns: file, left, words, right, address. Line breaks are shown as blanks; a long span is cut, with an ellipsis.
    """
    from .measure.use import uses

    tables.require(articles, "articles", "article_id", "file", "record", "text")
    scored = "start" not in table.columns
    spans = uses(table, articles, **how) if scored else table
    texts = articles.set_index("article_id")["text"]
    rows = [
        {
            "left": shorten(texts[article_id][max(0, start - width) : start][::-1], width)[::-1] if width else "",
            "words": shorten(texts[article_id][start:end], 200),
            "right": shorten(texts[article_id][end : end + width], width) if width else "",
        }
        for article_id, start, end in zip(spans["article_id"], spans["start"], spans["end"], strict=True)
    ]
    lines = pd.DataFrame(rows, columns=["left", "words", "right"], index=spans.index).assign(address=address(spans))
    lines.insert(0, "file", files(spans, articles))
    return pd.concat([spans[["group", "term"]], lines], axis=1) if scored else lines


def find(term: str, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per occurrence of a word or phrase, as a table of spans: article_id, start, end, text.

    Whole words, capitals and curly quotation marks apart; the whole record is searched. Raises InputError for a term
    without a word.
    """
    if not WORD.search(term):
        raise InputError(f"{term!r} holds no word to look for")
    literal = re.escape(fold(term))
    pattern = re.compile(rf"{literal}(?!\w)(?<!\w{literal})", re.I)  # the word first: a third of the time
    rows = [
        {
            "article_id": article_id,
            "start": match.start(),
            "end": match.end(),
            "text": text[match.start() : match.end()],
        }
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for match in pattern.finditer(fold(text))
    ]
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "text"])
