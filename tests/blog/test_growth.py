"""A diary of four times as many posts costs four times as much: nothing is asked anew for each pair of posts.

Calls are counted, since a clock tells of the computer.
"""

import cProfile
import pstats
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from plugins.blog.site_building import Making, whole
from plugins.photos.pipeline import Pipeline
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON
from tests.support.pages import rendered, settings_of

FEW, MANY = 12, 48
POST = """\
---
title: Post {n}
date: 2016-{month:02}-{day:02}
status: {status}
tags: [Tag {n}, Shared]
formerly: [/old/{n}/]
ideas:
  - {{id: idea-{n}, name: Idea {n}, about: Something new.}}
  - {{id: other-{n}, name: Other {n}, about: Something else.}}
votes:
  - id: vote-{n}
    question: Which one is it?
    method: not-known
    counts: not-kept
    options: [{{name: Idea {n}, idea: idea-{n}}}, {{name: Other {n}, idea: other-{n}}}]
    chosen: [Idea {n}]
feedback:
  even_better_if: [{{id: better-{n}, said: Bring water {n}.}}]
glossary: [{{term: jargon{n}, means: A word.}}]
milestones: [{{when: 2016-{month:02}, title: Stone {n}, text: It was laid.}}]
---

Some jargon{n}, [the one before](p{before}.md), and [this](https://diary.example.org/posts/p{shown}/).

## A heading {n}

More *words* of it.
"""


def diary(folder: Path, posts: int) -> Path:
    (folder / "posts").mkdir(parents=True)
    for n in range(posts):
        status = "hidden" if n % 3 == 0 else "published"
        text = POST.format(n=n, month=1 + n % 12, day=1 + n % 28, status=status, before=max(0, n - 1), shown=n)
        (folder / "posts" / f"p{n}.md").write_text(text, "utf-8")
    return folder


def calls(content: Path) -> dict[str, int]:
    """How often each function of ours was called for a whole site."""
    settings = replace(settings_of(content, now=datetime(2031, 6, 1, tzinfo=LONDON)), per_page=1)
    profile = cProfile.Profile()
    profile.enable()
    contents = read_contents(settings.content, zone=settings.zone, now=settings.now)
    made, problems = whole(contents, Making(settings, content / "output", Pipeline()))
    assert [str(problem) for problem in problems if problem.stops] == []
    rendered(made)
    profile.disable()
    counted: dict[str, int] = {}
    for (file, line, name), (_, times, *_) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]  # typeshed knows no such attribute
        if Path(file).is_relative_to(CHECKOUT / "plugins") or Path(file).is_relative_to(CHECKOUT / "theme"):
            counted[f"{file}:{line} {name}"] = times
    return counted


def test_no_function_is_called_more_often_for_each_post_where_there_are_more_posts(tmp_path: Path) -> None:
    calls(diary(tmp_path / "first", 2))  # What is made once in a process is made.
    few, many = calls(diary(tmp_path / "few", FEW)), calls(diary(tmp_path / "many", MANY))
    assert len(many) > 500, "Calls were counted."
    assert {
        name: (few.get(name, 0), times)
        for name, times in many.items()
        if times > 12 * MANY and times > few.get(name, 0) * 1.2 * MANY / FEW
    } == {}
