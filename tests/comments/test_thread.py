"""Who answers whom."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.comments.archive import ArchivedComment
from plugins.comments.thread import DEEPEST, Branch, tree
from plugins.words import comments
from tests.comments.archives import comment


def shape(branches: tuple[Branch, ...]) -> list[object]:
    return [[branch.comment.id, *shape(branch.replies)] for branch in branches]


def test_replies_hang_below_what_they_answer_in_the_order_of_time() -> None:
    comments = [comment("1"), comment("2"), comment("3", "1"), comment("4"), comment("5", "1"), comment("6", "3")]
    assert shape(tree(comments)) == [["1", ["3", ["6"]], ["5"]], ["2"], ["4"]]


def test_a_reply_deeper_than_a_phone_can_show_says_whom_it_answers() -> None:
    branches = tree([comment("1"), comment("2", "1"), comment("3", "2"), comment("4", "3"), comment("5", "4")])
    assert shape(branches) == [["1", ["2", ["3"], ["4"], ["5"]]]]
    below = branches[0].replies[0].replies
    assert [branch.answered.id if branch.answered else None for branch in below] == [None, "3", "4"]


def test_a_reply_to_a_comment_that_came_later_is_not_lost() -> None:
    assert shape(tree([comment("1", "2"), comment("2")])) == [["2", ["1"]]]


def depth(branches: tuple[Branch, ...]) -> int:
    return 1 + max(depth(branch.replies) for branch in branches) if branches else 0


def ids(branches: tuple[Branch, ...]) -> list[str]:
    return [found for branch in branches for found in (branch.comment.id, *ids(branch.replies))]


@given(st.lists(st.integers(0, 40), max_size=40))
def test_every_comment_is_shown_once_and_none_too_deep(parents: list[int]) -> None:
    comments: list[ArchivedComment] = []
    for number, parent in enumerate(parents, start=1):
        comments.append(comment(str(number), str(parent) if 0 < parent < number else None))
    branches = tree(comments)
    assert sorted(ids(branches)) == sorted(held.id for held in comments)
    assert depth(branches) <= DEEPEST


def test_twenty_thousand_comments_that_answer_one_another_are_no_trouble() -> None:
    chain = [comment("1"), *(comment(str(number), str(number - 1)) for number in range(2, 20_000))]
    assert len(ids(tree(chain))) == 19_999


def test_counts_are_said_in_words() -> None:
    assert [comments.counted(count) for count in (0, 1, 2, 1_200)] == ["", "1 comment", "2 comments", "1,200 comments"]
