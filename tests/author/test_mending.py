"""What is found in a story and says itself what to write is mended in its line, and is found no more."""

from pathlib import Path

import pytest

from plugins.author.documents import opened
from plugins.author.mending import mend_of, mended
from plugins.frontmatter import content_files
from plugins.problems import Problem
from plugins.story.teller import StoryTeller
from tests.story.stories import OneOtherPost

HEAD = "---\ntitle: One\ndate: 2031-01-01\n---\n\n"


@pytest.mark.parametrize(
    ("story", "mended_story"),
    [
        ("See [[Next week]] too.", "See [Next week](next-week.md) too."),
        ("See [[next-week#The plan|the plan]].", "See [the plan](next-week.md#the-plan)."),
        ("See ![[Next week]].", "See [Next week](next-week.md)."),
        ("Tea\n\n![[IMG 1.JPG]]", "Tea\n\n![](photos/IMG%201.JPG)"),
        ("See [the plan] (other.md) soon", "See [the plan](other.md) soon"),
        ("It was ==very warm== in May", "It was **very warm** in May"),
        ("Tea\n\n[TOC]\n\nCake", "Tea\n\n\n\nCake"),
        ("Tea {: .wide }", "Tea "),
        ("> [!NOTE]\n> Tea", "> **Note:**\n> Tea"),
        ("# Tea\n\nHot.", "## Tea\n\nHot."),
        ("## Tea\n\n#### Green\n\nHot.", "## Tea\n\n### Green\n\nHot."),
        ("> # Tea *and* cake #\n\nHot.", "> ## Tea *and* cake #\n\nHot."),
    ],
)
def test_one_press_makes_it_what_the_finding_says(tmp_path: Path, story: str, mended_story: str) -> None:
    file = tmp_path / "content" / "posts" / "one.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"{HEAD}{story}\n", "utf-8")
    [content] = content_files(tmp_path / "content")[0]
    post = opened(content)

    def found(text: str) -> list[Problem]:
        told = StoryTeller(OneOtherPost()).story(text, source=content.source, line=post.story_line)[1]
        return [each for each in told if mend_of(each)]

    [problem] = found(post.story)
    new = mended(post, problem)
    assert new is not None
    assert new.decode() == f"{HEAD}{mended_story}\n"
    assert problem.message not in [each.message for each in found(mended_story)]


@pytest.mark.parametrize(
    "story",
    [
        "==one== and ==one==",
        f"[[{'long ' * 20}]]",
        "Tea\n===\n\nHot.",
        "A note[^9].",
        "`==code==` ==code==",
    ],
)
def test_what_stands_there_twice_or_asks_for_thought_is_left_alone(tmp_path: Path, story: str) -> None:
    file = tmp_path / "content" / "posts" / "one.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"{HEAD}{story}\n", "utf-8")
    [content] = content_files(tmp_path / "content")[0]
    post = opened(content)
    problems = StoryTeller(OneOtherPost()).story(post.story, source=content.source, line=post.story_line)[1]
    assert problems
    assert not any(mended(post, each) for each in problems)
