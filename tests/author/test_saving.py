"""What the author types is in the file, and not one byte beside it."""

import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from threading import Barrier, Thread
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.keeping import Keeping
from plugins.author.server import EditorServer
from tests.author.editor_forms import Visitor
from tests.support.systems import needs_posix_files

SITES = Path(__file__).parents[1] / "sites"
WORKSHOP = """\
---
title: Our first evening   # as on the poster
workshop: {number: 1, start: 2031-04-02 10:00, venue: Boat house}
tags: care, housing
agenda:
  # Before lunch
  - Welcome
  - title: "Dots on the wall"
    kind: vote # with dots
    vote: wall

  # After it
  - {title: Lunch, minutes: 30}
votes:
  - id: wall
    question: Which idea?
    method: dots
    dots_each: 3
    options:
      - {name: A lamp, votes: 9}
      - {name: A bell, votes: 3}
comments: off
---

It was a warm evening.
"""
ADDRESS = "/post?" + urlencode({"source": "content/workshops/first/index.md"})


ELSEWHERE = "Other words for this stand in another window, not saved either."


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Visitor]:
    server = EditorServer(0, tmp_path / "content", ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    file = tmp_path / "content" / "workshops" / "first" / "index.md"
    file.parent.mkdir(parents=True)
    file.write_text(WORKSHOP, "utf-8")
    return file


def test_every_post_of_the_scenario_sites_is_saved_unchanged_as_it_was(tmp_path: Path, editor: Visitor) -> None:
    shutil.copytree(SITES / "four-workshops" / "content", tmp_path / "content")
    before = {file: file.read_bytes() for file in (tmp_path / "content").rglob("*.md")}
    list_page = editor.get("/").text
    for file in before:
        source = f"content/{file.relative_to(tmp_path / 'content').as_posix()}"
        assert urlencode({"source": source}) in list_page
        form = editor.get("/post?" + urlencode({"source": source})).form
        assert "Nothing had changed." in editor.post("/post", form.having()).text
    assert {file: file.read_bytes() for file in before} == before
    assert len(before) > 8


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "Our first evening: a start"}, "Our first evening   # as", "'Our first evening: a start'   # as"),
        ({"tags": "care\nhousing\nlamps"}, "tags: care, housing", "tags: [care, housing, lamps]"),
        ({"workshop__venue__name": "Town hall"}, "venue: Boat house", "venue: Town hall"),
        ({"workshop__venue__access": "Two steps"}, "venue: Boat house", "venue: {name: Boat house, access: Two steps}"),
        ({"workshop__start": "3 April 2031, 2pm"}, "2031-04-02 10:00", "2031-04-03 14:00"),
        ({"agenda__1__kind": ""}, "    kind: vote # with dots\n", ""),
        ({"agenda__0__minutes": "15"}, "  - Welcome\n", "  - title: Welcome\n    minutes: 15\n"),
        ({"agenda__2__kind": "meal"}, "{title: Lunch, minutes: 30}", "{title: Lunch, kind: meal, minutes: 30}"),
        ({"votes__0__options__1__votes": "4"}, "{name: A bell, votes: 3}", "{name: A bell, votes: 4}"),
        ({"comments__word": "", "comments__prompt": "And you?"}, "comments: off", "comments:\n  prompt: And you?"),
        ({"summary": "Lamps.\nAnd bells."}, "poster\n", "poster\nsummary: |\n  Lamps.\n  And bells.\n"),
        ({"story": "It was warm.\n\n- a\n"}, "It was a warm evening.\n", "It was warm.\n\n- a\n"),
    ],
)
def test_a_change_of_one_field_is_a_change_of_its_bytes(
    workshop: Path, editor: Visitor, changes: dict[str, str], old: str, new: str
) -> None:
    form = editor.get(ADDRESS).form
    assert "Saved." in editor.post("/post", form.having(**changes)).text
    assert workshop.read_text("utf-8") == WORKSHOP.replace(old, new)
    assert "Nothing had changed." in editor.post("/post", editor.get(ADDRESS).form.having()).text


def test_items_come_move_go_and_come_back_without_a_script(workshop: Path, editor: Visitor) -> None:
    form = editor.get(ADDRESS).form
    for action in ("add:agenda", "up:agenda.n1", "remove:agenda.0", "remove:agenda.2", "undo:agenda.2"):
        form = editor.post("/post", form.having(do=action)).form
    assert workshop.read_text("utf-8") == WORKSHOP
    assert "Saved." in editor.post("/post", form.having(agenda__n1__title="Tea")).text
    assert workshop.read_text("utf-8") == WORKSHOP.replace("  - Welcome\n", "").replace(
        "    vote: wall\n", "    vote: wall\n  - Tea\n"
    )


def test_a_new_vote_gets_its_short_name_and_can_be_picked_in_the_agenda(workshop: Path, editor: Visitor) -> None:
    form = editor.post("/post", editor.get(ADDRESS).form.having(do="add:votes")).form
    form = editor.post("/post", form.having(do="add:votes.n1.options", votes__n1__question="Tea or coffee?")).form
    assert "tea-or-coffee" in form.boxes["agenda.0.vote"]
    pairs = form.having(
        votes__n1__method="show-of-hands", votes__n1__options__n1__name="Tea", agenda__0__vote="tea-or-coffee"
    )
    assert "Saved." in editor.post("/post", pairs).text
    assert workshop.read_text("utf-8") == WORKSHOP.replace(
        "  - Welcome\n", "  - title: Welcome\n    vote: tea-or-coffee\n"
    ).replace(
        "votes: 3}\n",
        "votes: 3}\n  - id: tea-or-coffee\n    question: Tea or coffee?\n    method: show-of-hands\n    options: [Tea]\n",
    )


def test_two_windows_never_overwrite_each_other(workshop: Path, editor: Visitor) -> None:
    one, other = editor.get(ADDRESS).form, editor.get(ADDRESS).form
    editor.post("/post", one.having(title="One"))
    conflict = editor.post("/post", other.having(title="Other"))
    assert conflict.status == 409
    sides = '<td class="is-theirs">title: One   # as on the poster</td><td class="is-yours">title: Other   # as on the poster</td>'
    assert sides in conflict.text
    assert "<td>comments: off</td><td>comments: off</td>" in conflict.text
    assert "title: One   # as" in conflict.text
    assert "title: Other   # as" in conflict.text
    assert "title: One   #" in workshop.read_text("utf-8")
    editor.post("/post", [*conflict.form.pairs, ("do", "mine")])
    assert "title: Other   #" in workshop.read_text("utf-8")


def test_what_was_typed_is_back_after_the_window_closed(workshop: Path, editor: Visitor) -> None:
    form = editor.get(ADDRESS).form
    editor.post("/typed", form.having(title="Half a ti"))
    again = editor.get(ADDRESS)
    assert "was not saved. It is back" in again.text
    assert again.form.value("title") == "Half a ti"
    assert workshop.read_text("utf-8") == WORKSHOP
    assert editor.post("/post", again.form.having(do="forget")).form.value("title") == "Our first evening"


def test_what_is_typed_in_two_windows_is_kept_apart_and_both_are_told(workshop: Path, editor: Visitor) -> None:
    one, other = editor.get(ADDRESS).form, editor.get(ADDRESS).form
    assert "What you type is kept." in editor.post("/typed", one.having(title="One")).text
    assert ELSEWHERE in editor.post("/typed", other.having(title="Other")).text
    assert ELSEWHERE in editor.post("/typed", one.having(title="One more")).text
    assert ELSEWHERE in editor.post("/post", other.having(title="Other", do="add:agenda")).text
    again = editor.get(ADDRESS)
    assert again.form.value("title") == "Other"
    there = again.text.split(f'{ELSEWHERE} Both are kept. <a href="')[1].split('"')[0]
    assert editor.get(unescape(there)).form.value("title") == "One more"
    assert "Saved." in editor.post("/post", one.having(title="One more")).text
    after = editor.get(ADDRESS)
    assert after.form.value("title") == "Other"
    assert ELSEWHERE not in after.text
    assert "title: One more" in editor.post("/post", after.form.having()).text, "both texts are shown"
    assert "title: One more" in workshop.read_text("utf-8")


def test_what_is_back_in_a_new_window_is_kept_once_and_thrown_away_once(workshop: Path, editor: Visitor) -> None:
    editor.post("/typed", editor.get(ADDRESS).form.having(title="Half"))
    later = editor.get(ADDRESS).form
    editor.post("/typed", later.having(title="Half a title"))
    again = editor.get(ADDRESS)
    assert again.form.value("title") == "Half a title"
    assert ELSEWHERE not in again.text
    editor.post("/post", again.form.having(do="forget"))
    assert editor.get(ADDRESS).form.value("title") == "Our first evening"


def test_what_arrives_of_a_window_after_its_save_is_not_back(workshop: Path, editor: Visitor) -> None:
    form = editor.get(ADDRESS).form
    assert "Saved." in editor.post("/post", form.having(title="Two")).text
    assert editor.post("/typed", form.having(title="Two")).status == 409
    assert "was not saved" not in editor.get(ADDRESS).text


def test_half_a_form_changes_nothing(workshop: Path, editor: Visitor) -> None:
    pairs = editor.get(ADDRESS).form.having(title="Two")
    end = next(index for index, (name, _) in enumerate(pairs) if name == "agenda.2.was")
    assert "Not all of the form arrived" in editor.post("/post", [("do", "save"), *pairs[:end]]).text
    without_lists = [(name, value) for name, value in pairs if not name.startswith(("agenda", "votes", "story"))]
    editor.post("/post", without_lists)
    assert workshop.read_text("utf-8") == WORKSHOP.replace("Our first evening", "Two")


def test_the_text_before_each_save_is_kept_for_its_author_alone(workshop: Path, editor: Visitor) -> None:
    for title in ("One", "Two"):
        editor.post("/post", editor.get(ADDRESS).form.having(title=title))
    kept = workshop.parents[3] / ".cache" / "author"
    texts = [file.read_text("utf-8") for file in sorted(kept.rglob("versions/*"))]
    assert texts == [WORKSHOP, WORKSHOP.replace("Our first evening", "One")]
    assert {file.stat().st_mode & 0o077 for file in kept.rglob("*") if file.is_file()} == {0}
    assert kept.stat().st_mode & 0o077 == 0


def test_of_two_windows_that_save_at_once_one_is_asked(editor: Visitor, workshop: Path) -> None:
    both: list[int] = []
    forms = [editor.get(ADDRESS).form.having(story=f"Written in window {number}.") for number in range(4)]
    together = Barrier(len(forms))

    def save(form: list[tuple[str, str]]) -> None:
        together.wait()
        both.append(editor.post("/post", form).status)

    threads = [Thread(target=save, args=(form,)) for form in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(both) == [200, 409, 409, 409]
    kept = [each.data for each in Keeping(workshop.parents[2]).versions("content/workshops/first/index.md")]
    for number in range(4):
        assert any(f"Written in window {number}." in text.decode() for text in (*kept, workshop.read_bytes()))


@needs_posix_files
def test_what_cannot_be_kept_is_told_in_a_sentence_and_nothing_is_saved(
    editor: Visitor, workshop: Path, tmp_path: Path
) -> None:
    (tmp_path / ".cache").symlink_to(tmp_path / "content")
    answer = editor.post("/post", editor.get(ADDRESS).form.having(title="Other"))
    assert answer.status == 409
    assert "could not be read or written (this is a link to another place" in answer.text
    assert workshop.read_text("utf-8") == WORKSHOP
