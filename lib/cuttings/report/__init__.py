"""The report: one self-contained page from the answers to the words behind them, and each notebook as a page."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

from ..say.phrase import number
from .choice import Place
from .excerpt import excerpts, linked
from .lead import Led, led, link
from .method import limits, methods, standing, went_in
from .ration import At
from .section import read_cells, section
from .setting import settings
from .short import shortened

PAGES = jinja2.Environment(
    loader=jinja2.PackageLoader("cuttings", "pages"), autoescape=True, undefined=jinja2.StrictUndefined
)

__all__ = ["write", "write_page"]


def write(folder: Path, title: str, articles: pd.DataFrame, manifest: Mapping[str, Any], texts: bool = False) -> None:
    """Write report.html of a run whose notebooks, tables and figures lie in `folder`.

    Its numbers and addresses are links to the words there, at the end of the page: excerpts of the articles, of which
    no more than a third is shown (see `choice.chosen`), or with `texts` the articles as a whole. `manifest` is that of
    the run, with `notebooks` and `rows`.
    """
    lengths = dict(zip(articles["article_id"], articles["text"].str.len(), strict=True))
    cells = {name: read_cells(folder / "notebooks" / f"{name}.ipynb") for name in manifest["notebooks"]}
    found = [led(section(name, own, folder), lengths) for name, own in cells.items()]
    opened, rations = (whole(found), None) if texts else shortened(found, articles)
    for one in found:
        link(one, opened)
    kept = linked([one.written() for one in found], opened)
    shown = excerpts(opened, articles, rations)
    page = PAGES.get_template("report.html.j2").render(
        title=title,
        sections=kept,
        articles=shown,
        went_in=went_in(articles, manifest),
        settings=[told for name, own in cells.items() if (told := settings(name, own))],
        methods=methods(manifest["rows"]),
        limits=limits(manifest["rows"]),
        standing=standing(shown, texts),
        rows=manifest["rows"],
        texts=texts,
        number=number,
        evidence_at={one.name: at for one in kept if (at := one.evidence_at) is not None},
    )
    (folder / "report.html").write_text(page, encoding="utf-8")


def whole(found: Sequence[Led]) -> dict[Place, At]:
    """Every place that is named, where the articles are shown as a whole."""
    return {place: place[1:] for one in found for row in [*one.words, *one.rows] for place in row.places}


def write_page(path: Path) -> None:
    """Write an executed notebook as a page beside it that loads nothing from elsewhere."""
    body, _ = exporter().from_filename(str(path))
    page = PAGES.get_template("notebook.html.j2").render(title=path.stem, body=Markup(body))  # noqa: S704
    path.with_suffix(".html").write_text(page, encoding="utf-8")


@cache
def exporter() -> Any:
    """One exporter for all pages: it takes longer to make than a page."""
    from nbconvert import HTMLExporter

    return HTMLExporter(template_name="basic")
