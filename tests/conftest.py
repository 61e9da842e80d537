"""What the tests share: the seed story, and dumps made of a few strings."""

from pathlib import Path

import pandas as pd
import pytest

from cuttings import tables

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "ukraine-territory"


def articles_of(*texts: str) -> pd.DataFrame:
    """An articles table, with the columns that extractors need, of texts given in the test."""
    rows = [{"article_id": f"{number:012x}", "text": text} for number, text in enumerate(texts, 1)]
    return pd.DataFrame(rows).assign(
        file=[f"{number}.txt" for number in range(1, len(texts) + 1)], record="1", outlet=None
    )


def codebook_of(name: str = "mine", /, **indicators: str) -> pd.DataFrame:
    """A codebook of codes with their indicators, each labelled by its name with a capital."""
    rows = [
        {"codebook": name, "number": number, "code": code, "label": code.title(), "definition": f"About {code}."}
        | {"indicators": words or None}
        for number, (code, words) in enumerate(indicators.items(), 1)
    ]
    return tables.build("codebook", rows)


def outlets_of(*texts: str, outlets: list[str]) -> pd.DataFrame:
    """The articles of texts given in the test, of outlets given and without a day of publication."""
    return articles_of(*texts).assign(outlet=outlets, published_from=pd.NaT, published_to=pd.NaT)


@pytest.fixture
def at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language model on this machine: asked past any proxy, and again at once."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr("cuttings.frames.chat.PAUSE", 0.01)


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """The five seed files by the number that their names begin with."""
    return {path.name[:3]: path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))}
