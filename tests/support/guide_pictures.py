"""The pictures of docs/for-authors/first-post.md: `python -m tests.support.guide_pictures` makes them anew.

The desk is a real one, over a diary of one post that is made for the pictures.
"""

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from plugins.author.server import EditorServer
from plugins.workbench.paths import CHECKOUT
from tests.author.evening import Pick
from tests.browser.hands import Mouse
from tests.support.browser import launch

_PICTURES = CHECKOUT / "docs" / "pictures"
_COLOURS = 32
_NARROW, _WIDE = ViewportSize(width=760, height=620), ViewportSize(width=1180, height=640)


def _keep(page: Page, name: str) -> None:
    """What is on the screen, in few colours."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(_COLOURS)
    picture.save(_PICTURES / f"first-post-{name}.png", optimize=True)


def _make(page: Page, address: str) -> None:
    hand = Mouse(page)
    page.set_viewport_size(_NARROW)
    page.goto(f"{address}new")
    hand.type(page.get_by_label("Its title"), "Lamps and bells")
    hand.type(page.get_by_label("When the workshop starts"), "10 October 2016, 2pm")
    _keep(page, "new")
    hand.press(page.get_by_role("button", name="Make a draft"))
    hand.write(
        {"agenda": [{"title": "Welcome", "kind": Pick("welcome"), "minutes": "15"}, {"title": "Dots on the wall"}]}
    )
    page.locator("#section-agenda").evaluate("each => each.scrollIntoView()")
    _keep(page, "agenda")
    options = [{"name": "A lamp", "votes": "12"}, {"name": "A bell", "votes": "7"}]
    hand.write({"votes": [{"question": "Which service first?", "method": Pick("dots"), "options": options}]})
    page.locator("#votes-n1").evaluate("each => each.scrollIntoView()")
    _keep(page, "vote")
    page.set_viewport_size(_WIDE)
    story = page.get_by_label("The story")
    story.fill(
        "It was a warm evening. **Fourteen** people came.\n\n## What we heard\n\n- The stairs are dark.\n- Nobody hears the bell.\n"
    )
    page.locator("#story-look li").nth(1).wait_for()
    page.locator(".editor-story").evaluate("each => each.scrollIntoView()")
    _keep(page, "story")


def main() -> None:
    """Write every picture."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        (Path(folder) / "content").mkdir()
        server = EditorServer(0, Path(folder) / "content", ZoneInfo("Europe/London"))
        server.start()
        browser = launch(playwright)
        _make(browser.new_page(reduced_motion="reduce"), server.address)
        browser.close()
        server.stop()


if __name__ == "__main__":
    main()
