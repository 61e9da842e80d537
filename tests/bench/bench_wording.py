"""How long keyness of many articles takes, and in how much memory.

    python tests/bench/bench_wording.py [ARTICLES] [OUTLETS]

The articles (10,000 of 10 outlets where nothing is said) are made when it runs: paragraphs drawn at random from the
seed articles and, where CUTTINGS_BENCH has them, from labelled news; so their words are those of news, their stories
are not.
"""

import random
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from labelled import missing, rows_of

from cuttings import measure, read
from cuttings.extract.paragraph import paragraphs

ROOT = Path(__file__).resolve().parents[2]
LABELLED = ("quotes/dev.jsonl.gz", "topics/topics_bbc.dev.jsonl.gz")
PARAGRAPHS = 14


def pool() -> list[str]:
    """Paragraphs of news."""
    articles, _ = read.dump(ROOT / "seeds" / "ukraine-territory")
    texts = articles["text"].tolist()
    for name in LABELLED:
        texts += [] if missing(name) else [row["text"] for row in rows_of(name)]
    return [text[one.start : one.end] for text in texts for one in paragraphs(text) if one.end - one.start > 100]


def made(count: int, outlets: int) -> pd.DataFrame:
    """Articles of paragraphs drawn at random, outlets in turn."""
    drawn, given = random.Random(0), pool()
    texts = ["\n\n".join(drawn.choices(given, k=PARAGRAPHS)) for _ in range(count)]
    ids = [f"{number:012x}" for number in range(count)]
    names = [f"outlet {number % outlets:02d}" for number in range(count)]
    return pd.DataFrame({"article_id": ids, "text": texts, "file": ids, "record": "1", "outlet": names})


def main(arguments: Sequence[str]) -> None:
    """Print the CPU seconds of each step, and the largest amount of memory."""
    count, outlets = (int(given) for given in [*arguments, *("10000", "10")[len(arguments) :]])
    articles = made(count, outlets)
    print(f"{count} articles of {outlets} outlets, {articles['text'].str.len().mean():.0f} characters on average")
    for name, copies in (("keyness, each article first read", "each"), ("keyness again, copies once", "once")):
        begun = time.process_time()
        table = measure.keyness(articles, copies=copies)
        print(
            f"{name:36} {time.process_time() - begun:6.1f} CPU s, {len(table)} rows, {table['p'].notna().sum()} tests"
        )
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


if __name__ == "__main__":
    main(sys.argv[1:])
