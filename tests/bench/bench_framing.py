"""How long frames and wordings of many news articles take, in how much memory, and the ratio to two plain things.

    python tests/bench/bench_framing.py [ARTICLES]

The articles (default 10,000) are made at run time as those of bench_topics.py, of two days. The plain things are
scikit-learn's count of the phrases of the codebook in the same articles, without units, voices, negation and beginnings
of words, and keyness. Each step is timed when what it is given is there already; `sentences`
reads the articles first.
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pandas as pd
from bench_topics import made
from sklearn.feature_extraction.text import CountVectorizer

from cuttings import extract, frames, measure
from cuttings.frames.codebook import listed

CODEBOOK = "policy_frames"
DAYS = pd.to_datetime(["2024-11-15", "2025-03-15"])
READ = ("sentences", "mentions", "dates", "quantities", "quotations")
STEPS = ("indicators", "codings, three kinds", "framing", "framing_change", "multiverse", "wordings")

T = TypeVar("T")


def dated(count: int) -> pd.DataFrame:
    """So many articles, every other one of the later day."""
    days = pd.Series(DAYS.repeat(-(-count // 2))[:count])
    return made(count).assign(published_from=days, published_to=days)


def plain(articles: pd.DataFrame, codebook: pd.DataFrame) -> object:
    """How often each article has each phrase of the codebook, as scikit-learn counts."""
    written = [one for cell in codebook["indicators"].dropna() for one in listed(cell)]
    phrases = {one.replace("*", "").lower() for one in written if not one.startswith("~") and ".." not in one}
    return CountVectorizer(vocabulary=sorted(phrases), ngram_range=(1, 3)).transform(articles["text"])


def main(arguments: Sequence[str]) -> None:
    """Print the CPU seconds of each step, and the most memory that the process has had so far."""
    articles = dated(int(arguments[0]) if arguments else 10_000)
    book = frames.codebook(CODEBOOK)
    words = articles["text"].str.count(" ").mean() + 1
    print(f"{len(articles):,} articles of {words:.0f} words on average")
    took: dict[str, float] = {}

    def timed(name: str, work: Callable[..., T], *given: Any, **how: Any) -> T:
        begun = time.process_time()
        found = work(*given, **how)
        took[name] = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{name:24} {took[name]:7.1f} CPU s, peak {peak:6.0f} MB", flush=True)
        return found

    timed("count of phrases", plain, articles, book)
    said = {name: timed(name, getattr(extract, name), articles) for name in READ}
    labels = timed("label spans", extract.labels, articles)
    timed("keyness", measure.keyness, articles)
    timed("indicators", frames.indicators, articles, book, quotations=said["quotations"])
    codings = timed("codings, three kinds", frames.codings, articles, book, quotations=said["quotations"])
    timed("framing", measure.framing, *codings[0], articles, book)
    timed("framing_change", measure.framing_change, *codings[0], articles, book)
    timed("multiverse", measure.multiverse, codings, articles, book)
    found = timed("wordings", measure.wordings, articles, **said, label_spans=labels)
    for name in STEPS:
        phrases, keyness = (took[name] / took[peer] for peer in ("count of phrases", "keyness"))
        print(f"{name:24} {phrases:7.2f} times the count of phrases, {keyness:.2f} times keyness")
    print(f"{found['fact'].nunique():,} facts in {len(said['sentences']):,} sentences")


if __name__ == "__main__":
    main(sys.argv[1:])
