"""How long the reading room takes to open on many articles, and to answer a click, in JupyterLab.

    python tests/bench/bench_room.py [ARTICLES]

The articles (5,000 where nothing is said) are made when it runs: paragraphs drawn at random from the seed articles,
each article with a headline, an outlet and days of its own. Times of clicks are taken in the browser, from the click to
the record drawn; they need Chromium and Playwright (`make browser`).
"""

import importlib.util
import operator
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

import nbformat
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
CLICKS = 20
NEEDED = ("Lab", "Watched", "chromium", "command", "open_notebook")


def made(number: int) -> pd.DataFrame:
    """Articles of random paragraphs of the seeds."""
    from cuttings import read

    seeds, _ = read.dump(ROOT / "seeds" / "ukraine-territory")
    paragraphs = [part for text in seeds["text"] for part in text.split("\n") if len(part) > 80]
    draw = random.Random(0)
    days = pd.Series(pd.Timestamp("2024-01-01") + pd.to_timedelta(range(number), unit="h")).dt.normalize()
    return pd.concat([seeds.head(1)] * number, ignore_index=True).assign(
        article_id=[f"{one:012x}" for one in range(number)],
        file=[f"{one}.txt" for one in range(number)],
        headline=[f"Article {one}: {draw.choice(paragraphs)[:60]}" for one in range(number)],
        outlet=[f"Outlet {draw.randrange(40)}" for _ in range(number)],
        text=["\n\n".join(draw.choices(paragraphs, k=20)) for _ in range(number)],
        published_from=days,
        published_to=days,
        layout=None,
    )


def timed(what: str, call) -> object:
    """Print how long a call takes."""
    begin = time.perf_counter()
    result = call()
    print(f"{what:58} {1000 * (time.perf_counter() - begin):7.0f} ms", flush=True)
    return result


def in_python(number: int) -> None:
    """What the kernel does."""
    import cuttings as ct

    articles = timed(f"making {number:,} articles", lambda: made(number))
    room = timed("ct.explore, without tables", lambda: ct.explore(articles))
    spans = ct.trace.find("Ukraine", articles).assign(speaker="Anybody")
    room = timed(f"ct.explore, with {len(spans):,} spans", lambda: ct.explore(articles, quotations=spans))
    timed("what a notebook keeps of it", room._repr_mimebundle_)
    ids = articles["article_id"].sample(CLICKS, random_state=0)
    every = list(room.reading.layers)
    for what, on in (("roles and quotations", every[:2]), ("every layer", every)):
        taken = []
        for one in ids:
            begin = time.perf_counter()
            room.reading.record(one, on)
            taken.append(1000 * (time.perf_counter() - begin))
        print(f"a record with {what:44} {statistics.median(taken):7.0f} ms, at most {max(taken):.0f}")
    timed("a filter by outlet", lambda: room.reading.rows({"outlet": "Outlet 7"}, 0, 60))
    timed("a search for a common word, with its first lines", lambda: room.reading.hits("Ukraine", {}, 0, 60))
    timed("its next lines", lambda: room.reading.hits("Ukraine", {}, 60, 120))


def beside(name: str) -> ModuleType:
    """A module of the tests that is no module of this folder."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, ROOT / "tests" / name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CLICK = """(way) => new Promise((done) => {
  const rows = [...document.querySelectorAll('.cuttings-room .shelf .row')];
  const row = rows[Math.floor(rows.length / 2)];
  const boxes = document.querySelectorAll('.cuttings-room .layer input');
  const words = document.querySelector('.cuttings-room .words');
  const begin = performance.now();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    requestAnimationFrame(() => done(performance.now() - begin));
  }).observe(words, { childList: true });
  if (way === 'article') row.click(); else boxes[way].click();
})"""


def in_a_browser(number: int) -> None:
    """What a reader waits for."""
    Lab, Watched, chromium, command, open_notebook = operator.attrgetter(*NEEDED)(beside("browser/chromium.py"))  # noqa: N806
    cells = [
        "import pandas as pd, cuttings as ct",
        "articles = pd.read_parquet('articles.parquet')",
        "few = articles.head(200); quotations, dates = ct.extract.quotations(few), ct.extract.dates(few)",
        "room = ct.explore(articles, quotations=quotations, dates=dates)",
    ]
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in ("\n".join(cells[:3]), cells[3] + "\nroom")],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        lab = Lab(Path(folder))
        nbformat.write(book, lab.root / "room.ipynb")
        made(number).to_parquet(lab.root / "articles.parquet")
        with lab.running():
            watched = Watched(browser)
            page = watched.page
            open_notebook(page, lab, "room.ipynb")
            page.evaluate("() => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = 0; }")
            command(page, "notebook:run-cell-and-select-next")
            page.wait_for_function(
                "() => window.jupyterapp.shell.currentWidget.content.widgets[0].model.executionCount", timeout=600_000
            )
            page.wait_for_timeout(1000)
            begin = time.perf_counter()
            command(page, "notebook:run-cell")
            page.wait_for_selector(".cuttings-room .piece")
            taken = 1000 * (time.perf_counter() - begin)
            print(f"{'in JupyterLab, from running the cell to the room':58} {taken:7.0f} ms")
            page.wait_for_timeout(1000)
            page.evaluate("() => { document.querySelector('.cuttings-room .shelf .rows').scrollTop = 100000; }")
            page.wait_for_timeout(500)
            for what, ways in (("a click on an article", ["article"]), ("a click on a layer", [1, 3, 4, 5])):
                taken = [page.evaluate(CLICK, ways[turn % len(ways)]) for turn in range(CLICKS)]
                print(f"{what:58} {statistics.median(taken):7.0f} ms, at most {max(taken):.0f}")
            watched.check()


if __name__ == "__main__":
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    in_python(articles)
    in_a_browser(articles)
