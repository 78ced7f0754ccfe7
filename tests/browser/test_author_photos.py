"""Photos of a post in a browser: brought in, asked about, on to the blur; with a script and without."""

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from plugins.author.server import EditorServer
from tests.support.barriers import barriers_in_light_and_dark
from tests.support.photographs import file_of, photograph

POST = "---\ntitle: One\ndate: 2031-01-01\n---\nHere.\n"
PAGE = f"photos?{urlencode({'source': 'content/posts/one/index.md'})}"
DROPPED = """async (files) => {
  const carried = new DataTransfer();
  for (const [name, bytes] of files) carried.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[EditorServer]:
    (tmp_path / "content" / "posts" / "one").mkdir(parents=True)
    (tmp_path / "content" / "posts" / "one" / "index.md").write_text(POST, "utf-8")
    server = EditorServer(0, tmp_path / "content", ZoneInfo("Europe/London"))
    server.start()
    yield server
    server.stop()


def test_photos_are_dropped_asked_about_and_led_on_to_their_blur(
    page: Page, editor: EditorServer, tmp_path: Path
) -> None:
    page.goto(editor.address + PAGE)
    photos = [
        [f"{name}.jpg", base64.b64encode(file_of(photograph(seed=len(name)))).decode()] for name in ("wall", "tables")
    ]
    page.evaluate(DROPPED, photos)
    expect(page.get_by_text("2 photos came in.")).to_be_visible()
    assert barriers_in_light_and_dark(page) == []
    wall = page.get_by_role("region", name="photos/wall.jpg")
    wall.get_by_label("What the photo shows").fill("A wall of dots")
    wall.get_by_label("Who can be recognised").select_option("Nobody is in it")
    wall.get_by_role("button", name="Put photos/wall.jpg into the post").click()
    expect(page.get_by_text("It is in the post.")).to_be_visible()
    page.get_by_role("link", name="Blur and focus: photos/wall.jpg").click()
    expect(page.get_by_role("heading", name="Blur and focus: photos/wall.jpg")).to_be_visible()
    assert (tmp_path / "content" / "posts" / "one" / "index.md").read_text("utf-8") == POST.replace(
        "01-01\n", "01-01\nphotos:\n  - file: photos/wall.jpg\n    alt: A wall of dots\n    people: none\n"
    )


def test_photos_are_brought_in_without_a_script_on_a_phone(browser: Browser, editor: EditorServer) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(editor.address + PAGE)
    files = [
        FilePayload(name=f"{each}.jpg", mimeType="image/jpeg", buffer=file_of(photograph(seed=each)))
        for each in (1, 2, 3)
    ]
    page.get_by_label("Bring photos in").set_input_files(files)
    page.get_by_role("button", name="Bring them in").click()
    expect(page.get_by_text("3 photos came in.")).to_be_visible()
    context.close()
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(editor.address + PAGE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
