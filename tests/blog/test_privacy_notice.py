"""A privacy notice and the comments beside it: one must not say what the other does not do."""

from pathlib import Path

import pytest

from plugins.blog.privacy_notice import privacy_notice_findings
from plugins.blog.settings import blog_settings
from plugins.comments.settings import comments_settings
from plugins.settings import DIARY_FILE, with_diary_file
from plugins.workshops.intake import read_diary
from tests.blog.test_diary_file import BASE
from tests.support.diaries import written

EMAIL = "comments: {provider: email, email: {address: us@example.org}}\n"
MISSING = (
    "readers can send comments, and no page is a finished privacy notice; write pages/privacy.md "
    "(docs/for-web-officers/comments-privacy.md has words for it) [privacy-notice]"
)
DENIED = (
    "content/pages/privacy.md:4: this says that nobody can send a comment, and readers can; write what happens to what "
    "they send (docs/for-web-officers/comments-privacy.md has words for it) [privacy-notice]"
)


def findings(folder: Path, text: str | None, notice: str | None, **settings: object) -> list[tuple[str, bool]]:
    pages = {} if notice is None else {"pages__privacy": f"---\ntitle: Privacy\n---\n{notice}\n"}
    content = written(folder, posts__hello="---\ntitle: Hello\ndate: 2016\n---\nWords.\n", **pages)
    if text is not None:
        (content / "diary.yml").write_text(f"name: Ours\n{text}", encoding="utf-8")
    environ = {"DIARY_COMMENTS_SERVICE": str(settings.pop("service", ""))}
    told = with_diary_file({**BASE, "PATH": str(content), **settings}, {})
    site = blog_settings(told, {"DIARY_NOW": "2016-10-12"})
    diary, _ = read_diary(content, zone=site.zone, now=site.now)
    found = privacy_notice_findings(told[DIARY_FILE], site, diary.entries, comments_settings(told, environ))
    return [(str(each), each.stops) for each in found]


@pytest.mark.parametrize("notice", [None, "Open point: what we do with comments."])
def test_comments_without_a_finished_privacy_notice_are_a_finding(tmp_path: Path, notice: str | None) -> None:
    assert findings(tmp_path, EMAIL, notice) == [(f"content/diary.yml:2: Comments: {MISSING}", True)]
    assert findings(tmp_path, EMAIL, notice, DIARY_PREVIEW=True) == [
        (f"content/diary.yml:2: Comments: {MISSING}", False)
    ]


def test_a_service_that_the_environment_names_needs_one_too(tmp_path: Path) -> None:
    service = "https://comments.example.org"
    assert findings(tmp_path, "", None, service=service) == [(f"content/diary.yml:1: Comments: {MISSING}", True)]


def test_a_folder_without_settings_is_only_told(tmp_path: Path) -> None:
    told = findings(tmp_path, None, None, service="https://comments.example.org")
    assert told == [(f"content/diary.yml: Comments: {MISSING}", False)]


def test_the_service_that_the_preview_brings_asks_for_none(tmp_path: Path) -> None:
    assert findings(tmp_path, "", None, service="http://localhost:9", DIARY_PREVIEW=True) == []


def test_a_diary_without_comments_needs_none_for_them(tmp_path: Path) -> None:
    assert findings(tmp_path, "", None) == []
    assert findings(tmp_path, "", "You cannot send a comment.") == []


@pytest.mark.parametrize("words", ["You cannot send a comment in this diary.", "Readers can’t leave comments here."])
def test_a_notice_that_denies_the_form_beside_it_is_a_finding(tmp_path: Path, words: str) -> None:
    assert findings(tmp_path, EMAIL, words) == [(DENIED, True)]


def test_a_notice_that_tells_of_comments_is_right(tmp_path: Path) -> None:
    assert findings(tmp_path, EMAIL, "When you send a comment, somebody reads it first.") == []
