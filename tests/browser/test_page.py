"""The report of a run as an editor opens it: one file, in a browser, without a server."""

import subprocess
import sys

import pytest
from chromium import Watched, chromium


@pytest.fixture(scope="module")
def browser():
    with chromium() as driven:
        yield driven


@pytest.fixture(scope="module")
def run(browser, tmp_path_factory):
    """The folder of a run of one notebook on the seeds."""
    out = tmp_path_factory.mktemp("run") / "out"
    command = [
        sys.executable,
        "-m",
        "cuttings.cli",
        "run",
        "ukraine-territory",
        "--only",
        "30_polls",
        "--out",
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture
def report(browser, run, request):
    width, scheme = getattr(request, "param", (1400, "light"))
    watched = Watched(browser, width, scheme)
    watched.page.goto((run / "report.html").as_uri())
    yield watched
    watched.check()
    watched.context.close()


LOOKS = [(1400, "light"), (1400, "dark"), (700, "light"), (700, "dark")]


@pytest.mark.parametrize("report", LOOKS, indirect=True, ids=["1400-light", "1400-dark", "700-light", "700-dark"])
def test_the_report_fits_in_light_and_in_dark(report, request):
    page = report.page
    report.picture(f"report-{request.node.callspec.id}")
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    ink, paper = page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink != paper
    assert page.evaluate("() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)")


def test_the_answers_stand_first(report):
    kinds = report.page.evaluate("() => [...document.querySelectorAll('section > div')].map((node) => node.className)")
    assert kinds[0] == "answer"


def test_a_link_to_the_evidence_leads_to_the_words(report):
    page = report.page
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true })")
    links = page.locator("a[href^='#w-']")
    assert links.count() >= 3  # both shares and the multiple
    target = links.first.get_attribute("href")[1:]
    links.first.click()
    page.wait_for_function("(name) => document.getElementById(name)?.checkVisibility()", arg=target)
    top = page.evaluate("(name) => document.getElementById(name).getBoundingClientRect().top", target)
    assert -1 <= top < page.viewport_size["height"]
    report.picture("report-evidence")


def test_the_notebook_behind_it_is_a_page_that_loads_nothing(report):
    report.page.locator("a[href$='30_polls.html']").first.click()
    report.page.wait_for_selector("h1")
    assert "poll" in report.page.locator("h1").first.text_content()
    report.picture("notebook-page")
