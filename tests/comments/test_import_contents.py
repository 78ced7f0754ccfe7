"""What an export says: nothing that was approved is lost, and nothing that was not is published."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.comments.archive import archive_text, read_archive
from plugins.comments.imports.disqus import read_disqus
from plugins.comments.imports.merging import merged_imports
from plugins.comments.imports.wordpress import read_wordpress
from plugins.comments.sanitising import plain_words, shown_name
from tests.comments.old_websites import KEY, LONDON, Fields, archive, disqus, element, listed, said, wordpress


def test_who_deletes_a_thread_deletes_what_stands_in_it() -> None:
    threads: tuple[Fields, ...] = (
        {"id": "11", "isClosed": "true"},
        {"id": "12", "isDeleted": "true"},
        {"id": "13", "isDeleted": "TRUE"},
        {"id": "14", "isDeleted": None},
        {"id": "15"},
        {"id": "15", "isDeleted": "true"},
    )
    posts: list[Fields] = [
        {"id": str(9 + number), "thread": str(number), "message": f"In {number}."} for number in range(11, 16)
    ]
    export = disqus(*posts, threads=threads)
    assert said(archive(export, "d")) == ["In 11.", "In 14."]
    assert dict(export.left_out) == {"in a deleted thread": 3}


def test_two_sites_that_number_alike_lose_nothing() -> None:
    one = wordpress(
        {"comment_content": "One."}, {"comment_id": "2", "comment_parent": "1", "comment_content": "To one."}
    )
    two = wordpress(
        {"comment_content": "Two."}, {"comment_id": "2", "comment_parent": "1", "comment_content": "To two."},
        home="http://www.other.example.org/blog",
    )  # fmt: skip
    whole = merged_imports(archive(one), archive(two))
    words = {comment.id: plain_words(comment.html) for comment in listed(whole)}
    above = {plain_words(comment.html): words.get(comment.parent or "") for comment in listed(whole)}
    assert above == {"One.": None, "To one.": "One.", "Two.": None, "To two.": "Two."}
    for again in (one, two, one):
        assert merged_imports(whole, archive(again)) == whole


def test_a_site_is_the_same_however_its_address_is_written() -> None:
    first = archive(wordpress({}, home="http://www.old.example.org/"))
    assert listed(first)[0].id == listed(archive(wordpress({}, home="https://Old.example.org")))[0].id


def test_what_was_imported_before_keeps_its_id_and_is_there_once() -> None:
    fresh = archive(wordpress({"comment_content": "One."}, {"comment_id": "2", "comment_parent": "1"}))
    named = archive_text(fresh)
    old = read_archive(named.replace(listed(fresh)[0].id, "w1").replace(listed(fresh)[1].id, "w2"))
    assert merged_imports(old, fresh) == old
    other = archive(wordpress({"comment_content": "Another one."}, home="https://other.example.org"))
    assert said(merged_imports(old, other)) == ["One.", "Words.", "Another one."]
    assert [comment.id for comment in listed(merged_imports(None, old))] == ["w1", "w2"]
    elsewhere = replace(old, threads=(replace(old.threads[0], thread="posts/another/"),))
    assert [thread.thread for thread in merged_imports(elsewhere, fresh).threads] == ["posts/another/", KEY]


def test_of_two_copies_of_a_comment_the_one_that_says_no_is_heard() -> None:
    for states in (("1", "spam"), ("spam", "1")):
        copies: list[Fields] = [{"comment_approved": state} for state in states]
        assert said(archive(wordpress(*copies))) == []
    assert said(archive(wordpress({}, {}))) == ["Words."]


@pytest.mark.parametrize("time", [None, "", "0000-00-00 00:00:00", "yesterday", "9999-12-31 23:59:59"])
@pytest.mark.parametrize("state", ["spam", "trash", "0", "post-trashed"])
def test_what_stays_behind_needs_no_time(state: str, time: str | None) -> None:
    export = wordpress({"comment_approved": state, "comment_date_gmt": time}, {"comment_id": "2"})
    assert said(archive(export)) == ["Words."]
    assert sum(export.left_out.values()) == 1


def test_what_was_approved_without_a_time_stands_where_it_stood() -> None:
    page: Fields = {"post_date": "2016-07-10 10:00:00", "post_date_gmt": "0000-00-00 00:00:00"}
    export = wordpress(
        {"comment_date_gmt": None, "comment_content": "First."},
        {"comment_id": "2", "comment_content": "Second."},
        {
            "comment_id": "3",
            "comment_date_gmt": "?",
            "comment_date": "2016-10-12 10:00:00",
            "comment_content": "Third.",
        },
        {"comment_id": "4", "comment_date_gmt": "", "comment_content": "Fourth."},
        page=page,
    )
    times = [(plain_words(each.html), each.created) for each in listed(archive(export))]
    assert times == [
        ("First.", datetime(2016, 7, 10, 9, tzinfo=UTC)),
        ("Second.", datetime(2016, 10, 11, 10, tzinfo=UTC)),
        ("Third.", datetime(2016, 10, 12, 9, tzinfo=UTC)),
        ("Fourth.", datetime(2016, 10, 12, 9, tzinfo=UTC)),
    ]
    assert dict(wordpress({"comment_date_gmt": None}).left_out) == {"without a time": 1}
    assert dict(disqus({"createdAt": "0001-01-01T00:00:00+05:00"}).left_out) == {"without a time": 1}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Tom &amp; Jo", "Tom & Jo"),
        ("Tom & Jo", "Tom & Jo"),
        ("O&#039;Neil &quot;Al&quot;", 'O\'Neil "Al"'),
        ("&lt;b&gt;Mo", "<b>Mo"),
        ("Tom &amp;amp; Jo", "Tom &amp; Jo"),
        ("Kim 🫨🩷", "Kim 🫨🩷"),
        ("Q&notit", "Q&notit"),
    ],
)
def test_a_name_that_was_stored_as_html_is_read_as_html_once(written: str, shown: str) -> None:
    found = [*listed(archive(wordpress({"comment_author": written})))]
    tree = Element("disqus")
    element(tree, "thread", {"link": "https://old.example.org/welcome/"}).set("id", "1")
    post = element(tree, "post", {"message": "x", "createdAt": "2016-10-11T10:00:00Z"})
    element(post, "author", {"name": written})
    SubElement(post, "thread").set("id", "1")
    found += listed(archive(read_disqus(tree), "d"))
    assert [shown_name(comment.name) for comment in found] == [shown, shown]


def test_replies_of_one_second_keep_the_order_of_the_export() -> None:
    numbers = ["9", "10", "8", "101", "11"]
    written: list[Fields] = [{"comment_id": number, "comment_content": f"No. {number}"} for number in numbers]
    export = wordpress(*written)
    once = archive(export)
    assert said(once) == [f"No. {number}" for number in numbers]
    assert said(merged_imports(once, archive(export))) == said(once)


def test_an_answer_that_stands_before_what_it_answers_keeps_it() -> None:
    export = wordpress(
        {"comment_id": "2", "comment_parent": "1", "comment_content": "Answer."}, {"comment_content": "Question."},
    )  # fmt: skip
    found = {plain_words(comment.html): comment for comment in listed(archive(export))}
    assert found["Answer."].parent == found["Question."].id


def test_comments_that_answer_one_another_in_a_ring_are_all_there() -> None:
    ring: list[Fields] = [{"comment_id": a, "comment_parent": b} for a, b in ("12", "23", "31", "44", "51")]
    assert len(listed(archive(wordpress(*ring)))) == 5


def test_a_picture_of_a_post_that_was_not_public_had_no_public_comments() -> None:
    tree = Element("rss")
    channel = element(tree, "channel", {"wxr_version": "1.2"})
    for number, status, above in ((1, "private", "0"), (2, "publish", "0"), (3, "inherit", "1"), (4, "inherit", "2"), (5, "inherit", "9"), (6, "inherit", "0")):  # fmt: skip
        page: Fields = {"link": "https://old.example.org/welcome/", "post_id": str(number), "status": status}
        item = element(channel, "item", {**page, "post_parent": above})
        element(item, "comment", {"comment_id": str(number), "comment_date_gmt": "2016-10-11 10:00:00", "comment_approved": "1", "comment_content": f"At {number}."})  # fmt: skip
    assert said(archive(read_wordpress(tree, zone=LONDON))) == ["At 2.", "At 4.", "At 6."]


@dataclass(frozen=True)
class Written:
    fields: Fields
    is_approved: bool


@st.composite
def comments(draw: st.DrawFn) -> list[Written]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        state = draw(st.sampled_from(["1", "0", "spam", "trash", None, "hold"]))
        kind = draw(st.sampled_from(["", "comment", None, "pingback", "trackback"]))
        fields: Fields = {
            "comment_id": draw(st.sampled_from(["1", "2", "3", "", "a b", None])),
            "comment_parent": draw(st.sampled_from(["0", "1", "2", "7", None])),
            "comment_author": draw(st.sampled_from(["Mo", "", None])),
            "comment_date_gmt": draw(st.sampled_from(["2016-10-11 10:00:00", "0000-00-00 00:00:00", "then", None])),
            "comment_date": draw(st.sampled_from(["2016-10-11 10:00:00", "2015-01-01 00:00:00", None])),
            "comment_content": f"Words of {number}.",
            "comment_approved": state,
            "comment_type": kind,
        }
        made.append(Written(fields, state == "1" and kind in ("", "comment", None)))
    return made


@given(comments())
def test_nothing_approved_is_lost_and_nothing_else_is_published(written: list[Written]) -> None:
    page: Fields = {"post_date_gmt": "2014-01-01 00:00:00"}
    export = wordpress(*(each.fields for each in written), page=page)
    once = archive(export)
    assert sorted(said(once)) == sorted(str(each.fields["comment_content"]) for each in written if each.is_approved)
    assert len(listed(once)) + sum(export.left_out.values()) == len(written)
    assert merged_imports(once, archive(export)) == once


@given(st.permutations(["1", "2", "3", "4"]), st.sampled_from(["isDeleted", "isSpam", "createdAt", "message"]))
def test_the_order_of_a_disqus_export_changes_nothing(order: list[str], missing: str) -> None:
    above = {"1": "", "2": "1", "3": "2", "4": "3"}
    posts: list[Fields] = [
        {
            "id": number,
            "parent": above[number],
            "message": f"No. {number}",
            "createdAt": f"2016-10-1{number}T10:00:00Z",
            **({missing: None} if number == "2" else {}),
        }
        for number in order
    ]
    threads: tuple[Fields, ...] = ({"id": "11", "createdAt": "2016-10-01T10:00:00Z"},)
    export = disqus(*posts, threads=threads)
    gone = {"No. 2"} if missing == "message" else set()
    assert set(said(archive(export, "d"))) == {"No. 1", "No. 2", "No. 3", "No. 4"} - gone
