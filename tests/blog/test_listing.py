"""The order of posts, the pages of a list, tags and neighbours."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.blog.listing import list_parts, neighbours, newest_first, tag_slug, tags
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


def test_tags_that_differ_by_case_alone_are_one(tmp_path: Path) -> None:
    found = newest_first(entries(tmp_path, "2016-10-10", tags="[Care Leavers, care leavers, Housing]"))
    assert [(tag.slug, len(tag.entries)) for tag in tags(found)] == [("care-leavers", 1), ("housing", 1)]


def test_a_tag_is_spelt_as_the_earliest_post_spells_it(tmp_path: Path) -> None:
    earlier = entries(tmp_path / "a", "2016-10-10", tags="[Housing]")
    later = entries(tmp_path / "b", "2016-11-10", tags="[HOUSING]")
    assert tags((*later, *earlier))[0].label == "Housing"


def test_a_tag_keeps_its_letters_without_their_accents() -> None:
    assert tag_slug("Café & Tŷ") == "cafe-ty"


def test_a_tag_of_signs_has_no_address() -> None:
    assert tag_slug("&!") == ""
