"""Coding in JupyterLab as a person does it: by keys, in the coding view and in the reading room, each answer kept."""

import csv

import pytest
from chromium import Lab, Watched, chromium, open_notebook, run_all, shut_down

from cuttings import coding, frames, read

DUMP = {
    "one.txt": """The harbour is not for sale

By Ann Lee

2 May 2024

The harbour of Easthaven will not be sold, the mayor said on Tuesday. “We have looked at every offer for the harbour,
and none of them was made for the people of this town,” said Bo Hart, the mayor, after the meeting. <b>Nobody</b> in
the hall of the Easthaven Echo had expected so clear a word.

The sale would have brought the town 40 million pounds. Its debts are twice as high, and the council blames the owners
of the docks, who have paid no rent since the spring.
""",
    "two.txt": """Council split over the sale of the docks

16 August 2024

The council of Easthaven could not agree on the sale of the docks on Friday, and put it off until the autumn. “I would
sell the old docks tomorrow if somebody paid for the new road,” said Cy Marsh, who leads the opposition in the council.
Others want to wait. The harbour office says that the docks lost money in three of the last five years.
""",
}
GIVEN = "file,outlet\none.txt,The Easthaven Echo\ntwo.txt,The Harbour Post\n"
VIEW = [
    """import cuttings as ct
articles = ct.read.dump("dump")[0]
book = ct.frames.codebook("policy_frames")
ct.coding.view("blind.csv", book, articles, "Ann")"""
]
ROOM = [
    """import cuttings as ct
articles = ct.read.dump("dump")[0]
book = ct.frames.codebook("generic_frames")
quotations = ct.extract.quotations(articles)
room = ct.explore(articles, sheet="open.csv", codebook=book, coder="Ann", quotations=quotations)
room"""
]


@pytest.fixture(scope="module")
def browser():
    with chromium() as driven:
        yield driven


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("lab"))
    lab.add_dump({**DUMP, "articles.csv": GIVEN})
    articles, _ = read.dump(lab.root / "dump")
    coding.sheet(articles, frames.codebook("policy_frames"), n=6, out=lab.root / "blind.csv")
    book = frames.codebook("generic_frames")
    coding.sheet(articles, book, n=6, blind=False, out=lab.root / "open.csv")
    for name, cells in (("view", VIEW), ("room", ROOM)):
        lab.add_notebook(f"{name}.ipynb", cells)
    with lab.running():
        yield lab


def opened(browser, lab, name, wanted):
    """A notebook whose cells have run and show what is wanted."""
    watched = Watched(browser)
    open_notebook(watched.page, lab, name)
    outputs = run_all(watched.page, name)
    assert [output for output in outputs if output["output_type"] in ("error", "stream")] == []
    watched.page.wait_for_selector(wanted)
    return watched


@pytest.fixture(scope="module")
def view(browser, lab):
    watched = opened(browser, lab, "view.ipynb", ".cuttings-coding mark")
    yield watched
    watched.check()


@pytest.fixture(scope="module")
def room(browser, lab):
    watched = opened(browser, lab, "room.ipynb", ".cuttings-room .coder")
    yield watched
    watched.check()


def rows(lab, name):
    """The rows of a sheet as they stand in its file now."""
    with (lab.root / name).open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def until(page, selector, wanted):
    """Wait until the first such element says so."""
    page.wait_for_function(
        "([selector, wanted]) => document.querySelector(selector)?.textContent.includes(wanted)",
        arg=[selector, wanted],
    )


def test_a_passage_stands_in_its_article_and_says_no_outlet(view):
    shown = "".join(view.page.locator(".cuttings-coding .words").all_text_contents())
    assert len(shown) > 200
    assert "Echo" not in shown
    assert view.page.locator(".cuttings-coding .words mark").count() == 1
    assert view.page.locator(".cuttings-coding .words b").count() == 0
    assert view.page.locator(".cuttings-still").is_visible() is False
    view.picture("coding-first")


def test_passages_are_coded_by_keys_and_each_answer_is_kept(view, lab):
    page = view.page
    page.locator(".cuttings-coding .passage").click()
    page.keyboard.press("1")
    page.keyboard.press("b")
    page.wait_for_selector(".cuttings-coding .code[aria-checked=true] >> nth=1")
    view.picture("coding-marked")
    page.keyboard.press(" ")
    until(page, ".cuttings-coding .coder", "1 of 6 coded by Ann")
    assert [(row["done"], row["economic"]) for row in rows(lab, "blind.csv")][:2] == [("x", "1"), ("", "")]
    page.keyboard.type("3  ")
    until(page, ".cuttings-coding .coder", "3 of 6 coded by Ann")
    page.keyboard.press("ArrowLeft")
    until(page, ".cuttings-coding .passage", "unit 3 · coded")
    page.keyboard.press("+")
    until(page, ".cuttings-coding .passage", "unit 4")
    page.locator(".cuttings-coding .code", has_text="Capacity").click()
    page.locator(".cuttings-coding button", has_text="keep and go on").click()
    until(page, ".cuttings-coding .coder", "4 of 6 coded by Ann")
    assert [row["done"] for row in rows(lab, "blind.csv")].count("x") == 4
    assert page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length") == 1


@pytest.mark.parametrize("theme", ["Light", "Dark"])
@pytest.mark.parametrize("width", [1400, 700])
def test_the_coding_view_fits(view, width, theme):
    view.look(width, theme, ".cuttings-coding")
    view.picture(f"coding-{width}-{theme}")
    outside = """(root) => [...root.querySelectorAll('.passage, .code, .bar > *')].filter((node) =>
      node.getBoundingClientRect().right > root.getBoundingClientRect().right + 1).length"""
    assert view.page.locator(".cuttings-coding").evaluate(outside) == 0


def test_the_codebook_is_scrolled_to_a_code_that_a_key_marks(view):
    page = view.page
    page.locator(".cuttings-coding .passage").click()
    page.keyboard.press("f")
    page.wait_for_selector(".cuttings-coding .code[aria-checked=true]")
    inside = """(code) => {
      const [inner, outer] = [code.getBoundingClientRect(), code.parentElement.getBoundingClientRect()];
      return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    }"""
    assert page.locator(".cuttings-coding .code[aria-checked=true]").evaluate(inside)
    page.keyboard.press("f")
    until(page, ".cuttings-coding .marks", "no code marked")


def test_what_cannot_be_kept_is_said_and_not_lost_from_sight(view, lab):
    page = view.page
    changed = (lab.root / "blind.csv").read_bytes()
    (lab.root / "blind.csv").write_bytes(changed + b"\n")
    page.locator(".cuttings-coding .passage").click()
    page.keyboard.type("2 ")
    until(page, ".cuttings-coding .status", "was changed since it was opened")
    assert page.locator(".cuttings-coding .code[aria-checked=true]").count() == 1
    (lab.root / "blind.csv").write_bytes(changed)
    page.keyboard.press(" ")
    until(page, ".cuttings-coding .coder", "5 of 6 coded by Ann")
    page.keyboard.press(" ")
    until(page, ".cuttings-coding .passage", "end of the sheet")


def test_without_a_kernel_the_coding_view_says_so_and_a_still_page_remains(view, lab):
    page = view.page
    page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    shut_down(page)
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.sessionContext.session")
    page.locator(".cuttings-coding .passage").click()
    page.keyboard.press("-")
    until(page, ".cuttings-coding .status", "no answer yet")
    page.goto(lab.address("view.ipynb"))
    page.wait_for_selector(".cuttings-still.coding table")
    page.wait_for_timeout(1000)
    view.picture("coding-still")
    assert page.locator(".cuttings-coding").count() == 0
    assert page.get_by_text("Error displaying widget").is_visible() is False


def selected(room):
    """The address in the reading room's foot."""
    return room.page.locator(".cuttings-room .foot input").input_value()


def test_the_reading_room_opens_at_the_first_unit_to_be_coded(room, lab):
    first = rows(lab, "open.csv")[0]
    assert selected(room) == f"{first['article_id']}#char={first['start']},{first['end']}"
    words = "".join(room.page.locator(".cuttings-room mark.place .piece").all_text_contents())
    assert words.split() == first["text"].split()
    assert room.page.locator(".cuttings-room .tag", has_text="to code").count() >= 1
    room.picture("coding-room")


def test_a_passage_is_coded_in_the_reading_room(room, lab):
    page = room.page
    page.locator(".cuttings-room .coder").click()
    page.keyboard.press("3")
    page.wait_for_selector(".cuttings-room .code[aria-checked=true]")
    page.keyboard.press(" ")
    until(page, ".cuttings-room .coder", "1 of 6 coded by Ann")
    kept, following = rows(lab, "open.csv")[:2]
    assert (kept["done"], kept["coder"], following["done"]) == ("x", "Ann", "")
    code = next(name for name in list(kept)[::-1] if kept[name] == "1")
    page.wait_for_function(
        "(wanted) => document.querySelector('.cuttings-room .foot input').value === wanted",
        arg=f"{following['article_id']}#char={following['start']},{following['end']}",
    )
    page.keyboard.press("-")
    page.locator(".cuttings-room .tag", has_text=code).first.wait_for()


def test_the_unit_that_is_selected_is_coded_and_no_other(room, lab):
    page = room.page
    last = rows(lab, "open.csv")[-1]
    outlet = page.locator(".cuttings-room .shelf .row", has_text=last["group"])
    outlet.click()
    until(page, ".cuttings-room .page .quiet", last["article_id"])
    page.locator(f".cuttings-room .piece[data-start='{last['start']}']").last.click()
    page.keyboard.press("m")
    until(page, ".cuttings-room .coder .bar", "1 of 6")
    page.wait_for_function(
        "(wanted) => document.querySelector('.cuttings-room .foot input').value === wanted",
        arg=f"{last['article_id']}#char={last['start']},{last['end']}",
    )
    page.keyboard.type("1 ")
    until(page, ".cuttings-room .coder", "2 of 6 coded by Ann")
    assert rows(lab, "open.csv")[-1]["done"] == "x"
    page.keyboard.press("Escape")
    page.keyboard.press("1")  # a layer again, no code
    page.locator(".cuttings-room .tag", has_text="body").first.wait_for()
    until(page, ".cuttings-room .marks", "no code marked")
    following = rows(lab, "open.csv")[1]
    assert selected(room) == f"{following['article_id']}#char={following['start']},{following['end']}"
    page.keyboard.press("1")


def test_a_unit_that_is_out_of_sight_is_not_coded(room, lab):
    page = room.page
    before = rows(lab, "open.csv")
    unit = before[1]
    page.locator(".cuttings-room .coder").focus()
    page.locator(".cuttings-room .shelf .row").filter(has_not_text=unit["group"]).click()
    page.wait_for_function(
        "(id) => !document.querySelector('.cuttings-room .page .quiet').textContent.includes(id)",
        arg=unit["article_id"],
    )
    page.locator(".cuttings-room .coder").focus()
    page.keyboard.press("1")
    until(page, ".cuttings-room .coder .status", "the unit was out of sight")
    until(page, ".cuttings-room .page .quiet", unit["article_id"])
    until(page, ".cuttings-room .marks", "no code marked")
    page.keyboard.press("1")
    page.wait_for_selector(".cuttings-room .code[aria-checked=true]")
    until(page, ".cuttings-room .coder .unit", " ".join(unit["text"].split()))
    page.keyboard.press("1")
    assert rows(lab, "open.csv") == before


@pytest.mark.parametrize("theme", ["Light", "Dark"])
@pytest.mark.parametrize("width", [1400, 700])
def test_the_reading_room_with_a_codebook_fits(room, width, theme):
    room.look(width, theme, ".cuttings-room")
    room.picture(f"coding-room-{width}-{theme}")
    outside = """(root) => [...root.querySelectorAll('.code, .bar > *, .foot, .page')].filter((node) =>
      node.getBoundingClientRect().right > root.getBoundingClientRect().right + 1
      || node.getBoundingClientRect().bottom > root.getBoundingClientRect().bottom + 1).length"""
    assert room.page.locator(".cuttings-room").evaluate(outside) == 0
    assert room.page.locator(".cuttings-room .page").evaluate("(page) => page.clientHeight") > 150
