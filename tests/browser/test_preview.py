"""The preview, as the author uses it: a save, and a look."""

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from plugins.workbench.paths import CHECKOUT
from tests.support.barriers import barriers
from tests.support.previews import Preview, running
from tests.support.systems import ask_to_stop
from tests.support.waiting import wait_until

SITE = CHECKOUT / "tests" / "sites" / "not-yet" / "content"
POST = "posts/earlier.md"
GOOD = "---\ntitle: Earlier\ndate: 2016-10-01\n---\n{words}\n"
BAD = "---\ntitle: Earlier\ndate: 2016-10-01\nstatus: drafft\n---\nWords.\n"

HOSTILE = """async (desk) => {
  const fields = { source: "content/posts/earlier.md", title: "Stolen", do: "save", end: "yes" };
  const said = async (asked) => { try { return await asked(); } catch { return "refused"; } };
  const read = () => fetch(`${desk}/post?source=content/posts/earlier.md`).then((answer) => answer.text());
  const write = () => fetch(`${desk}/post`, { method: "POST", body: new URLSearchParams(fields) }).then((answer) => answer.text());
  await fetch(`${desk}/post`, { method: "POST", mode: "no-cors", body: new URLSearchParams(fields) }).catch(() => 0);
  const loaded = (element) => new Promise((done, failed) => {
    element.onload = () => done(element.contentDocument ? element.contentDocument.body.textContent : "loaded");
    element.onerror = failed;
    setTimeout(failed, 500);
    document.body.append(element);
  }).then((found) => (found === "" ? "refused" : found));
  const frame = () => loaded(Object.assign(document.createElement("iframe"), { src: `${desk}/` })).then((found) => (found === "loaded" ? "refused" : found));
  const script = () => loaded(Object.assign(document.createElement("script"), { src: `${desk}/editor.js` }));
  return [await said(read), await said(write), await said(frame), await said(script)];
}"""
"""What a script could do that got into a page of the preview."""
FORGED = """(desk) => new Promise((done) => {
  document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
  const form = Object.assign(document.createElement("form"), { method: "post", action: `${desk}/post` });
  form.innerHTML = '<input name="source" value="content/posts/earlier.md"><input name="title" value="Stolen"><input name="end" value="yes">';
  document.body.append(form);
  form.submit();
})"""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    shutil.copytree(SITE, tmp_path / "content")
    with running(tmp_path / "content", tmp_path / "site") as started:
        wait_until(lambda: '"good_builds": 0' not in news(started))
        yield started


@pytest.fixture(scope="module")
def unwritten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview for tests that look and save nothing."""
    folder = tmp_path_factory.mktemp("unwritten")
    shutil.copytree(SITE, folder / "content")
    with running(folder / "content", folder / "site") as started:
        wait_until(lambda: '"good_builds": 0' not in news(started))
        yield started


def news(preview: Preview) -> str:
    with urllib.request.urlopen(f"{preview.address}/_preview/events", timeout=10) as stream:
        return str(stream.readline().decode())


def answer(preview: Preview, path: str, host: str | None = None) -> tuple[int, str]:
    request = urllib.request.Request(preview.address + path, headers={"Host": host} if host else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_a_page_that_a_build_overtook_before_it_heard_any_news_is_loaded_again(page: Page, preview: Preview) -> None:
    def overtaken(asks_for_news: Route) -> None:
        preview.save(POST, GOOD.format(words="Lamps it is."))
        wait_until(lambda: '"good_builds": 2' in news(preview))
        asks_for_news.continue_()

    page.route("**/_preview/events?*", overtaken, times=1)
    page.goto(f"{preview.address}/posts/earlier/")
    expect(page.get_by_text("Lamps it is.")).to_be_visible()


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(page: Page, preview: Preview) -> None:
    page.goto(f"{preview.address}/posts/earlier/")
    preview.save(POST, BAD)
    overlay = page.get_by_role("alert")
    expect(overlay).to_contain_text("content/posts/earlier.md, line 4: Status: found")
    expect(overlay).to_contain_text("did you mean “draft”?")
    expect(page.get_by_text("All may read this too.")).to_be_visible()
    overlay.get_by_role("link", name="content/posts/earlier.md, line 4").click()
    expect(page.locator("#status")).to_be_focused()
    page.goto(f"{preview.address}/posts/earlier/")
    preview.save(POST, GOOD.format(words="Mended words."))
    expect(page.get_by_text("Mended words.")).to_be_visible()
    expect(overlay).to_have_count(0)
    # What leads to a draft keeps the post from readers, and not from its author.
    preview.save(POST, GOOD.format(words="Soon: [more](../pages/canary-page.md)."))
    expect(page.get_by_text("Soon: more.")).to_be_visible()
    expect(overlay).to_contain_text("Mend this before you publish")
    expect(overlay).to_contain_text("take the link out until then [link-to-hidden]")


def test_the_last_of_a_hundred_quick_saves_wins_and_they_are_few_builds(page: Page, preview: Preview) -> None:
    page.goto(f"{preview.address}/posts/earlier/")
    for number in range(1, 101):
        preview.save(POST, GOOD.format(words=f"Save {number}."))
    expect(page.get_by_text("Save 100.")).to_be_visible()
    assert json.loads(news(preview)[6:])["number"] < 20


def test_a_save_that_says_nothing_new_exchanges_style_sheets_alone(page: Page, preview: Preview) -> None:
    page.goto(f"{preview.address}/posts/earlier/")
    page.evaluate("window.isStillOpen = true")
    sheet = page.locator('link[rel="stylesheet"]:not([href^="/_preview/"])').first
    before = sheet.get_attribute("href") or "none"
    preview.save("diary.yml", (preview.content / "diary.yml").read_text("utf-8") + "accent: '#7a1f5c'\n")
    expect(sheet).not_to_have_attribute("href", before)
    assert page.evaluate("window.isStillOpen")
    preview.save(POST, GOOD.format(words="Other words."))
    expect(page.get_by_text("Other words.")).to_be_visible()
    assert page.evaluate("window.isStillOpen") is None


def test_escape_takes_the_findings_away_and_a_new_one_brings_them_back(page: Page, preview: Preview) -> None:
    page.goto(f"{preview.address}/posts/earlier/")
    preview.save(POST, BAD)
    overlay = page.get_by_role("alert")
    expect(overlay).to_be_visible()
    page.keyboard.press("Escape")
    expect(overlay).to_have_count(0)
    preview.save(POST, BAD.replace("title: Earlier", "title:Earlier"))
    expect(overlay).to_contain_text("put a space after the colon")


def test_the_findings_have_no_barrier_on_a_small_screen(page: Page, preview: Preview) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{preview.address}/posts/earlier/")
    preview.save(POST, BAD)
    expect(page.get_by_role("alert")).to_be_visible()
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_findings_are_a_page(browser: Browser, preview: Preview) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    preview.save(POST, BAD)
    wait_until(lambda: json.loads(news(preview)[6:])["problems"])
    page.goto(f"{preview.address}/")
    page.get_by_role("link", name="To mend (").click()
    expect(page.get_by_role("heading", name="To mend")).to_be_visible()
    expect(page.get_by_role("link", name="content/posts/earlier.md")).to_be_visible()
    page.goto(f"{preview.address}/_preview/findings")
    expect(page.get_by_role("heading", name="Something is to be mended")).to_be_visible()
    expect(page.get_by_text("content/posts/earlier.md, line 4")).to_be_visible()
    context.close()


def test_a_page_is_shown_as_on_a_phone_and_as_on_paper(page: Page, preview: Preview) -> None:
    page.goto(f"{preview.address}/posts/earlier/")
    page.get_by_role("link", name="Phone").click()
    phone = page.frame_locator("iframe.preview-phone")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    assert phone.locator("html").evaluate("html => html.clientWidth") == 360
    expect(phone.get_by_role("navigation", name="For whoever writes this diary")).to_have_count(0)
    page.get_by_role("link", name="Print").click()
    paper = page.frame_locator("#paper")
    expect(paper.get_by_role("heading", level=1)).to_be_visible()
    expect(paper.locator("header nav").first).to_be_hidden()
    expect(page.get_by_role("button", name="Print it, or look at each page")).to_be_visible()
    assert barriers(page) == []


def test_what_is_good_to_know_stands_on_the_page_of_findings_and_lies_over_none(page: Page, preview: Preview) -> None:
    page.goto(f"{preview.address}/posts/earlier/")
    preview.save(POST, GOOD.format(words="Read ==this==."))
    expect(page.get_by_text("Read ==this==.")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.goto(f"{preview.address}/_preview/findings")
    expect(page.get_by_role("heading", name="Nothing is to be mended")).to_be_visible()
    expect(page.get_by_role("heading", name="Good to know")).to_be_visible()
    expect(page.get_by_text("and readers see as it stands")).to_be_visible()


def test_advice_stands_beside_its_post_and_on_the_page_of_findings(page: Page, preview: Preview) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{preview.address}/posts/earlier/")
    preview.save(POST, GOOD.format(words="Go [here](../workshops/held/index.md)."))
    page.get_by_text("Advice on this post: 1").click()
    expect(page.get_by_text("the link “here” does not say where it leads; let its words do so")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{preview.address}/_preview/findings")
    expect(page.get_by_role("heading", name="Advice")).to_be_visible()
    expect(page.get_by_text("does not say where it leads")).to_be_visible()
    preview.save(POST, GOOD.format(words="Go to [the workshop](../workshops/held/index.md)."))
    expect(page.get_by_text("does not say where it leads")).to_have_count(0)
    page.goto(f"{preview.address}/posts/earlier/")
    expect(page.get_by_text("Advice on this post")).to_have_count(0)


def test_a_hostile_page_of_the_preview_neither_reads_nor_shows_nor_writes_the_desk(
    page: Page, unwritten: Preview
) -> None:
    before = (post := unwritten.content / POST).read_bytes()
    page.goto(f"{unwritten.address}/posts/earlier/")
    assert page.evaluate(HOSTILE, unwritten.author) == ["refused", "refused", "refused", "refused"]
    assert page.evaluate(FORGED, unwritten.author) == "form-action"
    assert post.read_bytes() == before


def test_drafts_are_shown_and_marked(page: Page, unwritten: Preview) -> None:
    page.goto(f"{unwritten.address}/workshops/secret/")
    expect(page.get_by_text("Only this preview shows it.")).to_be_visible()


def test_the_preview_answers_this_computer_alone(unwritten: Preview) -> None:
    assert answer(unwritten, "/", host="evil.example:80") == (403, "This preview answers this computer alone.\n")


@pytest.mark.parametrize("path", ["/../content/posts/earlier.md", "/%2e%2e/content/posts/earlier.md", "/nowhere/"])
def test_what_is_not_in_the_site_is_not_served(unwritten: Preview, path: str) -> None:
    status, body = answer(unwritten, path)
    assert (status, "This page is not here" in body) == (404, True)


def test_ctrl_c_ends_it_at_once_and_without_a_complaint(preview: Preview) -> None:
    ask_to_stop(preview.process)
    assert preview.process.wait(timeout=20) == 0


def test_a_diary_that_starts_with_a_mistake_shows_it_alone(page: Page, tmp_path: Path) -> None:
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "content" / POST).write_text(BAD, "utf-8")
    with running(tmp_path / "content", tmp_path / "site") as started:
        page.goto(started.address)
        expect(page.get_by_text("did you mean “draft”?")).to_be_visible()
        started.save(POST, GOOD.format(words="Mended words."))
        expect(page.get_by_role("heading", name="What is new")).to_be_visible()
