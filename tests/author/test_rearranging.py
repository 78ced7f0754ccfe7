"""Posts renamed, moved, put off and called off at the desk: shown first, done whole, and taken back."""

import json
import re
from pathlib import Path

import pytest

from plugins.author.keeping import Keeping
from plugins.author.rearranging.plan import Rearranging
from plugins.withdrawal.kept_texts import forget_taken_out
from tests.author import rearranged_diary
from tests.author.editor_forms import Visitor
from tests.author.rearranged_diary import FILES, FIRST, OTHER, PLAN, address, done, lines, lying, seen
from tests.support.systems import needs_posix_files

content, visitor = rearranged_diary.content, rearranged_diary.visitor


def test_a_renamed_workshop_keeps_what_hangs_on_it_and_links_follow_byte_by_byte(
    content: Path, visitor: Visitor
) -> None:
    answer = seen(visitor, "workshops/first/index.md", "rename", title="Our first", name="Our First!")
    assert lines(answer) == [
        "The title “First” becomes “Our first”.",
        "The address /workshops/first/ becomes /workshops/our-first/.",
        "Whoever goes to the old address is led to the new one. Comments and calendars know it as before.",
        "content/workshops/first becomes content/workshops/our-first.",
        "Links and references follow in content/posts/plan.md.",
    ]
    assert lying(content) == FILES
    shown = done(visitor, answer, "rename")
    assert "Done. You can take it back under “Rename, move, postpone, cancel”." in shown.text
    now = lying(content)
    assert set(now) == {name.replace("workshops/first", "workshops/our-first") for name in FILES}
    assert now["workshops/our-first/index.md"] == FIRST.replace("title: First #", "title: Our first #").replace(
        "date: 2031-01-10\n", "date: 2031-01-10\nupdated: 2031-03-01 12:00\nformerly: [/workshops/first/]\n"
    )
    assert now["posts/plan.md"] == (
        PLAN.replace("'first#tea'", "'our-first#tea'")
        .replace('](../workshops/first/index.md "', '](../workshops/our-first/index.md "')
        .replace("<../workshops/First/index.md#", "<../workshops/our-first/index.md#")
    )
    assert now["posts/other.md"] == OTHER
    draft = now["workshops/our-first/draft.md"]
    assert draft == now["workshops/our-first/index.md"].replace("We met", "We meet")


def test_what_was_renamed_is_taken_back_and_renamed_again_keeps_the_first_address_first(
    content: Path, visitor: Visitor
) -> None:
    done(visitor, seen(visitor, "workshops/first/index.md", "rename", name="second"), "rename")
    done(visitor, seen(visitor, "workshops/second/index.md", "rename", name="third"), "rename")
    third = (content / "workshops/third/index.md").read_text("utf-8")
    assert third.index("/workshops/first/") < third.index("/workshops/second/")
    for source in ("workshops/third/index.md", "workshops/second/index.md"):
        page = visitor.get(address(source))
        key = re.findall(r'name="key" value="(\d+)"', page.text)[0]
        back = visitor.post("/rearrange", [*page.form.pairs[:2], ("key", key), ("do", "back")])
        assert "It is as it was before." in back.text
    now = lying(content)
    updated = FIRST.replace("date: 2031-01-10\n", "date: 2031-01-10\nupdated: 2031-03-01 12:03\n")
    plan = PLAN.replace("../First/", "../first/").replace("workshops/First/", "workshops/first/")
    draft = updated.replace("We met", "We meet")
    first = {"workshops/first/index.md": updated, "workshops/first/draft.md": draft}
    assert now == {**FILES, **first, "posts/plan.md": plan}
    assert not list((content.parent / ".cache/author/rearranged").glob("*"))


def test_a_page_keeps_its_place_in_the_menu_and_an_address_that_is_left_leads_nowhere(
    content: Path, visitor: Visitor
) -> None:
    form = visitor.get(address("pages/about.md")).form
    pairs = [pair for pair in form.pairs if pair[0] not in ("leads_on", "name")]
    answer = visitor.post("/rearrange", [*pairs, ("name", "us"), ("do", "rename")])
    assert lines(answer) == [
        "The address /about/ becomes /us/.",
        "The old address leads nowhere then. Comments begin anew, and calendars show it as another event.",
        "content/pages/about.md becomes content/pages/us.md.",
        "It keeps its place in the main menu.",
    ]
    done(visitor, answer, "rename")
    assert (content / "diary.yml").read_text("utf-8") == "name: D\nmenu: [us, help] # both\n"
    assert "formerly" not in (content / "pages/us.md").read_text("utf-8")


def test_a_draft_leads_nobody_on_from_an_address_that_nobody_knew(content: Path, visitor: Visitor) -> None:
    (content / "posts/other.md").write_text(OTHER.replace("date:", "status: draft\ndate:"), "utf-8")
    done(visitor, seen(visitor, "posts/other.md", "rename", name="later"), "rename")
    assert "formerly" not in (content / "posts/later.md").read_text("utf-8")


def test_a_post_gets_a_folder_of_its_own_and_its_links_lead_where_they_led(content: Path, visitor: Visitor) -> None:
    (content / "posts/plan.draft.md").write_text(PLAN, "utf-8")
    answer = seen(visitor, "posts/plan.md", "move", own="on", date="20 February 2031")
    assert lines(answer)[:2] == ["Its date is Thursday 20 February 2031.", "In lists it is the newest."]
    done(visitor, answer, "move")
    now = lying(content)
    assert "[the first](../../workshops/first/index.md " in now["posts/plan/index.md"]
    assert "<../../workshops/first/index.md#tea>" in now["posts/plan/index.md"].replace("First", "first")
    assert "date: 2031-02-20" in now["posts/plan/index.md"]
    assert "[the first](../../workshops/first/index.md " in now["posts/plan/draft.md"]
    assert "[plan](plan/index.md)" in now["posts/other.md"]
    assert "[the plan](../../posts/plan/index.md#when)" in now["workshops/first/index.md"]
    page = visitor.get(address("posts/plan/index.md"))
    key = re.findall(r'name="key" value="(\d+)"', page.text)[0]
    visitor.post("/rearrange", [*page.form.pairs[:2], ("key", key), ("do", "back")])
    assert lying(content) == {**FILES, "posts/plan.draft.md": PLAN}


def test_a_workshop_is_put_off_to_a_day_to_be_told_then_to_a_day_then_called_off(
    content: Path, visitor: Visitor
) -> None:
    source, file = "workshops/first/index.md", content / "workshops/first/index.md"
    answer = seen(visitor, source, "postpone", start="", end="12:30")
    assert lines(answer) == [
        "It is shown as put off, and its new day is to be told.",
        "Calendars that hold it take the old day out, once you publish.",
    ]
    done(visitor, answer, "postpone")
    assert "  status: postponed\n  start: 2031-04-02 10:00\n" in file.read_text("utf-8")
    answer = seen(visitor, source, "postpone", start="3 May 2031, 10am", end="12:30")
    assert lines(answer) == [
        "It starts on Saturday 3 May 2031, 10am.",
        "It says that it was to be on Wednesday 2 April 2031, 10am.",
        "Calendars that hold it take the new day, once you publish.",
    ]
    done(visitor, answer, "postpone")
    now = file.read_text("utf-8")
    assert "  status: planned\n" in now
    assert "  start: 2031-05-03 10:00\n" in now
    assert "previously: 2031-04-02 10:00" in now
    assert "updated: 2031-03-01 12:01" in now
    draft = content / "workshops/first/draft.md"
    draft.write_text(draft.read_text("utf-8").replace("title: First", "title: Anew"), "utf-8", newline="")
    done(visitor, seen(visitor, source, "cancel"), "cancel")
    assert "title: Anew" in draft.read_text("utf-8")
    assert "status: cancelled" in draft.read_text("utf-8")
    assert "status: cancelled" in file.read_text("utf-8")
    assert "updated: 2031-03-01 12:02" in file.read_text("utf-8")
    page = visitor.get(address(source))
    key = re.findall(r'name="key" value="(\d+)"', page.text)[0]
    visitor.post("/rearrange", [*page.form.pairs[:2], ("key", key), ("do", "back")])
    assert "status: planned" in file.read_text("utf-8")
    assert "updated: 2031-03-01 12:03" in file.read_text("utf-8")


def test_a_name_with_blanks_is_followed_however_it_is_written_and_a_broken_post_stops_nothing(
    content: Path, visitor: Visitor
) -> None:
    done(visitor, seen(visitor, "posts/My plan.md", "rename", name="ours"), "rename")
    done(visitor, seen(visitor, "posts/other.md", "rename", name="more"), "rename")
    now = lying(content)
    story = OTHER.partition("---\n[")[2]
    assert now["posts/more.md"].endswith(story.replace("<My plan.md>", "<ours.md>").replace("My%20plan.md", "ours.md"))
    assert now["posts/ours.md"].endswith("[Other](more.md)\n")
    assert now["posts/broken.md"] == FILES["posts/broken.md"].replace("other.md", "more.md")


@needs_posix_files
def test_what_the_disk_refuses_half_way_leads_back(content: Path, visitor: Visitor) -> None:
    (content / "diary.yml").rename(content.parent / "elsewhere.yml")
    (content / "diary.yml").symlink_to(content.parent / "elsewhere.yml")
    before = lying(content)
    answer = done(visitor, seen(visitor, "pages/about.md", "rename", name="us"), "rename")
    assert "It could not be done (" in answer.text
    assert "Nothing was changed." in answer.text
    assert lying(content) == before
    assert not list((content.parent / ".cache/author/rearranged").glob("*"))


def test_what_is_kept_of_a_post_follows_its_name_so_that_a_withdrawal_finds_it(content: Path, visitor: Visitor) -> None:
    keeping = Keeping(content)
    (content / "consent.yml").write_text("C-09: {covers: [photo], withdrawn: 2031-01-01}\n", "utf-8")
    keeping.keep_version("content/posts/plan.md", b"---\ntitle: The plan\n---\nC-09 said so.\n")
    done(visitor, seen(visitor, "posts/plan.md", "rename", name="later"), "rename")
    assert any(b"C-09" in each.data for each in keeping.versions("content/posts/later.md"))
    forget_taken_out(content, "content/posts/later.md", (content / "posts/later.md").read_bytes())
    assert not any(b"C-09" in file.read_bytes() for file in keeping.folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_what_was_broken_off_half_way_is_brought_to_its_end(content: Path, visitor: Visitor, steps: int) -> None:
    """The note is written first: from there on each state of the files leads to the same end."""
    done(visitor, seen(visitor, "workshops/first/index.md", "rename", name="second"), "rename")
    whole = lying(content)
    note = next((content.parent / ".cache/author/rearranged").glob("*.json"))
    held = json.loads(note.read_text("utf-8"))
    note.write_text(json.dumps({**held, "is_done": False}), "utf-8")
    (content / "posts/plan.md").write_text(PLAN, "utf-8", newline="")
    if steps < 2:
        (content / "workshops/second/index.md").write_text(FIRST, "utf-8", newline="")
    if steps < 1:
        (content / "workshops/second").rename(content / "workshops/first")
    Rearranging(content, Keeping(content)).finish()
    assert lying(content) == whole
    assert json.loads(note.read_text("utf-8"))["is_done"]
