"""Dates, numbers and addresses as people write them, and the sentence that answers."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.contract.addresses import is_whole, written_out
from plugins.contract.languages import _registry, is_language
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
    ("a country that is none", "lang: en-UK", "write a language tag, such as en-GB or cy"),
    ("a sign that is none", 'author: "Kim\\ufdd0"', "this text spells a character (U+FDD0) that cannot be seen"),
    (
        "the name of a part of the page",
        "personas: {id: votes, name: Kim, composite: true}",
        'found "votes", which a part of the page is called already; write another id [address-taken]',
    ),
    (
        "the name of a heading of the story",
        "personas: {id: story-so-far, name: Kim, composite: true}",
        'found "story-so-far", which a part of the page is called already; write another id [address-taken]',
    ),
    (
        "the name of a wish without one",
        "feedback: {even_better_if: [More tea, {id: ask-1, said: Longer}]}",
        'found "ask-1", which a part of the page is called already; write another id [address-taken]',
    ),
]


@pytest.mark.parametrize(("typed", "answer"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_value_that_cannot_be_is_answered(tmp_path: Path, typed: str, answer: str) -> None:
    _, problems = read(tmp_path, posts__a_post=f"---\ntitle: A post\ndate: 2016-10-10\n{typed}\n---\nWords.\n")
    told = [str(problem) for problem in problems]
    assert len(told) == 1
    assert told[0].startswith(f"{SOURCE}:4: ")
    assert answer in told[0]


@pytest.mark.parametrize("tag", ["en-GB", "cy", "zh-Hant", "es-419", "sr-Latn-RS"])
def test_a_language_that_is_registered_is_read(tag: str) -> None:
    _registry.cache_clear()
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["xx", "en-UK", "en-Abcd", "en-999", "en-Latn", "english", "EN", "x-own", ""])
def test_a_language_that_no_browser_knows_is_answered(tag: str) -> None:
    assert not is_language(tag)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org./a?b#c",
        "http://münchen.example:8080/",
        "http://[::1]:80/",
        "https://a_b.example.org/",
        "http://xn--mnchen-3ya.example/",
    ],
)
def test_an_address_that_a_browser_can_ask_for_is_whole(address: str) -> None:
    assert is_whole(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "ftp://example.org/",
        "http://example.org:99999/",
        "http://a..b/",
        "http://%zz.org/",
        "http://xn--a/",
        "http://ex\u00a0ample.org/",
        "http://me@example.org/",
        "http://[oops",
        f"http://{'a.' * 127}org/",
    ],
)
def test_an_address_that_no_browser_can_ask_for_is_none(address: str) -> None:
    assert not is_whole(address)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://example.org/[a]?b=|#c#d", "https://example.org/%5Ba%5D?b=%7C#c%23d"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("http://[::1]/[", "http://[::1]/%5B"),
        ("https://example.org/ü%20(1)", "https://example.org/ü%20(1)"),
        ("mailto:Kim <kim@example.org>", "mailto:Kim%20%3Ckim@example.org%3E"),
    ],
)
def test_an_address_is_written_as_pages_may_hold_it(typed: str, written: str) -> None:
    assert written_out(typed) == written


def test_a_prototype_from_elsewhere_goes_by_its_own_id_on_the_page(tmp_path: Path) -> None:
    _, problems = read(
        tmp_path,
        posts__one="---\ntitle: A\ndate: 2016\nideas: {id: i, name: I}\nprototypes: {id: desk, idea: i, status: testing}\n---\nWords.\n",
        posts__two=(
            "---\ntitle: B\ndate: 2016\npersonas: {id: desk, name: Kim, composite: true}\n"
            "prototypes: {id: 'one#desk', idea: 'one#i', status: testing}\n---\nWords.\n"
        ),
    )
    assert [str(problem) for problem in problems] == [
        'content/posts/two.md:5: Prototypes, number 1, “one#desk”, id: found "desk" a second time in this file; give each its own id [used-twice]'
    ]


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
