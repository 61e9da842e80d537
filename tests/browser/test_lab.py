"""JupyterLab as a person uses it: every notebook run, and the reading room worked with."""

import shutil

import pictures
import pytest
from chromium import Lab, Watched, chromium, command, open_notebook, run_all, shut_down
from conftest import ROOT

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
LOOKS = [(width, theme) for width in (1400, 700) for theme in ("Light", "Dark")]
TO_TAG = """(tag) => {
  const { content } = window.jupyterapp.shell.currentWidget;
  const place = content.widgets.findIndex((cell) => (cell.model.metadata.tags ?? []).includes(tag));
  return content.scrollToItem(place, 'start').then(() => place);
}"""
TOO_WIDE = """() => {
  const panel = window.jupyterapp.shell.currentWidget.node;
  const edge = panel.getBoundingClientRect().right;
  const shown = panel.querySelectorAll('.jp-RenderedImage img, .jp-RenderedHTMLCommon > p, .jp-RenderedHTMLCommon li');
  return [...shown].filter((node) => node.getBoundingClientRect().right > edge).map((node) => node.textContent);
}"""
ROOM = [
    """import cuttings as ct
articles = ct.read.dump("dump")[0].sort_values("file")
quotations = ct.extract.quotations(articles)""",
    """room = ct.explore(articles, quotations=quotations, cut=ct.trace.find("harbour", articles))
room""",
    "ct.show(ct.trace.kwic(quotations, articles))",
    "room.go(quotations[quotations['speaker'] == 'Cy Marsh'].iloc[0])",
]
DUMP = {
    "one.txt": """The harbour is not for sale

By Ann Lee

2 May 2024

The harbour of Easthaven will not be sold, the mayor said on Tuesday. \N{PARTY POPPER} “We have looked at every offer
for the harbour, and none of them was made for the people of this town,” said Bo Hart, the mayor, after the meeting.

A poll of 900 residents found that 58% of them want to keep the harbour. <img src=x onerror="document.title='acted'">
The council votes in June. “Nobody should think that this is over,” Hart added, and left the hall by the back door.
""",
    "two.txt": """Council split over the sale of the docks

16 August 2024

The council of Easthaven could not agree on the sale of the docks on Friday, and put it off until the autumn. “I would
sell the old docks tomorrow if somebody paid for the new road,” said Cy Marsh, who leads the opposition in the council.
Others want to wait. The harbour office says that the docks lost money in three of the last five years.
""",
}


@pytest.fixture(scope="module")
def browser():
    with chromium() as driven:
        yield driven


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("lab"))
    shutil.copytree(ROOT / "notebooks", lab.root / "notebooks")
    lab.add_dump(DUMP)
    with lab.running():
        yield lab


@pytest.fixture(scope="module")
def bench(browser, lab):
    """A page of JupyterLab in which the notebooks are opened one after another."""
    watched = Watched(browser)
    open_notebook(watched.page, lab, f"notebooks/{NOTEBOOKS[0]}")
    return watched


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_without_an_error_and_asks_no_other_machine(bench, name):
    bench.page.set_viewport_size({"width": 1400, "height": 1000})
    outputs = run_all(bench.page, f"notebooks/{name}")
    shut_down(bench.page)
    for width, theme in LOOKS:
        bench.look(width, theme)
        for tag in ("figure", "answer"):
            assert bench.page.evaluate(TO_TAG, tag) > 0
            bench.picture(f"{name}-{width}-{theme}-{tag}")
            assert bench.page.evaluate(TOO_WIDE) == []
    assert [output["ename"] for output in outputs if output["output_type"] == "error"] == []
    assert [output["text"] for output in outputs if output["output_type"] == "stream"] == []
    assert len(outputs) > 5
    bench.check()


def test_a_room_that_was_sent_to_a_place_before_it_is_shown_opens_there(browser, lab, tmp_path):
    seeds = pictures.opened_room(browser, lab)
    seen = """() => {
      const [page, place] = ['.page', '.place'].map((one) => document.querySelector(`.cuttings-room ${one}`));
      const [outer, inner] = [page.getBoundingClientRect(), place.getBoundingClientRect()];
      return inner.top > outer.top && inner.bottom < outer.bottom;
    }"""
    seeds.page.wait_for_function(seen)
    pictures.room(seeds, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {f"{pictures.ROOM}.png"}


@pytest.fixture(scope="module")
def watched(browser, lab):
    """The reading room of two articles in a notebook whose cells have run, but for the last."""
    lab.add_notebook("room.ipynb", ROOM)
    watched = Watched(browser)
    open_notebook(watched.page, lab, "room.ipynb")
    outputs = run_all(watched.page, "room.ipynb")
    assert [output for output in outputs if output["output_type"] == "error"] == []
    watched.page.wait_for_selector(".cuttings-room .place")
    return watched


@pytest.fixture
def room(watched):
    """The room, with the first article open, and drawn anew: what is drawn late would undo what a test does."""
    page = watched.page
    for row, title in ((1, "Council split"), (0, "The harbour")):
        page.locator(".cuttings-room .shelf .row").nth(row).click()
        until(page, "h3", title)
    yield page
    watched.check()


def text(page, selector):
    return page.locator(f".cuttings-room {selector}").all_text_contents()


def until(page, selector, wanted):
    """Wait until the first such element says so."""
    page.wait_for_function(
        "([selector, wanted]) => document.querySelector('.cuttings-room ' + selector)?.textContent.includes(wanted)",
        arg=[selector, wanted],
    )


def test_the_room_opens_at_the_row_that_it_was_sent_to(watched):
    assert "sell" in "".join(text(watched.page, ".place"))
    assert watched.page.locator(".cuttings-still").is_visible() is False
    watched.picture("room-go")


def test_layers_are_switched_by_click_and_by_key(room):
    def spans():
        return room.locator(".cuttings-room .words .span").count()

    both = spans()
    room.locator(".cuttings-room .layer", has_text="quotations").click()
    room.wait_for_function(f"() => document.querySelectorAll('.cuttings-room .words .span').length < {both}")
    room.keyboard.press("2")
    room.wait_for_function(f"() => document.querySelectorAll('.cuttings-room .words .span').length === {both}")
    room.keyboard.press("5")
    room.wait_for_selector(".cuttings-room .tag[title^=dates]")
    room.keyboard.press("5")
    assert room.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.widgets.every((c) => c.model.type === 'code')"
    )


def test_articles_are_walked_by_key(room):
    room.keyboard.press("ArrowDown")
    until(room, "h3", "Council split")
    room.keyboard.press("ArrowUp")
    until(room, "h3", "The harbour")
    room.keyboard.press("j")
    until(room, "h3", "Council split")
    assert text(room, ".row[aria-selected=true] .title") == ["Council split over the sale of the docks"]


def test_a_search_shows_its_hits_and_leads_to_each(watched, room):
    room.locator(".cuttings-room .page").focus()
    room.keyboard.press("/")
    room.keyboard.type("harbour")
    room.keyboard.press("Enter")
    until(room, ".found .note", "5 hits in 2 articles")
    until(room, "mark.place", "harbour")
    room.keyboard.press("Escape")
    addresses = set()
    for _ in range(5):
        addresses.add(room.locator(".cuttings-room .foot input").input_value())
        room.keyboard.press("n")
        room.wait_for_timeout(150)
    assert len(addresses) == 5
    room.keyboard.press("p")
    until(room, "h3", "Council split")
    watched.picture("room-search")
    room.keyboard.press("/")
    room.keyboard.type("...")
    room.keyboard.press("Enter")
    until(room, ".found .note", "holds no word to look for")
    room.locator(".cuttings-room .filter input").first.fill("")
    room.keyboard.press("Enter")
    room.wait_for_selector(".cuttings-room .found", state="hidden")
    room.keyboard.press("Escape")


def test_filters_leave_what_they_say(room):
    speaker, first = (
        room.locator(f".cuttings-room [aria-label='{name}']") for name in ("any speaker", "published from")
    )
    speaker.fill("Cy Marsh")
    speaker.press("Enter")
    until(room, ".shelf .note", "1 of 2 articles")
    assert text(room, ".shelf .title") == ["Council split over the sale of the docks"]
    speaker.fill("")
    speaker.press("Enter")
    until(room, ".shelf .note", "2 articles")
    first.fill("2024-07-01")
    until(room, ".shelf .note", "1 of 2 articles")
    first.fill("")
    until(room, ".shelf .note", "2 articles")


def test_the_address_of_a_selection_counts_as_python_does(room):
    room.keyboard.press("Escape")
    body = room.locator(".cuttings-room .words")
    words = body.evaluate(
        """(words) => {
          const pieces = [...words.querySelectorAll('.piece')];
          const first = pieces.find((one) => one.textContent.includes('Tuesday'));
          const last = pieces.find((one) => one.textContent.includes('offer'));
          const range = document.createRange();
          range.setStart(first.firstChild, first.textContent.indexOf('Tuesday'));
          range.setEnd(last.firstChild, last.textContent.indexOf('offer') + 5);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return 1;
        }"""
    )
    assert words
    room.wait_for_timeout(100)
    room.locator(".cuttings-room").focus()
    room.keyboard.press("c")
    until(room, ".status", "copied")
    copied = room.evaluate("() => navigator.clipboard.readText()")
    start, end = (int(one) for one in copied.split("#char=")[1].split(","))
    assert DUMP["one.txt"][start:end] == "Tuesday. \N{PARTY POPPER} “We have looked at every offer"


def test_article_text_stays_text(room):
    assert room.locator(".cuttings-room img").count() == 0
    assert "<img src=x" in "".join(text(room, ".piece"))
    assert room.title() != "acted"


def test_an_address_in_a_table_leads_to_its_words(room):
    room.wait_for_selector("td.cuttings-address")
    room.locator("tr", has_text="Nobody should think").locator("td.cuttings-address").click()
    until(room, "mark.place", "Nobody should think")


@pytest.mark.parametrize("theme", ["Light", "Dark"])
@pytest.mark.parametrize("width", [1400, 700])
def test_the_room_fits(watched, room, width, theme):
    command(room, "apputils:change-theme", theme=f"JupyterLab {theme}")
    room.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{str(theme == 'Light').lower()}'")
    room.set_viewport_size({"width": width, "height": 1000})
    command(room, "application:toggle-left-area")
    room.wait_for_timeout(800)
    room.locator(".cuttings-room").scroll_into_view_if_needed()
    watched.picture(f"room-{width}-{theme}")
    outside = """(room) => [...room.querySelectorAll('.filter > *, .layers > *, .foot > *, .page')].filter((node) =>
      node.getBoundingClientRect().right > room.getBoundingClientRect().right + 1).length"""
    assert room.locator(".cuttings-room").evaluate(outside) == 0


def test_with_a_kernel_it_comes_back_and_without_one_a_still_page_remains(watched, lab, room):
    room.set_viewport_size({"width": 1400, "height": 1000})
    room.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    open_notebook(room, lab, "room.ipynb")
    until(room, "mark.place", "sell")
    shut_down(room)
    room.wait_for_function("() => !window.jupyterapp.shell.currentWidget.sessionContext.session")
    room.locator(".cuttings-room .shelf .row").first.click()
    until(room, ".status", "no answer yet")
    room.goto(lab.address("room.ipynb"))
    room.wait_for_selector(".cuttings-still .words")
    room.wait_for_timeout(3000)
    watched.picture("room-still")
    assert room.locator(".cuttings-room").count() == 0
    assert room.get_by_text("Error displaying widget").is_visible() is False
    tags = room.locator(".cuttings-still .words sup:visible")
    before = tags.count()
    room.locator(".cuttings-still label", has_text="dates").click()
    assert tags.count() > before
