"""The order of posts, the pages of a list, tags and neighbours."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.blog.listing import list_parts, neighbours, newest_first, tags, tags_to_mend, term_anchor
from plugins.workshops.diary import DiaryEntry
from tests.support.diaries import read


def entries(folder: Path, *dates: str, tags: str = "[]") -> tuple[DiaryEntry, ...]:
    """One post a date, named post-0, post-1, … in the order given."""
    files = {
        f"posts__post_{index}": f"---\ntitle: Post {index}\ndate: {date}\ntags: {tags}\n---\nWords.\n"
        for index, date in enumerate(dates)
    }
    diary, problems = read(folder, **files)
    assert problems == ()
    return diary.entries


def slugs(found: tuple[DiaryEntry, ...]) -> list[str]:
    return [entry.slug for entry in found]


def test_the_newest_post_comes_first(tmp_path: Path) -> None:
    found = newest_first(entries(tmp_path, "2016-10-10", "2017-01-02", "2016-11"))
    assert slugs(found) == ["post-1", "post-2", "post-0"]


def test_posts_of_one_day_keep_one_order_whatever_the_order_of_files(tmp_path: Path) -> None:
    found = entries(tmp_path, "2016-10-10", "2016-10-10", "2016-10-10")
    assert newest_first(found) == newest_first(tuple(reversed(found)))


def test_a_post_without_a_date_is_in_no_list_of_posts(tmp_path: Path) -> None:
    diary, _ = read(tmp_path, workshops__next="---\ntitle: Next\nworkshop: {status: planned}\n---\nWords.\n")
    assert newest_first(diary.entries) == ()


def test_a_short_list_is_one_page(tmp_path: Path) -> None:
    found = entries(tmp_path, *["2016-10-10"] * 3)
    assert [part.number for part in list_parts(found, per_page=2)] == [None]


def test_numbered_pages_start_at_the_oldest_and_are_full(tmp_path: Path) -> None:
    found = newest_first(entries(tmp_path, *(f"2016-10-{day:02}" for day in range(1, 8))))
    parts = list_parts(found, per_page=2)
    assert [(part.number, slugs(part.entries)) for part in parts] == [
        (None, ["post-6", "post-5", "post-4"]),
        (2, ["post-3", "post-2"]),
        (1, ["post-1", "post-0"]),
    ]


def test_an_empty_list_still_has_its_front(tmp_path: Path) -> None:
    nobody: tuple[DiaryEntry, ...] = ()
    assert [part.entries for part in list_parts(nobody, per_page=10)] == [()]


@given(size=st.integers(0, 60), per_page=st.integers(1, 9))
def test_a_new_post_changes_the_front_and_at_most_adds_one_page(size: int, per_page: int) -> None:
    before = {part.number: part.entries for part in list_parts(_numbers(size), per_page=per_page)}
    after = {part.number: part.entries for part in list_parts(_numbers(size + 1), per_page=per_page)}
    assert {number: after[number] for number in before if number} == {
        number: held for number, held in before.items() if number
    }
    assert sum(len(held) for held in after.values()) == size + 1
    assert len(after) <= len(before) + 1


def _numbers(size: int) -> tuple[int, ...]:
    # Only identity and order matter to a list's pages.
    return tuple(range(size, 0, -1))


def test_neighbours_are_the_posts_before_and_after_by_date(tmp_path: Path) -> None:
    found = newest_first(entries(tmp_path, "2016-10-10", "2016-11-14", "2016-12-12"))
    middle = neighbours(found)["content/posts/post-1.md"]
    assert middle.earlier is not None
    assert middle.later is not None
    assert (middle.earlier.slug, middle.later.slug) == ("post-0", "post-2")


def test_the_oldest_post_has_no_earlier_neighbour(tmp_path: Path) -> None:
    found = newest_first(entries(tmp_path, "2016-10-10", "2016-11-14"))
    assert neighbours(found)["content/posts/post-0.md"].earlier is None


ONE_ADDRESS = [("C++", "C#"), ("16+", "16"), ("Home", "home"), ("Café", "Cafe"), ("R&D", "r d"), ("ﬁne", "fine")]


@pytest.mark.parametrize(("first", "second"), ONE_ADDRESS)
def test_two_tags_of_one_address_are_told_with_file_and_line(tmp_path: Path, first: str, second: str) -> None:
    (later,) = entries(tmp_path / "b", "2016-11-10", tags=f"['{second}']")
    (earlier,) = entries(tmp_path / "a", "2016-10-10", tags=f"['{first}']")
    (problem,) = tags_to_mend((earlier, later))
    assert (str(problem), problem.also) == (
        f'content/posts/post-0.md:4: Tags, number 1: found "{second}", which would share an address with “{first}” '
        "(content/posts/post-0.md); write both the same way, or one of them in other words [address-taken]",
        "content/posts/post-0.md",
    )


def test_a_tag_spelt_one_way_everywhere_is_no_finding(tmp_path: Path) -> None:
    found = entries(tmp_path, "2016-10-10", "2016-11-10", tags="[Young Carers, 住房, ቤት, سكن, हिन्दी]")
    assert list(tags_to_mend(found)) == []
    assert [(tag.slug, tag.label, len(tag.entries)) for tag in tags(newest_first(found))] == [
        ("young-carers", "Young Carers", 2),
        ("سكن", "سكن", 2),
        ("हिन्दी", "हिन्दी", 2),
        ("ቤት", "ቤት", 2),
        ("住房", "住房", 2),
    ]


@pytest.mark.parametrize(
    ("label", "advice"),
    [
        ("&!", "write it with letters or numbers"),
        ("Con", "Windows keeps this name for itself, so no folder can have it; write another"),
        ("COM¹!", "Windows keeps this name for itself, so no folder can have it; write another"),
        ("a" * 290, "this is too long for an address; write fewer letters"),
        ("住" * 67, "this is too long for an address; write fewer letters"),
    ],
)
def test_a_tag_of_which_no_address_can_be_made_is_told(tmp_path: Path, label: str, advice: str) -> None:
    (problem,) = tags_to_mend(entries(tmp_path, "2016-10-10", tags=f"['{label}']"))
    assert str(problem) == (
        f'content/posts/post-0.md:4: Tags, number 1: found "{label[:60]}", which no address can be made of; {advice} [unusable-address]'
    )


WORDS = st.text(min_size=1, max_size=20)


@given(WORDS, WORDS)
def test_no_two_words_share_a_place_on_the_page_of_words(one: str, other: str) -> None:
    assert (term_anchor(one) == term_anchor(other)) == (same(one) == same(other))


def same(word: str) -> str:
    return unicodedata.normalize("NFC", word.casefold())


def test_words_of_signs_have_places_of_their_own() -> None:
    assert [term_anchor(term) for term in ("Young carer", "C++", "C#", "住房", "हिन्दी")] == [
        "young-carer",
        "c_2b__2b_",
        "c_23_",
        "住房",
        "हिन्दी",
    ]
