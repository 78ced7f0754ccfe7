"""A photo that lost a part on its way: it is shown, and the author is told."""

from pathlib import Path

from tests.blog.test_pictures import diary, findings


def test_a_photo_that_lost_a_part_on_its_way_is_a_notice(tmp_path: Path) -> None:
    content = diary(tmp_path)
    photo = content / "posts" / "one" / "photos" / "a.jpg"
    whole = photo.read_bytes()
    photo.write_bytes(whole[: len(whole) * 3 // 4])
    (told,) = findings(content)
    assert told.startswith(
        'content/posts/one/index.md:5: Photos, photo 1, “photos/a.jpg”, file: found "photos/a.jpg": '
    )
