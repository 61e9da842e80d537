"""How fast text dumps are read, as a ratio to trafilatura on the same pages' HTML in the same run.

    python tests/bench/bench_reading.py [FOLDER]

FOLDER holds pages as NAME.html with their text dumps as NAME.txt. Without it, the pages are those of tests/gold and,
where CUTTINGS_BENCH has them, the labelled web pages, and their HTML is made here in the plainest mark-up: one element
a line, nested as the lines are indented. A real page has several times as much mark-up, which costs trafilatura time
and a text dump none, so the ratios printed for these are lower bounds.
"""

import html
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from labelled import missing, rows_of

from cuttings.extract import segments
from cuttings.extract.date_line import days
from cuttings.extract.hint import hint
from cuttings.extract.segment import partitions
from cuttings.read.dump import article, together
from cuttings.read.record import Record

TESTS = Path(__file__).resolve().parents[1]
LABELLED = "cleaning/dev.jsonl.gz"
ROUNDS = 3


def pages(folder: Path | None) -> list[tuple[str, str]]:
    """Text dump and HTML of each page."""
    if folder:
        files = sorted(folder.glob("*.html"))
        return [(file.with_suffix(".txt").read_text("utf-8"), file.read_text("utf-8")) for file in files]
    texts = list(texts_at_hand())
    return [(text, marked_up(text)) for text in texts]


def texts_at_hand() -> Iterator[str]:
    """Our own labelled pages, and the labelled web pages of news where they are."""
    for file in sorted((TESTS / "gold" / "dumps").glob("*.txt")):
        yield re.sub(r"⟦\w+⟧", "", file.read_bytes().decode().split("\n---\n", 1)[1])
    if not missing(LABELLED):
        yield from (page["dump"] for page in rows_of(LABELLED) if page["source"] in ("zyte", "aed"))


def marked_up(text: str) -> str:
    """A page with one element a line, nested as the lines are indented."""
    out, open_depths = ["<!doctype html><html><head><title>A page</title></head><body>"], [-1]
    for line in text.splitlines():
        if line.strip():
            depth = len(line) - len(line.lstrip())
            while depth < open_depths[-1]:
                out.append("</div>")
                open_depths.pop()
            if depth > open_depths[-1]:
                out.append('<div class="block">')
                open_depths.append(depth)
            tag = "li" if line.lstrip().startswith("*") else "p"
            out.append(f"<{tag}>{html.escape(line.strip(' *'))}</{tag}>")
    return "\n".join([*out, *["</div>"] * (len(open_depths) - 1), "</body></html>"])


def seconds(work: Callable[[], object]) -> float:
    """The shortest of several runs, in CPU seconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        hint.cache_clear()  # lines of a corpus repeat, but the same pages do not come three times
        days.cache_clear()
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def described(texts: Sequence[str], tail: str) -> list[object]:
    """What reading makes of each text, with the same tail behind all of them."""
    whole = (text + tail for text in texts)
    records = (("x", Record("1", text.encode("utf-8", "surrogatepass"), text)) for text in whole)
    return [article(name, record, {}) for name, record in together(records)]


def main(arguments: Sequence[str]) -> None:
    """Print documents a CPU second, and the ratios."""
    import pandas as pd
    from trafilatura import extract

    found = pages(Path(arguments[0]) if arguments else None)
    frame = pd.DataFrame({"article_id": [f"{n:012x}" for n in range(len(found))], "text": [text for text, _ in found]})
    blanks = count(1)  # a text is read once, and then remembered: one blank line more makes it another
    works: dict[str, Callable[[], object]] = {
        "trafilatura, HTML": lambda: [extract(page, include_comments=False) for _, page in found],
        "trafilatura, HTML, with metadata": lambda: [extract(page, with_metadata=True) for _, page in found],
        "roles of lines, text": lambda: partitions.__wrapped__([text for text, _ in found]),
        "table of segments, text": lambda: segments(frame.assign(text=frame["text"] + "\n" * next(blanks))),
        "article with all fields, text": lambda: described([text for text, _ in found], "\n" * next(blanks)),
    }
    rates = {name: len(found) / seconds(work) for name, work in works.items()}
    print(f"{len(found)} pages, {sum(len(text) for text, _ in found) / len(found):.0f} characters a page on average")
    for name, rate in rates.items():
        ratio = rate / rates["trafilatura, HTML"]
        print(f"{name:34} {rate:8.0f} documents a CPU second, {ratio:6.1f} times trafilatura")


if __name__ == "__main__":
    main(sys.argv[1:])
