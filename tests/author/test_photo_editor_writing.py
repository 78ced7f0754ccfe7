"""The photo editor writes into a post, and nowhere else: not through a link that takes the post's place."""

from pathlib import Path

import pytest

from plugins.author.photo_editor.drawing import Drawing, UnfitDrawing
from plugins.author.photo_editor.post_photos import PostPhoto, post_photo
from plugins.author.photo_editor.writing import version_of, write
from tests.support.diaries import written
from tests.support.photographs import file_of, photograph

POST = "---\ntitle: One\ndate: 2016-10-10\nphotos: {file: room.jpg, alt: A room, people: none}\n---\nWords.\n"
DRAWN = Drawing(boxes=((1.0, 2.0, 3.0, 4.0),))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = written(tmp_path, workshops__one=POST)
    (made / "workshops/one/room.jpg").write_bytes(file_of(photograph(60, 40)))
    return made


def the_photo(content: Path) -> PostPhoto:
    found = post_photo(content, "content/workshops/one/index.md", "room.jpg")
    assert found is not None
    return found


@pytest.mark.parametrize("link", ["workshops/one/index.md", "workshops/one", "workshops"])
def test_a_post_that_became_a_link_meanwhile_is_told(content: Path, link: str) -> None:
    each = the_photo(content)
    version, before = version_of(each.post), each.post.read_bytes()
    (content / link).rename(content.parent / "elsewhere")
    (content / link).symlink_to(content.parent / "elsewhere")
    with pytest.raises(UnfitDrawing) as told:
        write(each, DRAWN, version=version, content=content)
    assert str(told.value) == (
        "It could not be written (this is a link to another place, and nothing is written through links; "
        "take the link away). Copy the lines into the post yourself."
    )
    assert each.post.read_bytes() == before
    assert post_photo(content, each.source, "room.jpg") is None


def test_a_link_under_the_name_that_was_once_used_beside_leads_nowhere(content: Path) -> None:
    each = the_photo(content)
    (content.parent / "elsewhere").write_text("theirs")
    each.post.with_name(".index.md.new").symlink_to(content.parent / "elsewhere")
    write(each, DRAWN, version=version_of(each.post), content=content)
    assert "blur: [{x: 0.01, y: 0.02, w: 0.03, h: 0.04}]" in each.post.read_text("utf-8")
    assert (content.parent / "elsewhere").read_text() == "theirs"
