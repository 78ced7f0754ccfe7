"""Photos and quotes that are no longer agreed to: nothing of them is left, and all else keeps its place."""

from pathlib import Path

import pytest

from tests.support.builds import build, built, every_byte
from tests.support.diaries import read, written
from tests.support.photographs import file_of, photograph, put

REGISTER = "C-01: {covers: [photo, quote]}\nC-02: {covers: photo, until: 2016-12-31}\nC-03: {covers: [photo, quote], withdrawn: 2019-01-01}\n"
POST = """
---
title: One
date: 2016-10-10
image: photos/canary.jpg
milestones: {when: 2016-10, title: The group met, image: photos/canary.jpg}
workshop: {status: held}
photos:
  - {file: photos/canary.jpg, alt: A canary at a table, caption: The canary sings, credit: Canary & Co, people: recognisable, consent: [C-01, CONSENT]}
  - {file: photos/table.jpg, alt: A table, people: none, caption: "See [there](nowhere.md)"}
feedback:
  quotes:
    - {words: I am the canary., who: A canary, consent: CONSENT}
    - {words: It was good., consent: C-01}
---
We met.

![A canary that sings](photos/canary.jpg "canary")

[![The canary once more](./photos/%63anary.jpg)](index.md) ![Canary][c]

[c]: photos/../photos/canary.jpg (canary)
"""


def diary_with(folder: Path, consent: str, register: str = REGISTER) -> Path:
    content = written(folder, workshops__one=POST.replace("CONSENT", consent))
    (content / "consent.yml").write_text(register, "utf-8")
    for seed, name in enumerate(("canary.jpg", "table.jpg")):
        comment = b"Canary in the file"
        put(content / "workshops/one/photos", name, file_of(photograph(seed=seed), format="JPEG", comment=comment))
    return content


@pytest.mark.parametrize("consent", ["C-02", "C-03"])
def test_nothing_is_left_of_what_is_no_longer_agreed_to(tmp_path: Path, consent: str) -> None:
    content = diary_with(tmp_path, consent)
    text = (content / "workshops/one/index.md").read_text("utf-8").replace("[there](nowhere.md)", "there")
    if consent == "C-02":
        text = text.replace("    - {words: I am the canary., who: A canary, consent: C-02}\n", "")
    (content / "workshops/one/index.md").write_text(text, "utf-8")
    run = build(content, tmp_path / "output", environment={"DIARY_NOW": "2020-01-01T12:00"})
    assert run.returncode == 0, run.stderr
    assert "this photo is left out of everything that is published" in run.stderr
    site = every_byte(tmp_path / "output")
    assert "We met." in site["workshops/one/index.html"].decode()
    assert [path for path, content in site.items() if b"canary" in content.lower() or "canary" in path.lower()] == []
    assert [path for path, content in site.items() if consent.encode() in content] == []


def test_with_a_consent_that_holds_the_words_are_there(tmp_path: Path) -> None:
    """So that the search above is known to find what it looks for."""
    content = diary_with(tmp_path, "C-01")
    text = (content / "workshops/one/index.md").read_text("utf-8").replace("[there](nowhere.md)", "there")
    text = text.replace("[![The canary once more](./photos/%63anary.jpg)](index.md)", "![More](./photos/%63anary.jpg)")
    (content / "workshops/one/index.md").write_text(text, "utf-8")
    site = every_byte(built(content, tmp_path / "output", environment={"DIARY_NOW": "2020-01-01T12:00"}))
    assert b"I am the canary." in site["workshops/one/index.html"]
    assert site["workshops/one/index.html"].count(b'class="figure figure--') == 4


def test_findings_keep_their_lines_beside_what_is_left_out(tmp_path: Path) -> None:
    content = diary_with(tmp_path, "C-03")
    run = build(content, tmp_path / "output", environment={"DIARY_NOW": "2020-01-01T12:00"})
    assert run.returncode == 1
    assert "content/workshops/one/index.md:9: Photos, photo 2, “photos/table.jpg”, caption: found" in run.stderr


def test_the_record_and_its_tree_lose_the_same(tmp_path: Path) -> None:
    diary_with(tmp_path, "C-03")
    diary, _ = read(tmp_path)
    entry = diary.entries[0]
    assert entry.left_out == {"photos/canary.jpg"}
    assert [photo.file for photo in entry.post.photos] == ["photos/table.jpg"]
    assert entry.post.image is None
    assert [milestone.image for milestone in entry.post.milestones] == [None]
    assert "canary" not in repr(entry.tree).replace("photos/canary.jpg", "")


@pytest.mark.parametrize("photos", ["photos: {PHOTO}", "photos: [{PHOTO}]"])
def test_one_photo_may_be_written_without_a_list(tmp_path: Path, photos: str) -> None:
    photo = photos.replace("PHOTO", "file: a.jpg, alt: A, people: recognisable, consent: C-03")
    content = written(tmp_path, posts__one=f"---\ntitle: One\ndate: 2016-10-10\n{photo}\n---\nWords.\n")
    (content / "consent.yml").write_text(REGISTER, "utf-8")
    diary, _ = read(tmp_path)
    assert diary.entries[0].post.photos == ()
    assert "a.jpg" not in repr(diary.entries[0].tree)


MISTAKES = [
    ("image: photos/b.jpg", 'Image: found "photos/b.jpg", which is not under “photos”; add it there, with what it shows and who is in it [picture-unlisted]'),
    ("milestones: {when: 2016, title: We met, image: photos/b.jpg}", 'Milestones, number 1, “We met”, image: found "photos/b.jpg", which is not under “photos”; add it there, with what it shows and who is in it [picture-unlisted]'),
    ("photos: [{file: photos/b.jpg, alt: B, people: none}, {file: ./photos/b.jpg, alt: B, people: none}]", 'Photos, photo 2, “./photos/b.jpg”, file: found "photos/b.jpg" a second time; tell all there is of it in one place [used-twice]'),
]  # fmt: skip


@pytest.mark.parametrize(("field", "answer"), MISTAKES)
def test_every_picture_is_told_of_once(tmp_path: Path, field: str, answer: str) -> None:
    post = f"---\ntitle: One\ndate: 2016-10-10\nworkshop: {{status: held}}\n{field}\n---\nWords.\n"
    content = written(tmp_path, workshops__one=post)
    (content / "workshops/one/photos").mkdir()
    (content / "workshops/one/photos/b.jpg").write_bytes(b"")
    _, problems = read(tmp_path)
    assert [str(problem) for problem in problems] == [f"content/workshops/one/index.md:5: {answer}"]


def test_a_photo_told_of_twice_is_shown_for_neither(tmp_path: Path) -> None:
    photos = "[{file: a.jpg, alt: A, people: none}, {file: a.jpg, alt: A, people: recognisable, consent: C-03}]"
    content = written(tmp_path, posts__one=f"---\ntitle: One\ndate: 2016-10-10\nphotos: {photos}\n---\nWords.\n")
    (content / "consent.yml").write_text(REGISTER, "utf-8")
    diary, _ = read(tmp_path)
    assert diary.entries[0].post.photos == ()


def test_a_picture_in_a_story_that_is_not_told_of_stops_the_build(tmp_path: Path) -> None:
    content = diary_with(tmp_path, "C-01")
    text = (content / "workshops/one/index.md").read_text("utf-8")
    (content / "workshops/one/photos/other.jpg").write_bytes(b"")
    (content / "workshops/one/index.md").write_text(text + "\n![Somebody](photos/other.jpg)\n", "utf-8")
    run = build(content, tmp_path / "output", environment={"DIARY_NOW": "2020-01-01T12:00"})
    assert run.returncode == 1
    assert (
        f'content/workshops/one/index.md:{text.count(chr(10)) + 2}: found the picture "photos/other.jpg": '
        "this picture is not under “photos”; add it there, with what it shows and who is in it"
    ) in run.stderr


@pytest.mark.parametrize("photos", ["photos: {PHOTO}", "photos: [{PHOTO}]", "photos:\n  - {PHOTO}"])
@pytest.mark.parametrize(("blur", "stops"), [("", True), ("~", True), ("{x: 0, y: 0, w: 0.5, h: 0.5}", False)])
def test_a_blur_without_a_region_stops_the_build(tmp_path: Path, photos: str, blur: str, stops: bool) -> None:
    photo = photos.replace("PHOTO", f"file: a.jpg, alt: A, people: none, blur: {blur}")
    content = written(tmp_path, posts__one=f"---\ntitle: One\ndate: 2016-10-10\n{photo}\n---\nWords.\n")
    (content / "posts/a.jpg").write_bytes(b"")
    line = 5 if "\n" in photos else 4
    told = (
        f"content/posts/one.md:{line}: Photos, photo 1, “a.jpg”, blur: "
        "no region stands here, so nothing is hidden; draw it, or take “blur:” out [blur-hides-nothing]"
    )
    assert [str(problem) for problem in read(tmp_path)[1]] == [told] * stops
