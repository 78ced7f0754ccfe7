"""Photos in a diary: where they are shown, where they are not, and what is said of those that cannot be."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from plugins.blog.settings import blog_settings
from plugins.blog.site_model import SiteModel, site_model
from plugins.photos.pipeline import Pipeline
from plugins.workshops.intake import read_diary
from tests.blog.test_settings import USUAL
from tests.support.diaries import without_code
from tests.support.pages import rendered, site_model_of
from tests.support.photographs import file_of, photograph, pixels_of, put

NOW = datetime(2020, 1, 1, tzinfo=UTC)
SHOWN = "photos:\n  - {file: photos/a.jpg, alt: A table, people: none}\n"
TABLE = "![A round table](photos/a.jpg)"
_SOURCES = re.compile(r'(?:src|href|data-close|srcset|content)="([^"]*pictures/[^"]*)"')


def diary(folder: Path, story: str = "Words.", fields: str = SHOWN, *, kind: str = "posts", head: str = "") -> Path:
    """A content folder with one post, a photo beside it."""
    content = folder / "content"
    post = content / kind / "one"
    put(post, "photos/a.jpg")
    (post / "index.md").write_text(f"---\ntitle: One\ndate: 2016-10-10\n{head}{fields}---\n{story}\n", "utf-8")
    return content


def findings(content: Path, *, broken: bool = False, pipeline: Pipeline | None = None) -> list[str]:
    settings = blog_settings({**USUAL, "PATH": str(content)}, {"DIARY_NOW": "2020-01-01T12:00"})
    read, problems = read_diary(content, zone=settings.zone, now=settings.now)
    _, told = site_model(settings, read, broken=broken, pipeline=pipeline)
    return [without_code(problem) for problem in (*problems, *told)]


def one(made: SiteModel, path: str = "posts/one/index.html") -> str:
    page = rendered(made)[path]
    return page[page.index("<main") : page.index("</main>")]


def published(made: SiteModel) -> dict[str, bytes]:
    return {file.path: file.content for file in made.pictures.files()}


def asked_for(pages: dict[str, str]) -> set[str]:
    """Every picture that any page names."""
    lists = [found for text in pages.values() for found in _SOURCES.findall(text)]
    return {name.split()[0].partition("pictures/")[2] for found in lists for name in found.split(", ")}


def test_a_photo_stands_in_the_story_and_the_rest_make_a_gallery(tmp_path: Path) -> None:
    fields = SHOWN + "  - {file: photos/b.jpg, alt: A lamp, people: none, caption: It *works*., credit: Sam}\n"
    content = diary(tmp_path, f"We sat.\n{TABLE}\nThen we left.", fields)
    put(content / "posts" / "one", "photos/b.jpg", file_of(photograph(seed=2)))
    made = site_model_of(content, now=NOW)
    words = re.sub(r"\s+", " ", one(made))
    assert '<p>We sat.</p> <figure class="figure figure--wide">' in words
    assert "</figure> <p>Then we left.</p>" in words
    assert words.index("A round table") < words.index(">Photos</h2>") < words.index('alt="A lamp"')
    assert words.count("<figure") == 2
    assert 'It <em>works</em>. <span class="figure__credit">Photo: Sam</span>' in words


def test_every_picture_that_is_published_is_asked_for_and_the_other_way_round(tmp_path: Path) -> None:
    fields = "image: photos/a.jpg\n" + SHOWN + "  - {file: photos/b.jpg, alt: A lamp, people: none}\n"
    content = diary(tmp_path, TABLE, fields)
    put(content / "posts" / "one", "photos/b.jpg", file_of(photograph(3000, 2000, seed=2)))
    made = site_model_of(content, now=NOW)
    names = {path.partition("/")[2] for path in published(made)}
    assert asked_for(rendered(made)) == names
    assert all(re.fullmatch(r"[0-9a-f]{16}\.(webp|jpg)", name) for name in names)


def test_widths_that_are_told_are_the_widths_of_the_files(tmp_path: Path) -> None:
    content = diary(tmp_path, TABLE)
    put(content / "posts" / "one", "photos/a.jpg", file_of(photograph(1500, 1000)))
    made = site_model_of(content, now=NOW)
    files = published(made)
    source, image = re.findall(r"<source[^>]*>|<img[^>]*>", one(made))
    told = {name: int(width[:-1]) for name, width in re.findall(r"/(pictures/\S+) (\d+w)", source)}
    assert {name: pixels_of(files[name]).width for name in told} == told
    assert list(told.values()) == [680, 1020, 1360]
    src, width, height = re.findall(r'src="/([^"]+)" alt="A round table" width="(\d+)" height="(\d+)"', image)[0]
    assert pixels_of(files[src]).size == (int(width), int(height)) == (1020, 680)


def test_the_first_picture_is_asked_for_at_once_and_the_others_when_they_come_into_sight(tmp_path: Path) -> None:
    page = one(site_model_of(diary(tmp_path, f"{TABLE}\n\n{TABLE}"), now=NOW))
    first, second = re.findall(r"<img[^>]*>", page)
    assert 'fetchpriority="high"' in first
    assert "lazy" not in first
    assert 'loading="lazy"' in second
    assert "fetchpriority" not in second


def test_a_photo_of_a_draft_or_of_a_post_to_come_is_published_nowhere(tmp_path: Path) -> None:
    for head in ("status: draft\n", "updated: 2016-10-11\n"):
        content = diary(tmp_path, TABLE, head=head)
        text = (content / "posts" / "one" / "index.md").read_text("utf-8")
        (content / "posts" / "one" / "index.md").write_text(text.replace("2016-10-10", "2030-10-10"), "utf-8")
        made = site_model_of(content, now=NOW)
        assert published(made) == {}
        assert not any("pictures/" in page for page in rendered(made).values())
    assert published(site_model_of(content, now=NOW, preview=True)) != {}


def test_a_photo_whose_consent_was_withdrawn_leaves_nothing(tmp_path: Path) -> None:
    fields = "image: photos/a.jpg\nmilestones:\n  - {when: 2016, title: A day, image: photos/a.jpg}\nphotos:\n"
    fields += "  - {file: photos/b.jpg, alt: A lamp, people: none}\n"
    fields += "  - {file: photos/a.jpg, alt: Secret words, people: recognisable, consent: C-1, caption: Secret too}\n"
    content = diary(tmp_path, f"Words.\n\n{TABLE}\n\n![](photos/b.jpg)", fields)
    put(content / "posts" / "one", "photos/b.jpg", file_of(photograph(seed=2)))
    (content / "consent.yml").write_text("C-1: {covers: [photo], withdrawn: 2017-01-01}\n", "utf-8")
    made = site_model_of(content, now=NOW)
    (entry,) = made.listing.posts
    pages = rendered(made)
    assert made.pictures.thumbnail(entry, "photos/a.jpg") is None
    assert made.pictures.share(entry) is None
    assert not any("Secret" in page or "round table" in page or "og:image" in page for page in pages.values())
    assert 'alt="A lamp"' in one(made)
    assert "<p></p>" not in one(made)


def test_a_decorative_photo_has_no_words_and_no_link(tmp_path: Path) -> None:
    fields = "photos:\n  - {file: photos/a.jpg, decorative: true, people: none}\n"
    for story in ("![](photos/a.jpg)", "Words."):
        page = one(site_model_of(diary(tmp_path, story, fields), now=NOW))
        assert 'alt=""' in page
        assert "figure__close" not in page


def test_the_words_of_the_story_win_over_those_of_the_front_matter(tmp_path: Path) -> None:
    assert 'alt="A round table"' in one(site_model_of(diary(tmp_path, TABLE), now=NOW))
    assert 'alt="A table"' in one(site_model_of(diary(tmp_path, "![](photos/a.jpg)"), now=NOW))
    assert 'alt="“Our” &lt;b&gt; table"' in one(
        site_model_of(diary(tmp_path, "![“Our” &lt;b> table](photos/a.jpg)"), now=NOW)
    )


def test_a_feed_shows_the_picture_that_every_program_knows_at_its_whole_address(tmp_path: Path) -> None:
    fields = "photos:\n  - {file: photos/a.jpg, alt: A table, people: none, caption: Round., credit: Sam}\n"
    content = diary(tmp_path, TABLE + "\n\nThe first words.", fields)
    made = site_model_of(content, now=NOW)
    feed = rendered(made)["feed.xml"]
    image = re.findall(r'src="https://diary.example.org/(pictures/[0-9a-f]+\.jpg)"', feed.replace("&quot;", '"'))
    assert pixels_of(published(made)[image[0]]).format == "JPEG"
    assert "srcset" not in feed
    assert "Round. Photo: Sam" in feed
    assert made.texts.stories[made.listing.posts[0].source].first_paragraph.text == "The first words."


def test_a_card_and_other_sites_show_the_image_around_its_focus(tmp_path: Path) -> None:
    fields = "image: photos/a.jpg\nphotos:\n  - {file: photos/a.jpg, alt: A table, people: none, focus: {x: 0, y: 0}}\n"
    content = diary(tmp_path, TABLE, fields)
    put(content / "posts" / "one", "photos/a.jpg", file_of(photograph(3000, 1000)))
    made = site_model_of(content, now=NOW)
    pages, files = rendered(made), published(made)
    assert 'alt="A table"' in pages["index.html"]
    address, width, height = re.findall(
        r'og:image(?::width|:height)?" content="([^"]*)"', pages["posts/one/index.html"]
    )
    image = pixels_of(files[address.removeprefix("https://diary.example.org/")])
    assert image.size == (int(width), int(height)) == (1200, 630)
    corner = image.convert("RGB").getpixel((20, 20))
    assert isinstance(corner, tuple)
    assert corner[0] > 200
    assert corner[1] < 80


def test_a_milestones_photo_has_a_small_picture(tmp_path: Path) -> None:
    fields = "milestones:\n  - {when: 2016, title: A day, image: photos/a.jpg}\n" + SHOWN
    made = site_model_of(diary(tmp_path, TABLE, fields), now=NOW)
    view = made.pictures.thumbnail(made.listing.posts[0], "photos/a.jpg")
    assert view is not None
    assert (view.width, view.height, view.alt) == (320, 240, "A table")
    assert made.pictures.thumbnail(made.listing.posts[0], "photos/none.jpg") is None


def test_a_standing_page_and_a_workshop_show_photos_too(tmp_path: Path) -> None:
    made = site_model_of(diary(tmp_path, TABLE, kind="workshops", head="workshop: {status: held}\n"), now=NOW)
    assert 'alt="A round table"' in one(made, "workshops/one/index.html")
    content = diary(tmp_path / "other", kind="pages")
    folder = content / "pages"
    (folder / "one" / "index.md").rename(folder / "one.md")
    (folder / "one" / "photos").rename(folder / "photos")
    (folder / "one").rmdir()
    assert "Photos" in one(site_model_of(content, now=NOW), "one/index.html")


@pytest.mark.parametrize(
    ("story", "fields", "content", "said"),
    [
        (TABLE, "", None, '5: found the picture "photos/a.jpg": this picture is not under “photos”; add it there, with what it shows and who is in it'),
        ("Words.", SHOWN, b"", '5: Photos, photo 1, “photos/a.jpg”, file: found "photos/a.jpg": this file is empty; copy it from the phone or camera again'),
        (TABLE, SHOWN, b"<svg/>", '5: Photos, photo 1, “photos/a.jpg”, file: found "photos/a.jpg": this is a drawing (SVG), which can hold scripts and hidden words; save it as PNG'),
        ("Words.", SHOWN, file_of(photograph(), format="PNG"), '5: Photos, photo 1, “photos/a.jpg”, file: found "photos/a.jpg", which is a PNG by its content; give its name the ending .png'),
    ],
)  # fmt: skip
def test_a_picture_that_cannot_be_shown_is_told(
    tmp_path: Path, story: str, fields: str, content: bytes | None, said: str
) -> None:
    folder = diary(tmp_path, story, fields)
    put(folder / "posts" / "one", "photos/a.jpg", content)
    expected = [f"content/posts/one/index.md:{said}"]
    assert findings(folder) == expected
    assert findings(folder, pipeline=Pipeline(renders=False)) == expected
    assert findings(folder, broken=True) == expected


def test_a_file_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    content = diary(tmp_path)
    (content / "posts" / "one" / "photos" / "a.jpg").unlink()
    assert findings(content) == [
        'content/posts/one/index.md:5: Photos, photo 1, “photos/a.jpg”, file: found "photos/a.jpg"; no such file lies beside this post'
    ]


def test_a_single_photo_may_be_written_without_a_list(tmp_path: Path) -> None:
    content = diary(tmp_path, TABLE, "photos: {file: ./photos/a.jpg, alt: A table, people: none}\n")
    put(content / "posts" / "one", "photos/a.jpg", b"")
    assert findings(content) == [
        'content/posts/one/index.md:4: Photos, photo 1, “./photos/a.jpg”, file: found "photos/a.jpg": this file is empty; copy it from the phone or camera again'
    ]


def test_a_region_is_hidden_in_every_file(tmp_path: Path) -> None:
    """Stripes of black and white: whatever is left of them is grey. The region reaches beyond what crops show."""
    fields = "image: photos/a.jpg\nphotos:\n"
    fields += "  - {file: photos/a.jpg, alt: A table, people: none, blur: {x: 0.2, y: 0, w: 0.6, h: 1}}\n"
    content = diary(tmp_path, TABLE, fields)
    stripes = Image.new("L", (1200, 900))
    stripes.putdata([255 * (x // 20 % 2) for y in range(900) for x in range(1200)])
    put(content / "posts" / "one", "photos/a.jpg", file_of(stripes))
    files = published(site_model_of(content, now=NOW))
    assert len(files) == 11
    for held in files.values():
        shown = pixels_of(held).convert("L")
        middle = shown.crop((shown.width * 3 // 10, 0, shown.width * 7 // 10, shown.height))
        assert min(middle.tobytes()) > 90, "no black is left"
        assert max(middle.tobytes()) < 165, "no white is left"


def test_the_store_knows_every_picture_of_the_diary_also_of_drafts(tmp_path: Path) -> None:
    made = site_model_of(diary(tmp_path, TABLE, head="status: draft\n"), now=NOW)
    assert len(made.pictures.keys) == 1
