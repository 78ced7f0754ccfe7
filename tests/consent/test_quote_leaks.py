"""Words of a quote that is left out, said once more elsewhere."""

from pathlib import Path

import pytest

from tests.support.diaries import read, written

ONE = """
---
title: One
date: 2016-10-10
workshop: {status: held}
feedback:
  quotes:
    - {words: "I felt *heard*, for once.", consent: C-09}
    - {words: Never again please., consent: C-09}
---
We met.
"""
TWO = """
---
title: Two
date: 2016-10-11
summary: SUMMARY
---
Later.

Somebody said to me:
> **I felt
> heard**, “for once”!

Felt heard, for once. I felt unheard for once. Never again, please!
"""
LEAK = "the words of a quote that is left out (content/workshops/one/index.md) stand here too; take them out [quote-said-again]"


def diary(folder: Path, *, register: str, summary: str = "We met again.") -> list[tuple[str, bool]]:
    content = written(folder, workshops__one=ONE, posts__two=TWO.replace("SUMMARY", summary))
    (content / "consent.yml").write_text(register, "utf-8")
    return [(str(problem), problem.stops) for problem in read(folder)[1] if "posts/two" in problem.source]


def test_a_left_out_quote_that_a_story_repeats_is_told(tmp_path: Path) -> None:
    assert diary(tmp_path, register="C-09: {covers: quote, withdrawn: 2019-01-01}\n") == [
        (f"content/posts/two.md:9: {LEAK}", False)
    ]


def test_one_that_is_repeated_in_front_matter_is_told_with_its_field(tmp_path: Path) -> None:
    told = diary(
        tmp_path, register="C-09: {covers: quote, until: 2016}\n", summary="Mo felt good. I felt heard for once"
    )
    assert told == [(f"content/posts/two.md:4: Summary: {LEAK}", False), (f"content/posts/two.md:9: {LEAK}", False)]


@pytest.mark.parametrize("number", [0xAD, 0x200B, 0x3164, 0x2800, 0xFFF9, 0x1D173, 0xE0062, 0xE0100])
def test_no_unseen_letter_hides_that_a_quote_is_repeated(tmp_path: Path, number: int) -> None:
    for summary in (
        f"I fe{chr(number)}lt heard for o{chr(number)}nce",
        f"I{chr(number)}felt{chr(number)}heard for once",
    ):
        told = diary(tmp_path, register="C-09: {covers: quote, until: 2016}\n", summary=f"“{summary}”")
        assert told[0] == (f"content/posts/two.md:4: Summary: {LEAK}", False)


@pytest.mark.parametrize("register", ["C-09: {covers: quote}\n", "C-09: {covers: [photo, quote], until: 2040}\n"])
def test_a_quote_that_may_be_shown_may_be_repeated(tmp_path: Path, register: str) -> None:
    assert diary(tmp_path, register=register) == []
