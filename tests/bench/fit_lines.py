"""Fit the line model (lib/cuttings/models/lines.json) to labelled pages, or tell how it does on sites it has not seen.

    python tests/bench/fit_lines.py --cv      # cross-validation by site: prints the scores, writes nothing
    python tests/bench/fit_lines.py           # fits to all pages and writes the weights

The labelled pages are third parties' and no part of this project: CUTTINGS_BENCH names the folder that holds
cleaning/dev.jsonl.gz and cleaning/score_cleaning.py. Needs `pip install -e .[fit]`. What is written is weights of
single words and borders of features; no text of a page is among them.
"""

import argparse
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import scipy.sparse as sparse
from catboost import CatBoostClassifier
from labelled import missing, rows_of, scorer_of
from sklearn.linear_model import LogisticRegression

from cuttings.extract import extent, feature, headline, neighbour
from cuttings.extract.article import BORDER
from cuttings.extract.forest import MODEL
from cuttings.extract.headline import candidates, signs
from cuttings.extract.role import roles
from cuttings.extract.sheet import Sheet
from cuttings.extract.unit import units
from cuttings.extract.word import bare

ROOT = Path(__file__).resolve().parents[2]
LABELLED, SCORER = "cleaning/dev.jsonl.gz", "cleaning/score_cleaning.py"
NEWS = ("zyte", "aed")
TOKEN = re.compile(r"\w+")
FOLDS, INNER = 5, 3
MIN_SITES, WORDS, PENALTY = 15, 2000, 0.05
TREES = {"first": 300, "second": 300, "headline": 150}
MIXED_WEIGHT = 0.5  # of a page that is no news
# The forms of news pages, with their weights.
COPIES = {"as it came": 1.0, "flattened": 0.4, "trimmed": 0.3, "trimmed and flattened": 0.3, "cleaned": 0.2}
ABOVE, BELOW = (0, 1, 2, 4, 8), (0, 1, 2, 5, 10, 20, 40)


class Page(NamedTuple):
    """A labelled page: its lines, whether each belongs to the article and is its headline, its weight in the fit."""

    site: str
    news: bool
    body: str
    title: str
    form: str
    text: str
    rows: list
    label: np.ndarray
    heads: np.ndarray
    weight: float


def load() -> list[Page]:
    """The labelled pages as they came; those of news also flattened (no indentation, bullets, blank lines), trimmed (a
    few lines around the article, as somebody copies them) and cleaned (the article, with or without its title).
    """
    raw = list(rows_of(LABELLED))
    return [
        page(one, form, text)
        for one in raw
        for form, text in zip(COPIES, forms(one), strict=True)
        if one["source"] in NEWS or form == "as it came"
    ]


def forms(one: dict[str, str]) -> Iterator[str]:
    """The forms of a page."""
    draw = fold(one["id"], 35, "trim")
    cut = trimmed(one["dump"], one["body"], ABOVE[draw % 5], BELOW[draw % 7])
    yield from (one["dump"], flat(one["dump"]), cut, flat(cut))
    yield f"{one['title']}\n\n{one['body']}" if one["title"] and draw % 2 else one["body"]


def flat(text: str) -> str:
    """A page without indentation, bullets and blank lines."""
    return "\n".join(line.strip(" *+\t") for line in text.splitlines() if line.strip(" *+\t"))


def trimmed(text: str, body: str, above: int, below: int) -> str:
    """A page from a few lines above the article to a few below it."""
    rows = units(text)
    inside = np.flatnonzero(labels([row.core for row in rows], body))
    if not len(inside):
        return text
    return text[rows[max(0, inside[0] - above)].start : rows[min(len(rows) - 1, inside[-1] + below)].end]


def page(one: dict[str, str], form: str, text: str) -> Page:
    """One form of a page with its labels."""
    news = one["source"] in NEWS
    rows = units(text)
    title = " ".join(TOKEN.findall(one["title"] or "")).casefold()
    heads = np.array([bool(title) and " ".join(TOKEN.findall(row.core)).casefold() == title for row in rows])
    label = labels([row.core for row in rows], one["body"])
    weight = COPIES[form] * (1 if news else MIXED_WEIGHT)
    return Page(one["site"], news, one["body"], title, form, text, rows, label & ~heads, heads, weight)


def labels(cores: Sequence[str], body: str) -> np.ndarray:
    """Whether each line belongs to the article: most of its three-word sequences stand in the article's text; a line of
    fewer than six words stands there between the places of the longer lines around it.
    """
    tokens = TOKEN.findall(body)
    where: dict[tuple[str, ...], int] = {}
    for at in range(len(tokens) - 2):
        where.setdefault(tuple(tokens[at : at + 3]), at)
    words = [TOKEN.findall(core) for core in cores]
    places: list[int | None] = []
    found = np.zeros(len(cores), bool)
    for number, own in enumerate(words):
        hits = [where.get(tuple(own[at : at + 3])) for at in range(len(own) - 2)] if len(own) >= 6 else []
        inside = sorted(hit for hit in hits if hit is not None)
        found[number] = len(inside) > len(hits) / 2
        places.append(inside[len(inside) // 2] if found[number] else None)
    anchors = [number for number, place in enumerate(places) if place is not None]
    for number, own in enumerate(words):
        if anchors and 0 < len(own) < 6:
            left = max((one for one in anchors if one < number), default=None)
            right = min((one for one in anchors if one > number), default=None)
            first = places[left] if left is not None else max(0, places[right] - 60)
            last = places[right] if right is not None else places[left] + 150
            piece = tokens[first : last + 1]
            found[number] = any(piece[at : at + len(own)] == own for at in range(len(piece) - len(own) + 1))
    return found


def fold(site: str, folds: int, salt: str = "") -> int:
    """The part that a site falls into."""
    return int(hashlib.md5((salt + site).encode(), usedforsecurity=False).hexdigest(), 16) % folds


def tokens_of(page: Page) -> list[set[bytes]]:
    """The different words of each line."""
    letters = page.text.encode("latin-1", "replace").translate(bare())
    return [set(letters[row.start : row.end].split()) for row in page.rows]


def word_weights(pages: Sequence[Page]) -> dict[str, float]:
    """How much each word speaks for an article: logistic regression over the lines, the weightiest words kept."""
    sites: dict[bytes, set[str]] = defaultdict(set)
    lines = [(words, page.site) for page in pages for words in tokens_of(page)]
    for words, site in lines:
        for word in words:
            sites[word].add(site)
    known = {word: at for at, word in enumerate(sorted(word for word, of in sites.items() if len(of) >= MIN_SITES))}
    pairs = [(row, known[word]) for row, (words, _) in enumerate(lines) for word in words if word in known]
    rows, columns = np.array(pairs).T
    matrix = sparse.csr_matrix((np.ones(len(pairs), np.float32), (rows, columns)), (len(lines), len(known)))
    label = np.concatenate([page.label for page in pages])
    weight = np.concatenate([np.full(len(page.rows), page.weight) for page in pages])
    model = LogisticRegression(C=PENALTY, solver="liblinear", random_state=0).fit(matrix, label, weight)
    gain = abs(model.coef_[0]) * np.sqrt(np.asarray(matrix.sum(axis=0))[0])
    kept = set(np.argsort(-gain)[:WORDS].tolist())
    return {word.decode("latin-1"): round(float(model.coef_[0][at]), 3) for word, at in known.items() if at in kept}


def out_of_fold(pages: Sequence[Page], salt: str, fit: Any, apply: Any) -> list[Any]:
    """What a model says of each page that was fitted to the pages of other sites."""
    said: list[Any] = [None] * len(pages)
    for part in range(INNER):
        model = fit([number for number, page in enumerate(pages) if fold(page.site, INNER, salt) != part])
        for number, page in enumerate(pages):
            if fold(page.site, INNER, salt) == part:
                said[number] = apply(model, number)
    return said


def trees(name: str, features: Iterable[np.ndarray], pages: Sequence[Page]) -> CatBoostClassifier:
    """Trees over the lines; a page weighs alike whatever its length, a line by the root of its words."""
    weight = []
    for page in pages:
        of_line = np.sqrt([len(row.core.split()) for row in page.rows]) + 0.5
        weight.append(of_line / of_line.sum() * page.weight * 100)
    return boosted(name, np.hstack(list(features)), np.concatenate([p.label for p in pages]), np.concatenate(weight))


def boosted(name: str, features: np.ndarray, label: np.ndarray, weight: np.ndarray) -> CatBoostClassifier:
    """Oblivious gradient-boosted trees."""
    model = CatBoostClassifier(
        iterations=TREES[name],
        depth=6,
        learning_rate=0.08,
        l2_leaf_reg=3,
        border_count=64,
        rsm=0.4,
        bootstrap_type="Bernoulli",
        subsample=0.8,
        random_seed=1,
        verbose=0,
        allow_writing_files=False,
    )
    return model.fit(features.T, label.astype(int), sample_weight=weight)


def likely(model: CatBoostClassifier, features: np.ndarray) -> np.ndarray:
    """The probability of each line."""
    return model.predict_proba(features.T)[:, 1].astype(np.float32)


def around(page: Page, words: dict[str, float]) -> tuple[feature.Lines, np.ndarray]:
    """A page's lines in numbers, and their features of the first round."""
    lines = feature.lines_of([page.text], [page.rows], feature.vocabulary(words))
    return lines, neighbour.around(lines)


class Fitted(NamedTuple):
    """The whole model: weights of words, and the trees of both rounds and of headlines."""

    words: dict[str, float]
    first: CatBoostClassifier
    second: CatBoostClassifier
    headline: CatBoostClassifier


def fit(pages: Sequence[Page]) -> Fitted:
    """Each stage is fitted to what the stage before says of sites that it has not seen."""
    seen = out_of_fold(
        pages,
        "words",
        lambda chosen: word_weights([pages[number] for number in chosen]),
        lambda words, number: around(pages[number], words),
    )

    def stage(name: str, features: Sequence[np.ndarray]) -> tuple[CatBoostClassifier, list[np.ndarray]]:
        def of(chosen: Sequence[int]) -> CatBoostClassifier:
            return trees(name, (features[number] for number in chosen), [pages[number] for number in chosen])

        said = out_of_fold(pages, name, of, lambda model, number: likely(model, features[number]))
        return of(range(len(pages))), said

    first, said = stage("first", [features for _, features in seen])
    second, said_again = stage("second", [neighbour.again(*both, one) for both, one in zip(seen, said, strict=True)])
    mean = [(one + two) / 2 for one, two in zip(said, said_again, strict=True)]
    return Fitted(word_weights(pages), first, second, fit_headline(pages, seen, mean))


def fit_headline(pages: Sequence[Page], seen: Sequence[Any], said: Sequence[np.ndarray]) -> CatBoostClassifier:
    """Trees over the lines that can be the headline, of pages whose title is labelled."""
    features, label, weight = [], [], []
    for page, (lines, _), one in zip(pages, seen, said, strict=True):
        chosen = candidates(lines, one, BORDER)
        if page.title and len(chosen):
            features.append(signs([page.rows], lines, one, BORDER, chosen))
            label.append(page.heads[chosen])
            weight.append(np.full(len(chosen), page.weight))
    return boosted("headline", np.hstack(features), np.concatenate(label), np.concatenate(weight))


def exported(model: CatBoostClassifier, folder: Path) -> dict[str, Any]:
    """The trees as plain numbers."""
    path = folder / "trees.json"
    model.save_model(str(path), format="json")
    whole = json.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    found = whole["oblivious_trees"]
    scale, [bias] = whole["scale_and_bias"]
    depth = max(len(tree["splits"]) for tree in found)
    blank = [{"float_feature_index": 0, "border": 1e30}]
    splits = [tree["splits"] + blank * (depth - len(tree["splits"])) for tree in found]
    leaves = [(tree["leaf_values"] * 2**depth)[: 2**depth] for tree in found]
    return {
        "feature": [[one["float_feature_index"] for one in tree] for tree in splits],
        "border": [[float(f"{one['border']:.6g}") for one in tree] for tree in splits],
        "leaf": [[round(value * scale, 4) for value in tree] for tree in leaves],
        "bias": bias,
    }


def write(model: Fitted) -> None:
    """Put the weights in their place."""
    MODEL.parent.mkdir(exist_ok=True)
    content = {
        "origin": "tests/bench/fit_lines.py, fitted to labelled web pages of other people",
        "words": model.words,
        "first": exported(model.first, MODEL.parent),
        "second": exported(model.second, MODEL.parent),
        "headline": exported(model.headline, MODEL.parent),
    }
    MODEL.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


def cross_validate(pages: Sequence[Page]) -> None:
    """Print the scores of news pages from sites that the models were not fitted to, in each form."""
    found: dict[int, tuple[str, int | None]] = {}
    for part in range(FOLDS):
        model = fit([page for page in pages if fold(page.site, FOLDS) != part])
        for number, page in enumerate(pages):
            if page.news and fold(page.site, FOLDS) == part:
                found[number] = read(page, model)
    for form in COPIES:
        chosen = [(page, *found[number]) for number, page in enumerate(pages) if page.news and page.form == form]
        print(form + ":", body_scores([(page.body, text) for page, text, _ in chosen]))
        titled = [None if title is None else page.heads[title] for page, _, title in chosen if page.title]
        right, wrong = (sum(one is not None and one == value for one in titled) for value in (True, False))
        print(
            f"    headlines: right {right / len(titled):.3f}, wrong {wrong / len(titled):.3f}, n={len(titled)}",
            flush=True,
        )


def read(page: Page, model: Fitted) -> tuple[str, int | None]:
    """The body of a page and the number of its headline, by the models and all the rules."""
    lines, features = around(page, model.words)
    first = likely(model.first, features)
    said = (first + likely(model.second, neighbour.again(lines, features, first))) / 2

    def judged(_name: str, chosen: np.ndarray) -> np.ndarray:
        return likely(model.headline, chosen)

    with mock.patch.object(headline, "probabilities", judged):
        [title] = headline.headlines([page.rows], lines, said, BORDER)
    known = extent.hints(page.rows, said, title)
    own = extent.extent(page.rows, lines, said, known, title)
    sheet = Sheet(page.text, page.rows, said, own, known, title)
    marks = roles(sheet, [None] * len(page.rows))
    body = [row.core for row, mark in zip(page.rows, marks, strict=True) if mark.role in ("body", "subheading")]
    return "\n".join(body), title


def body_scores(pairs: Sequence[tuple[str, str]]) -> str:
    """Precision, recall and F1 of four-word shingles, and the share of pages without any difference."""
    judge = scorer_of(SCORER)
    precision, recall, f1 = judge.zyte([judge.tp_fp_fn(*pair) for pair in pairs])
    clean = np.mean([TOKEN.findall(body) == TOKEN.findall(text) for body, text in pairs])
    return f"n={len(pairs)} P={precision:.4f} R={recall:.4f} F1={f1:.4f}, perfectly clean {clean:.3f}"


def main() -> None:
    """Read the arguments and do what they say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cv", action="store_true", help="cross-validate by site instead of writing weights")
    given = parser.parse_args()
    if missing(LABELLED, SCORER):
        parser.error(missing(LABELLED, SCORER))
    pages = load()
    if given.cv:
        cross_validate(pages)
    else:
        write(fit(pages))


if __name__ == "__main__":
    main()
