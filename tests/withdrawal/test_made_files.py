"""The files that readers keep: each that the diary makes of a post is named when a consent is taken back."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.blog.pages.book import book
from plugins.blog.pages.easy_read import booklets
from plugins.blog.pages.hand_outs import hand_outs
from plugins.blog.pages.open_data import open_data
from plugins.settings.record import NOTHING_BESIDES, Outputs
from plugins.withdrawal.__main__ import main
from plugins.withdrawal.steps import Step, steps
from plugins.withdrawal.uses import uses
from tests.support.diaries import LONDON, written
from tests.support.pages import site_model_of

ADDRESS = "https://diary.example.org/"
EVERYTHING = Outputs(book=True)
QUOTE = "feedback: {quotes: [{words: A lamp., consent: C-9}]}"
POSTS = {
    "workshops__plan": f"""
---
title: Plan
date: 2016-10-10
slug: we-plan
workshop: {{start: 2016-10-09, status: held}}
easy_read: We met.
{QUOTE}
---
X.
""",
    "posts__note": f"---\ntitle: Note\ndate: 2016-10-11\n{QUOTE}\n---\nX.\n",
    "pages__about": f"---\ntitle: About\n{QUOTE}\n---\nX.\n",
}


def diary(folder: Path, *names: str) -> Path:
    content = written(folder, **{name: POSTS[name] for name in names or POSTS})
    (content / "consent.yml").write_text("C-9: {covers: [quote, share]}\n", "utf-8")
    return content


def told(content: Path, outputs: Outputs, heading: str) -> Step:
    found = uses(content, "C-9", zone=LONDON)
    return next(step for step in steps(found, None, address=ADDRESS, outputs=outputs) if heading in step.heading)


def files_to_ask_for(content: Path, outputs: Outputs) -> list[str]:
    ways = told(content, outputs, "search engines").ways
    listed = next((way for way in ways if way.startswith("The files")), "")
    return [line.removeprefix(ADDRESS) for line in listed.split("\n")[1:]]


def test_every_file_that_the_diary_makes_of_a_post_is_named(tmp_path: Path) -> None:
    content = diary(tmp_path)
    made = site_model_of(content, now=datetime(2031, 6, 1, tzinfo=UTC))
    model = replace(made, settings=replace(made.settings, has_hand_outs=True, has_book=True))
    planned = {each.path for each in (*hand_outs(model), *booklets(model), *book(model))}
    data = {each.path for each in open_data(model) if b"A lamp." in each.content}
    assert files_to_ask_for(content, EVERYTHING) == sorted(planned | data)
    assert files_to_ask_for(content, EVERYTHING) == [
        *("diary.epub", "diary.json", "diary.pdf", "easy-read/we-plan.pdf"),
        *("workshops/we-plan.json", "workshops/we-plan/hand-out-large.pdf", "workshops/we-plan/hand-out.pdf"),
    ]


def test_what_the_diary_does_not_make_is_not_named(tmp_path: Path) -> None:
    content = diary(tmp_path / "all")
    assert files_to_ask_for(content, NOTHING_BESIDES) == []
    assert told(content, NOTHING_BESIDES, "printed").ways == ()
    assert files_to_ask_for(content, replace(EVERYTHING, hand_outs=False, open_data=False, book=False)) == [
        "easy-read/we-plan.pdf"
    ]
    assert files_to_ask_for(diary(tmp_path / "note", "posts__note"), Outputs()) == ["diary.json"]
    assert files_to_ask_for(diary(tmp_path / "page", "pages__about"), EVERYTHING) == []


def test_what_was_printed_or_sent_is_named_for_each_output(tmp_path: Path) -> None:
    content = diary(tmp_path)
    for name, begins in {
        "hand_outs": "Hand-outs of workshops (PDF)",
        "easy_read": "Easy-read booklets (PDF)",
        "book": "The book (PDF and EPUB)",
        "cards": "Cards: chats and social media",
        "open_data": "The data (diary.json",
    }.items():
        (way,) = told(content, replace(NOTHING_BESIDES, **{name: True}), "printed").ways
        assert way.startswith(begins)
    known = {"hand_outs", "easy_read", "book", "cards", "open_data", "search"}
    assert {field.name for field in fields(Outputs)} == known, "is something new of it kept by readers?"


@pytest.mark.parametrize(
    ("written_in_diary_yml", "is_named"), [("outputs: {book: true}\n", True), ("", False), ("outputs: [\n", False)]
)
def test_the_file_of_the_diary_says_what_it_makes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written_in_diary_yml: str, is_named: bool
) -> None:
    content = diary(tmp_path)
    (content / "diary.yml").write_text(f"name: A diary\naddress: {ADDRESS}\n{written_in_diary_yml}", "utf-8")
    assert main(["--content", str(content), "--steps", "--", "C-9"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (f"       {ADDRESS}diary.epub" in lines) is is_named
    assert any(line.startswith("   - The book (PDF and EPUB)") for line in lines) is is_named
