"""A post with a slip is looked at as far as it reads."""

from pathlib import Path

from tests.support.diaries import read, without_code


def test_an_address_that_cannot_be_is_told_beside_a_slip_elsewhere(tmp_path: Path) -> None:
    _, problems = read(tmp_path, posts__a="---\ntitle: A\ndate: 2016\nimage: [a, b]\nslug: con\n---\nX.\n")
    assert [without_code(problem) for problem in problems] == [
        "content/posts/a.md:4: Image: found a list; write one value",
        'content/posts/a.md:5: Slug: found "con"; Windows keeps this name for itself, so no folder can have it; write another',
    ]


def test_a_picture_that_no_photo_tells_of_is_told_beside_a_slip_elsewhere(tmp_path: Path) -> None:
    post = "---\ntitle: A\ndate: soon\nimage: photos/lamp.jpg\n---\nX.\n"
    _, problems = read(tmp_path, posts__a__index=post)
    assert [problem.code for problem in problems] == ["not-a-date", "missing-file", "picture-unlisted"]
