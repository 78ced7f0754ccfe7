"""Dates, numbers and addresses as people write them, and the sentence that answers."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.contract.shape import shape_of
from plugins.contract.values import Text
from tests.support.diaries import read

SOURCE = "content/posts/a-post.md"
CASES = [
    ("31 February", "updated: 2016-02-31", "February 2016 has 29 days; write a day from 01 to 29"),
    ("a British date", "updated: 01/03/2025", "write 2025-03-01"),
    ("a clock time that summer time skips", "updated: 2016-03-27 01:30", "the clocks go forward on that day"),
    (
        "a feeling in words",
        "journeys: {id: j, title: J, stages: {name: A, feeling: glad}}",
        "write a whole number from -2 to 2",
    ),
    ("a title that is a chapter", f"author: {'a' * 2001}", "this is 2001 characters long; write at most 2000"),
    ("a summary that is a story", f"summary: {'a' * 2001}", "this is 2001 characters long; write at most 2000"),
    (
        "an address that is none",
        "agenda: {title: Talk, materials: {title: A, url: 'http://[oops'}}",
        "write a whole web address, such as https://www.example.org/page",
    ),
]


@pytest.mark.parametrize(("typed", "answer"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_value_that_cannot_be_is_answered(tmp_path: Path, typed: str, answer: str) -> None:
    _, problems = read(tmp_path, posts__a_post=f"---\ntitle: A post\ndate: 2016-10-10\n{typed}\n---\nWords.\n")
    told = [str(problem) for problem in problems]
    assert len(told) == 1
    assert told[0].startswith(f"{SOURCE}:4: ")
    assert answer in told[0]


def test_a_language_tag_is_read(tmp_path: Path) -> None:
    diary, problems = read(tmp_path, posts__a="---\ntitle: A\ndate: 2016\nlang: cy\n---\nGeiriau.\n")
    assert problems == ()
    assert diary.entries[0].post.lang == "cy"


def test_a_field_that_no_author_could_write_is_our_mistake() -> None:
    @dataclass
    class Odd:
        either: Text | int

    with pytest.raises(TypeError, match="no author could tell these apart"):
        shape_of(Odd)
