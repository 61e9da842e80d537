"""What the tests in a browser share: Debian's Chromium, a JupyterLab of their own, and a watch on what they ask for.

Without Chromium or Playwright the tests are skipped; where CUTTINGS_BROWSER is `required` they fail instead. Pictures
are written to the folder that CUTTINGS_SCREENSHOTS names, and nowhere without it.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest

CHROMIUM = os.environ.get("CUTTINGS_CHROMIUM") or shutil.which("chromium")
REQUIRED = os.environ.get("CUTTINGS_BROWSER") == "required"
PICTURES = os.environ.get("CUTTINGS_SCREENSHOTS")
SIZES = {1400: 1000, 700: 1100}
PATIENCE = 20_000  # milliseconds


def missing():
    """What a browser would need and this machine has not."""
    return [name for name, there in (("Chromium", CHROMIUM), ("Playwright", find_spec("playwright"))) if not there]


@contextmanager
def chromium() -> Iterator:
    """A Chromium driven by Playwright."""
    if gone := missing():
        told = f"no {' and no '.join(gone)} on this machine: nothing is tested in a browser"
        pytest.fail(told) if REQUIRED else pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Watched:
    """A page with what went wrong on it: errors of scripts, and requests that would have left the machine."""

    def __init__(self, browser, width=1400, scheme="light"):
        self.context = browser.new_context(
            viewport={"width": width, "height": SIZES[width]},
            color_scheme=scheme,
            permissions=["clipboard-read", "clipboard-write"],
        )
        self.errors, self.away = [], []
        self.context.route("**/*", self.guard)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("websocket", lambda socket: self.here(socket.url))

    def here(self, url):
        """Whether an address stays on the machine; one that does not is kept."""
        parts = urlsplit(url)
        if parts.scheme in ("blob", "data", "file") or parts.hostname == "127.0.0.1":
            return True
        self.away.append(url)
        return False

    def guard(self, route):
        """Let through what stays on the machine."""
        return route.continue_() if self.here(route.request.url) else route.abort()

    def look(self, width, theme, selector=None):
        """JupyterLab in a theme, without its side bar, and some part of the page in sight."""
        command(self.page, "apputils:change-theme", theme=f"JupyterLab {theme}")
        light = str(theme == "Light").lower()
        self.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{light}'")
        self.page.set_viewport_size({"width": width, "height": 1000})
        self.page.evaluate(NO_SIDE_BAR)
        self.page.wait_for_timeout(500)
        if selector:
            self.page.locator(selector).scroll_into_view_if_needed()

    def picture(self, name):
        """Write a picture, where somebody wants to look at it."""
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            self.page.wait_for_timeout(200)  # what scrolls has come to rest
            self.page.screenshot(path=Path(PICTURES) / f"{name}.png")

    def check(self):
        """Nothing went wrong so far."""
        assert self.errors == []
        assert self.away == []


class Lab:
    """A JupyterLab on 127.0.0.1 with a token, with no setting of the user's, on a folder of its own."""

    def __init__(self, folder):
        self.root, self.home = folder / "root", folder / "home"
        self.root.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.token = secrets.token_hex(16)
        self.url = f"http://127.0.0.1:{self.port}"

    def add_dump(self, files):
        """Put a folder of articles there, the texts by their files' names."""
        (self.root / "dump").mkdir()
        for name, text in files.items():
            (self.root / "dump" / name).write_text(text, encoding="utf-8")

    def add_notebook(self, name, cells):
        """Put a notebook there."""
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        made = [nbformat.v4.new_code_cell(source) for source in cells]
        nbformat.write(nbformat.v4.new_notebook(cells=made, metadata={"kernelspec": kernel}), self.root / name)

    def command(self):
        """The command that starts it."""
        options = {
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": self.port,
            "ServerApp.port_retries": 0,
            "ServerApp.open_browser": False,
            "ServerApp.root_dir": self.root,
            "IdentityProvider.token": self.token,
            "LabApp.expose_app_in_browser": True,
            "LabApp.news_url": None,
            "LabApp.workspaces_dir": self.home / "workspaces",
            "LabApp.user_settings_dir": self.settings(),
        }
        return [
            *(sys.executable, "-m", "jupyterlab", "--allow-root"),
            *(f"--{name}={value}" for name, value in options.items()),
        ]

    def settings(self):
        """The settings of a user who has set nothing, but wants no news."""
        folder = self.home / "settings"
        (folder / "@jupyterlab/apputils-extension").mkdir(parents=True)
        (folder / "@jupyterlab/apputils-extension/notification.jupyterlab-settings").write_text(
            '{"fetchNews": "false", "checkForUpdates": false}', encoding="utf-8"
        )
        return folder

    @contextmanager
    def running(self):
        """The server, until the block ends."""
        names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
        own = {name: str(self.home / name.lower()) for name in names}
        log = (self.home.parent / "server.log").open("wb")
        server = subprocess.Popen(
            self.command(), env={**os.environ, **own}, stdout=log, stderr=subprocess.STDOUT, cwd=self.root
        )
        try:
            self.wait(server)
            yield self
        finally:
            server.terminate()
            server.wait(20)
            log.close()

    def wait(self, server):
        """Until it answers."""
        end = time.monotonic() + 60
        while time.monotonic() < end and server.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/api?token={self.token}", timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        raise AssertionError((self.home.parent / "server.log").read_text(encoding="utf-8", errors="replace")[-3000:])

    def address(self, name):
        """Where a notebook is opened, by itself in an empty workspace."""
        return f"{self.url}/lab/workspaces/auto-{secrets.token_hex(3)}/tree/{name}?reset&token={self.token}"


READY = """() => {
  const panel = window.jupyterapp?.shell.currentWidget;
  const session = panel?.sessionContext?.session;
  return session?.kernel?.connectionStatus === 'connected' && session.kernel.status === 'idle'
    && panel.content.widgets.length > 0;
}"""
NAMED = """(name) => {
  const panel = window.jupyterapp?.shell.currentWidget;
  const session = panel?.sessionContext?.session;
  return panel?.context?.path === name && session?.kernel?.connectionStatus === 'connected'
    && session.kernel.status === 'idle' && panel.content.widgets.length > 0;
}"""
NO_SIDE_BAR = "() => window.jupyterapp.shell.collapseLeft()"
DONE = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const code = panel.content.widgets.filter((cell) => cell.model.type === 'code' && cell.model.sharedModel.source);
  return panel.sessionContext.session.kernel.status === 'idle' && code.every((cell) => cell.model.executionCount);
}"""
OUTPUTS = """() => window.jupyterapp.shell.currentWidget.content.widgets
  .filter((cell) => cell.model.type === 'code').flatMap((cell) => cell.model.outputs.toJSON())"""


def command(page, name, **options):
    """Give JupyterLab a command, and do not wait for its end."""
    page.evaluate("([name, options]) => { window.jupyterapp.commands.execute(name, options); }", [name, options])


def open_notebook(page, lab, name):
    """Open a notebook with a kernel that is ready."""
    page.goto(lab.address(name))
    page.wait_for_function(READY)


def run_all(page, name):
    """Open a notebook in JupyterLab, run all its cells anew, and give their outputs."""
    command(page, "docmanager:open", path=name)
    page.wait_for_function(NAMED, arg=name)
    command(page, "notebook:clear-all-cell-outputs")
    command(page, "notebook:run-all-cells")
    page.wait_for_function(DONE)
    return page.evaluate(OUTPUTS)


def shut_down(page):
    """End the kernel of a notebook."""
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
