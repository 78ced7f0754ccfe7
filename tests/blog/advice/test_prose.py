"""Sentences of a post, and where they stand."""

import pytest

from plugins.blog.advice.prose import Sentence, blocks, split
from tests.story.stories import told

SENTENCES = [
    ("We met. We ate.", ["We met.", "We ate."]),
    ("Did it rain? Yes! We stayed…", ["Did it rain?", "Yes!", "We stayed…"]),
    ("“We met.” Then we ate.", ["“We met.”", "Then we ate."]),
    ("Mr. Hall and Dr. Ode came. J. R. Tan did, too.", ["Mr. Hall and Dr. Ode came.", "J. R. Tan did, too."]),
    ("We met at 10.30 in St. Ives.", ["We met at 10.30 in St. Ives."]),
    ("Bring food, e.g. Soup or bread.", ["Bring food, e.g. Soup or bread."]),
    ("Was it us? 12 people came.", ["Was it us?", "12 people came."]),
    ("read docs.python.org first", ["read docs.python.org first"]),
    ("", []),
    ("Done. ", ["Done."]),
    ("Mr. Hall", ["Mr. Hall"]),
]


@pytest.mark.parametrize(("text", "parts"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_paragraph_is_cut_at_the_ends_of_its_sentences(text: str, parts: list[str]) -> None:
    assert list(split(text)) == parts


def test_words_are_counted_as_people_count_them() -> None:
    text = "Don’t come at 10.30 – write to me@example.org, or and/or ask the up-to-date list."
    words = (
        "Don’t",
        "come",
        "at",
        "10.30",
        "write",
        "to",
        "me@example.org",
        "or",
        "and/or",
        "ask",
        "the",
        "up-to-date",
    )
    assert Sentence(text).words == (*words, "list")


def test_a_story_is_read_block_by_block_without_code() -> None:
    text = "## A\n\nOne *two*[^1] `x` three  \nfour\n\n- five\n\n> six\n\n```\nno\n```\n\n| t |\n|---|\n| u |\n\n- eight ![](a.jpg) nine\n\n[^1]: seven"
    found = [" ".join(block.split()) for block in blocks(told(text)[0].parts)]
    assert [block for block in found if block] == [
        "A",
        "One two three",
        "four",
        "five",
        "six",
        "t",
        "u",
        "eight nine",
        "seven ↩︎",
    ]
