"""What the content folder holds and the site must not show."""

from datetime import datetime
from pathlib import Path

import pytest

from plugins.publishing.lastlook.withheld import Withheld, withheld, withheld_faults
from tests.publishing.lastlook.sites import page, site
from tests.support.diaries import LONDON, without_code, written

NOW = datetime(2020, 1, 1, tzinfo=LONDON)
WORKSHOP = """
    ---
    title: The first one
    date: 2019-05-01
    workshop: {name: Meeting, start: 2019-05-01, status: held}
    photos:
      - {file: photos/a.jpg, alt: Two of us at the long table, caption: Mo *laughs*, credit: Taken by Kim Ito, people: recognisable, consent: C-07}
    feedback:
      quotes:
        - {words: "I felt heard, for once.", consent: C-09}
        - {words: "It was all right.", consent: C-11}
    ---
    We met in the hall and drank a lot of tea together.
    """
DRAFT = """
    ---
    title: What nobody knows yet
    date: 2019-06-01
    status: draft
    easy_read: [Nobody may read this sentence now.]
    ---
    The [secret](../pages/a.md) plan is to **move** the whole hub. We met in the hall and drank a lot of tea together.
    """
LATER = """
    ---
    title: Later
    date: 2020-02-01
    ---
    In spring we open a garden behind the house.
    """


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = written(tmp_path, workshops__first=WORKSHOP, workshops__secret=DRAFT, posts__later=LATER)
    (folder / "consent.yml").write_text(
        "C-07: {covers: [photo], until: 2019-12-31}\nC-09: {covers: [quote], withdrawn: 2019-06-01}\nC-11: {covers: [quote]}\n"
    )
    photos = folder / "workshops/first/photos"
    photos.mkdir()
    (photos / "a.jpg").write_bytes(b"from the camera")
    (folder / "workshops/secret/plan.pdf").write_bytes(b"%PDF the plan")
    return folder


@pytest.fixture
def held(content: Path) -> Withheld:
    return withheld(content, now=NOW, zone=LONDON)


def told(held: Withheld, files: dict[str, bytes]) -> list[str]:
    return [without_code(each).removeprefix("output/") for each in withheld_faults(site(files), held)]


def test_a_site_without_them_has_no_finding(held: Withheld) -> None:
    good = page("<p>We met in the hall and drank a lot of tea together. “It was all right.” C-0777</p>")
    assert told(held, {"posts/two/index.html": good}) == []


@pytest.mark.parametrize(
    ("words", "found", "what"),
    [
        ("The secret plan is to <b>move</b> the hub", "plan is to move the", "a draft (content/workshops/secret/index.md)"),
        ("NOBODY may read, this &#115;entence", "nobody may read this sentence", "a draft (content/workshops/secret/index.md)"),
        ("<h2>What nobody knows yet</h2>", "what nobody knows yet", "a draft (content/workshops/secret/index.md)"),
        ("we open a garden behind", "we open a garden behind", "a post that is still to come (content/posts/later.md)"),
        ("“I felt heard, for once.”", "i felt heard for once", "a quote that nobody agreed to any more (content/workshops/first/index.md)"),
        ("Photo: taken by Kim Ito", "taken by kim ito", "a photograph that nobody agreed to any more (content/workshops/first/index.md)"),
        ('<img alt="Two of us at the long table">', "of us at the long", "a photograph that nobody agreed to any more (content/workshops/first/index.md)"),
        ("<p>Mo <em>laughs</em></p>", "mo laughs", "a photograph that nobody agreed to any more (content/workshops/first/index.md)"),
    ],
)  # fmt: skip
def test_words_that_are_kept_back_are_found_whatever_their_markup(
    held: Withheld, words: str, found: str, what: str
) -> None:
    assert told(held, {"posts/two/index.html": page(words)}) == [
        f"posts/two/index.html: found “{found}”: words of {what}"
    ]


@pytest.mark.parametrize(
    ("path", "saying"),
    [
        ("feed.xml", b"<content>&lt;p&gt;we open &lt;b&gt;a&lt;/b&gt; garden behind&lt;/p&gt;</content>"),
        ("timeline.json", rb'{"events": [{"text": "we \u006fpen a garden\nbehind"}], "n": 1}'),
        ("diary.json", b'{"posts": [{"agenda": [{"title": "So we open a garden behind"}]}]}'),
        ("asks.csv", b'"we open a garden behind","One"\r\n'),
        ("search/index.json", b'{"pages":[{"title":"We open a garden behind","href":"/posts/later/"}]}'),
        ("search/texts/0123456789abcdef.json", b'["In spring.","So we open a garden behind it."]'),
        ("workshops.ics", b"DESCRIPTION:we open\\, a gar\r\n den behind\r\n"),
        ("static/x.txt", b"we open a garden behind"),
    ],
)
def test_they_are_found_in_feeds_records_and_calendars(held: Withheld, path: str, saying: bytes) -> None:
    words = "words of a post that is still to come (content/posts/later.md)"
    assert told(held, {path: saying}) == [f"{path}: found “we open a garden behind”: {words}"]


def test_a_page_of_a_draft_is_found_by_its_address(held: Withheld) -> None:
    assert told(held, {"workshops/secret/index.html": page("Nothing.")}) == [
        "workshops/secret/: found a page of a draft (content/workshops/secret/index.md)"
    ]


def test_references_of_consents_are_found(held: Withheld) -> None:
    assert told(held, {"workshops/first.json": b'{"consent": "C-07"}'}) == [
        "workshops/first.json:1: found “C-07”, a consent's reference; readers must not see it"
    ]


def test_a_photograph_as_it_came_from_the_camera_is_found_under_any_name(held: Withheld) -> None:
    assert told(held, {"photos/0a1b.jpg": b"from the camera"}) == [
        "photos/0a1b.jpg: found content/workshops/first/photos/a.jpg as it came from the camera"
    ]


def test_a_hand_out_of_a_draft_is_found(held: Withheld) -> None:
    assert told(held, {"x.pdf": b"%PDF the plan"}) == [
        "x.pdf: found content/workshops/secret/plan.pdf, which lies beside a post that is not out"
    ]


def test_what_is_public_by_then_is_kept_back_no_longer(content: Path) -> None:
    later = withheld(content, now=datetime(2020, 3, 1, tzinfo=LONDON), zone=LONDON)
    assert told(later, {"posts/two/index.html": page("we open a garden behind")}) == []
