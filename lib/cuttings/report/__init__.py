"""The report: one self-contained page from the answers to the words behind them, and each notebook as a page."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

from ..say.phrase import percent
from .excerpt import excerpts, linked
from .lead import led
from .method import limits, methods, went_in
from .section import read_cells, section
from .setting import settings

PAGES = jinja2.Environment(
    loader=jinja2.PackageLoader("cuttings", "pages"), autoescape=True, undefined=jinja2.StrictUndefined
)

__all__ = ["write", "write_page"]


def write(folder: Path, title: str, articles: pd.DataFrame, manifest: Mapping[str, Any], texts: bool = False) -> None:
    """Write report.html of a run whose notebooks, tables and figures lie in `folder`.

    Each address in its tables is a link to the words there, at the end of the page: an excerpt of the article, or with
    `texts` the whole article. `manifest` is that of the run, with `notebooks` and `rows`.
    """
    cells = {name: read_cells(folder / "notebooks" / f"{name}.ipynb") for name in manifest["notebooks"]}
    sections = [section(name, own, folder) for name, own in cells.items()]
    kept, addresses = linked(map(led, sections), articles)
    page = PAGES.get_template("report.html.j2").render(
        title=title,
        sections=kept,
        articles=excerpts(addresses, articles, texts),
        went_in=went_in(articles, manifest),
        settings=[told for name, own in cells.items() if (told := settings(name, own))],
        methods=methods(manifest["rows"]),
        limits=limits(manifest["rows"]),
        rows=manifest["rows"],
        texts=texts,
        percent=percent,
        evidence_at={one.name: at for one in kept if (at := one.evidence_at) is not None},
    )
    (folder / "report.html").write_text(page, encoding="utf-8")


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
