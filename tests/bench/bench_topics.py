"""How long topics and stories of many news articles take, with the memory they need, and the ratio to BERTopic.

    python tests/bench/bench_topics.py [ARTICLES]

The articles (default 10,000) are made at run time of sentences of the labelled news where CUTTINGS_BENCH has them, each
article of one section or one story, and nothing of them is stored. BERTopic is run on the same texts where it is
installed.
"""

import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec

import pandas as pd
from labelled import missing, rows_of

from cuttings.extract.sentence import sentence_spans
from cuttings.measure import stories, topics

FILES = {"topics/topics_bbc.dev.jsonl.gz": "label", "topics/stories_ecbplus.dev.jsonl.gz": "story"}
LENGTHS = (10, 25)  # sentences of an article


def pools() -> list[list[str]]:
    """The sentences of each section and of each story."""
    found: dict[str, list[str]] = {}
    for name, field in FILES.items():
        for row in rows_of(name):
            own = [row["text"][one.start : one.end] for one in sentence_spans(row["text"])]
            found.setdefault(row[field], []).extend(own)
    return [found[key] for key in sorted(found)]


def made(count: int) -> pd.DataFrame:
    """So many articles, each of the sentences of one pool, the larger pools more often."""
    chooser, listed = random.Random(0), pools()
    sizes = [len(pool) for pool in listed]
    texts = [
        "\n\n".join(chooser.choices(pool, k=chooser.randint(*LENGTHS)))
        for pool in chooser.choices(listed, weights=sizes, k=count)
    ]
    return pd.DataFrame(
        {
            "article_id": [f"{number:012x}" for number in range(count)],
            "file": [f"{number}.txt" for number in range(count)],
            "record": "1",
            "text": texts,
            "outlet": [f"Outlet {number % 10}" for number in range(count)],
        }
    )


def timed(name: str, work: Callable[[], object]) -> float:
    """Run once; print the seconds by the clock and of the processor, and the most memory the process has had so far."""
    begun, used = time.perf_counter(), time.process_time()
    work()
    seconds, used = time.perf_counter() - begun, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:32} {seconds:7.1f} s, {used:7.1f} CPU s, peak {peak:6.0f} MB", flush=True)
    return seconds


def bertopic(texts: list[str], ours: float) -> None:
    """The ratio to BERTopic, or one line that says why there is none."""
    if find_spec("bertopic") is None:
        print("BERTopic is not installed: no ratio")
        return
    from bertopic import BERTopic

    theirs = timed("BERTopic", lambda: BERTopic().fit_transform(texts))
    print(f"topics of articles take {ours / theirs:.2f} times as long as BERTopic")


def main(arguments: Sequence[str]) -> None:
    """Print the seconds of each measure."""
    if missing(*FILES):
        sys.exit(missing(*FILES))
    articles = made(int(arguments[0]) if arguments else 10_000)
    words = articles["text"].str.count(" ").mean() + 1
    print(f"{len(articles):,} articles of {words:.0f} words on average")
    ours = timed("topics of articles, k chosen", lambda: topics(articles, unit="articles"))
    timed("topics of passages, k chosen", lambda: topics(articles))
    timed("stories", lambda: stories(articles))
    bertopic(articles["text"].tolist(), ours)


if __name__ == "__main__":
    main(sys.argv[1:])
