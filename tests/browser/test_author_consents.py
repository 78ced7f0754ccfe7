"""The register of consents in a browser: without a script, by keyboard, in light and dark."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.author.server import EditorServer
from tests.support.barriers import barriers_in_light_and_dark


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[EditorServer]:
    content = tmp_path / "content"
    (content / "posts").mkdir(parents=True)
    (content / "consent.yml").write_text("C-07: {covers: [quote]} # hers\nC-08: {covers: [quot]}\n", "utf-8")
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield server
    server.stop()


def test_a_consent_is_added_and_withdrawn_by_keyboard_without_a_script(
    browser: Browser, editor: EditorServer, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{editor.address}consent")
    page.get_by_role("group", name="Covers").last.get_by_label("Photo").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Add it").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Added.")
    page.get_by_role("button", name="Withdraw C-09 now").press("Enter")
    expect(page.get_by_role("heading", name="What is left to do for C-09")).to_be_visible()
    context.close()
    written = (tmp_path / "content" / "consent.yml").read_text("utf-8")
    assert written.startswith(
        "C-07: {covers: [quote]} # hers\nC-08: {covers: [quot]}\nC-09:\n  covers: [photo]\n  withdrawn: "
    )


def test_the_register_and_the_steps_have_no_barrier(page: Page, editor: EditorServer) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for address in ("consent", "consent?steps=C-07"):
        page.goto(editor.address + address)
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        assert barriers_in_light_and_dark(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
