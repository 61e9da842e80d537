"""The pictures of the README: figures as the notebooks have stored them, the reading room and the report in Chromium.

`make pictures` writes them to lib/pictures/, `make notebooks` the figures alone. All have a light ground of their own,
so that they are read on a dark page as well. Without Chromium or Playwright the screenshots stay as they are.
"""

import base64
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from chromium import Lab, Watched, chromium, missing, open_notebook, run_all
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "lib/pictures"
FIGURES = {"voices": "10_sources", "collation": "20_quotations", "poll_series": "30_polls"}
ROOM, REPORT = "reading-room", "report"
NAMES = {f"{name}.png" for name in (*FIGURES, ROOM, REPORT)}
COLOURS = 256
CELLS = (
    """import cuttings as ct
articles = ct.read.dump("ukraine-territory")[0]
figures = ct.extract.poll_figures(articles)
room = ct.explore(articles, quotations=ct.extract.quotations(articles), poll_figures=figures)
room.go(figures.iloc[0])
room""",
)


def figures(folder):
    """Write the figures, byte for byte as the notebooks have stored them."""
    for name, notebook in FIGURES.items():
        (folder / f"{name}.png").write_bytes(stored(notebook, name))


def stored(notebook, name):
    """The bytes of a figure that a notebook has stored."""
    cells = json.loads((ROOT / f"notebooks/{notebook}.ipynb").read_text(encoding="utf-8"))["cells"]
    for output in (one for cell in cells for one in cell.get("outputs", ())):
        if output.get("metadata", {}).get("image/png", {}).get("figure") == name:
            return base64.b64decode("".join(output["data"]["image/png"]))
    raise LookupError(f"no figure {name} in {notebook}")


def opened_room(browser, lab):
    """The reading room on the seeds, sent to the first figure of a poll before it is shown."""
    lab.add_notebook("picture.ipynb", CELLS)
    watched = Watched(browser)
    open_notebook(watched.page, lab, "picture.ipynb")
    run_all(watched.page, "picture.ipynb")
    watched.page.wait_for_selector(".cuttings-room .place")
    return watched


def room(watched, folder):
    """Write a picture of the reading room."""
    watched.look(1150, "Light", ".cuttings-room")
    watched.page.locator(".cuttings-room").screenshot(path=folder / f"{ROOM}.png")
    watched.check()
    watched.context.close()
    shrink(folder / f"{ROOM}.png")


def report(browser, page, folder):
    """Write a picture of the beginning of a report."""
    watched = Watched(browser)
    watched.page.set_viewport_size({"width": 1000, "height": 700})
    watched.page.goto(page.as_uri())
    watched.page.screenshot(path=folder / f"{REPORT}.png")
    watched.check()
    watched.context.close()
    shrink(folder / f"{REPORT}.png")


def shrink(path):
    """Fewer colours: a third of the bytes, and no difference to see."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def main():
    """Write them all."""
    from cuttings import batch

    PICTURES.mkdir(exist_ok=True)
    figures(PICTURES)
    if "--figures" in sys.argv:
        return
    if gone := missing():
        sys.exit(f"no {' and no '.join(gone)} on this machine: the screenshots stay as they are")
    with TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name).resolve()
        done = batch.run("ukraine-territory", folder / "ukraine-territory")
        report(browser, done.place / "report.html", PICTURES)
        with Lab(folder).running() as lab:
            room(opened_room(browser, lab), PICTURES)


if __name__ == "__main__":
    main()
