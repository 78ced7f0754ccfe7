"""Somebody who fills in forms of the author's desk, with a mouse or by keyboard alone, and is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.author.evening import BOX, Pick, Tick, Value

_FOLDED = "xpath=ancestor::details[not(@open)]"
_STOPS = """target => {
  const can = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(can)].filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled);
  return stops.indexOf(target) - stops.indexOf(document.activeElement);
}"""


@dataclass
class Hand:
    """What somebody did so far."""

    page: Page
    clicks: int = 0
    drags: int = 0
    typed: int = 0
    keys: int = field(default=0)

    def write(self, fields: Mapping[str, Value], below: str = "") -> None:
        """Fill in the fields with these names; a list of records grows by its button."""
        for name, value in fields.items():
            if isinstance(value, str | Pick | Tick):
                self._one(f"{below}{name}", value)
                continue
            for number, item in enumerate(value, 1):
                self.press(self._named("button", "value", f"add:{below}{name}"))
                self.page.wait_for_selector(f'[name^="{below}{name}.n{number}."]', state="attached")
                self.page.wait_for_selector(":focus")
                self.write(item, f"{below}{name}.n{number}.")

    def _one(self, name: str, value: str | Pick | Tick) -> None:
        if isinstance(value, Tick):
            self.press(self._named("input", "name", name).and_(self._named("input", "value", value.value)))
        elif isinstance(value, Pick):
            self.pick(self._named("select", "name", name), value.value)
        else:
            place = self.page.locator(f'input[name="{name}"], textarea[name="{name}"]')
            self.put(place, value)

    def put(self, place: Locator, text: str) -> None:
        """Type into a field, and count."""
        self.type(place, text)
        self.typed += len(text)

    def _named(self, tag: str, attribute: str, value: str) -> Locator:
        return self.page.locator(f'{tag}[{attribute}="{value}"]')

    def open(self, place: Locator) -> None:
        """Unfold what a place lies in, from outside in."""
        while folded := place.locator(_FOLDED).all():
            self.hit(folded[0].locator("> summary"))

    def press(self, place: Locator) -> None:
        """Press a button, a link or a box."""
        self.open(place)
        self.hit(place)

    def hit(self, place: Locator) -> None:
        raise NotImplementedError

    def bring(self, files: Sequence[Path]) -> None:
        """Bring photos in, on the page of a post's photos."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the box over the photo that is open."""
        raise NotImplementedError

    def pick(self, place: Locator, value: str) -> None:
        raise NotImplementedError

    def type(self, place: Locator, text: str) -> None:
        raise NotImplementedError


class Mouse(Hand):
    """Clicks, and types where it has clicked."""

    def hit(self, place: Locator) -> None:
        place.click()
        self.clicks += 1

    def bring(self, files: Sequence[Path]) -> None:
        """Drop them onto the page, as from a window that shows a folder."""
        session = self.page.context.new_cdp_session(self.page)
        carried = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            session.send("Input.dispatchDragEvent", {"type": kind, "x": 300, "y": 200, "data": carried})
        session.detach()
        self.drags += 1

    def draw(self) -> None:
        stage = self.page.locator("#stage")
        stage.scroll_into_view_if_needed()
        place, mouse = stage.bounding_box(), self.page.mouse
        assert place is not None
        left, top, width, height = (side / 100 for side in BOX)
        mouse.move(place["x"] + place["width"] * left, place["y"] + place["height"] * top)
        mouse.down()
        mouse.move(place["x"] + place["width"] * (left + width), place["y"] + place["height"] * (top + height), steps=3)
        mouse.up()
        self.drags += 1

    def pick(self, place: Locator, value: str) -> None:
        self.open(place)
        place.select_option(value)
        self.clicks += 2

    def type(self, place: Locator, text: str) -> None:
        self.open(place)
        self.clicks += not place.evaluate("each => each === document.activeElement")
        place.fill(text)


class Keyboard(Hand):
    """Goes by Tab from one control to the next, and never touches a mouse."""

    def hit(self, place: Locator) -> None:
        self._reach(place)
        is_box = place.evaluate("each => each.type === 'checkbox'")
        self._key("Space" if is_box else "Enter")

    def bring(self, files: Sequence[Path]) -> None:
        chosen = self.page.locator("#files")
        with self.page.expect_file_chooser() as chooser:
            self._reach(chosen)
            self._key("Enter")
        chooser.value.set_files(files)
        self.hit(self.page.get_by_role("button", name="Bring them in"))

    def draw(self) -> None:
        """Add a box, which lies in the middle; make it a little larger, and small again."""
        self.hit(self.page.get_by_role("button", name="Add a box"))
        self.page.wait_for_selector(".editor-box:focus")
        for key in ("Shift+ArrowRight", "ArrowUp", "Shift+ArrowLeft", "ArrowDown"):
            self._key(key)

    def pick(self, place: Locator, value: str) -> None:
        self.open(place)
        self._reach(place)
        words = place.evaluate("(each, value) => [...each.options].find(option => option.value === value).label", value)
        if words:
            self.page.keyboard.type(words)
            self.keys += len(words)
        else:
            self._key("Home")

    def type(self, place: Locator, text: str) -> None:
        self.open(place)
        self._reach(place)
        self._key("Control+a")
        self.page.keyboard.type(text)

    def _reach(self, place: Locator) -> None:
        while steps := place.evaluate(_STOPS):
            for _ in range(abs(steps)):
                self._key("Tab" if steps > 0 else "Shift+Tab")

    def _key(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1
