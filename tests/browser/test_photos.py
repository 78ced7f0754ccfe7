"""Photos as a reader meets them: the size that fits, the photo large, by keyboard, finger and without a script."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.barriers import barriers_in_light_and_dark
from tests.support.builds import built
from tests.test_sites import SITES, environment

WORKSHOP = "workshops/notes-on-a-table/"
PAGES = (WORKSHOP, "posts/a-picture-from-home/", "posts/", "")
PHOTOS = 5
_LOADED = """Promise.all([...document.images].map(image => {
  image.loading = 'eager';
  return image.decode();
}))"""
_SHOWN = """[...document.querySelectorAll('.picture__image')].map(image => {
  const source = image.previousElementSibling;
  const choice = source.srcset.split(', ').map(each => each.split(' '));
  const widths = choice.map(each => parseInt(each[1]));
  const probe = document.body.appendChild(document.createElement('div'));
  const rule = source.sizes.split(', ').map(each => each.match(/^(?:(\\(.*?\\)) )?(.*)$/))
    .find(each => !each[1] || matchMedia(each[1]).matches)[2];
  probe.style.inlineSize = rule.replace(/([\\d.]+)rem/g, (_, number) => `${number * 16}px`);
  const told = probe.getBoundingClientRect().width;
  probe.remove();
  const chosen = choice.find(each => image.currentSrc.endsWith(each[0]));
  return { alt: image.alt, width: image.getBoundingClientRect().width, told, widths, chosen: chosen ? parseInt(chosen[1]) : 0 };
})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> str:
    folder = tmp_path_factory.mktemp("photos")
    content = SITES / "photographs" / "content"
    return static_host(built(content, folder / "output", environment=environment("photographs", folder)))


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("width", "density"), [(360, 2), (1280, 1), (412, 2.625), (1280, 2)])
def test_the_browser_fetches_the_smallest_file_that_fits(
    browser: Browser, address: str, width: int, density: float
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=density)
    page = context.new_page()
    seen = 0
    for path in PAGES:
        page.goto(address + path)
        page.evaluate(_LOADED)
        for shown in page.evaluate(_SHOWN):
            enough = [each for each in shown["widths"] if each >= shown["width"] * density] or [max(shown["widths"])]
            assert shown["chosen"] == min(enough), (path, shown)
            seen += 1
    context.close()
    assert seen >= 10


def test_what_is_told_of_widths_is_what_the_style_sheets_do(page: Page, address: str) -> None:
    for path in PAGES:
        page.goto(address + path)
        for width in (320, 360, 480, 599, 600, 650, 700, 959, 960, 1040, 1099, 1100, 1240, 1600):
            page.set_viewport_size({"width": width, "height": 800})
            for shown in page.evaluate(_SHOWN):
                assert -4 <= shown["told"] - shown["width"] <= 20, (path, width, shown)


def test_a_picture_keeps_its_place_before_it_is_there(page: Page, address: str) -> None:
    """Heights without any picture loaded are those with all of them: nothing jumps."""
    boxes = "[...document.querySelectorAll('.picture')].map(box => box.getBoundingClientRect().height)"
    page.route(re.compile("/pictures/"), lambda route: route.abort())
    page.goto(address + WORKSHOP)
    before = page.evaluate(boxes)
    ground = page.locator(".picture__ground").first.bounding_box()
    assert ground is not None
    assert ground["height"] == before[0]
    page.unroute(re.compile("/pictures/"))
    page.goto(address + WORKSHOP)
    page.evaluate(_LOADED)
    assert page.evaluate(boxes) == pytest.approx(before, abs=1)
    assert min(before) > 20


def test_photos_are_looked_at_by_keyboard_and_focus_comes_back(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address + WORKSHOP)
    links = page.locator("a[data-close]")
    expect(links).to_have_count(PHOTOS)
    links.nth(0).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Photo: ")
    image = dialog.get_by_role("img")
    expect(image).to_have_accessible_name("A round table covered with sticky notes in five colours")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    expect(dialog.get_by_role("status")).to_contain_text("Photo 1 of 5: A round table")
    expect(dialog.get_by_text("What we found, sorted by the group. Photo: Sam Okafor")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(image).to_have_accessible_name("A tall wall with notes")
    expect(dialog).to_have_accessible_name("Photo: A tall wall with notes")
    expect(dialog.get_by_role("status")).to_have_text("Photo 2 of 5: A tall wall with notes")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(dialog.get_by_role("status")).to_contain_text("Photo 5 of 5")
    page.keyboard.press("Home")
    dialog.get_by_role("button", name="Next").press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("Photo 2 of 5")
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Close").click()
    expect(links.nth(1)).to_be_focused()
    assert said == []


def test_a_finger_goes_from_photo_to_photo(phone: Page, address: str) -> None:
    phone.goto(address + WORKSHOP)
    phone.locator("a[data-close]").nth(0).tap()
    status = phone.get_by_role("status")
    expect(status).to_contain_text("Photo 1 of 5")
    swipe(phone, 300, 60)
    expect(status).to_contain_text("Photo 2 of 5")
    swipe(phone, 60, 300)
    expect(status).to_contain_text("Photo 1 of 5")
    swipe(phone, 180, 195)
    expect(status).to_contain_text("Photo 1 of 5")
    swipe(phone, 180, 90, down=300)
    expect(status).to_contain_text("Photo 1 of 5")


def swipe(page: Page, start: int, end: int, *, down: int = 0) -> None:
    """As a phone tells of a finger: through the browser's own input, not through events of ours."""
    session = page.context.new_cdp_session(page)
    for number in range(6):
        point = {"x": start + (end - start) * number / 5, "y": 400 + down * number / 5}
        kind = "touchMove" if number else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_photo_fits_the_window_whatever_its_shape(phone: Page, address: str) -> None:
    for size in ({"width": 360, "height": 740}, {"width": 740, "height": 360}, {"width": 1280, "height": 800}):
        phone.set_viewport_size({"width": size["width"], "height": size["height"]})
        phone.goto(address + WORKSHOP)
        phone.locator("a[data-close]").nth(0).click()
        for _ in range(PHOTOS):
            phone.evaluate("document.querySelector('.lightbox__image').decode()")
            box = phone.locator(".lightbox__image").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= size["width"] + 1
            assert box["y"] + box["height"] <= size["height"] + 1
            assert box["height"] > 100
            shape = phone.locator(".lightbox__image").evaluate("image => image.naturalWidth / image.naturalHeight")
            assert box["width"] / box["height"] == pytest.approx(shape, rel=0.02)
            phone.keyboard.press("ArrowRight")


def test_an_open_photo_has_no_barrier_that_axe_can_find(phone: Page, address: str) -> None:
    for path in PAGES:
        phone.goto(address + path)
        assert barriers_in_light_and_dark(phone) == [], path
    phone.goto(address + WORKSHOP)
    phone.locator("a[data-close]").nth(0).click()
    assert barriers_in_light_and_dark(phone) == []
    small = phone.locator("dialog button").evaluate_all("all => all.filter(each => each.offsetHeight < 44).length")
    assert small == 0


def test_without_a_script_and_in_a_new_tab_a_photo_is_a_link_to_its_large_file(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + WORKSHOP)
    with page.expect_navigation() as followed:
        page.locator("a[data-close]").nth(0).click()
    assert followed.value is not None
    assert followed.value.headers["content-type"] == "image/jpeg"
    context.close()
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + WORKSHOP)
    with context.expect_page() as tab:
        page.locator("a[data-close]").nth(0).click(modifiers=["ControlOrMeta"])
    tab.value.wait_for_url("**/*.jpg")  # A new tab is blank at first.
    assert page.get_by_role("dialog").count() == 0
    context.close()


def test_on_paper_every_photo_is_there_with_its_words_and_no_dialog(page: Page, address: str) -> None:
    page.goto(address + WORKSHOP)
    page.locator("a[data-close]").nth(2).click()
    page.emulate_media(media="print")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.locator(".picture__image").evaluate_all(
        "all => all.every(each => each.getBoundingClientRect().width > 60)"
    )
    expect(page.get_by_text("What the second group found on the way home")).to_be_visible()
