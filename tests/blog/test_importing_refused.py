"""An import leaves behind what no page may show, tells why, and brings the rest in as valid HTML."""

from pathlib import Path

import pytest

from plugins.blog.importing.__main__ import main
from plugins.comments.archive import read_archive
from tests.comments.contents import content_faults
from tests.comments.test_markup import REBUILT

_EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Welcome</title><link>https://old.example.org/2016/welcome/</link><wp:post_name>welcome</wp:post_name>
<wp:status>publish</wp:status>{comments}</item></channel></rss>"""
_COMMENT = """<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author><![CDATA[{name}]]></wp:comment_author>
<wp:comment_date_gmt>2016-10-11 10:{number:02}:00</wp:comment_date_gmt><wp:comment_content><![CDATA[{words}]]></wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "posts").mkdir(parents=True)
    (folder / "posts" / "welcome.md").write_text("---\ntitle: Welcome\ndate: 2026-01-02\n---\nHello.\n", "utf-8")
    (folder / "consent.yml").write_text("C-07: {covers: [quote]}\n", "utf-8")
    return folder


def export(folder: Path, comments: list[tuple[str, str]]) -> Path:
    """Each answers the one before."""
    written = [
        _COMMENT.format(number=number, name=name, words=words, parent=number - 1)
        for number, (name, words) in enumerate(comments, start=1)
    ]
    (folder / "export.xml").write_text(_EXPORT.format(comments="".join(written)), "utf-8")
    return folder / "export.xml"


def brought_in(
    folder: Path, content: Path, file: Path, monkeypatch: pytest.MonkeyPatch, *options: str
) -> dict[str, tuple[str | None, str]]:
    monkeypatch.setenv("DIARY_COMMENTS_ARCHIVE", str(folder / "kept" / "archive.json"))
    monkeypatch.setenv("DIARY_PRIVATE_WORDS_LIST", "Marmaduke")
    assert main(["--content", str(content), *options, str(file)]) == 0
    threads = read_archive((folder / "kept" / "imported.json").read_bytes()).threads
    return {each.id: (each.parent, each.html) for thread in threads for each in thread.comments}


def test_what_no_page_may_show_stays_behind_with_its_reason(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    comments = [
        ("Mo", "Fine."),
        ("Mo", "Write to mo@example.net"),
        ("Mo", "In C:\\Users\\moritz, says C-07"),
        ("Mo", "Ask Marmaduke"),
        ("mo@example.net", "A name."),
        ("Mo", "Fine, too. C-08 is nobody's."),
    ]
    file = export(tmp_path, comments)
    found = brought_in(tmp_path, content, file, monkeypatch)
    assert [html for _, html in found.values()] == ["<p>Fine.</p>", "<p>Fine, too. C-08 is nobody's.</p>"]
    first = next(iter(found))
    assert [parent for parent, _ in found.values()] == [None, first]
    assert capsys.readouterr().out.splitlines()[2:7] == [
        "Left out: 4 that no page may show.",
        "No page may show these; take out of the export what they hold, and run the same line again:",
        "  comment 2: an e-mail address",
        "  comment 3: a folder of somebody's computer and a consent's reference",
        "  comment 4: line 1 of the private words",
    ]
    assert len(brought_in(tmp_path, content, file, monkeypatch, "--no-names")) == 3


def test_a_name_that_is_not_brought_in_keeps_no_comment_back(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = export(tmp_path, [("mo@example.net", "Fine.")])
    assert [html for _, html in brought_in(tmp_path, content, file, monkeypatch, "--no-names").values()] == [
        "<p>Fine.</p>"
    ]


def test_whatever_was_allowed_in_the_old_website_comes_in_as_valid_html(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    comments = [
        ("", "We tried:\n<ul>\n<li>the bus</li>\n<li>the bike</li>\n</ul>\nBoth work."),
        *(("", html) for html, _ in REBUILT),
    ]
    found = [html for _, html in brought_in(tmp_path, content, export(tmp_path, comments), monkeypatch).values()]
    assert found[0] == "<p>We tried:</p><ul><li>the bus</li><li>the bike</li></ul><p>Both work.</p>"
    assert [fault for html in found for fault in content_faults(html)] == []
