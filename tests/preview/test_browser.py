"""The browser opens by itself for somebody who sits there, and for nobody else."""

from pathlib import Path

import pytest

from plugins.preview.browser import opens_browser
from tests.support.previews import running
from tests.support.systems import needs_posix_shell
from tests.support.waiting import wait_until


@pytest.mark.parametrize(
    ("asked", "is_at_terminal", "environment", "opens"),
    [
        (None, True, {}, True),
        (None, False, {}, False),
        (True, False, {}, True),
        (False, True, {}, False),
        (None, True, {"CI": "true"}, False),
        (True, True, {"CI": "true"}, False),
    ],
)
def test_the_browser_opens_where_somebody_sits(
    asked: bool | None, is_at_terminal: bool, environment: dict[str, str], opens: bool
) -> None:
    assert opens_browser(asked, is_at_terminal=is_at_terminal, environment=environment) is opens


@needs_posix_shell
def test_serve_opens_the_diary_that_it_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content" / "posts").mkdir(parents=True)
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\nprintf "%s" "$1" > "$0.opened"\n', "utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    monkeypatch.delenv("CI", raising=False)
    opened = tmp_path / "browser.opened"
    with running(tmp_path / "content", tmp_path / "site", "--open") as preview:
        wait_until(lambda: opened.exists() and opened.read_text("utf-8") == preview.address)
