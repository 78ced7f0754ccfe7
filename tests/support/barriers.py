"""What axe finds on a page: barriers for people who read with a screen reader, a keyboard, or little contrast."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that another colour scheme can break: nothing but colours differs in it."""
_IS_THERE = "() => 'axe' in window"
_QUICK_MAPS = """
class WeakMap {
  #name = Symbol();
  get(key) { return key[this.#name]; }
  set(key, value) { key[this.#name] = value; return this; }
  has(key) { return this.#name in key; }
  delete(key) { return delete key[this.#name]; }
}
class WeakSet {
  #name = Symbol();
  has(key) { return this.#name in key; }
  add(key) { key[this.#name] = true; return this; }
  delete(key) { return delete key[this.#name]; }
}
"""
_READ_COLOURS_ONCE = """
const { Color } = axe.commons.color, read = Color.prototype.parseString, known = new Map();
Color.prototype.parseString = function (text) {
  if (!known.has(text)) known.set(text, read.call(new Color(0, 0, 0), text));
  const { r, g, b, alpha } = known.get(text);
  return Object.assign(this, { r, g, b, alpha });
};
"""
AXE = f"(() => {{ {_QUICK_MAPS} {AXE_SCRIPT} {_READ_COLOURS_ONCE} }})()"
"""axe as it is, at a third of its work: it spends most of it on the colours of each letter, which it makes out of text anew
each time, and keeps in weak maps, seven for each colour.
"""
_LOOK = """options => axe.run(options).then(said => ({
  engine: said.testEngine.version,
  undecided: said.incomplete.map(each => each.id),
  failures: said.violations.map(each => ({id: each.id, help: each.help, tags: each.tags, html: each.nodes[0].html})),
}))"""


def looked_at(page: Page, *rules: str) -> dict[str, Any]:
    """axe's answer about the page as it stands, for the rules with these names or with these tags, or for all.

    axe stays in the page for the next look, and lists the places of barriers alone: what it has no fault to find with is
    most of a page.
    """
    if not page.evaluate(_IS_THERE):
        page.evaluate(AXE)
    only = {"runOnly": list(rules)} if rules else {}
    said: dict[str, Any] = page.evaluate(_LOOK, {"resultTypes": ["violations"], **only})
    return said


def barriers(page: Page, *rules: str) -> list[str]:
    """Each barrier by the name of its rule, with the first place in which it is."""
    return [f"{fault['id']}: {fault['html'][:120]}" for fault in looked_at(page, *rules)["failures"]]


def barriers_in_light_and_dark(page: Page, *tags: str) -> list[str]:
    """Each barrier in light colours, and those of colours in dark ones; the page is light again afterwards.

    Colours change at once: no contrast is measured while they do.
    """
    found = barriers(page, *tags)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += [f"dark: {barrier}" for barrier in barriers(page, *OF_COLOURS)]
    page.emulate_media(color_scheme="light")
    return found
