"""Each workshop on a sheet of paper: what stands on it, in which order, and what must not."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from plugins.blog.pages.site import planned_files
from plugins.blog.site_building import Making, whole
from plugins.blog.site_model import SiteModel
from plugins.pdf import document
from plugins.photos.pipeline import Pipeline
from plugins.photos.store import FolderStore, MemoryStore, Store
from plugins.problems import Problem
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON, without_code, written
from tests.support.pages import rendered, settings_of
from tests.support.papers import paper

NOW = datetime(2031, 6, 1, tzinfo=LONDON)
CONSENTS = (
    "Q-01: {covers: [quote, share]}\nQ-02: {covers: [quote]}\nQ-03: {covers: [quote, share], until: 2031-05-01}\n"
)
LAMP = """
---
title: We met at the lamp
date: 2031-01
glossary: {term: rota, means: a list of whose turn it is.}
workshop: {number: 1, start: 2031-01-13 17:00, end: 19:00, status: held, venue: The library}
agenda: [{title: Tea}, {title: Where to?, result: To the river.}]
votes:
  - id: where
    question: Where do we meet?
    method: show-of-hands
    counts: agreed
    options: [{name: The library, votes: 8}, {name: The boat house, votes: 4}]
ideas: [{id: late, name: Late Library}]
prototypes: [{id: one, idea: late, status: testing, next: Open at *seven*.}, {id: two, status: dropped}]
feedback:
  even_better_if: [{id: bus, said: the last bus were later.}, Mend the lamp.]
  quotes:
    - {words: I read a whole book., who: A young carer, consent: Q-01}
    - {words: Nobody may print this one., consent: Q-02}
    - {words: Nor may they this., consent: [Q-01, Q-02]}
    - {words: This one ran out., consent: Q-03}
answers: [{to: bus, did: We asked them., status: doing}]
---
Twelve of us met.
"""
NEXT = """
---
title: We meet again
workshop: {number: 2, name: Making, start: 2031-07-07, status: planned}
---
We will build it.
"""
SHEET = "workshops/lamp/hand-out.pdf"


def site_of(
    folder: Path, *, store: Store | None = None, renders: bool = True, **files: str
) -> tuple[SiteModel, list[str]]:
    """A site with its hand-outs, and what was told of them."""
    content = written(folder, **({"workshops__lamp": LAMP, "workshops__next": NEXT} | files))
    (content / "consent.yml").write_text(CONSENTS, "utf-8")
    settings = replace(settings_of(content, now=NOW), has_hand_outs=True)
    make = Making(settings, folder / "output", Pipeline(store, renders=renders))
    model, problems = whole(read_contents(content, zone=LONDON, now=NOW), make)
    assert [without_code(each) for each in problems if each.stops] == []
    return model, [told(each) for each in problems if each.code == "left-out-of-print"]


def told(problem: Problem) -> str:
    assert not problem.stops
    return without_code(problem)


def files_of(model: SiteModel) -> dict[str, bytes]:
    return {file.path: file.content for file in planned_files(model) if file.path.endswith(".pdf")}


@pytest.fixture(scope="module")
def lamp(tmp_path_factory: pytest.TempPathFactory) -> SiteModel:
    return site_of(tmp_path_factory.mktemp("lamp"))[0]


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of the structure tree, in reading order."""
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_a_sheet_tells_what_was_decided_done_and_asked_and_what_comes_next(lamp: SiteModel) -> None:
    assert sorted(files_of(lamp)) == [
        f"workshops/{slug}/hand-out{size}.pdf" for slug in ("lamp", "next") for size in ("-large", "")
    ]
    said = document(files_of(lamp)[SHEET])
    assert said.pages[0].split("\r\n") == [
        "A diary",
        "We met at the lamp",
        "Monday 13 January 2031, 5pm to 7pm · The library",
        "Twelve of us met.",
        "What we decided",
        "What we asked What we chose How close it was",
        "Where do we meet? The library 8 to 4",
        "What we did, in order",
        "1. Tea",
        "2. Where to? To the river.",
        "What comes next",
        "• Late Library: Open at seven.",
        "• Our next workshop is “We meet again”, Monday 7 July 2031.",
        "You said, we did",
        "What you said What we did about it",
        "Even better if the last bus were later. We are doing: We asked them.",
        "Mend the lamp. Waiting for an answer.",
        "Words that we used",
        "rota: a list of whose turn it is.",
        "What people said",
        "“I read a whole book.”",
        "— A young carer",
        "Read the whole story, and see what has changed since:",
        "https://diary.example.org/workshops/lamp/",
        "This sheet is from January 2031.",
        "We met at the lamp",
    ]


@pytest.mark.parametrize("name", ["hand-out.pdf", "hand-out-large.pdf"])
def test_a_sheet_is_tagged_in_the_order_in_which_it_is_read(lamp: SiteModel, name: str) -> None:
    with pikepdf.open(io.BytesIO(files_of(lamp)[f"workshops/lamp/{name}"])) as made:
        tagged = list(elements(made.Root.StructTreeRoot))
        kinds = [str(each.S) for each in tagged]
        assert [
            kind for kind in kinds if kind in ("/Title", "/H1", "/H2", "/Table", "/L", "/BlockQuote", "/Figure")
        ] == [
            *("/Title", "/H1", "/Table", "/H1", "/L", "/H1", "/L", "/H1", "/Table", "/H1", "/L", "/H1"),
            *("/BlockQuote", "/Figure"),
        ]
        assert [str(each.Alt) for each in tagged if each.S == "/Figure"] == [
            "QR code for a phone’s camera. It leads to the address beside it."
        ]
        heads = [each for each in tagged if each.S == "/TH"]
        assert [str(item.Scope) for each in heads for item in each.A if "/Scope" in item] == ["/Column"] * 5
        assert (str(made.Root.Lang), str(made.docinfo.Title)) == ("en-GB", "We met at the lamp")


def test_a_workshop_that_is_in_no_list_has_no_sheet_and_nothing_is_told(tmp_path: Path) -> None:
    model, said = site_of(tmp_path, workshops__next=NEXT.replace("workshop:", "status: hidden\nworkshop:"))
    assert sorted(files_of(model)) == ["workshops/lamp/hand-out-large.pdf", SHEET]
    assert "hand-out" not in rendered(model)["workshops/next/index.html"]
    assert said == []


def test_large_print_is_large(lamp: SiteModel) -> None:
    sizes = {}
    for name in ("hand-out.pdf", "hand-out-large.pdf"):
        with pikepdf.open(io.BytesIO(files_of(lamp)[f"workshops/lamp/{name}"])) as made:
            drawn = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(made.pages[0])).decode("latin-1")
            sizes[name] = {float(size) for size in re.findall(r"/\S+ ([\d.]+) Tf", drawn)}
    assert 12 in sizes["hand-out.pdf"]
    assert min(sizes["hand-out-large.pdf"]) > 13
    assert 18 in sizes["hand-out-large.pdf"]


def test_the_page_leads_to_its_sheets(lamp: SiteModel) -> None:
    page = rendered(lamp)["workshops/lamp/index.html"]
    assert '<a href="/workshops/lamp/hand-out.pdf">Hand-out (PDF)</a>' in page
    assert '<a href="/workshops/lamp/hand-out-large.pdf">Hand-out in large print (PDF)</a>' in page


def test_a_workshop_without_any_date_has_no_sheet_and_nothing_is_told(tmp_path: Path) -> None:
    model, said = site_of(tmp_path, workshops__next=NEXT.replace("start: 2031-07-07, ", ""))
    assert not [path for path in files_of(model) if "next" in path]
    assert said == []


def test_what_cannot_be_made_is_left_out_and_told(tmp_path: Path) -> None:
    store = MemoryStore()
    for _ in range(2):
        model, said = site_of(tmp_path, store=store, workshops__next=NEXT.replace("We will", "We 🎉 will"))
        assert said == [
            "content/workshops/next/index.md:2: Title: there is no hand-out of this: no font of ours has “🎉”; "
            "say it in other letters"
        ]
        assert sorted(files_of(model)) == ["workshops/lamp/hand-out-large.pdf", SHEET]
        assert "hand-out" not in rendered(model)["workshops/next/index.html"]


def test_long_lists_are_cut_so_that_a_sheet_has_two_pages(tmp_path: Path) -> None:
    many = "".join(f", {{title: Part {number} of a long day with much to do}}" for number in range(150))
    model, _ = site_of(tmp_path, workshops__lamp=LAMP.replace("[{title: Tea}", f"[{{title: Tea}}{many}"))
    pages = document(files_of(model)[SHEET]).pages[0]
    assert "Page 1 of 2" in pages
    assert "Page 2 of 2" in pages
    assert "And 144 more, on our website." in pages
    assert "Part 149" in document(files_of(model)["workshops/lamp/hand-out-large.pdf"]).pages[0]


def test_a_sheet_that_its_author_made_stays(tmp_path: Path) -> None:
    own = LAMP.replace("{title: Tea}", "{title: Tea, materials: {title: Ours, file: Hand-Out.pdf}}")
    content = written(tmp_path, workshops__lamp=own)
    (content / "workshops/lamp/Hand-Out.pdf").write_bytes(paper("Ours").saved())
    model, _ = site_of(tmp_path, renders=False, workshops__lamp=own)
    assert [path for path in files_of(model) if "lamp" in path] == [
        *("workshops/lamp/Hand-Out.pdf", "workshops/lamp/hand-out-large.pdf"),
    ]


def test_a_post_in_another_language_is_told_in_it_and_what_we_say_is_marked(tmp_path: Path) -> None:
    model, _ = site_of(tmp_path, workshops__next=NEXT.replace("workshop:", "lang: cy\nworkshop:"))
    with pikepdf.open(io.BytesIO(files_of(model)["workshops/next/hand-out.pdf"])) as made:
        assert str(made.Root.Lang) == "cy"
    assert not [problem for problem in files_of(model) if not problem]


def test_a_build_that_looks_only_makes_none_and_a_diary_that_wants_none_plans_none(tmp_path: Path) -> None:
    bare = "---\ntitle: We plan\nworkshop: {start: 2031-08-01, status: planned}\n---\n"
    model, _ = site_of(tmp_path, renders=False, workshops__bare=bare)
    assert set(files_of(model).values()) == {b""}
    settings = replace(model.settings, has_hand_outs=False)
    make = Making(settings, tmp_path / "output", Pipeline())
    assert not files_of(whole(read_contents(settings.content, zone=LONDON, now=NOW), make)[0])


def test_a_hand_out_in_the_place_of_another_is_made_anew(tmp_path: Path) -> None:
    diary, kept = tmp_path / "diary", tmp_path / "kept"
    before = files_of(site_of(diary, store=FolderStore(kept, diary=diary))[0])
    files = sorted(kept.glob("*/*/*.pdf"))
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, [*contents[1:], contents[0][:-9]], strict=True):
        file.write_bytes(content)
    assert files_of(site_of(diary, store=FolderStore(kept, diary=diary))[0]) == before


def test_what_another_build_threw_away_is_made_again(tmp_path: Path) -> None:
    store = MemoryStore()
    model, _ = site_of(tmp_path, store=store)
    assert len(model.documents.keys) == 4
    before = files_of(model)
    store.keep_only(())
    assert files_of(model) == before
