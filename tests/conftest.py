"""What the tests share: the seed story, and dumps made of a few strings."""

from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "ukraine-territory"


def articles_of(*texts: str) -> pd.DataFrame:
    """An articles table, with the columns that extractors need, of texts given in the test."""
    rows = [{"article_id": f"{number:012x}", "text": text} for number, text in enumerate(texts, 1)]
    return pd.DataFrame(rows).assign(
        file=[f"{number}.txt" for number in range(1, len(texts) + 1)], record="1", outlet=None
    )


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """The five seed files by the number that their names begin with."""
    return {path.name[:3]: path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))}
