"""A built site tried with axe, on every page, in three widths, in light and dark: the result as JSON.

`python -m tests.support.accessibility FOLDER RESULT` writes it. The accessibility statement is filled from it
(`plugins/workbench/accessibility_statement.py`), and says nothing that is not in it.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, sync_playwright

from plugins.publishing.lastlook.site import built_site
from tests.support.barriers import looked_at
from tests.support.browser import NoBrowserError, launch
from tests.support.static_host import serve

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
REFLOW = {
    "rule": "sideways-scroll",
    "says": "The page must be read by scrolling sideways on a narrow screen",
    "criteria": ["1.4.10"],
}
_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")


def audit(folder: Path, browser: Browser) -> dict[str, Any]:
    """What axe says of every page of a built site."""
    site = built_site(folder)
    found: dict[str, dict[str, Any]] = {}
    undecided: set[str] = set()
    engine = ""
    with serve(folder, below=site.root) as address:
        for scheme in SCHEMES:
            context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", locale="en-GB")
            page = context.new_page()
            for path in site.pages:
                place = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
                page.goto(address + place)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    said = looked_at(page, *TAGS)
                    engine = said["engine"]
                    undecided |= set(said["undecided"])
                    for fault in _faults(page, said):
                        kept = found.setdefault(fault["rule"], {**fault, "pages": []})
                        kept["pages"] = sorted({*kept["pages"], f"/{place}"})
            context.close()
    return {
        "tested": datetime.now(UTC).astimezone(ZoneInfo("Europe/London")).date().isoformat(),
        "tool": f"axe-core {engine}",
        "browser": f"Chromium {browser.version.partition('.')[0]}",
        "pages": len(site.pages),
        "widths": list(WIDTHS),
        "schemes": list(SCHEMES),
        "failures": [found[rule] for rule in sorted(found)],
        "undecided": sorted(undecided),
    }


def _faults(page: Page, said: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for fault in said["failures"]:
        criteria = [".".join(part) for tag in fault["tags"] for part in _CRITERION.findall(tag)]
        yield {"rule": fault["id"], "says": fault["help"], "criteria": sorted(set(criteria))}
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        yield dict(REFLOW)


def main(arguments: list[str]) -> int:
    folder, target = map(Path, arguments)
    if not (folder / "index.html").is_file():
        print(f"There is no built site in {folder.name}: type python3 tasks.py build first.", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except NoBrowserError as none:
            print(none, file=sys.stderr)
            return 1
        result = audit(folder, browser)
        browser.close()
    target.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8", newline="\n")
    print(f"Tried {result['pages']} pages: {len(result['failures'])} kinds of failure. Wrote {target.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
