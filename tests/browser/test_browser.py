"""The browser of these tests is a real one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from plugins.workbench.paths import CHECKOUT
from tests.support.browser import candidates


def test_the_browser_shows_a_page_of_the_static_host(
    page: Page, static_host: Callable[[Path], str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>A diary</title><h1>Hello</h1>", "utf-8")
    page.goto(static_host(tmp_path))
    assert page.title() == "A diary"
    assert page.get_by_role("heading", name="Hello").is_visible()


def test_playwrights_own_browser_is_tried_first_and_none_twice() -> None:
    found = list(candidates())
    assert found[0] is None
    assert len(found) == len(set(found))


def test_a_browser_named_by_the_environment_is_never_replaced_by_another(tmp_path: Path) -> None:
    named = tmp_path / "no-such-browser"
    search = subprocess.run(
        [sys.executable, "-m", "tests.support.browser"],
        cwd=CHECKOUT,
        env={**os.environ, "DIARY_BROWSER": str(named)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert search.returncode == 1
    assert search.stdout.startswith(f"DIARY_BROWSER names {named}, and that does not start:\n")
    assert search.stderr == ""
