"""Pages of a diary whose pictures are not rendered, since it has findings."""

from pathlib import Path

from plugins.blog.site_model import site_model
from plugins.workshops.intake import read_diary
from tests.blog.test_pictures import NOW, TABLE, diary, one
from tests.support.pages import settings_of


def test_a_diary_with_findings_shows_no_picture_and_keeps_its_words(tmp_path: Path) -> None:
    content = diary(tmp_path, f"Before.\n\n{TABLE}\n\nAfter.")
    settings = settings_of(content, now=NOW)
    read, _ = read_diary(content, zone=settings.zone, now=settings.now)
    made, _ = site_model(settings, read, broken=True)
    page = one(made)
    assert ("Before." in page, "After." in page, "<img" in page) == (True, True, False)
