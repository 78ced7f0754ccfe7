"""The pictures of the README and the documents, taken of a built site, as small as they can be.

`python -m tests.theme.pictures SITE` takes the home page and a workshop, on a phone beside a wide screen. With an earlier
build, `python -m tests.theme.pictures SITE EARLIER`, it also sets the workshop's page, the home page and the timeline before
and after beside each other; decision 203 says of which commit the earlier ones are.
Both are builds of `tests/sites/four-workshops`.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from plugins.workbench.paths import CHECKOUT
from tests.support.browser import launch
from tests.support.static_host import serve

PICTURES = CHECKOUT / "docs" / "pictures"
WORKSHOP = "workshops/making/"
PHONE, WIDE = 360, 1280
GAP, GROUND, COLOURS = 10, "#8f8069", 64


def taken(browser: Browser, address: str, width: int, height: int | None = None) -> Image.Image:
    """A page as wide as `width`, whole or down to `height`."""
    page = browser.new_page(viewport={"width": width, "height": height or 900})
    page.goto(address)
    picture = Image.open(BytesIO(page.screenshot(full_page=height is None)))
    page.close()
    return picture.convert("RGB")


def side_by_side(pictures: list[Image.Image], widths: list[int]) -> Image.Image:
    """Each made as wide as it says, on a common ground."""
    small = [
        each.resize((width, round(each.height * width / each.width)), Image.Resampling.LANCZOS)
        for each, width in zip(pictures, widths, strict=True)
    ]
    size = (sum(widths) + GAP * (len(widths) + 1), max(each.height for each in small) + 2 * GAP)
    ground, left = Image.new("RGB", size, GROUND), GAP
    for each in small:
        ground.paste(each, (left, GAP))
        left += each.width + GAP
    return ground


def save(picture: Image.Image, name: str) -> None:
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)


def main(site: Path, earlier: Path | None) -> None:
    with sync_playwright() as playwright, serve(site) as address:
        browser = launch(playwright)
        for name, path in (("home.png", ""), ("workshop.png", WORKSHOP)):
            phone = taken(browser, address + path, PHONE, 1680)
            save(side_by_side([phone, taken(browser, address + path, WIDE, 1680)], [206, 724]), name)
        if earlier:
            with serve(earlier) as before:
                for name, path in (("workshop", WORKSHOP), ("home", ""), ("timeline", "timeline/")):
                    pages = [taken(browser, start + path, WIDE) for start in (before, address)]
                    save(side_by_side(pages, [360, 360]), f"{name}-before-and-after.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
