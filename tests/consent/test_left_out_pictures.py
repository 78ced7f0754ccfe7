"""Real pictures that are no longer agreed to: off the site, out of the store, and out of every copy of theirs."""

import shutil
from pathlib import Path

import pytest

from tests.support.builds import built, every_byte
from tests.support.diaries import read, written
from tests.support.photographs import file_of, photograph, put

NOW = {"DIARY_NOW": "2020-01-01T12:00"}
POST = """
---
title: One
date: 2016-10-10
image: photos/group.jpg
milestones: {when: 2016-10, title: The group met, image: photos/group.jpg}
workshop: {status: held}
photos:
  - {file: photos/group.jpg, alt: A canary at a table, people: recognisable, consent: C-01}
  - {file: photos/table.jpg, alt: A table, people: none}
---
We met.

![A canary that sings](photos/group.jpg)
"""
OTHER = """
---
title: Two
date: 2016-10-11
image: again.jpg
photos: {file: again.jpg, alt: A canary once more, people: none}
---
Later.

![A canary for the third time](again.jpg)
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = written(tmp_path, workshops__one=POST)
    (made / "posts/two").mkdir(parents=True)
    (made / "posts/two/index.md").write_text(OTHER.lstrip(), "utf-8")
    (made / "consent.yml").write_text("C-01: {covers: photo}\n", "utf-8")
    put(made / "workshops/one/photos", "group.jpg", file_of(photograph(seed=1), format="JPEG"))
    put(made / "workshops/one/photos", "table.jpg", file_of(photograph(seed=2), format="JPEG"))
    shutil.copy(made / "workshops/one/photos/group.jpg", made / "posts/two/again.jpg")
    return made


def site(content: Path, name: str, store: str) -> dict[str, bytes]:
    folder = content.parent
    keeping = ("-e", f'DIARY_PICTURES_KEPT="{folder / store}"')
    return every_byte(built(content, folder / name, *keeping, environment=NOW))


def withdraw(content: Path) -> None:
    (content / "consent.yml").write_text("C-01: {covers: photo, withdrawn: 2020-01-01}\n", "utf-8")


def test_a_withdrawn_picture_leaves_neither_file_nor_kept_copy(content: Path) -> None:
    before = site(content, "output", "kept")
    withdraw(content)
    after = site(content, "output", "kept")
    never = site(content, "fresh", "other")
    assert after == never
    lost = {data for path, data in before.items() if path.startswith("pictures/") and path not in after}
    assert len(lost) > 5
    kept = {path.read_bytes() for path in (content.parent / "kept").rglob("*") if path.is_file()}
    assert lost & kept == set()
    assert lost & set(after.values()) == set()
    assert any(path.startswith("pictures/") for path in after)
    assert [path for path, data in after.items() if b"canary" in data.lower()] == []
    gone = [path.rpartition("/")[2].encode() for path in before if path.startswith("pictures/") and path not in after]
    assert [path for path, data in after.items() if any(name in data for name in gone)] == []


def test_the_same_picture_in_another_post_goes_with_it_and_that_is_told(content: Path, tmp_path: Path) -> None:
    withdraw(content)
    diary, problems = read(tmp_path)
    entry = diary.by_slug["two"]
    assert entry.post.photos == ()
    assert entry.post.image is None
    assert entry.left_out == {"again.jpg"}
    assert [str(problem) for problem in problems if problem.source == "content/posts/two/index.md"] == [
        "content/posts/two/index.md:5: Photos: again.jpg is the same picture as photos/group.jpg in "
        "content/workshops/one/index.md, which is left out; so this one is left out too [same-picture]"
    ]
    assert not any(problem.stops for problem in problems)


@pytest.mark.parametrize("change", ["gone", "other", "same length"])
def test_another_picture_stays(content: Path, tmp_path: Path, change: str) -> None:
    withdraw(content)
    place = content / "posts/two/again.jpg"
    group = content / "workshops/one/photos/group.jpg"
    if change == "gone":
        group.unlink()
    elif change == "other":
        put(place.parent, place.name, file_of(photograph(seed=3), format="JPEG"))
    else:
        place.write_bytes(place.read_bytes()[:-1] + b"!")
    diary, _ = read(tmp_path)
    assert [photo.file for photo in diary.by_slug["two"].post.photos] == ["again.jpg"]


BLUR = "blur: {x: 0.1, y: 0.1, w: 0.3, h: 0.3}"


@pytest.mark.parametrize(
    ("there", "here", "told"),
    [
        (BLUR, "", ["posts/two/index.md:5: Photos, photo 1, “again.jpg”, blur: again.jpg is the same picture as photos/group.jpg in content/workshops/one/index.md"]),
        ("", BLUR, ["workshops/one/index.md:8: Photos, photo 1, “photos/group.jpg”, blur: photos/group.jpg is the same picture as again.jpg in content/posts/two/index.md"]),
        (BLUR, BLUR.replace("0.1", "0.2"), ["workshops/one/index.md:8: Photos, photo 1, “photos/group.jpg”, blur: photos/group.jpg is the same picture as again.jpg in content/posts/two/index.md"]),
        (BLUR, BLUR, []),
        ("", "", []),
    ],
)  # fmt: skip
def test_what_is_blurred_in_one_post_is_never_shown_in_another(
    content: Path, tmp_path: Path, there: str, here: str, told: list[str]
) -> None:
    for place, names, blur in (("workshops/one", "consent: C-01", there), ("posts/two", "people: none", here)):
        post = content / place / "index.md"
        first, rest = post.read_text("utf-8").split(names, 1)
        post.write_text(f"{first}{names}{', ' * bool(blur)}{blur}{rest}", "utf-8")
    _, problems = read(tmp_path)
    assert [str(problem) for problem in problems if problem.stops] == [
        f"content/{words}, where other parts are blurred; blur the same [same-picture]" for words in told
    ]


def test_pictures_of_one_length_are_told_apart_by_their_content(content: Path, tmp_path: Path) -> None:
    post = content / "posts/two/index.md"
    post.write_text(post.read_text("utf-8").replace("people: none", f"people: none, {BLUR}"), "utf-8")
    place = content / "posts/two/again.jpg"
    place.write_bytes(place.read_bytes()[:-1] + b"!")
    assert not any(problem.stops for problem in read(tmp_path)[1])
