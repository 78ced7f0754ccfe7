"""The pictures that chats show of links: their words, their photo, and how a page names them."""

import io
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from plugins.blog.pages.site import planned_files
from plugins.blog.site_building import Making, whole
from plugins.blog.site_model import SiteModel
from plugins.photos.pipeline import Pipeline
from plugins.photos.store import FolderStore, MemoryStore, Store
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON, without_code, written
from tests.support.pages import rendered, settings_of
from tests.support.photographs import file_of, photograph, put

NOW = datetime(2031, 6, 1, tzinfo=LONDON)
CONSENTS = "S-1: {covers: [photo, share]}\nN-1: {covers: [photo]}\n"
ONE = """
---
title: We met
date: 2031-01-14
image: photos/a.jpg
photos: {{file: photos/a.jpg, alt: A table, people: {people}, consent: {consent}}}
---
Words.
"""
TWO = f"---\ntitle: Two\nlang: cy\ndate: 2031-02\nworkshop: {{number: 2, start: 2031-02-01}}\n---\n{'Long words go on. ' * 900}\n"
CARD = re.compile(r'<meta property="og:image" content="https://diary.example.org/(pictures/\w{16}\.jpg)">')


def site_of(folder: Path, people: str = "none", consent: str = "[]", store: Store | None = None) -> SiteModel:
    content = written(folder, workshops__two=TWO, posts__three="---\ntitle: 会议\ndate: 2031-03\n---\nWords.\n")
    (content / "posts/one").mkdir(exist_ok=True)
    (content / "posts/one/index.md").write_text(ONE.format(people=people, consent=consent).lstrip(), "utf-8")
    (content / "consent.yml").write_text(CONSENTS, "utf-8")
    put(content / "posts/one", "photos/a.jpg", file_of(photograph(1400, 900)))
    settings = replace(settings_of(content, now=NOW), has_cards=True)
    make = Making(settings, folder / "output", Pipeline(store))
    model, problems = whole(read_contents(content, zone=LONDON, now=NOW), make)
    assert [without_code(each) for each in problems if each.stops] == []
    return model


def pictures_of(model: SiteModel) -> dict[str, bytes]:
    return {file.path: file.content for file in planned_files(model) if file.path.startswith("pictures/")}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> SiteModel:
    return site_of(tmp_path_factory.mktemp("cards"))


@pytest.fixture(scope="module")
def pages(model: SiteModel) -> dict[str, str]:
    return {path: page for path, page in rendered(model).items() if path.endswith(".html")}


def test_every_page_names_a_card_near_its_beginning(model: SiteModel, pages: dict[str, str]) -> None:
    files = pictures_of(model)
    own = {path: CARD.findall(page.encode()[:8000].decode("utf-8", "ignore")) for path, page in pages.items()}
    assert all(len(found) == 1 and found[0] in files for found in own.values())
    addresses = ("posts/one", "workshops/two", "posts")
    assert len({own[f"{address}/index.html"][0] for address in addresses}) == 3
    assert own["posts/three/index.html"] == own["index.html"]


def test_every_page_says_all_that_chats_read_in_its_first_8_kb_with_whole_addresses(pages: dict[str, str]) -> None:
    said = {path: re.findall(r'property="og:([\w:]+)" content="([^"]*)"', page) for path, page in pages.items()}
    for path, page in pages.items():
        assert page.encode()[:8000].count(b'property="og:') == len(said[path])
        addresses = {name: value for name, value in said[path] if name in ("url", "image")}
        assert all(value.startswith("https://diary.example.org/") for value in addresses.values())
        wanted = {"title", "type", "site_name", "locale", "image", *(set() if path == "404.html" else {"url"})}
        assert (path, wanted - dict(said[path]).keys()) == (path, set())


def test_a_card_is_a_jpeg_that_chats_take(model: SiteModel, pages: dict[str, str]) -> None:
    for path in {CARD.findall(page)[0] for page in pages.values()}:
        content = pictures_of(model)[path]
        with Image.open(io.BytesIO(content)) as card:
            assert (card.format, card.size, len(content) < 300_000, dict(card.getexif())) == (
                "JPEG",
                (1200, 630),
                True,
                {},
            )


def test_a_page_says_its_language_and_what_its_card_shows(pages: dict[str, str]) -> None:
    assert '<meta property="og:locale" content="cy_GB">' in pages["workshops/two/index.html"]
    assert '<meta property="og:locale" content="en_GB">' in pages["index.html"]
    said = re.findall(r'og:image:alt" content="([^"]*)"', pages["posts/one/index.html"] + pages["index.html"])
    assert said == ["“We met”, from A diary. Behind the words: A table", "A diary"]


@pytest.mark.parametrize(
    ("people", "consent", "has_cards", "has_photo"),
    [
        ("none", "[]", True, True),
        ("recognisable", "S-1", True, True),
        ("recognisable", "N-1", True, False),
        ("recognisable", "[S-1, N-1]", True, False),
        ("not-recognisable", "[]", True, False),
        ("recognisable", "S-1", False, True),
        ("recognisable", "N-1", False, False),
    ],
)
def test_a_photo_with_people_is_on_no_card_without_their_consent_to_share(
    tmp_path: Path, people: str, consent: str, has_cards: bool, has_photo: bool
) -> None:
    made = site_of(tmp_path, people, consent)
    if not has_cards:
        settings = replace(made.settings, has_cards=False)
        made, _ = whole(
            read_contents(settings.content, zone=LONDON, now=NOW), Making(settings, tmp_path / "output", Pipeline())
        )
    page = rendered(made)["posts/one/index.html"]
    assert ("A table" in "".join(re.findall(r'og:image:alt" content="([^"]*)"', page))) is has_photo
    assert ("og:image" in page) is (has_photo or has_cards)
    named = set(re.findall(r"pictures/\w{16}\.\w+", "".join(rendered(made).values())))
    assert set(pictures_of(made)) == named


@pytest.mark.parametrize(("title", "alt"), [("Nobody may *keep* this", "A table"), ("We met", "Nobody may keep this!")])
def test_words_that_repeat_a_quote_that_may_not_be_kept_are_on_no_card(tmp_path: Path, title: str, alt: str) -> None:
    quote = "feedback: {quotes: [{words: Nobody may keep this., consent: Q-1}]}"
    text = ONE.format(people="none", consent="[]").replace("We met", title).replace("A table", alt)
    content = written(tmp_path, workshops__two=TWO.replace("lang: cy", quote))
    (content / "posts/one").mkdir(parents=True)
    (content / "posts/one/index.md").write_text(text.lstrip(), "utf-8")
    (content / "consent.yml").write_text("Q-1: {covers: [quote]}\n", "utf-8")
    put(content / "posts/one", "photos/a.jpg", file_of(photograph(1400, 900)))
    settings = replace(settings_of(content, now=NOW), has_cards=True)
    model, told = whole(read_contents(content, zone=LONDON, now=NOW), Making(settings, tmp_path / "output", Pipeline()))
    assert [without_code(each) for each in told if each.code == "left-out-of-print"] == [
        "content/posts/one/index.md:2: Title: there is no picture for links to this: its words repeat a quote "
        "(content/workshops/two/index.md) whose consent does not cover “share”"
    ]
    assert sorted(model.cards.by_source) == ["", "content/workshops/two/index.md"]
    page = rendered(model)["posts/one/index.html"]
    assert re.findall(r'og:image:alt" content="([^"]*)"', page) == ["A diary"]
    assert f"<title>{title}" in page


def test_what_has_not_changed_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore()
    before = pictures_of(site_of(tmp_path, store=store))
    kept = {
        name: store.get(f"{key}/{name}") for key in site_of(tmp_path, store=store).kept for name in store.names(key)
    }
    after = site_of(tmp_path, store=store)
    assert pictures_of(after) == before
    store.keep_only(after.kept)
    assert pictures_of(after) == before
    store.keep_only(())  # As another build does it.
    assert pictures_of(after) == before
    assert len(kept) > 3


def test_a_card_or_photo_in_the_place_of_another_is_made_anew(tmp_path: Path) -> None:
    diary, kept = tmp_path / "diary", tmp_path / "kept"
    before = pictures_of(site_of(diary, store=FolderStore(kept, diary=diary)))
    files = sorted(kept.glob("*/*/*.*"))
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, [*contents[1:], contents[0]], strict=True):
        file.write_bytes(content)
    assert pictures_of(site_of(diary, store=FolderStore(kept, diary=diary))) == before
    assert len(before) > 3


def test_a_diary_whose_name_cannot_be_shown_has_cards_of_its_posts_alone(tmp_path: Path) -> None:
    made = site_of(tmp_path)
    settings = replace(made.settings, name="会议")
    making = Making(settings, tmp_path / "output", Pipeline())
    cards = whole(read_contents(settings.content, zone=LONDON, now=NOW), making)[0].cards
    assert sorted(cards.by_source) == ["content/posts/one/index.md", "content/workshops/two/index.md"]


def test_the_preview_draws_none(tmp_path: Path) -> None:
    made = site_of(tmp_path)
    settings = replace(made.settings, preview=True)
    making = Making(settings, tmp_path / "output", Pipeline())
    assert not whole(read_contents(settings.content, zone=LONDON, now=NOW), making)[0].cards.by_source
