"""Diaries for tests: written as files, read by the reader that reads the author's."""

from datetime import datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

from plugins.problems import Problem
from plugins.workshops.diary import Diary
from plugins.workshops.intake import read_diary
from plugins.workshops.record.post import Post

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2020, 1, 1, tzinfo=LONDON)


def written(folder: Path, **files: str) -> Path:
    """A content folder with `files`: `posts__hello="…"` is `posts/hello.md`, `workshops__one` its `index.md`."""
    content = folder / "content"
    for name, text in files.items():
        kind, _, slug = name.partition("__")
        path = slug.replace("_", "-")
        file = content / kind / (f"{path}/index.md" if kind == "workshops" else f"{path}.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8", newline="\n")
    return content


def read(folder: Path, **files: str) -> tuple[Diary, tuple[Problem, ...]]:
    """The diary that `files` make, and its findings."""
    return read_diary(written(folder, **files), zone=LONDON, now=NOW)


def without_code(problem: Problem) -> str:
    """A finding as it is printed, without the code at its end."""
    return str(problem).removesuffix(f" [{problem.code}]")


def only_post(folder: Path, text: str, kind: str = "posts") -> Post:
    """The one post of a diary that has no findings."""
    diary, problems = read(folder, **{f"{kind}__a_post": text})
    assert problems == ()
    return diary.entries[0].post
