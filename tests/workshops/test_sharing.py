"""What may stand in files that readers keep."""

from pathlib import Path

import pytest

from tests.support.diaries import read

POST = """
---
title: One
date: 2016-10-10
workshop: {{status: held}}
photos:
  - {{file: a.jpg, alt: Somebody, people: {people}, consent: {consent}}}
feedback: {{quotes: {{words: It was good., consent: {quote}}}}}
---
Words.
"""
REGISTER = """
S-1: {covers: [photo, quote, share]}
S-2: {covers: [photo, quote, share], until: 2019-12-31}
N-1: {covers: [photo, quote]}
"""


@pytest.mark.parametrize(
    ("people", "consent", "is_kept"),
    [
        ("none", "[]", True),
        ("recognisable", "S-1", True),
        ("recognisable", "N-1", False),
        ("recognisable", "[S-1, N-1]", False),
        ("not-recognisable", "S-1", True),
        ("not-recognisable", "[]", False),
    ],
)
def test_a_photo_with_people_may_be_kept_only_if_everybody_in_it_agreed_to_that(
    tmp_path: Path, people: str, consent: str, is_kept: bool
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/consent.yml").write_text(REGISTER, "utf-8")
    diary, _ = read(tmp_path, workshops__one=POST.format(people=people, consent=consent, quote="S-1"))
    (entry,) = diary.entries
    assert entry.may_be_kept(entry.post.photos[0]) is is_kept


@pytest.mark.parametrize(("quote", "kept"), [("S-1", [True]), ("N-1", [False]), ("[S-1, N-1]", [False]), ("S-2", [])])
def test_a_quote_may_be_kept_only_if_its_consent_says_so_and_holds(
    tmp_path: Path, quote: str, kept: list[bool]
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/consent.yml").write_text(REGISTER, "utf-8")
    diary, _ = read(tmp_path, workshops__one=POST.format(people="none", consent="[]", quote=quote))
    (entry,) = diary.entries
    assert entry.post.feedback
    assert [entry.may_be_kept(each) for each in entry.post.feedback.quotes] == kept
