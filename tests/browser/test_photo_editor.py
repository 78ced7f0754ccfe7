"""The editor for photographs in a browser: by mouse, by touch, by keyboard, and without a script."""

import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from plugins.author.server import EditorServer
from tests.support.barriers import barriers_in_light_and_dark
from tests.support.photographs import file_of, photograph

POST = """---
title: One
date: 2016-10-10
photos:
  - file: room.jpg # as it came
    alt: A room
    people: none
---
Words.
"""


@pytest.fixture(scope="module")
def editor_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EditorServer]:
    folder = tmp_path_factory.mktemp("editor")
    (folder / "content/posts/one").mkdir(parents=True)
    (folder / "content/posts/one/room.jpg").write_bytes(file_of(photograph(1200, 800)))
    (folder / "content/posts/one/index.md").write_text(POST, "utf-8")
    server = EditorServer(0, folder / "content", ZoneInfo("UTC"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def post(editor_server: EditorServer) -> Path:
    """The post as it was before any of these tests."""
    place = editor_server.content / "posts/one/index.md"
    place.write_text(POST, "utf-8")
    return place


@pytest.fixture
def editor(page: Page, editor_server: EditorServer, post: Path) -> Page:
    """The photo in the editor, come to by way of the list."""
    return opened(page, editor_server)


def opened(page: Page, editor_server: EditorServer) -> Page:
    page.goto(f"{editor_server.address}photos")
    page.get_by_role("link", name="room.jpg").click()
    expect(page.get_by_role("heading", name="Blur and focus: room.jpg")).to_be_visible()
    expect(page.locator("#stage img")).to_have_js_property("complete", True)
    return page


def yaml(page: Page) -> str:
    return page.locator("#yaml").inner_text()


def spots(page: Page, *shares: tuple[float, float]) -> list[tuple[float, float]]:
    """Points of the picture, as points of the window."""
    stage = page.locator("#stage")
    stage.scroll_into_view_if_needed()
    place = stage.bounding_box()
    assert place is not None
    return [(place["x"] + place["width"] * x, place["y"] + place["height"] * y) for x, y in shares]


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    (x, y), (to_x, to_y) = spots(page, start, end)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=3)
    page.mouse.up()


def numbers(box: Locator) -> list[float]:
    return [float(found) for found in re.findall(r"[\d.]+(?=,| per)", box.get_attribute("aria-label") or "")]


def test_boxes_are_drawn_moved_sized_and_removed_with_the_mouse(editor: Page) -> None:
    drag(editor, (0.1, 0.1), (0.3, 0.5))
    box = editor.get_by_role("button", name="Box 1:")
    expect(box).to_be_focused()
    assert numbers(box) == pytest.approx([10, 10, 20, 40], abs=0.5)
    drag(editor, (0.2, 0.3), (0.4, 0.4))
    assert numbers(box) == pytest.approx([30, 20, 20, 40], abs=0.5)
    drag(editor, (0.495, 0.59), (0.595, 0.69))
    assert numbers(box) == pytest.approx([30, 20, 30, 50], abs=0.5)
    drag(editor, (0.4, 0.4), (0.9, 0.99))
    assert numbers(box) == pytest.approx([70, 50, 30, 50], abs=0.5)
    drag(editor, (0.05, 0.05), (0.051, 0.051))
    expect(editor.locator("#said")).to_have_text("Drag over a face to draw a box")
    assert yaml(editor).count("- {") == 1
    editor.get_by_role("button", name="Remove box 1").click()
    expect(editor.locator("#said")).to_have_text("Box 1 is removed")
    expect(editor.get_by_role("button", name="Add a box")).to_be_focused()
    assert yaml(editor) == ""


def test_the_focus_point_is_set_with_the_mouse(editor: Page) -> None:
    editor.get_by_label("set the focus point").check()
    editor.mouse.click(*spots(editor, (0.25, 0.75))[0])
    point = editor.get_by_role("button", name="Focus point:")
    assert numbers(point) == pytest.approx([25, 75], abs=0.5)
    drag(editor, (0.25, 0.75), (0.5, 0.5))
    assert numbers(point) == pytest.approx([50, 50], abs=0.5)
    editor.get_by_role("button", name="Remove the focus point").click()
    expect(point).to_have_count(0)
    assert yaml(editor) == ""


def test_everything_is_done_with_the_keyboard_and_told(editor: Page) -> None:
    editor.get_by_role("button", name="Add a box").press("Enter")
    box = editor.get_by_role("button", name="Box 1:")
    expect(box).to_be_focused()
    for key in ("ArrowLeft", "ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown"):
        editor.keyboard.press(key)
    expect(editor.locator("#said")).to_have_text("Box 1: left 38, top 39, width 21, height 22 per cent")
    assert yaml(editor) == "blur:\n  - {x: 0.38, y: 0.39, w: 0.21, h: 0.22}"
    for _ in range(70):
        editor.keyboard.press("Shift+ArrowRight")
        editor.keyboard.press("ArrowUp")
    assert numbers(box) == [38, 0, 62, 22]
    editor.get_by_label("Left", exact=True).first.fill("10")
    assert numbers(box) == [10, 0, 62, 22]
    editor.get_by_role("group", name="Focus point").get_by_label("Top").fill("20")
    point = editor.get_by_role("button", name="Focus point:")
    point.press("ArrowRight")
    assert yaml(editor).splitlines()[0] == "focus: {x: 0.01, y: 0.2}"
    point.press("Delete")
    editor.get_by_role("button", name="Add a box").click()
    box.press("Backspace")
    expect(box).to_be_focused()
    assert numbers(box) == [40, 40, 20, 20]
    box.press("Delete")
    expect(editor.locator("#said")).to_have_text("Box 1 is removed")
    assert yaml(editor) == ""


def test_a_box_is_drawn_by_touch_on_a_phone(browser: Browser, editor_server: EditorServer, post: Path) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page = opened(context.new_page(), editor_server)
    touch = context.new_cdp_session(page)
    before = page.evaluate("scrollY")
    start, middle, end = spots(page, (0.1, 0.1), (0.4, 0.4), (0.6, 0.5))
    scrolled = page.evaluate("scrollY")
    for kind, point in (("touchStart", start), ("touchMove", middle), ("touchMove", end), ("touchEnd", None)):
        points = [{"x": point[0], "y": point[1]}] if point else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    box = page.get_by_role("button", name="Box 1:")
    assert numbers(box) == pytest.approx([10, 10, 50, 40], abs=1)
    assert page.evaluate("scrollY") == scrolled >= before
    page.get_by_label("set the focus point").check()
    page.touchscreen.tap(*spots(page, (0.8, 0.8))[0])
    assert numbers(page.get_by_role("button", name="Focus point:")) == pytest.approx([80, 80], abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_what_is_drawn_is_written_and_the_diary_shows_it(
    page: Page, editor: Page, editor_server: EditorServer, post: Path
) -> None:
    drag(editor, (0.1, 0.1), (0.3, 0.5))
    lines = yaml(editor)
    editor.get_by_role("button", name="Write it into the post").click()
    expect(editor.get_by_role("alert")).to_have_text("Written into content/posts/one/index.md.")
    assert yaml(editor) == lines
    item = lines.splitlines()[1].strip()
    assert post.read_text("utf-8") == POST.replace("none\n", f"none\n    blur:\n      {item}\n")
    expect(editor.get_by_role("button", name="Box 1:")).to_be_visible()
    drag(editor, (0.6, 0.1), (0.8, 0.5))
    assert yaml(editor).count("- {") == 2


def test_a_post_that_changed_meanwhile_is_not_written_over(editor: Page, post: Path) -> None:
    drag(editor, (0.1, 0.1), (0.3, 0.5))
    changed = POST.replace("Words.", "Other words.")
    post.write_text(changed, "utf-8")
    editor.get_by_role("button", name="Write it into the post").click()
    expect(editor.get_by_role("alert")).to_have_text(re.compile("^The post has changed since this page was opened."))
    assert post.read_text("utf-8") == changed
    expect(editor.get_by_role("button", name="Box 1:")).to_be_visible()
    editor.get_by_role("button", name="Write it into the post").click()
    expect(editor.get_by_role("alert")).to_have_text(re.compile("^Written into"))
    assert "Other words." in post.read_text("utf-8")


def test_without_a_script_the_numbers_are_a_form(browser: Browser, editor_server: EditorServer, post: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context.new_page(), editor_server)
    first = page.get_by_role("group", name="Box 1")
    for name, value in (("Left", "10"), ("Top", "20"), ("Width", "30"), ("Height", "40")):
        first.get_by_label(name).fill(value)
    page.get_by_role("button", name="Write it into the post").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("^Written into"))
    assert "- {x: 0.1, y: 0.2, w: 0.3, h: 0.4}" in post.read_text("utf-8")
    context.close()


def test_the_lines_are_copied(browser: Browser, editor_server: EditorServer, post: Path) -> None:
    for permissions in (["clipboard-read", "clipboard-write"], []):
        context = browser.new_context(permissions=permissions)
        page = opened(context.new_page(), editor_server)
        page.get_by_role("button", name="Add a box").click()
        page.get_by_role("button", name="Copy the lines").click()
        expect(page.locator("#said")).to_have_text(re.compile("^The lines are (copied|selected)"))
        if permissions:
            assert page.evaluate("navigator.clipboard.readText()") == yaml(page)
        context.close()


def test_another_page_can_neither_show_the_photo_nor_write(page: Page, editor_server: EditorServer, post: Path) -> None:
    page.route("http://evil.example/", lambda route: route.fulfill(body="<p>Elsewhere</p>", content_type="text/html"))
    page.goto("http://evil.example/")
    seen = page.evaluate(
        """async (address) => {
          const image = new Image();
          const loaded = new Promise((done) => { image.onload = () => done(true); image.onerror = () => done(false); });
          image.src = `${address}picture?post=content/posts/one/index.md&file=room.jpg`;
          await fetch(`${address}photo`, { method: "POST", mode: "no-cors", body: new URLSearchParams({ x: 1 }) }).catch(() => 0);
          return loaded;
        }""",
        editor_server.address,
    )
    assert seen is False
    assert post.read_text("utf-8") == POST


@pytest.mark.parametrize("width", [320, 1280])
def test_the_editor_has_no_barrier(page: Page, editor_server: EditorServer, post: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{editor_server.address}photos")
    assert barriers_in_light_and_dark(page) == []
    opened(page, editor_server)
    page.get_by_role("button", name="Add a box").click()
    page.get_by_role("group", name="Focus point").get_by_label("Left").fill("50")
    assert barriers_in_light_and_dark(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
