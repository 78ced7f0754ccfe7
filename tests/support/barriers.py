"""What axe finds on a page: barriers for people who read with a screen reader, a keyboard, or little contrast."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_IS_THERE = "() => 'axe' in window"
_LOOK = """options => axe.run(options).then(said => ({
  engine: said.testEngine.version,
  undecided: said.incomplete.map(each => each.id),
  failures: said.violations.map(each => ({id: each.id, help: each.help, tags: each.tags, html: each.nodes[0].html})),
}))"""


def looked_at(page: Page, *tags: str) -> dict[str, Any]:
    """axe's answer about the page as it stands, for the rules with these tags, or for all.

    axe stays in the page for the next look, and lists the places of barriers alone: what it has no fault to find with is
    most of a page.
    """
    if not page.evaluate(_IS_THERE):
        page.evaluate(AXE_SCRIPT)
    only = {"runOnly": list(tags)} if tags else {}
    said: dict[str, Any] = page.evaluate(_LOOK, {"resultTypes": ["violations"], **only})
    return said


def barriers(page: Page, *tags: str) -> list[str]:
    """Each barrier by the name of its rule, with the first place in which it is."""
    return [f"{fault['id']}: {fault['html'][:120]}" for fault in looked_at(page, *tags)["failures"]]
