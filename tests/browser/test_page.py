"""The report of a run and the index of many as an editor opens them: files, in a browser, without a server."""

import subprocess
import sys
from pathlib import Path

import pictures
import pytest
from chromium import Watched, chromium


@pytest.fixture(scope="module")
def browser():
    with chromium() as driven:
        yield driven


STORY = """A poll of 900 residents found that 58% of them want to keep the harbour.
<img src=x onerror="document.title='acted'"> The council votes in June, the mayor said on Tuesday,
and the harbour office would rather not wait for it so long.
"""


@pytest.fixture(scope="module")
def runs(browser, tmp_path_factory):
    """The folder of runs of one notebook on the seeds and on a story with a name that would like to act."""
    folder = tmp_path_factory.mktemp("runs")
    story = folder / "a & <b>#1"
    story.mkdir()
    (story / "one.txt").write_text(STORY, encoding="utf-8")
    given = ["ukraine-territory", str(story), "--only", "30_polls", "--out", str(folder / "out")]
    command = [sys.executable, "-m", "cuttings.cli", "run", *given]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.fixture
def opened(browser, runs, request):
    """A page of the runs at a width, in a light or a dark scheme."""
    name, width, scheme = request.param
    watched = Watched(browser, width, scheme)
    watched.page.goto((runs / name).as_uri())
    yield watched
    watched.check()
    watched.context.close()


REPORT, INDEX = "ukraine-territory-30_polls/report.html", "index.html"
LOOKS = [(name, width, scheme) for name in (REPORT, INDEX) for width in (1400, 700) for scheme in ("light", "dark")]
of_report = pytest.mark.parametrize("opened", [(REPORT, 1400, "light")], indirect=True, ids=["report"])
of_index = pytest.mark.parametrize("opened", [(INDEX, 1400, "light")], indirect=True, ids=["index"])


def called(look):
    """The name of a look."""
    return "-".join(map(str, (Path(look[0]).stem, *look[1:])))


@pytest.mark.parametrize("opened", LOOKS, indirect=True, ids=called)
def test_a_page_fits_in_light_and_in_dark(opened, request):
    page = opened.page
    opened.picture(request.node.callspec.id)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    ink, paper = page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink != paper
    assert page.evaluate("() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)")


@of_report
def test_the_answers_stand_first(opened):
    kinds = opened.page.evaluate("() => [...document.querySelectorAll('section > div')].map((node) => node.className)")
    assert kinds[0] == "answer"


@of_report
def test_a_link_to_the_evidence_leads_to_the_words(opened):
    page = opened.page
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true })")
    links = page.locator("a[href^='#w-']")
    assert links.count() >= 3  # both shares and the multiple
    target = links.first.get_attribute("href")[1:]
    links.first.click()
    page.wait_for_function("(name) => document.getElementById(name)?.checkVisibility()", arg=target)
    top = page.evaluate("(name) => document.getElementById(name).getBoundingClientRect().top", target)
    assert -1 <= top < page.viewport_size["height"]
    opened.picture("report-evidence")


@of_report
def test_on_paper_the_words_are_there_and_no_table_is_cut_off(opened):
    page = opened.page
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    words = "() => [...document.querySelectorAll('details td')].map((one) => one.checkVisibility({CSS}))"
    shown = page.evaluate(words.replace("CSS", "contentVisibilityAuto: true"))
    assert shown
    assert all(shown)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


@of_report
def test_the_notebook_behind_it_is_a_page_that_loads_nothing(opened):
    opened.page.locator("a[href$='30_polls.html']").first.click()
    opened.page.wait_for_selector("h1")
    assert "poll" in opened.page.locator("h1").first.text_content()
    opened.picture("notebook-page")


@of_index
def test_the_index_leads_to_the_answers_in_each_report(opened):
    page = opened.page
    assert page.title() == "Runs in out"
    assert page.locator("tbody").count() == 2
    assert "1 poll and 1 share" in page.locator("tbody").nth(1).text_content()
    assert page.locator("img").count() == 0
    for number in range(2):
        page.locator("tbody").nth(number).get_by_role("link", name="30_polls", exact=True).click()
        page.wait_for_selector("section#\\33 0_polls h2")
        assert page.evaluate("() => document.getElementById('30_polls').getBoundingClientRect().top") < 400
        page.go_back()


def test_the_picture_of_the_report_is_made(browser, runs, tmp_path):
    pictures.report(browser, runs / REPORT, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {f"{pictures.REPORT}.png"}
