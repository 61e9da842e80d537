"""How fast articles are searched for polls, and that the time grows with the length of a text and no faster.

    python tests/bench/bench_polls.py

The articles are those of the labelled quotations and of BBC News where CUTTINGS_BENCH has them, else the labelled
reports of tests/gold with other sentences around them. Those without a poll are timed apart: most articles have none.
"""

import re
import time
from pathlib import Path

import pandas as pd
from labelled import missing, rows_of

from cuttings import extract, tables

TESTS = Path(__file__).resolve().parents[1]
FILES = ("quotes/dev.jsonl.gz", "topics/topics_bbc.dev.jsonl.gz")
LINE = "A Gallup poll of {:,} adults found that 44% of Americans approve, while 52% disapprove, up from 47% in May. "
ROUNDS = 2


def texts() -> list[str]:
    """The articles at hand."""
    found = []
    for name in FILES:
        found += [] if missing(name) else [str(row["text"]) for row in rows_of(name)]
    for path in sorted((TESTS / "gold" / "polls").glob("*.txt")) if not found else ():
        reports_of = re.split(r"^=== .*\n", path.read_text(encoding="utf-8"), flags=re.M)[1:]
        found += [one.split("\n---\n")[0] + "\n\nThe council met and rose at noon." for one in reports_of]
    return found


def frame(found: list[str], layout: bool = False) -> pd.DataFrame:
    """Texts as a table of articles; with `layout`, the whole of each is told to be its article."""
    rows = [{"article_id": f"{number:012x}", "text": text} for number, text in enumerate(found)]
    table = pd.DataFrame(rows, columns=["article_id", "text"])
    return table.assign(layout=[f"0-{len(text)} body told" for text in found]) if layout else table


def seconds(found: list[str], layout: bool = False) -> float:
    """The shortest of several runs, in CPU seconds, each of texts with another end, of which nothing is kept."""
    best = float("inf")
    for number in range(1, ROUNDS + 1):
        articles = frame([text + "\n" * number for text in found], layout)
        begun = time.process_time()
        extract.poll_figures(articles)
        best = min(best, time.process_time() - begun)
    return best


def main() -> None:
    """Print articles a CPU second, without and with a poll, and seconds for one line of growing length."""
    found = texts()
    extract.poll_figures(frame(found[:50]))  # loads the models and compiles the patterns
    table = extract.poll_figures(frame(found))
    tables.require(table, "poll_figures")
    with_poll = {int(key, 16) for key in table["article_id"]}
    groups = {
        "without a poll": [text for number, text in enumerate(found) if number not in with_poll],
        "with a poll": [text for number, text in enumerate(found) if number in with_poll],
    }
    for name, group in groups.items():
        rate = len(group) / seconds(group) if group else 0
        print(f"{len(group):5} articles {name:14} {rate:8.0f} articles a CPU second")
    for count in (1_000, 2_000, 4_000, 8_000):
        text = "".join(LINE.format(1_000 + place) for place in range(count))
        spent = seconds([text], layout=True)
        size = len(text) / 1e6
        print(f"{size:5.2f} MB on one line, {3 * count:6} figures: {spent:6.2f} s, {spent / size:5.1f} s a MB")


if __name__ == "__main__":
    main()
