"""The bar at the foot of every page: to each place that there is, and to none that there is not."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.bar import OfPage, WaitingComments, bar
from plugins.author.checked import Checked
from plugins.author.documents import has_form, may_have_form
from plugins.author.server import EditorServer
from plugins.problems import Problem
from tests.author.editor_forms import Visitor


def labels(page: str) -> list[str]:
    return re.findall(r"<a href=[^>]*>([^<]*)</a>", page.split('class="author-bar"')[1].split("</nav>", maxsplit=1)[0])


def test_the_bar_of_a_page_leads_to_its_form_its_phone_and_its_paper() -> None:
    of_page = OfPage(edit="/edit", phone="/phone", printed="/print")
    comments = WaitingComments("http://localhost:8002/moderate/", 2)
    whole = bar(
        author="http://localhost:8001", styles="/bar.css", to_mend=3, comments=comments, of_page=of_page
    ).decode()
    assert labels(whole) == [
        "Posts", "New", "Edit this page", "Photos", "To mend (3)", "Publish", "Consent", "Comments (2 waiting)", "Phone", "Print",
        "Settings", "Bin",
    ]  # fmt: skip
    assert 'href="http://localhost:8001/photos"' in whole
    assert 'href="http://localhost:8002/moderate/"' in whole


def test_only_what_exists_is_in_the_bar() -> None:
    bare = bar(author="", styles="/bar.css", to_mend=0, comments=None, here="/consent").decode()
    assert labels(bare) == ["Posts", "New", "Photos", "To mend (0)", "Publish", "Consent", "Settings", "Bin"]
    assert re.findall(r'<a href="(\S+)" aria-current="page">', bare) == ["/consent"]
    none_waits = bar(author="", styles="/bar.css", to_mend=0, comments=WaitingComments("/m", 0)).decode()
    assert "Comments" in labels(none_waits)


def test_every_page_of_the_desk_has_the_bar_with_what_is_to_mend_now(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    stops, notice = (Problem("content/a.md", 1, "", "a slip", "unknown-key", stops=each) for each in (True, False))
    newest = [Checked((stops, notice), {}, 1)]
    server = EditorServer(0, tmp_path, ZoneInfo("UTC"), lambda: newest[-1])
    server.start()
    for address in ("/", "/new", "/mend", "/consent", "/photos", "/nowhere"):
        assert "To mend (1)" in labels(Visitor(server.port).get(address).text)
    newest.append(Checked((), {}, 1, "KeyError: 'x'"))
    to_mend = Visitor(server.port).get("/mend").text
    assert "To mend (1)" in labels(to_mend)
    assert "The diary’s own software failed: KeyError: &#39;x&#39;" in to_mend
    server.stop()


def test_a_page_that_is_made_of_several_posts_leads_to_no_form(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "about.md").write_text("---\ntitle: About\n---\nWe.\n", "utf-8")
    there = {
        page
        for page in ("", "about/", "ideas/", "posts/", "posts/one/", "workshops/a/", "tags/a/", "posts/page/2/")
        if may_have_form(tmp_path, page)
    }
    assert there == {"about/", "posts/one/", "workshops/a/"}


def test_only_a_file_that_has_a_form_is_linked_to_from_a_finding(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "posts").mkdir(parents=True)
    for name in ("posts/a.md", "posts/a.jpg", "notes.md"):
        (content / name).write_text("A", "utf-8")
    names = ("posts/a.md", "posts/gone.md", "posts/a.jpg", "notes.md", "diary.yml", "consent.yml")
    assert [name for name in names if has_form(content, f"content/{name}")] == [
        "posts/a.md",
        "diary.yml",
        "consent.yml",
    ]
    assert not has_form(content, "posts/a.md")
