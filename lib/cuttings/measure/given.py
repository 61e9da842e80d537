"""Given: which fields were not inferred from the text, and who gave them."""

from collections import Counter

import pandas as pd

from .. import tables
from ..extract.given import givers


def given(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per field and who gave it: of how many articles. A field that nobody gave has no row."""
    tables.require(articles, "articles", "given")
    counts = Counter(pair for cell in articles["given"] for pair in givers(cell).items())
    total = len(articles)
    rows = [
        {"field": field, "who": who, "n": n, "of_n": total, "share": n / total} for (field, who), n in counts.items()
    ]
    return tables.build("given", rows)
