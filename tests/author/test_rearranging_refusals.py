"""What cannot be renamed, moved, put off or called off: a sentence each, and no byte is another."""

from pathlib import Path

import pytest

from plugins.author.keeping import Keeping
from tests.author import rearranged_diary
from tests.author.editor_forms import Visitor
from tests.author.rearranged_diary import FILES, FIRST, PLAN, done, lying, seen

content, visitor = rearranged_diary.content, rearranged_diary.visitor


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
