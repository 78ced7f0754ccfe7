"""Easy read: a picture left of each line, hard words explained after it, and a booklet to print."""

import io
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from plugins.blog.pages.site import planned_files
from plugins.blog.site_building import Making, whole
from plugins.blog.site_model import SiteModel
from plugins.documents.symbols import symbol
from plugins.pdf import document
from plugins.photos.pipeline import Pipeline
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.intake import read_contents
from plugins.workshops.record.symbols import SYMBOLS
from tests.support.diaries import LONDON, read, without_code, written
from tests.support.pages import rendered, settings_of
from tests.support.photographs import put

NOW = datetime(2031, 6, 1, tzinfo=LONDON)
POST = """
---
title: We had tea
date: 2031-01-14
easy_read:
  - {words: The rota says who has *tea*., picture: tea}
  - {words: We made a new rota., picture: photos/a.jpg}
  - We went home.
glossary: {term: rota, means: a list of whose turn it is}
feedback: {quotes: [{words: We all went home., consent: N-2}]}
photos: {file: photos/a.jpg, alt: A list on a wall, people: PEOPLE, consent: CONSENT}
---
Words.
"""
WITHDRAWN = "N-2: {covers: [quote, share], withdrawn: 2019-01-01}\n"


def site_of(
    folder: Path,
    *,
    people: str = "none",
    consent: str = "[]",
    said: str = "We",
    renders: bool = True,
    wanted: bool = True,
) -> SiteModel:
    text = POST.replace("PEOPLE", people).replace("CONSENT", consent).replace("- We went", f"- {said} went")
    content = written(folder, workshops__tea=text.replace("glossary", "workshop: {start: 2031-01-13}\nglossary"))
    (content / "consent.yml").write_text("S-1: {covers: [photo, share]}\nN-1: {covers: [photo]}\n" + WITHDRAWN, "utf-8")
    put(content / "workshops/tea", "photos/a.jpg")
    settings = replace(settings_of(content, now=NOW), has_easy_read=wanted)
    make = Making(settings, folder / "output", Pipeline(renders=renders))
    model, problems = whole(read_contents(content, zone=LONDON, now=NOW), make)
    assert [without_code(each) for each in problems if each.stops] == []
    return model


def files_of(model: SiteModel) -> dict[str, bytes]:
    return {file.path: file.content for file in planned_files(model)}


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> SiteModel:
    return site_of(tmp_path_factory.mktemp("tea"))


@pytest.mark.parametrize("page", ["easy-read/index.html", "workshops/tea/index.html"])
def test_each_line_has_its_picture_and_hard_words_are_explained_once(tea: SiteModel, page: str) -> None:
    shown = rendered(tea)[page]
    lines = re.findall(r'<li class="easy-read__line">(.*?)</li>', shown, re.DOTALL)
    drawn = re.findall(r'src="/(pictures/\w+\.svg)" alt=""', lines[0])
    assert files_of(tea)[drawn[0]] == symbol(SYMBOLS["tea"])
    assert "The rota says who has <em>tea</em>." in lines[0]
    assert "“rota” means: a list of whose turn it is." in lines[0]
    assert 'alt="A list on a wall"' in lines[1]
    assert "means" not in lines[1] + lines[2]
    assert "<img" not in lines[2]
    assert 'href="/easy-read/tea.pdf">Easy read (PDF)</a>' in shown


def test_only_the_drawn_pictures_in_use_are_published_and_whose_they_are_is_said(tea: SiteModel) -> None:
    assert sum(path.endswith(".svg") for path in files_of(tea)) == 1
    assert "The drawn pictures are from OpenMoji. Licence: CC BY-SA 4.0." in rendered(tea)["easy-read/index.html"]


def test_a_booklet_has_a_line_for_each_idea(tea: SiteModel) -> None:
    booklet = files_of(tea)["easy-read/tea.pdf"]
    assert document(booklet).pages[0].replace(" \r", "\r").split("\r\n") == [
        "A diary: easy read",
        "We had tea",
        "The rota says who has tea.",
        "“rota” means: a list of whose turn it is.",
        "We made a new rota.",
        "We went home.",
        "The drawn pictures are from OpenMoji. Licence: CC BY-SA 4.0.",
        "Read the whole story, and see what has",
        "changed since:",
        "https://diary.example.org/workshops/tea/",
        "This sheet is from Tuesday 14 January 2031.",
        "We had tea",
    ]
    with pikepdf.open(io.BytesIO(booklet)) as made:
        alts = {str(each.Alt) for each in made.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each}
        drawn = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(made.pages[0])).decode("latin-1")
    assert alts == {"A list on a wall", "QR code for a phone’s camera. It leads to the address beside it."}
    assert {float(size) for size in re.findall(r"/\S+ ([\d.]+) Tf", drawn)} >= {16.0}


@pytest.mark.parametrize(
    ("people", "consent", "is_printed"),
    [("recognisable", "S-1", True), ("recognisable", "N-1", False), ("not-recognisable", "[]", False)],
)
def test_a_photo_with_people_stands_in_a_booklet_only_with_consent_to_share(
    tmp_path: Path, people: str, consent: str, is_printed: bool
) -> None:
    made = site_of(tmp_path, people=people, consent=consent)
    assert ("A list on a wall" in " ".join(document(files_of(made)["easy-read/tea.pdf"]).strings)) is is_printed
    assert 'alt="A list on a wall"' in rendered(made)["easy-read/index.html"]


def test_a_photo_that_nobody_agrees_to_any_more_is_gone_from_easy_read(tmp_path: Path) -> None:
    text = POST.replace("PEOPLE", "recognisable").replace("CONSENT", "N-1")
    content = written(tmp_path, posts__tea__index=text)
    (content / "consent.yml").write_text("N-1: {covers: [photo], withdrawn: 2019-01-01}\n" + WITHDRAWN, "utf-8")
    diary, _ = read(tmp_path)
    assert [line.picture for line in diary.entries[0].post.easy_read] == ["tea", None, None]


def test_a_line_that_repeats_a_quote_that_was_withdrawn_is_in_no_booklet(tmp_path: Path) -> None:
    booklet = " ".join(document(files_of(site_of(tmp_path, said="We *all*"))["easy-read/tea.pdf"]).pages[0].split())
    assert "We made a new rota. The drawn pictures are" in booklet
    assert "went home" not in booklet


def test_who_only_looks_and_who_wants_none_has_no_booklet(tmp_path: Path) -> None:
    assert files_of(site_of(tmp_path, renders=False))["easy-read/tea.pdf"] == b""
    assert "easy-read/tea.pdf" not in files_of(site_of(tmp_path, wanted=False))


@pytest.mark.parametrize(
    ("picture", "answer"),
    [
        ("libary", 'picture: found "libary"; there is no drawn picture of that name; did you mean “library”?'),
        ("photos/xyz.jpg", 'picture: found "photos/xyz.jpg"; no such file lies beside this post'),
    ],
)
def test_a_picture_that_is_none_is_told(tmp_path: Path, picture: str, answer: str) -> None:
    _, problems = read(
        tmp_path,
        posts__one=f"---\ntitle: One\ndate: 2019-01\neasy_read: [{{words: We met., picture: {picture}}}]\n---\nA.\n",
    )
    assert f"content/posts/one.md:4: Easy read, number 1, {answer}" in [without_code(each) for each in problems]


def test_every_word_has_its_drawn_picture_and_stands_in_the_guide() -> None:
    guide = (CHECKOUT / "docs/for-authors/writing-a-workshop.md").read_text("utf-8")
    assert all(symbol(code).startswith(b"<svg") for code in SYMBOLS.values())
    assert [name for name in SYMBOLS if f"`{name}`" not in guide] == []
    assert list(SYMBOLS) == sorted(SYMBOLS)
