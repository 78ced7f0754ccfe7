"""An export of WordPress brought in: its posts as drafts, its pictures, its comments, and what is told."""

import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.comments.archive import read_archive
from plugins.imports.__main__ import main
from tests.imports.websites import HOME, UPLOADS, brought, export, item, medium, story, written

MADE = (
    "Made {}, without what a camera writes into a file. Nobody but you sees a draft. "
    "Say of each photo what it shows and who is in it."
)


def test_posts_and_pages_are_drafts_with_the_time_of_the_diary_and_where_they_stood(tmp_path: Path) -> None:
    labels = (
        '<category domain="category">News, views</category><category domain="category">Uncategorized</category>'
        '<category domain="post_tag">Tea &amp;amp; talk</category>'
    )
    tea = item(
        "One.\n\nTwo,\nthree.",
        title="Tea &amp;amp; talk",
        link=f"{HOME}/2019/07/tea/",
        post_name="tea",
        excerpt="In short",
        more=labels,
    )
    about = item("About us.", title="About", link=f"{HOME}/about/", post_name="about", post_type="page")
    begun = item("Begun.", title="Not yet", link=f"{HOME}/?p=7", status="draft", post_date_gmt="0000-00-00 00:00:00")
    lines = brought(tmp_path, tea, about, begun, item("a", title="Odd", link=f"{HOME}/a/../b/"))
    assert written(tmp_path, "posts/tea/index.md") == (
        "---\ntitle: Tea & talk\nstatus: draft\ndate: 2019-07-01 19:30\nsummary: In short\n"
        "tags:\n  - News views\n  - Tea & talk\nformerly: [/2019/07/tea/]\n---\nOne.\n\nTwo,\\\nthree.\n"
    )
    assert written(tmp_path, "pages/about.md") == (
        "---\ntitle: About\nstatus: draft\nformerly: [/about/]\n---\nAbout us.\n"
    )
    assert written(tmp_path, "posts/not-yet/index.md") == "---\ntitle: Not yet\nstatus: draft\n---\nBegun.\n"
    assert "formerly" not in written(tmp_path, "posts/odd/index.md")
    assert lines == (
        MADE.format("4 drafts with 0 photos"),
        "  content/posts/tea/index.md",
        "  content/pages/about.md",
        "  content/posts/not-yet/index.md",
        "  content/posts/odd/index.md",
    )


def test_what_was_not_public_stays_behind_and_is_told(tmp_path: Path) -> None:
    lines = brought(
        tmp_path,
        item("a", title="Private", status="private"),
        item("b", title="Locked", post_password="x"),
        item("c", title="Locked draft", post_password="x", status="draft"),
        item("d", title="Gone", status="trash"),
        item("e", title="A product", post_type="product"),
        item("f", title="Menu", post_type="nav_menu_item"),
    )
    assert not list((tmp_path / "content").rglob("*.md"))
    assert lines[1:] == (
        "Left behind: 1 deleted or never written; 1 of the kind “product”; 3 private, or behind a password.",
    )


def jpeg() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(file, "JPEG")
    return file.getvalue()


def test_pictures_come_from_the_folder_in_full_size_and_what_is_missing_is_told(tmp_path: Path) -> None:
    media = tmp_path / "media"
    (media / "2019").mkdir(parents=True)
    for name in ("2019/hands.jpg", "2019/door.jpg"):
        (media / name).write_bytes(jpeg())
    (media / "2019/hands-300x200.jpg").write_bytes(b"x")
    (media / "2019/broken.jpg").write_bytes(b"x")
    (tmp_path / "secret.jpg").write_bytes(jpeg())
    (media / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    body = (
        f'<!-- wp:image {{"id":5}} --><figure><a href="{UPLOADS}/2019/hands.jpg"><img alt="Two  hands" '
        f"src='{UPLOADS}/2019/hands-300x200.jpg' class=\"wp-image-5\"/></a><figcaption>At work</figcaption></figure>"
        f'<!-- /wp:image --><p>[gallery ids="6,99"] <img src="{UPLOADS}/2019/gone.jpg"> <img src="{UPLOADS}/%2e%2e/secret.jpg">'
        f'<img src="{UPLOADS}/link.jpg"><img src={UPLOADS}/2019/broken.jpg></p>'
    )
    thumbnail = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>6</wp:meta_value></wp:postmeta>"
    lines = brought(
        tmp_path,
        item(body, title="One", post_name="one", more=thumbnail),
        medium("5", "2019/hands.jpg"),
        medium("6", "2019/door.jpg"),
        media=media,
    )
    assert story(tmp_path).startswith(
        "![](photos/door-4.jpg)\n\n![Two hands](photos/hands-2.jpg)\n\nAt work\n\n![](photos/door-1.jpg)"
    )
    assert "PICTURE" not in story(tmp_path)
    photos = tmp_path / "content/posts/one/photos"
    assert sorted(each.name for each in photos.iterdir()) == ["door-1.jpg", "door-4.jpg", "hands-2.jpg"]
    assert lines[2:] == (
        "A picture of content/posts/one/index.md did not come along: picture 3: this is no picture that can be read "
        "here; save it as JPEG or PNG.",
        "Pictures that are not in the folder of media (--media):",
        "  picture 99",
        f"  {UPLOADS}/2019/gone.jpg",
        f"  {UPLOADS}/%2e%2e/secret.jpg",
        f"  {UPLOADS}/link.jpg",
    )


def test_without_a_folder_of_media_every_picture_is_told_and_one_without_an_end_is_no_picture(tmp_path: Path) -> None:
    body = f'<img src="{UPLOADS}/a.jpg"><img src="{UPLOADS}/{"a" * 300}.jpg">'
    for media in (None, tmp_path):
        folder = tmp_path / str(media is None)
        folder.mkdir()
        lines = brought(folder, item(body, title="One"), media=media)
        assert lines[2:] == (
            "Pictures that are not in the folder of media (--media):",
            f"  {UPLOADS}/a.jpg",
            f"  {UPLOADS}/{'a' * 300}.jpg",
        )


def test_links_between_posts_lead_to_their_files_and_others_stay(tmp_path: Path) -> None:
    body = (
        f'<p><a href="{HOME}/2019/two/#end">Two</a> <a href="{HOME}/about">About</a> <a href="{UPLOADS}/a.pdf">A file</a> '
        f'<a href="{HOME}/gone/">Gone</a> <a href="https://example.org/2019/two/">Elsewhere</a></p>'
    )
    about = item(
        f'<p><a href="{HOME}/2019/two/">Two</a></p>',
        title="About",
        link=f"{HOME}/about/",
        post_name="about",
        post_type="page",
    )
    lines = brought(
        tmp_path,
        item(body, title="One", post_name="one"),
        about,
        item("Two.", title="Two", link=f"{HOME}/2019/two/", post_name="two"),
        medium("9", "a.pdf"),
    )
    assert story(tmp_path) == (
        f"[Two](../two/index.md#end) [About](../../pages/about.md) [A file]({UPLOADS}/a.pdf) [Gone]({HOME}/gone/) "
        "[Elsewhere](https://example.org/2019/two/)"
    )
    assert story(tmp_path, "pages/about.md") == "[Two](../posts/two/index.md)"
    assert lines[-2:] == ("Files that posts lead to, and that still lie on the old website:", f"  {UPLOADS}/a.pdf")


CONTENTS = {
    "words in brackets": ("He said [sic] it.", "He said \\[sic\\] it.", ""),
    "a caption": ('[caption width="3"]Words[/caption]', "Words", ""),
    "an embedded page": ("[embed]https://example.org/film[/embed]", "https://example.org/film", ""),
    "a film": ('[video src="https://example.org/a.mp4"]', "<https://example.org/a.mp4>", ""),
    "a form": ('Before [ask id="1" title="Ask"] after', "Before after", "the short code “ask”, 1 times"),
    "a box of words": ('[box colour="red"]Words[/box]', "Words", "the short code “box”, 1 times"),
    "boxes in a box": (
        '[row][column width="2"]One [b2]two[/b2][/column][column]Three[/column][/row]',
        "One twoThree",
        "the short code “row”, 1 times; the short code “column”, 2 times; the short code “b2”, 1 times",
    ),
    "one that is only shown": ('Write [[gallery ids="1"]] there', 'Write \\[gallery ids\\="1"\\] there', ""),
    "words in brackets within them": ("[box a=1][sic][/box]", "\\[sic\\]", "the short code “box”, 1 times"),
    "an end alone": ("[/closed] alone", "\\[/closed\\] alone", ""),
    "a gallery of everything": ("a [gallery]", "a", "a gallery without a list of its pictures, 1 times"),
    "a block without words": ('a<!-- wp:latest-posts {"n":3} /-->', "a", "the block “latest-posts”, 1 times"),
    "blocks": ("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:spacer /-->", "a", ""),
    "typed by hand": ("<h2>A heading</h2>\n\nA line\n\n<ul><li>one</li></ul>", "## A heading\n\nA line\n\n- one", ""),
    "a remark and a script": ("<p>a</p><!-- a remark --><script>x</script>", "a", ""),
}


@pytest.mark.parametrize(("content", "expected", "told"), CONTENTS.values(), ids=CONTENTS)
def test_blocks_and_short_codes_are_read_or_told(tmp_path: Path, content: str, expected: str, told: str) -> None:
    lines = brought(tmp_path, item(content, title="One", post_name="one"))
    assert story(tmp_path) == expected
    assert [line for line in lines if line.startswith("Not in the drafts")] == (
        [f"Not in the drafts: {told}."] if told else []
    )


def test_a_post_that_is_there_already_is_left_as_it_is_and_the_others_come(tmp_path: Path) -> None:
    (tmp_path / "content/posts/one").mkdir(parents=True)
    (tmp_path / "content/posts/one/index.md").write_text("mine", "utf-8")
    lines = brought(tmp_path, item("a", title="One", post_name="one"), item("b", title="Two"), item("c"))
    assert written(tmp_path, "posts/one/index.md") == "mine"
    assert story(tmp_path, "posts/two/index.md") == "b"
    assert story(tmp_path, "posts/without-a-title/index.md") == "c"
    assert lines[-1] == (
        "Not brought in: “One”: there is a post of this name already (content/posts/one/index.md): "
        "give another with --title."
    )


def test_many_posts_are_told_in_few_lines(tmp_path: Path) -> None:
    assert brought(tmp_path, *(item("a", title=f"Post {number}") for number in range(35)))[-1] == "  and 5 more"


NO_EXPORT = {
    "no WordPress": ("<rss><channel/></rss>", "it is no export of WordPress: there is no <wp:wxr_version> in it"),
    "a document type": (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss/>',
        "it declares a document type; an export has none, and one can do harm",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), NO_EXPORT.values(), ids=NO_EXPORT)
def test_what_is_no_export_is_said(
    tmp_path: Path, text: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "export.xml").write_text(text, "utf-8")
    assert main([str(tmp_path / "export.xml"), "--content", str(tmp_path)]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"export.xml: nothing was brought in: {sentence}."


def test_approved_comments_come_below_the_drafts_and_the_others_stay_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DIARY_COMMENTS_ARCHIVE", str(tmp_path / "kept" / "archive.json"))
    comment = (
        "<wp:comment><wp:comment_id>{}</wp:comment_id><wp:comment_author>Robin</wp:comment_author>"
        "<wp:comment_author_email>robin@example.org</wp:comment_author_email>"
        "<wp:comment_date_gmt>2019-07-02 10:00:00</wp:comment_date_gmt><wp:comment_content>Words {}</wp:comment_content>"
        "<wp:comment_approved>{}</wp:comment_approved></wp:comment>"
    )
    more = comment.format(1, "kept", 1) + comment.format(2, "waiting", 0)
    file = export(tmp_path, item("We met.", title="One", post_name="one", link=f"{HOME}/2019/07/one/", more=more))
    assert main([str(file), "--content", str(tmp_path / "content")]) == 0
    archive = read_archive((tmp_path / "kept" / "imported.json").read_text("utf-8"))
    assert [(each.thread, [one.html for one in each.comments]) for each in archive.threads] == [
        ("2019/07/one/", ["<p>Words kept</p>"])
    ]
    assert "Left out: 1 not approved." in capsys.readouterr().out
