"""A browser that starts, a fresh page for every test, and a static host on loopback."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.support.browser import NoBrowserError, launch
from tests.support.builds import built
from tests.support.static_host import serve
from tests.support.waiting import PATIENCE
from tests.test_sites import NOW, SITES

_HERE = Path(__file__).parent
expect.set_options(timeout=PATIENCE * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """So that `-m "not browser"` leaves them out on a train."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all tests here. Without one they fail: a test that is skipped proves nothing.

    Not for the whole run: while playwright is at work, no other test in this thread can run an event loop.
    """
    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except NoBrowserError as none:
            pytest.fail(str(none), pytrace=False)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with nothing remembered from the test before."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="package")
def static_host() -> Iterator[Callable[[Path], str]]:
    """`static_host(folder)` serves the folder until these tests end and gives its address."""
    with ExitStack() as hosts:
        yield lambda folder: hosts.enter_context(serve(folder))


@pytest.fixture(scope="package")
def four_workshops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The diary of four invented workshops that shows all there is, built once."""
    now = {"DIARY_NOW": NOW["four-workshops"]}
    return built(SITES / "four-workshops" / "content", tmp_path_factory.mktemp("diary") / "output", environment=now)
