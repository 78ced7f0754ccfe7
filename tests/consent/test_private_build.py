"""A build with a list of private words: nothing of them is published, in the log neither."""

from pathlib import Path

import pytest

from plugins.engine.signals import all_written
from tests.support.builds import build, every_byte
from tests.support.diaries import written
from tests.support.papers import pages_of, paper

POST = """
---
title: One
date: 2016-10-10
workshop: {status: held}
agenda:
  - title: Talk
    materials: {title: Paper, file: paper.pdf}
---
STORY
"""
NAME = "Siân Quillfeather"
WORD = {"DIARY_PRIVATE_WORDS_LIST": f"# Nobody may read this\n{NAME}"}


def diary(folder: Path, story: str = "We met.", said: str = "Hello") -> Path:
    content = written(folder, workshops__one=POST.replace("STORY", story))
    (content / "workshops/one/paper.pdf").write_bytes(paper(said).saved())
    return content


def test_the_room_asks_for_the_last_look() -> None:
    from plugins.consent.private_words.wiring import look_through, register

    register()
    assert look_through in all_written.receivers_for(all_written)
    all_written.disconnect(look_through)


def test_a_site_without_them_is_published_and_says_so(tmp_path: Path) -> None:
    run = build(diary(tmp_path), tmp_path / "output", environment=WORD)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[0] == "None of your 1 private words is in the new site."


def test_without_a_list_nothing_is_said(tmp_path: Path) -> None:
    run = build(diary(tmp_path, NAME), tmp_path / "output")
    assert (run.returncode, "private words" in run.stdout) == (0, False)


@pytest.mark.parametrize(
    ("story", "said", "place"),
    [
        ("We met *Siân* **Quill**feather.", "Hello", "content/workshops/one/index.md:9: "),
        (
            "We met.",
            "Si\xe2n Quillfeather",
            "content/workshops/one/index.md:7: Agenda, part 1, “Talk”, materials, number 1, “Paper”, file: ",
        ),
    ],
)
@pytest.mark.parametrize("arguments", [(), ("-e", "DIARY_CHECK_ONLY=true")])
def test_a_word_in_the_diary_is_told_with_its_line_and_stops_the_build(
    tmp_path: Path, story: str, said: str, place: str, arguments: tuple[str, ...]
) -> None:
    run = build(diary(tmp_path, story, said), tmp_path / "output", *arguments, environment=WORD)
    assert run.returncode == 1
    assert f"{place}line 2 of your private words stands " in run.stderr
    assert "quill" not in (run.stdout + run.stderr).casefold()
    assert not (tmp_path / "output").exists()


def test_a_word_that_only_the_whole_site_holds_stops_it_before_the_swap(tmp_path: Path) -> None:
    content = diary(tmp_path)
    assert build(content, tmp_path / "output").returncode == 0
    before = every_byte(tmp_path / "output")
    (content / "posts").mkdir()
    (content / "posts/two.md").write_text("---\ntitle: Two\ndate: 2016-10-11\n---\nMore.\n", "utf-8")
    # Words of the theme's own pages, that no post holds.
    run = build(content, tmp_path / "output", environment={"DIARY_PRIVATE_WORDS_LIST": "All posts"})
    assert run.returncode == 1
    assert "\n404.html:" in run.stderr
    assert "line 1 of your private words stands here; take it out" in run.stderr
    assert every_byte(tmp_path / "output") == before


def test_a_list_inside_the_diary_is_refused(tmp_path: Path) -> None:
    content = diary(tmp_path)
    (content / "words.txt").write_text(NAME, "utf-8")
    named = {"DIARY_PRIVATE_WORDS": str(content / "words.txt")}
    run = build(content, tmp_path / "output", environment=named)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == (
        f"DIARY_PRIVATE_WORDS names a file inside {content}, where others can read it; "
        "move it to a place of your own, outside the diary's folders."
    )
    assert not (tmp_path / "output").exists()


def test_the_preview_shows_a_draft_with_them_and_tells_it(tmp_path: Path) -> None:
    content = diary(tmp_path)
    text = f"---\ntitle: Two\nstatus: draft\n---\nWith {NAME}.\n"
    (content / "posts").mkdir()
    (content / "posts/two.md").write_text(text, "utf-8")
    run = build(content, tmp_path / "output", "-e", "DIARY_PREVIEW=true", environment=WORD)
    assert run.returncode == 0
    assert "content/posts/two.md:5: line 2 of your private words stands here; take it out" in run.stderr
    assert "the build goes on" in run.stderr


def test_a_scan_stops_the_build_until_somebody_has_read_it(tmp_path: Path) -> None:
    content = diary(tmp_path)
    (content / "workshops/one/paper.pdf").write_bytes(pages_of([b"9 9 m 90 90 l S"]).saved())
    run = build(content, tmp_path / "output", environment=WORD)
    assert run.returncode == 1
    assert (
        "content/workshops/one/index.md:7: Agenda, part 1, “Talk”, materials, number 1, “Paper”, file: page 1 of this file is a picture"
        in run.stderr
    )
    post = content / "workshops/one/index.md"
    post.write_text(post.read_text("utf-8").replace("paper.pdf}", "paper.pdf, read_by_eye: true}"), "utf-8")
    run = build(content, tmp_path / "output", environment=WORD)
    assert run.returncode == 0, run.stderr
    assert not any(b"read_by_eye" in file.read_bytes() for file in (tmp_path / "output").rglob("*") if file.is_file())


@pytest.mark.parametrize("word", ["Jo-Anne O’Donnell", "JOANNE ODONNELL", "Jo Anne O Donnell"])
@pytest.mark.parametrize("listed", ["Jo-Anne O'Donnell", "JoAnne ODonnell"])
def test_a_name_is_told_however_it_is_parted(tmp_path: Path, word: str, listed: str) -> None:
    run = build(
        diary(tmp_path, f"We met {word}."),
        tmp_path / "output",
        "-e",
        "DIARY_CHECK_ONLY=true",
        environment={"DIARY_PRIVATE_WORDS_LIST": listed},
    )
    assert run.returncode == 1
    assert "line 1 of your private words stands here" in run.stderr
    assert word not in run.stdout + run.stderr
