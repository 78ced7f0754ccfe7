"""The whole diary as a book: what is in it, what is not, and that programs can open it."""

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pikepdf
import pytest
from lxml import etree

from plugins.blog.pages.site import planned_files
from plugins.blog.site_building import Making, whole
from plugins.blog.site_model import SiteModel
from plugins.consent.private_words.texts import texts
from plugins.documents.epub import text_inside
from plugins.pdf import document
from plugins.photos.pipeline import Pipeline
from plugins.publishing.lastlook.site import BuiltSite
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON, without_code, written
from tests.support.pages import rendered, settings_of

NOW = datetime(2031, 6, 1, tzinfo=LONDON)
LAMP = """
---
title: We met at the lamp & sat
date: 2031-01-14 18:00
workshop: {number: 1, start: 2031-01-13 17:00, status: held}
votes: [{id: where, question: Where?, method: not-known, counts: not-kept, chosen: [Here], options: [{name: Here, idea: late}, There]}]
glossary: {term: rota, means: whose turn it is}
ideas: [{id: late, name: Late Library, about: Open *late*.}, {id: other, name: Another}]
feedback:
  even_better_if: [{id: bus, said: the bus were later.}]
  quotes: [{words: I read a whole book., consent: S-1}, {words: "Nobody, may keep this.", consent: N-1}, {words: 👍, consent: N-1}, {words: I was never heard before that day., consent: N-1}, {words: "No.", consent: N-1}, {words: Next time!, consent: N-1}]
---
Twelve of us **met**. Then O'Brien's tea.

## What we saw

- One
- Two

1. First

> A saying.

>

| What | How |
|---|---|
| Lamp | On |

And somebody said: nobody may keep this!

Nobody else, no. The next time we sat.

*Next time.*

One was never heard before that.

## Nothing is left of this

- No
- Nobody may
- keep this

## What was left

| What | How |
|---|---|
| Lamp | Lit again |
| Nobody may | keep this |

| Nobody may keep this | How |
|---|---|
| Head | Lost |
"""
REPEATED = (
    "words that repeat a quote (content/workshops/lamp/index.md) whose consent does not cover “share” "
    "are left out of the book of this"
)
OTHERS = {
    "posts__note": "---\ntitle: Nodyn\nlang: cy\ndate: 2031-02\n---\nDiolch\n",
    "posts__hidden": "---\ntitle: Not listed\ndate: 2031-02\nstatus: hidden\n---\nNobody lists this.\n",
    "posts__draft": "---\ntitle: A draft\nstatus: draft\n---\nNot yet.\n",
}


def site_of(
    folder: Path, *, has_book: bool = True, language: str = "en-GB", **files: str
) -> tuple[SiteModel, list[str]]:
    content = written(folder, **({"workshops__lamp": LAMP, **OTHERS} | files))
    (content / "consent.yml").write_text("S-1: {covers: [quote, share]}\nN-1: {covers: [quote]}\n", "utf-8")
    settings = replace(settings_of(content, now=NOW), has_book=has_book, language=language)
    model, problems = whole(
        read_contents(content, zone=LONDON, now=NOW), Making(settings, folder / "output", Pipeline())
    )
    assert [without_code(each) for each in problems if each.stops] == []
    return model, [without_code(each) for each in problems if each.code == "left-out-of-print"]


def files_of(model: SiteModel) -> dict[str, bytes]:
    return {file.path: file.content for file in planned_files(model)}


@pytest.fixture(scope="module")
def lamp(tmp_path_factory: pytest.TempPathFactory) -> SiteModel:
    return site_of(tmp_path_factory.mktemp("lamp"))[0]


TOLD = [
    *(
        "We met at the lamp & sat",
        "Twelve of us met. Then O’Brien’s tea.",
        "What we saw",
        "A saying.",
        "I read a whole book.",
        "Nobody else, no. The next time we sat.",
        "Lit again",
    ),
    *(
        "Nodyn",
        "Diolch",
        "Ideas, and what became of them",
        "Late Library",
        "Open late.",
        "Everything we decided",
        "Where?",
    ),
    *("You said, we did", "Even better if the bus were later.", "Waiting for an answer."),
]
NOT_TOLD = [
    "may keep this",
    "keep this",
    "Next time",
    "never heard",
    "Nothing is left",
    "Head Lost",
    "Nobody lists",
    "Not listed",
    "Not yet",
    "draft",
]


@pytest.mark.parametrize("path", ["diary.pdf", "diary.epub"])
def test_a_book_has_every_listed_post_and_what_came_of_it_and_nothing_else(lamp: SiteModel, path: str) -> None:
    content = files_of(lamp)[path]
    said = " ".join(document(content).pages[0].split()) if path.endswith("pdf") else " ".join(texts(path, content))
    assert [words for words in TOLD if words not in said] == []
    assert [words for words in NOT_TOLD if words in said] == []


def test_the_foot_of_every_page_leads_to_the_book(lamp: SiteModel) -> None:
    page = rendered(lamp)["posts/note/index.html"]
    assert '<a href="/diary.pdf">The diary as a book (PDF)</a>' in page
    assert '<a href="/diary.epub">The diary as a book (EPUB)</a>' in page


def test_a_book_as_pdf_has_chapters_and_sections(lamp: SiteModel) -> None:
    with pikepdf.open(io.BytesIO(files_of(lamp)["diary.pdf"])) as made:
        kinds = [
            str(each.S)
            for each in made.objects
            if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/P" in each
        ]
        with made.open_outline() as outline:
            assert [each.title for each in outline.root] == [
                *("We met at the lamp & sat", "Nodyn", "Ideas, and what became of them"),
                *("Everything we decided", "You said, we did"),
            ]
    assert {"/H1", "/H2", "/TOC", "/TOCI", "/Table", "/TH"} <= set(kinds)


def test_an_epub_is_in_order_and_says_for_whom_it_is(lamp: SiteModel) -> None:
    content = files_of(lamp)["diary.epub"]
    with ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, archive.read(first)) == (
            "mimetype",
            ZIP_STORED,
            b"application/epub+zip",
        )
        trees = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name != "mimetype"}
    package = trees["book/package.opf"]
    names = {each.get("property"): each.text for each in package.iter("{*}meta")}
    assert names["dcterms:modified"] == "2031-02-01T00:00:00Z"
    assert (names["schema:accessMode"], names["schema:accessibilityHazard"]) == ("textual", "none")
    assert names["schema:accessibilitySummary"]
    named = {f"book/{each.get('href')}" for each in package.iter("{*}item")}
    assert named == set(trees) - {"book/package.opf", "META-INF/container.xml"}
    assert [each.get("role") for each in trees["book/nav.xhtml"].iter("{*}nav")] == ["doc-toc"]
    assert [each.text for each in trees["book/nav.xhtml"].iter("{*}a")] == [
        "A diary",
        "We met at the lamp & sat",
        None,
        "Ideas, and what became of them",
        "Everything we decided",
        "You said, we did",
    ]
    assert [each.get("lang") for each in trees["book/chapter-3.xhtml"].iter("{*}span")] == ["cy", "cy"]
    assert [len(tree.findall(".//{*}h1")) for name, tree in trees.items() if name.endswith(".xhtml")] == [1] * 7


def test_the_last_look_and_the_list_of_private_words_read_inside_an_epub(lamp: SiteModel) -> None:
    content = files_of(lamp)["diary.epub"]
    assert b"Late Library" not in content
    assert "Late Library" in text_inside(content)
    assert "Late Library" in BuiltSite("", {"diary.epub": content}).texts["diary.epub"]


def test_a_diary_has_no_book_unless_it_wants_one(tmp_path: Path) -> None:
    model, _ = site_of(tmp_path, has_book=False)
    assert not {"diary.pdf", "diary.epub"} & set(files_of(model))


def test_a_letter_that_no_font_has_leaves_the_pdf_out_and_not_the_epub(tmp_path: Path) -> None:
    model, told = site_of(
        tmp_path,
        language="cy",
        posts__note="---\ntitle: Cake 🎂\ndate: 2031-02\n---\n\x0bWords\n\n![](x)\n".replace("\x0b", "").replace(
            "\n\n![](x)", ""
        ),
    )
    assert {"diary.pdf", "diary.epub"} & set(files_of(model)) == {"diary.epub"}
    assert told == [
        f"content/diary.yml: {REPEATED}",
        "content/diary.yml: there is no book of this: no font of ours has “🎂”; say it in other letters",
    ]


def test_a_diary_without_any_day_has_no_book(tmp_path: Path) -> None:
    plan = "---\ntitle: We plan\nworkshop: {status: planned}\n---\n"
    none = "---\ntitle: No\nstatus: draft\n---\n"
    model, _ = site_of(tmp_path, workshops__lamp=plan, posts__note=none, posts__hidden=none)
    assert "diary.epub" not in files_of(model)
