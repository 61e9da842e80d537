"""Copies: articles that print the same text, such as one agency report in two papers."""

from collections import Counter
from zlib import crc32

import pandas as pd

from .. import tables
from ..extract.paragraph import paragraphs
from ..text import fold, words

RUN = 8  # words in a row: two writers rarely hit upon the same eight
SHARE = 0.5  # of the shorter article's runs
ONE_IN = 4  # of the runs one in so many is compared; which ones, their own checksums say
LEAST = 2  # runs that must be shared
MOST = 50  # articles that a run leads to at most


def copies(articles: pd.DataFrame) -> pd.Series:
    """The copy group of each article, indexed by article_id: the id of the first article that prints the same text.

    Two articles are copies where half of the shorter one's runs of eight words stand in the other. An article that
    copies no other is a group of its own. A column `copy_group` of articles comes first.
    """
    tables.require(articles, "articles", "article_id", "text")
    if "copy_group" in articles.columns:
        given: pd.Series = articles.set_index("article_id")["copy_group"]
        return given.fillna(pd.Series(given.index, given.index)).rename("copy_group")
    sizes: dict[str, int] = {}
    leads: dict[int, list[str]] = {}
    group: dict[str, str] = {}
    for key, text in sorted(zip(articles["article_id"], articles["text"], strict=True)):
        own = fingerprint(text)
        shared = Counter(other for one in own for other in leads.get(one, ()))
        found = [other for other, n in shared.most_common(3) if n >= max(LEAST, SHARE * min(len(own), sizes[other]))]
        group[key] = group[found[0]] if found else key
        sizes[key] = len(own)
        for one in own:
            led = leads.setdefault(one, [])
            if len(led) < MOST:
                led.append(key)
    return pd.Series(group, name="copy_group", dtype="str").rename_axis("article_id")


def fingerprint(text: str) -> set[int]:
    """Checksums of about every fourth run of eight words of the article itself."""
    own = [word.lower() for part in paragraphs(text) for word in words(fold(text[part.start : part.end]))]
    sums = {crc32(" ".join(own[at : at + RUN]).encode()) for at in range(len(own) - RUN + 1)}
    return {one for one in sums if one % ONE_IN == 0}
