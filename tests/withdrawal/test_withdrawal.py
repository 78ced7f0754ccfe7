"""A consent taken back, as the author does it: one line, and everything that follows is done or told."""

import errno
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from plugins.withdrawal.marking import Marked, NotMarked, mark
from plugins.withdrawal.steps import numbered
from plugins.withdrawal.uses import Use, uses
from plugins.workbench.paths import CHECKOUT
from tests.support.builds import every_byte
from tests.support.diaries import LONDON, written
from tests.support.photographs import file_of, photograph

REGISTER = (
    "# Who agreed\nC-07: {covers: [photo, quote]}\nC-09: {covers: [photo, quote], until: 2040-01-01} # by letter\n"
)
POST = """
---
title: One
date: 2016-10-10
image: photos/canary.jpg
milestones: {when: 2016-10, title: The group met, image: photos/canary.jpg}
workshop: {status: held}
photos:
  - {file: photos/table.jpg, alt: A table, people: none}
  - {file: photos/canary.jpg, alt: A canary, people: recognisable, consent: [C-07, C-09]}
feedback:
  quotes:
    - {words: I am the canary and I have said so in a long sentence., consent: C-09}
    - {words: It was good., consent: C-07}
---
We met.

![A canary](./photos/c%61nary.jpg) and ![it][c]

[c]: photos/canary.jpg
"""
DRAFT = (
    "---\ntitle: Later\nstatus: draft\nphotos: {file: b.jpg, alt: B, people: recognisable, consent: C-09}\n---\nX.\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = written(
        tmp_path, workshops__one=POST, posts__later=DRAFT, posts__broken="---\ntitel: C-09, not C-091\n---\nX.\n"
    )
    (made / "consent.yml").write_text(REGISTER, "utf-8")
    (made / "workshops/one/photos").mkdir()
    (made / "posts/b.jpg").write_bytes(file_of(photograph(60, 60)))
    (made / "workshops/one/photos/table.jpg").write_bytes(file_of(photograph(90, 60)))
    for name in ("canary.jpg", "copy.jpg"):
        (made / "workshops/one/photos" / name).write_bytes(file_of(photograph(120, 60)))
    return made


def withdraw(content: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CHECKOUT / "tasks.py"), "withdraw", *arguments, "--content", str(content)]
    command += ["--output", str(content.parent / "output")]
    environment = {**os.environ, "DIARY_NOW": "2020-02-29T23:30+00:00", "PYTHONUTF8": "1"}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False)


def test_every_place_is_listed(content: Path) -> None:
    assert [str(use) for use in uses(content, "C-09", zone=LONDON)] == [
        "content/posts/broken.md:2: the number C-09, in a file that has something to mend",
        "content/posts/later.md:4: the photo b.jpg",
        "content/workshops/one/index.md:4: photos/canary.jpg as the picture for lists",
        "content/workshops/one/index.md:5: photos/canary.jpg at a milestone of the timeline",
        "content/workshops/one/index.md:9: the photo photos/canary.jpg",
        "content/workshops/one/index.md:12: the quote “I am the canary and I have said …”",
        "content/workshops/one/index.md:17: photos/canary.jpg in the story",
        "content/workshops/one/index.md:19: photos/canary.jpg in the story",
        "content/workshops/one/photos/copy.jpg: the same picture under another name; delete this one too",
    ]
    assert uses(content, "C-08", zone=LONDON) == ()


def test_the_register_is_marked_once_and_keeps_its_remarks(content: Path) -> None:
    marked = mark(content, "C-09", today=date(2020, 3, 1), zone=LONDON)
    assert (marked.line, marked.since.iso, marked.is_new) == (3, "2020-03-01", True)
    changed = REGISTER.replace("2040-01-01}", "2040-01-01, withdrawn: 2020-03-01}")
    assert (content / "consent.yml").read_text("utf-8") == changed
    again = mark(content, "C-09", today=date(2020, 5, 5), zone=LONDON)
    assert again == Marked(3, marked.since, is_new=False)
    assert (content / "consent.yml").read_text("utf-8") == changed
    assert sorted(path.name for path in content.iterdir()) == ["consent.yml", "posts", "workshops"]


@pytest.mark.parametrize(
    ("asked", "register", "answer"),
    [
        ("c9", REGISTER, "There is no consent “c9” in content/consent.yml; did you mean “C-09”?"),
        ("C-007", REGISTER, "There is no consent “C-007” in content/consent.yml; did you mean “C-07”?"),
        ("K-1234", REGISTER.replace("C-07", "K-1235"), "There is no consent “K-1234” in content/consent.yml; did you mean “K-1235”?"),
        ("Z", REGISTER, "There is no consent “Z” in content/consent.yml. The consents are C-07, C-09."),
        ("C-01", "{}\n", "There is no consent “C-01” in content/consent.yml. The register is empty."),
    ],
)  # fmt: skip
def test_a_consent_that_cannot_be_marked_is_told(content: Path, asked: str, register: str, answer: str) -> None:
    (content / "consent.yml").write_text(register, "utf-8")
    with pytest.raises(NotMarked) as told_so:
        mark(content, asked, today=date(2020, 3, 1), zone=LONDON)
    assert str(told_so.value) == answer
    assert (content / "consent.yml").read_text("utf-8") == register


@pytest.mark.parametrize(
    ("register", "marked"),
    [
        ("C-7: {covers: everything}\nC-09: {covers: [photo]}\n", "C-09: {covers: [photo], withdrawn: 2020-03-01}"),
        ("C-09: {cover: photo}\n", "C-09: {cover: photo, withdrawn: 2020-03-01}"),
        ("C-7: {covers: [photo]\nC-09: {covers: [photo]} # x\n", "C-09: {covers: [photo], withdrawn: 2020-03-01} # x"),
        ("C-7: a: b\r\n'C-09':\r\n  covers: [photo]\r\nC-8: {\r\n", "  covers: [photo]\r\n  withdrawn: 2020-03-01\r\nC-8"),
        ("\tC-7\n\nC-09: {covers: [photo]}", "C-09: {covers: [photo], withdrawn: 2020-03-01}"),
        ("C-7: \x01\nC-09: {covers: [photo]}\n", "C-09: {covers: [photo], withdrawn: 2020-03-01}"),
    ],
)  # fmt: skip
def test_what_else_is_to_mend_in_the_register_keeps_no_consent_from_being_marked(
    content: Path, register: str, marked: str
) -> None:
    (content / "consent.yml").write_bytes(register.encode())
    assert mark(content, "C-09", today=date(2020, 3, 1), zone=LONDON).is_new
    written_now = (content / "consent.yml").read_bytes().decode()
    assert marked in written_now
    added = len(written_now) - len(register)
    assert len(", withdrawn: 2020-03-01") <= added <= len("\r\n  withdrawn: 2020-03-01")


@pytest.mark.parametrize(
    ("register", "answer"),
    [
        ("C-7: {\nC-09: {covers: [photo]}\nC-09: {covers: [quote]}\n", "C-09 stands there more than once"),
        ("{C-09: {covers: [photo]}\n", "C-09 stands there in no line of its own"),
        ("C-7: {\nC-09: {covers: [photo]\n", "there is something to mend in this file first"),
        ("C-7: {\nC-09: {covers: [photo], withdrawn: }\n", "C-09 has “withdrawn” already, and the file cannot be read"),
        ("C-7: {\nC-09: yes\n", "what is to be changed is not there any more"),
    ],
)  # fmt: skip
def test_where_no_program_can_mark_an_entry_nothing_of_it_is_published_all_the_same(
    content: Path, register: str, answer: str
) -> None:
    (content / "consent.yml").write_text(register, "utf-8")
    with pytest.raises(NotMarked) as told_so:
        mark(content, "C-09", today=date(2020, 3, 1), zone=LONDON)
    assert told_so.value.covers_nothing
    assert str(told_so.value) == (
        f"content/consent.yml: {answer}. Write “withdrawn: 2020-03-01” to C-09 yourself, then run the same line again."
    )
    assert (content / "consent.yml").read_text("utf-8") == register


def test_a_register_that_cannot_be_written_is_told_with_what_to_write(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotMarked, match="Write “withdrawn: 2020-03-01” to C-09 yourself, then run the same line again"):
        mark(content, "C-09", today=date(2020, 3, 1), zone=LONDON)
    assert (content / "consent.yml").read_text("utf-8") == REGISTER


def test_the_steps_name_the_files_that_were_used_in_lines_to_copy(content: Path) -> None:
    lines = numbered(uses(content, "C-09", zone=LONDON), None, address="https://diary.example.org/").splitlines()
    files = "content/posts/b.jpg content/workshops/one/photos/canary.jpg content/workshops/one/photos/copy.jpg"
    assert f"       git rm -- {files}" in lines
    assert f"       git filter-repo --force --invert-paths --path {' --path '.join(files.split())}" in lines
    assert "       https://diary.example.org/workshops/one/" in lines
    assert all(len(line) <= 100 for line in lines if "git" not in line)


def test_where_no_picture_was_used_none_is_deleted() -> None:
    quotes = numbered([Use("content/posts/a b.md", 3, "the quote “A”")], None, address="https://diary.example.org/")
    assert "git rm" not in quotes
    assert "The pages:" not in quotes
    assert "Take it out of content/posts/a b.md, then commit." in quotes


def test_the_steps_in_the_documentation_are_those_that_are_told() -> None:
    page = (CHECKOUT / "docs/for-authors/privacy.md").read_text("utf-8")
    headings = [line.partition(". ")[2] for line in numbered((), None, address="").splitlines() if line[:1].isdigit()]
    assert len(headings) == 9
    assert [heading for heading in headings if f"**{heading}**" not in page] == []


def test_one_line_takes_it_off_and_tells_the_rest(content: Path) -> None:
    (content / "posts/broken.md").unlink()
    first = withdraw(content, "C-09")
    assert first.returncode == 0, first.stdout + first.stderr
    said = first.stdout
    assert said.startswith("The consent C-09 is needed in 8 places:\n\n  content/posts/later.md:4: the photo b.jpg\n")
    assert "content/consent.yml:3: marked as withdrawn, Saturday 29 February 2020." in said
    assert said.index("Built ") < said.index("1. Put the new site online now.") < said.index("9. Tell the person.")
    site = every_byte(content.parent / "output")
    assert [path for path, data in site.items() if b"canary" in data.lower() or b"C-09" in data] == []
    again = withdraw(content, "C-09")
    assert again.returncode == 0
    assert (
        "content/consent.yml:3: marked as withdrawn since Saturday 29 February 2020; that stays as it is."
        in again.stdout
    )


def test_what_is_to_mend_elsewhere_is_told_and_keeps_nothing_online(content: Path) -> None:
    run = withdraw(content, "C-09")
    assert run.returncode == 0
    assert "LEFT OUT of the new site, until it is mended:\n  content/posts/broken.md\n" in run.stderr
    assert "content/posts/broken.md:2: there is no field “titel” here" in run.stderr
    assert "9. Tell the person." in run.stdout
    site = every_byte(content.parent / "output")
    assert [path for path, data in site.items() if b"canary" in data.lower()] == []


def test_a_register_that_no_program_can_mark_is_told_and_its_photos_are_off_all_the_same(content: Path) -> None:
    (content / "consent.yml").write_text(REGISTER + "C-09: {covers: [photo]}\n", "utf-8")
    run = withdraw(content, "C-09")
    assert run.returncode == 3
    assert "The consent C-09 is needed in 9 places:" in run.stdout
    assert "C-09 stands there more than once. Write “withdrawn: 2020-02-29” to C-09 yourself" in run.stderr
    site = every_byte(content.parent / "output")
    assert [path for path, data in site.items() if b"canary" in data.lower()] == []


def test_an_unknown_number_ends_with_one_sentence(content: Path) -> None:
    run = withdraw(content, "C-9")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "There is no consent “C-9” in content/consent.yml; did you mean “C-09”?\n"
    assert not (content.parent / "output").exists()


def test_without_a_number_the_line_says_what_is_missing(content: Path) -> None:
    run = withdraw(content)
    assert run.returncode == 1
    assert "consent" in run.stderr
