"""Posts renamed, moved, put off and called off at the desk: shown first, done whole, and taken back."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.keeping import Keeping
from plugins.author.rearranging.plan import Rearranging
from plugins.author.server import EditorServer
from plugins.withdrawal.kept_texts import forget_taken_out
from tests.author.editor_forms import Answer, Visitor

NOW = "2031-03-01T12:00"
FIRST = """---
title: First # ours
date: 2031-01-10
workshop:
  status: planned
  start: 2031-04-02 10:00
  end: 12:30
feedback:
  even_better_if:
    - {id: tea, said: More tea.}
---

We met. See [the plan](../../posts/plan.md#when) and [here](index.md).
"""
PLAN = """---
title: The plan
date: 2031-02-01
answers:
  - {to: 'first#tea', did: We bought tea., status: done}   # at last
---

After [the first](../workshops/first/index.md "Hello"), and [once more][1], `[code](../workshops/first/index.md)`.\r

```
[code](../workshops/first/index.md)
```

[1]: <../workshops/First/index.md#tea>
"""
OTHER = "---\ntitle: Other\ndate: 2031-02-20\n---\n[Out](https://example.org/first/index.md), [plan](plan.md).\n"
FILES = {
    "workshops/first/index.md": FIRST,
    "workshops/first/draft.md": FIRST.replace("We met", "We meet"),
    "workshops/first/photos/a.jpg": "x",
    "posts/plan.md": PLAN,
    "posts/other.md": OTHER,
    "pages/about.md": "---\ntitle: About\n---\nUs.\n",
    "diary.yml": "name: D\nmenu: [about, help] # both\n",
    "pages/help.md": "---\ntitle: Help\n---\nUs.\n",
}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DIARY_NOW", NOW)
    for name, text in FILES.items():
        place = tmp_path / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="")
    return tmp_path / "content"


@pytest.fixture
def visitor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def address(source: str) -> str:
    return "/rearrange?" + urlencode({"source": f"content/{source}"})


def seen(visitor: Visitor, source: str, do: str, **fields: str) -> Answer:
    """What a press says that it would do; nothing is done yet. A field that is empty is left as it stands."""
    form = visitor.get(address(source)).form
    ticks = [pair for pair in form.pairs if pair[0] not in fields and pair[0] != "key"]
    return visitor.post("/rearrange", [*ticks, *fields.items(), ("do", do)])


def lines(answer: Answer) -> list[str]:
    part = answer.text.partition('id="seen"')[2].partition("</ul>")[0]
    return re.findall(r"<li>(.*)</li>", part)


def done(visitor: Visitor, answer: Answer, do: str) -> Answer:
    """The press that does what was seen."""
    first = answer.text.partition('<form class="editor-said"')[2].partition("</form>")[0]
    pairs = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', first)
    return visitor.post("/rearrange", [*pairs, ("do", do)])


def lying(content: Path) -> dict[str, str]:
    files = (file for file in content.rglob("*") if file.is_file())
    return {file.relative_to(content).as_posix(): file.read_bytes().decode() for file in files}


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
    assert "We meet" in now["workshops/our-first/draft.md"]


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
    assert now == {**FILES, "workshops/first/index.md": updated, "posts/plan.md": plan}
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
    done(visitor, seen(visitor, source, "cancel"), "cancel")
    assert "status: cancelled" in file.read_text("utf-8")
    assert "updated: 2031-03-01 12:02" in file.read_text("utf-8")
    page = visitor.get(address(source))
    key = re.findall(r'name="key" value="(\d+)"', page.text)[0]
    visitor.post("/rearrange", [*page.form.pairs[:2], ("key", key), ("do", "back")])
    assert "status: planned" in file.read_text("utf-8")
    assert "updated: 2031-03-01 12:03" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "do", "fields", "sentence"),
    [
        ("posts/plan.md", "rename", {"title": ""}, "Give it a title."),
        ("posts/plan.md", "rename", {"name": "!"}, "Give its address a word."),
        ("posts/plan.md", "rename", {}, "That is what it is called already."),
        ("posts/plan.md", "rename", {"name": "con"}, "Give it another address: Windows keeps this name for itself, so no folder can have it; write another."),
        ("posts/plan.md", "rename", {"name": "other"}, "content/posts/other.md is called that already. Give it another address."),
        ("posts/plan.md", "rename", {"name": "index"}, "Give it another address: a file that is called index stands for its whole folder."),
        ("posts/plan.md", "move", {}, "That is where it is already."),
        ("posts/plan.md", "move", {"date": ""}, "Give it a day. To take it off the web, save it as a draft in its form."),
        ("posts/plan.md", "move", {"date": "soon"}, "“soon” cannot be read as a day: "),
        ("posts/plan.md", "cancel", {}, "This post is about no workshop."),
        ("workshops/first/index.md", "move", {"number": "one"}, "Write its place in the series as a whole number, such as 3."),
        ("workshops/first/index.md", "postpone", {"start": "10am"}, "“10am” is a time without a day. Type both, such as 3 May 2031, 10am."),
        ("workshops/first/index.md", "postpone", {"start": "2031-04-02 10:00"}, "That is its day already."),
        ("workshops/first/index.md", "postpone", {"start": "2031-05-02", "end": "2031-05-01"}, "It would end before it starts. Type when it ends, too."),
        ("workshops/first/index.md", "fly", {}, "Press one of the buttons."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_nothing_is_changed(
    content: Path, visitor: Visitor, source: str, do: str, fields: dict[str, str], sentence: str
) -> None:
    answer = seen(visitor, source, do, **fields)
    assert answer.status == 409
    assert sentence in answer.text
    assert lying(content) == FILES


def test_what_was_held_is_neither_put_off_nor_called_off(content: Path, visitor: Visitor) -> None:
    file = content / "workshops/first/index.md"
    file.write_text(FIRST.replace("planned", "held"), "utf-8")
    for do in ("postpone", "cancel"):
        answer = seen(visitor, "workshops/first/index.md", do)
        assert "It says that the workshop was held. If that is wrong, change it in the form first." in answer.text


def test_what_is_typed_and_not_saved_is_saved_first(content: Path, visitor: Visitor) -> None:
    Keeping(content).keep_typed("content/posts/plan.md", [("title", "Typed")], window="w")
    answer = seen(visitor, "posts/plan.md", "rename", name="later")
    assert "What you typed in this post is not saved yet. Save it first, then come back." in answer.text


def test_what_changed_since_it_was_seen_is_shown_anew(content: Path, visitor: Visitor) -> None:
    answer = seen(visitor, "posts/plan.md", "rename", name="later")
    (content / "posts/plan.md").write_text(PLAN.replace("The plan", "Our plan"), "utf-8")
    assert "Nothing is changed yet." in done(visitor, answer, "rename").text
    assert (content / "posts/plan.md").is_file()


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
