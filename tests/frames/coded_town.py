"""A town's articles and a sheet coded by a rule, for the tests of coders that learn."""

import random

import pandas as pd
from conftest import articles_of, codebook_of

from cuttings.frames import units

PARTS = {
    "money": [
        "the pier costs the town {} crowns a year",
        "its {} shops pay a fee to the harbour",
        "a buyer offered {} crowns",
    ],
    "law": [
        "the judge heard {} witnesses of the sale",
        "a court ruled on {} of the claims",
        "the lawyer filed {} papers",
    ],
    "": [
        "the tide was {} feet high on the day",
        "about {} gulls sat upon the old wall",
        "it rained for {} hours that day",
    ],
}


def story(number: int, both: bool = False) -> str:
    """One article of some sentences, each of them of a kind; with `both`, some are of two."""
    draw = random.Random(number)
    kinds = [draw.choice(list(PARTS)) for _ in range(6)]
    sentences = [draw.choice(PARTS[kind]).format(draw.randint(3, 99)) for kind in kinds]
    if both:
        sentences[0] = PARTS["money"][0].format(number) + " and " + PARTS["law"][0].format(number)
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in sentences) + "\n"


def coded_sheet(articles: pd.DataFrame, coder: str = "ann", empty: bool = True) -> pd.DataFrame:
    """A row per sentence and code that the rule gives it; one without a code where there is none."""
    rows = []
    for row in units(articles).itertuples():
        found = [
            code
            for code in ("money", "law")
            if any(
                part.split("{}")[0].lower().split()[-1] in row.text.lower().split()
                and part.split("{}")[1].strip() in row.text
                for part in PARTS[code]
            )
        ]
        for code in found or ([""] if empty else ["none"]):
            rows.append(
                {
                    "article_id": row.article_id,
                    "start": row.start,
                    "end": row.end,
                    "text": row.text,
                    "unit": "sentence",
                    "codebook": "town",
                    "frame": code,
                    "coder": coder,
                }
            )
    return pd.DataFrame(rows)


def town(count: int, both: bool = False) -> pd.DataFrame:
    """That many articles."""
    return articles_of(*(story(number, both) for number in range(count)))


def town_book() -> pd.DataFrame:
    """A codebook of the town's two codes, without indicators."""
    book = codebook_of("town", law="", money="")
    return book.assign(definition="it is of " + book["code"])
