"""How long frames and wordings of many news articles take, in how much memory, and the ratio to two plain things.

    python tests/bench/bench_framing.py [ARTICLES]

The articles (default 10,000) are made at run time as those of bench_topics.py, of two days. The plain things are a
search of the same articles for one regular expression of all indicators of the codebook, without units, voices and
negation, and keyness. Each step is timed when what it is given is there already.
"""

import re
import sys
from collections.abc import Sequence

import pandas as pd
from bench_topics import made, timed

from cuttings import extract, frames, measure
from cuttings.frames.codebook import listed

CODEBOOK = "policy_frames"
DAYS = pd.to_datetime(["2024-11-15", "2025-03-15"])
READ = ("sentences", "mentions", "dates", "quantities", "quotations")


def dated(count: int) -> pd.DataFrame:
    """So many articles, every other one of the later day."""
    days = pd.Series(DAYS.repeat(-(-count // 2))[:count])
    return made(count).assign(published_from=days, published_to=days)


def plain(articles: pd.DataFrame, codebook: pd.DataFrame) -> int:
    """How many indicators a single regular expression finds."""
    written = [one for cell in codebook["indicators"].dropna() for one in listed(cell) if not one.startswith("~")]
    forms = sorted({re.escape(one).replace(r"\*", r"\w*").replace(r"\ \.\.\ ", " .* ") for one in written})
    pattern = re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
    return sum(len(pattern.findall(text)) for text in articles["text"])


def main(arguments: Sequence[str]) -> None:
    """Print the seconds of each step."""
    articles = dated(int(arguments[0]) if arguments else 10_000)
    book = frames.codebook(CODEBOOK)
    words = articles["text"].str.count(" ").mean() + 1
    print(f"{len(articles):,} articles of {words:.0f} words on average")
    took, found = {}, {}

    def step(name: str, work) -> None:
        took[name] = timed(name, lambda: found.update({name: work()}))

    step("regular expression", lambda: plain(articles, book))
    step("first reading, sentences", lambda: extract.sentences(articles))
    for name in READ[1:]:
        step(name, lambda name=name: getattr(extract, name)(articles))
    step("label spans", lambda: extract.labels(articles))
    said = dict(zip(READ, (found[one] for one in ("first reading, sentences", *READ[1:])), strict=True))
    step("keyness", lambda: measure.keyness(articles))
    step("units", lambda: frames.units(articles, quotations=said["quotations"]))
    step("indicators", lambda: frames.indicators(articles, book, quotations=said["quotations"]))
    given = (found["indicators"], found["units"], articles, book)
    step("framing", lambda: measure.framing(*given))
    step("framing_change", lambda: measure.framing_change(*given))
    step("multiverse", lambda: measure.multiverse(articles, book, quotations=said["quotations"]))
    step("wordings", lambda: measure.wordings(articles, **said, label_spans=found["label spans"]))
    for name in ("indicators", "framing", "framing_change", "multiverse", "wordings"):
        print(
            f"{name:32} {took[name] / took['regular expression']:6.2f} times the regular expression, "
            f"{took[name] / took['keyness']:.2f} times keyness"
        )
    print(f"{found['wordings']['fact'].nunique():,} facts in {len(said['sentences']):,} sentences")


if __name__ == "__main__":
    main(sys.argv[1:])
