"""The author's desk in a browser: with a mouse, by keyboard, without a script, after the window closed."""

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.author.server import EditorServer
from tests.imports.documents import paragraph, run, table, word
from tests.support.barriers import barriers, barriers_in_light_and_dark

POST = """\
---
title: Our first evening
workshop: {status: held, start: 2031-04-02 10:00}
agenda:
  - Welcome # at the door
votes:
  - {id: tea, question: Tea?, method: show-of-hands, options: [{name: Yes, votes: 3}, No]}
---

It was warm.
"""


@pytest.fixture
def post(tmp_path: Path) -> Path:
    file = tmp_path / "content" / "workshops" / "first" / "index.md"
    file.parent.mkdir(parents=True)
    file.write_text(POST, "utf-8")
    return file


@pytest.fixture
def editor(post: Path) -> Iterator[EditorServer]:
    server = EditorServer(0, post.parents[2], ZoneInfo("Europe/London"))
    server.start()
    yield server
    server.stop()


def form_of(editor: EditorServer) -> str:
    return f"{editor.address}post?{urlencode({'source': 'content/workshops/first/index.md'})}"


def test_what_is_wrong_is_told_at_its_field(page: Page, editor: EditorServer) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(form_of(editor))
    page.locator("#section-votes > summary").click()
    page.locator("#votes-0 > details > summary").first.click()
    page.locator("#votes-0-options-0 > details > summary").click()
    page.locator("#votes-0-options-0-votes").fill("three")
    page.get_by_role("button", name="Save").first.click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("write a whole number, such as 3")
    summary.get_by_role("link").click()
    field = page.locator("#votes-0-options-0-votes")
    expect(field).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        'How many votes (or dots) it got. found "three"; write a whole number, such as 3'
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert barriers(page) == []


def test_what_is_typed_is_kept_before_anybody_saves(page: Page, editor: EditorServer, post: Path) -> None:
    page.goto(form_of(editor))
    with page.expect_response("**/typed"):
        page.get_by_label("The story").fill("It was warm, and we")
    expect(page.get_by_text("Not saved yet. What you type is kept.")).to_be_visible()
    page.goto("about:blank")
    page.goto(form_of(editor))
    expect(page.get_by_label("The story")).to_have_value("It was warm, and we")
    expect(page.get_by_text("was not saved. It is back, below.")).to_be_visible()
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert post.read_text("utf-8") == POST.replace("It was warm.", "It was warm, and we")


def test_what_a_slow_save_lets_through_after_it_does_not_come_back(page: Page, editor: EditorServer) -> None:
    page.goto(form_of(editor))
    kept: list[str] = []
    page.on("request", lambda request: kept.append(request.url) if request.url.endswith("/typed") else None)
    page.evaluate("document.querySelector('#form').addEventListener('submit', event => event.preventDefault())")
    page.get_by_label("Title").first.fill("Our second evening")
    page.get_by_role("button", name="Save").first.click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert kept == []
    with page.expect_request("**/typed"):
        page.get_by_label("Title").first.fill("Our third evening")


def test_without_a_script_lists_grow_and_what_was_typed_stays(
    browser: Browser, editor: EditorServer, post: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(form_of(editor))
    page.get_by_label("Title", exact=False).first.fill("Another evening")
    page.locator("#section-agenda > summary").click()
    page.get_by_role("button", name="Add another part of the agenda").click()
    page.locator("#agenda-n1-title").fill("Lunch")
    page.locator("#agenda-n1 .editor-more > summary").click()
    page.locator("#agenda-n1-minutes").fill("30")
    page.get_by_role("button", name="Save").first.click()
    context.close()
    assert post.read_text("utf-8") == POST.replace("Our first", "Another").replace(
        "door\n", "door\n  - title: Lunch\n    minutes: 30\n"
    )


def test_the_story_is_written_with_buttons_and_pasted_words_and_seen_beside(
    page: Page, editor: EditorServer, post: Path
) -> None:
    page.goto(form_of(editor))
    story, look = page.get_by_label("The story"), page.get_by_role("region", name="How it reads")
    story.fill("What we heard")
    page.get_by_role("button", name="Heading").click()
    expect(look.get_by_role("heading", name="What we heard")).to_be_visible()
    story.press("Control+End")
    story.press_sequentially("\nSalt")
    page.evaluate("""() => {
        const clipboard = new DataTransfer();
        clipboard.setData("text/html", "<ul><li><b>Tea</b></li><li>Cake</li></ul><img>");
        clipboard.setData("text/plain", "Tea Cake");
        const field = document.querySelector("#story");
        field.setSelectionRange(field.value.length - 4, field.value.length);
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, cancelable: true, bubbles: true }));
    }""")
    expect(story).to_have_value("## What we heard\n- **Tea**\n- Cake")
    expect(page.get_by_text("Pasted. Left behind: pictures")).to_be_visible()
    expect(look.get_by_role("listitem")).to_have_count(2)
    story.press("Control+z")
    expect(story).to_have_value("## What we heard\nSalt")
    story.press("Control+End")
    story.press("Control+Shift+ArrowLeft")
    story.press("Control+b")
    expect(look.locator("strong")).to_have_text("Salt")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert post.read_text("utf-8") == POST.replace("It was warm.", "## What we heard\n**Salt**")


def test_the_pages_of_the_desk_have_no_barrier(page: Page, editor: EditorServer) -> None:
    proof = form_of(editor).replace("/post?", "/proof?")
    for address in (editor.address, f"{editor.address}new", f"{editor.address}bin", form_of(editor), proof):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        assert barriers_in_light_and_dark(page) == []


def test_a_word_document_becomes_a_draft_without_a_script(browser: Browser, editor: EditorServer, post: Path) -> None:
    agenda = table(("Time", "What"), ("10:00", "Welcome"))
    document = word(paragraph("Dots &amp; lamps", style="Title"), paragraph("We met.", run("x", "<w:vanish/>")), agenda)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{editor.address}new")
        bring = page.get_by_role("button", name="Bring it in as a draft")
        bring.click()
        expect(page.get_by_role("alert")).to_have_text("Choose what it becomes, and a Word document.")
        page.get_by_label("A Word document (.docx)").set_input_files(
            {"name": "old.doc", "mimeType": "application/msword", "buffer": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}
        )
        bring.click()
        expect(page.get_by_role("alert")).to_have_text(
            "Nothing was brought in: it is an old Word file (.doc): open it in Word and save it as a Word document (.docx)."
        )
        page.get_by_label("A Word document (.docx)").set_input_files(
            {"name": "notes.docx", "mimeType": "application/octet-stream", "buffer": document}
        )
        page.get_by_label("Make fields of tables").check()
        bring.click()
        expect(page.get_by_text("Left behind: words that were hidden, in 1 place.")).to_be_visible()
        page.get_by_role("link", name="Open the draft").click()
        expect(page.locator("#title")).to_have_value("Dots & lamps")
    assert (post.parents[1] / "dots-lamps" / "index.md").read_text("utf-8") == (
        "---\ntitle: Dots & lamps\nstatus: draft\nworkshop:\n  status: held\n"
        "agenda:\n  - title: Welcome\n    start: 10:00\n---\nWe met.\n"
    )


def test_a_word_document_is_dropped_where_the_cursor_is_in_the_story(
    page: Page, editor: EditorServer, post: Path
) -> None:
    page.goto(form_of(editor))
    page.get_by_text("Bring a Word document into the story").click()
    expect(page.get_by_label("Where the cursor is")).to_be_visible()
    assert barriers(page) == []
    story = page.get_by_label("The story", exact=True)
    story.focus()
    page.keyboard.press("Control+Home")
    notes = base64.b64encode(word(paragraph("We drew.", run("Secret", "<w:vanish/>")))).decode()
    dropped = page.evaluate_handle(
        """notes => {
          const data = new DataTransfer();
          const bytes = Uint8Array.from(atob(notes), letter => letter.charCodeAt(0));
          data.items.add(new File([bytes], "Notes.DOCX"));
          return data;
        }""",
        notes,
    )
    story.dispatch_event("drop", {"dataTransfer": dropped})
    expect(page).to_have_title("It is brought in – Your desk")
    expect(page.get_by_text("Left behind: words that were hidden, in 1 place.")).to_be_visible()
    page.get_by_role("link", name="Back to the post").click()
    expect(page.get_by_label("The story", exact=True)).to_have_value("We drew.\n\nIt was warm.")
    assert post.read_text("utf-8") == POST.replace("It was warm.", "We drew.\n\nIt was warm.")
