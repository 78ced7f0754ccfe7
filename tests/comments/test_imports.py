"""Comments of WordPress and Disqus: what comes along, what does not, and what must never be read."""

import re
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.comments.archive import Archive, ArchivedComment, archive_text
from plugins.comments.imports import unpacking
from plugins.comments.imports.disqus import read_disqus
from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.export import Export, ExportedComment
from plugins.comments.imports.matching import Matching, matched
from plugins.comments.imports.wordpress import read_wordpress
from plugins.comments.imports.xml import read_xml
from plugins.comments.sanitising import clean_html
from tests.comments.archives import BEGAN

EXPORTS = Path(__file__).parent / "exports"
THREADS = {key: key for key in ("workshops/first/", "posts/hello/", "posts/first-things/")}
LONDON = ZoneInfo("Europe/London")


def wordpress() -> Export:
    return read_wordpress(read_xml(EXPORTS / "wordpress.xml"), zone=LONDON)


def disqus() -> Export:
    return read_disqus(read_xml(EXPORTS / "disqus.xml"))


def comments(archive: Archive) -> dict[str, ArchivedComment]:
    """The comments by their ids, without the word for the website that stands in these."""
    found = [comment for thread in archive.threads for comment in thread.comments]
    return {short(comment.id): replace(comment, parent=short(comment.parent or "") or None) for comment in found}


def short(name: str) -> str:
    return re.sub("^([a-z])[0-9a-f]{8}-", r"\1", name)


def test_what_wordpress_approved_comes_along_and_nothing_else() -> None:
    matching = matched(wordpress(), THREADS, prefix="w")
    found = comments(matching.archive)
    assert list(found) == ["w21", "w11", "w13"]
    assert dict(wordpress().left_out) == {"spam": 1, "pingback": 1, "not approved": 1, "deleted": 1, "empty": 1}
    assert matching.lost == {"https://old.example.org/a-page-that-is-gone/": 1}
    assert [thread.thread for thread in matching.archive.threads] == ["posts/hello/", "workshops/first/"]
    assert clean_html(found["w11"].html).html == (
        "<p>Tea &amp; <em>biscuits</em>.</p><p>And a quiet corner,<br>please.</p>"
    )


def test_an_answer_below_what_stays_behind_hangs_below_the_next_above() -> None:
    assert comments(matched(wordpress(), THREADS, prefix="w").archive)["w13"].parent == "w11"
    found = comments(matched(disqus(), THREADS, prefix="d").archive)
    assert {name: comment.parent for name, comment in found.items()} == {"d201": None, "d203": "d201"}


def test_a_time_without_a_zone_is_that_of_the_diary() -> None:
    found = comments(matched(wordpress(), THREADS, prefix="w").archive)
    assert found["w13"].created.isoformat() == "2031-07-05T10:00:00+00:00"


def test_what_disqus_kept_comes_along() -> None:
    matching = matched(disqus(), THREADS, prefix="d")
    assert dict(disqus().left_out) == {"deleted": 1, "spam": 1, "not approved": 1, "empty": 1}
    assert matching.lost == {"(a page without an address)": 1}
    assert comments(matching.archive)["d201"].name == "Bo"


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("<isDeleted>1</isDeleted>", "deleted"),
        ("<isSpam>True</isSpam>", "spam"),
        ("<isApproved>pending</isApproved>", "not approved"),
        ("<isApproved>true</isApproved>", ""),
        ("", ""),
    ],
)
def test_what_disqus_does_not_call_good_stays_behind(tmp_path: Path, mark: str, reason: str) -> None:
    export = tmp_path / "export.xml"
    post = f"<post id='1'><message>x</message><createdAt>2031-03-06T08:30:00Z</createdAt>{mark}<thread id='1'/></post>"
    export.write_text(f"<disqus><thread id='1'><link>x</link></thread>{post}</disqus>", encoding="utf-8")
    assert [found.left_out for found in read_disqus(read_xml(export)).comments] == [reason]


@pytest.mark.parametrize("export", [wordpress, disqus])
def test_no_address_of_anybody_comes_along(export: object) -> None:
    assert callable(export)
    text = archive_text(matched(export(), THREADS, prefix="x").archive)
    for private in ("@", "192.0.2", "robin.example.org", "bo1990"):
        assert private not in text, private


def test_nobody_is_named_when_that_is_asked_for() -> None:
    found = comments(matched(wordpress(), THREADS, prefix="w", names=False).archive)
    assert {comment.name for comment in found.values()} == {""}


def match_of(old: str, addresses: dict[str, str] | None = None) -> Matching:
    found = ExportedComment(id="1", parent="", page="p", name="", created=BEGAN, html="<p>x</p>")
    return matched(Export(comments=(found,), pages={"p": old}), THREADS, prefix="w", addresses=addresses)


@pytest.mark.parametrize(
    ("old", "thread"),
    [
        ("https://old.example.org/posts/hello/", "posts/hello/"),
        ("https://old.example.org/2031/03/hello.html?m=1#c5", "posts/hello/"),
        ("https://old.example.org/HELLO", "posts/hello/"),
        ("https://old.example.org/first", "workshops/first/"),
        ("https://old.example.org/things", None),
        ("https://old.example.org/", None),
        ("", None),
    ],
)
def test_an_old_address_leads_to_the_page_of_its_name(old: str, thread: str | None) -> None:
    matching = match_of(old)
    assert [held.thread for held in matching.archive.threads] == ([thread] if thread else [])
    assert len(matching.lost) == (0 if thread else 1)


def test_an_address_that_somebody_wrote_down_comes_first() -> None:
    old = "https://old.example.org/posts/hello/"
    assert match_of(old, {old: "workshops/first/"}).archive.threads[0].thread == "workshops/first/"


@pytest.mark.parametrize("old", ["/2016/10/Hello.html", "/2016/10/hello/", "/posts/hallo/", "/x/hallo"])
def test_a_page_that_moved_has_the_comments_of_all_its_addresses_below_its_first(old: str) -> None:
    found = ExportedComment(id="1", parent="", page="p", name="", created=BEGAN, html="<p>x</p>")
    export = Export(comments=(found,), pages={"p": f"https://old.example.org{old}"})
    threads = dict.fromkeys(("posts/hallo/", "2016/10/hello.html"), "2016/10/hello.html")
    assert [each.thread for each in matched(export, threads, prefix="w").archive.threads] == ["2016/10/hello.html"]


def test_two_pages_of_one_name_are_not_guessed_between() -> None:
    found = ExportedComment(id="1", parent="", page="p", name="", created=BEGAN, html="x")
    export = Export(comments=(found,), pages={"p": "https://old.example.org/first/"})
    assert matched(export, {key: key for key in ("posts/first/", "workshops/first/")}, prefix="w").archive.threads == ()


def test_comments_that_answer_one_another_in_a_circle_end_at_the_top() -> None:
    ring = [
        ExportedComment(id=a, parent=b, page="p", name="", created=BEGAN, html="x", left_out="spam")
        for a, b in [("1", "2"), ("2", "1")]
    ]
    last = ExportedComment(id="3", parent="1", page="p", name="", created=BEGAN, html="x")
    assert Export(comments=(*ring, last), pages={}).taken[0].parent == ""


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lollol"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>"""
FILE = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&x;</rss>"""
ENCODING = "it is in an encoding that is not read here; save it as UTF-8"
WXR = "<rss><channel><wxr_version>1.2</wxr_version><item><comment>{}</comment></item></channel></rss>"


def read_any(file: Path) -> Export:
    tree = read_xml(file)
    return read_disqus(tree) if tree.tag == "disqus" else read_wordpress(tree, zone=LONDON)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (BOMB, "it declares a document type; an export has none, and one can do harm"),
        (FILE, "it declares a document type; an export has none, and one can do harm"),
        ("<rss><channel>", "line 1: it breaks off or is damaged; export it again, or copy it again"),
        (
            "<rss>&nbsp;</rss>",
            "line 1: there is a short name for a sign, such as &nbsp;, that XML has not; export it again, or mend that line",
        ),
        ("<a>" * 200, "its elements lie too deep in one another for an export"),
        ("<?xml version='1.0' encoding='utf-7'?><rss/>", ENCODING),
        ("<rss><a></b></rss>", "line 1: an element ends that did not begin last; export it again, or mend that line"),
        ("<rss/><rss/>", "line 1: something stands after the end; export it again, or mend that line"),
        ("<rss><<", "line 1: it is not written as XML here; export it again, or mend that line"),
        ("", "line 1: it breaks off or is damaged; export it again, or copy it again"),
        ("<?xml version='1.0' encoding='none-such'?><rss/>", ENCODING),
        ("<html/>", "it is no export of WordPress: there is no <wp:wxr_version> in it"),
    ],
)
def test_what_is_no_export_or_must_not_be_read_is_told(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "export.xml"
    file.write_text(text, "utf-8")
    with pytest.raises(XmlError) as told:
        read_any(file)
    assert str(told.value) == why


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<status>publish</status>", 1),
        ("<status>publish</status><post_password></post_password>", 1),
        ("<status>publish</status><post_password>drums</post_password>", 0),
        ("<status>private</status>", 0),
        ("<status>draft</status>", 0),
    ],
)
def test_what_only_some_could_read_is_not_made_public(tmp_path: Path, page: str, kept: int) -> None:
    comment = (
        "<comment_id>5</comment_id><comment_date>2031-03-05 09:00:00</comment_date>"
        "<comment_approved>1</comment_approved><comment_content>Only for us.</comment_content>"
    )
    file = tmp_path / "export.xml"
    file.write_text(WXR.format(comment).replace("<item>", f"<item><link>/posts/hello/</link>{page}"), "utf-8")
    export = read_any(file)
    assert len(export.taken) == kept
    assert dict(export.left_out) == ({} if kept else {"below a page that was not public": 1})


def test_a_file_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", 100)
    (tmp_path / "a.xml").write_text(f"<rss>{' ' * 100}</rss>", "utf-8")
    with pytest.raises(XmlError, match="it is larger than this software reads"):
        read_xml(tmp_path / "a.xml")


def test_a_file_that_is_not_there_or_no_disqus_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(XmlError, match=r"it cannot be read \(No such file"):
        read_xml(tmp_path / "nowhere.xml")
    (tmp_path / "a.xml").write_text("<rss/>", "utf-8")
    with pytest.raises(XmlError, match="it is no export of Disqus"):
        read_disqus(read_xml(tmp_path / "a.xml"))
