"""A Chromium that starts: found if there is one, installed if not, and never quietly done without.

The order: what `DIARY_BROWSER` names, playwright's own, PATH, the usual places. Each is started before it is
taken, since a file of the right name may lack a library. `python -m tests.support.browser` finds or installs.

One without windows is taken first: Chromium with windows draws its own menus in a process of their own for each page, and
needs three times the work for the same tests.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from tests.support.debian import installed, is_debian

VARIABLE = "DIARY_BROWSER"
FLAGS = (
    "--no-sandbox",  # Chromium refuses to start as root with it, and the pages are our own.
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WITHOUT_WINDOWS = "chromium-headless-shell"
DEBIAN_PACKAGES = (WITHOUT_WINDOWS, "fonts-liberation", "fonts-dejavu-core", "libatomic1")
_DEBIAN_LINE = f"sudo apt install {' '.join(DEBIAN_PACKAGES)}"
_NAMES = (
    WITHOUT_WINDOWS,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
_USUAL_PLACES = (
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS_PLACES = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")


class NoBrowserError(Exception):
    """No browser starts; the message says what to do."""


def launch(playwright: Playwright) -> Browser:
    """The first browser that starts."""
    named = os.environ.get(VARIABLE)
    if named:
        return _launch_named(playwright, named)
    for candidate in candidates():
        browser = _started(playwright, candidate)
        if browser:
            return browser
    raise NoBrowserError(
        "No Chromium, Chrome or Edge starts on this computer. `python3 tasks.py test` installs one;\n"
        f"or name one in the environment variable {VARIABLE}. On Debian: {_DEBIAN_LINE}"
    )


def candidates() -> Iterator[Path | None]:
    """Where a browser may be; None is playwright's own."""
    yield None
    seen: set[Path] = set()
    on_path = (shutil.which(name) for name in _NAMES)
    elsewhere = (
        str(Path(os.environ[root], place)) for root in _WINDOWS_ROOTS if root in os.environ for place in _WINDOWS_PLACES
    )
    for place in (*on_path, *_USUAL_PLACES, *elsewhere):
        if place and Path(place).is_file() and Path(place) not in seen:
            seen.add(Path(place))
            yield Path(place)


def find_or_install() -> str:
    """The name of a browser that starts, after installing one if there was none, or none without windows."""
    if not os.environ.get(VARIABLE) and is_debian(or_made_of_it=False) and not shutil.which(WITHOUT_WINDOWS):
        installed(*DEBIAN_PACKAGES)
    try:
        return _name_of_what_starts()
    except NoBrowserError:
        if os.environ.get(VARIABLE):
            raise
    _install()
    return _name_of_what_starts()


def _launch_named(playwright: Playwright, named: str) -> Browser:
    try:
        return playwright.chromium.launch(executable_path=named, args=FLAGS)
    except Error as refused:
        raise NoBrowserError(f"{VARIABLE} names {named}, and that does not start:\n{refused.message}") from refused


def _started(playwright: Playwright, candidate: Path | None) -> Browser | None:
    try:
        return playwright.chromium.launch(executable_path=candidate, args=FLAGS)
    except Error:
        return None


def _name_of_what_starts() -> str:
    _refuse_broken_driver()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        name = f"Chromium {browser.version}"
        browser.close()
    return name


def _refuse_broken_driver() -> None:
    """Playwright drives through a Node program of its own, which lacks libatomic1 on a minimal Debian."""
    asked = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, encoding="utf-8", check=False
    )
    if asked.returncode != 0:
        raise NoBrowserError(
            f"The program that drives the browser does not start. On Debian: {_DEBIAN_LINE}\n{asked.stderr}"
        )


def _install() -> None:
    print("No browser starts. Installing playwright's Chromium …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    try:
        print(f"{find_or_install()} starts.")
    except NoBrowserError as none:
        print(none)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
