"""In which order the preview tells what it found."""

import os
from pathlib import Path

from plugins.preview.build_events import BuildEvent
from plugins.preview.pages import finding_lines
from plugins.preview.views import FindingLine
from plugins.preview.wiring import saved_last_first
from plugins.problems import Problem


def test_the_file_that_was_saved_last_stands_first_and_the_others_by_their_name(tmp_path: Path) -> None:
    for name, saved in (("a.md", 5), ("b.md", 9), ("c.md", 5)):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / name).touch()
        os.utime(tmp_path / "content" / name, ns=(saved, saved))
    places = [
        ("content/c.md", 1),
        ("content/b.md", 7),
        ("content/b.md", 2),
        ("content/a.md", 3),
        ("content/gone.md", 1),
    ]
    found = [Problem(source, line, "", "a slip", "unknown-key") for source, line in (*places, places[0])]
    told = [(each.source, each.line) for each in saved_last_first(found, tmp_path / "content")]
    assert told == [
        ("content/b.md", 2),
        ("content/b.md", 7),
        ("content/a.md", 3),
        ("content/c.md", 1),
        ("content/gone.md", 1),
    ]


def test_a_place_is_told_as_its_author_sees_it() -> None:
    listed = Problem("content/a.md", 3, "Agenda, part 6, “Dots”, vote", "a slip", "unknown-key")
    whole = Problem("content/a.md", 0, "", "a slip", "unknown-key")
    shown = finding_lines(BuildEvent(problems=(listed, whole)), lambda each: f"/at/{each.line}", stops=True)
    assert shown == (
        FindingLine("content/a.md, line 3", "Agenda, part 6, “Dots”, vote", "a slip [unknown-key]", "/at/3"),
        FindingLine("content/a.md", "", "a slip [unknown-key]", "/at/0"),
    )
