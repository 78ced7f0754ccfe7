"""A private word is found wherever it stands in a PDF; other words are not."""

import random
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.pdf import Unreadable, document
from tests.consent.private_words.lists import lines_found
from tests.pdf.beside_pages import BESIDE_PAGES
from tests.pdf.set_on_pages import ON_PAGES

TECHNIQUES = {**ON_PAGES, **BESIDE_PAGES}
NAME = "siân quillfeather"


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_a_name_is_found_wherever_it_stands(technique: str) -> None:
    content = TECHNIQUES[technique](NAME)
    assert lines_found("a.pdf", content, NAME, "Ann", "Feather", "Met", "Sam") in ([1], [1, 4])


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_a_single_word_is_found_wherever_it_stands(technique: str) -> None:
    assert lines_found("a.pdf", TECHNIQUES[technique]("quillfeather"), "Quillfeather") == [1]


LETTERS = st.text("abdeghknopqsuvxyz", min_size=4, max_size=10)


@settings(max_examples=60, deadline=None)
@given(word=LETTERS, technique=st.sampled_from(sorted(TECHNIQUES)))
@example(word="ssssaaa", technique="two parts, the last one first")
def test_any_word_is_found_by_any_technique(word: str, technique: str) -> None:
    assert lines_found("a.pdf", TECHNIQUES[technique](word), word) == [1]


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(LETTERS, min_size=2, max_size=4), technique=st.sampled_from(sorted(TECHNIQUES)), seed=st.integers()
)
def test_other_words_are_not_found(words: list[str], technique: str, seed: int) -> None:
    text = " ".join(f"c{word}m" for word in words)
    listed = random.Random(seed).sample(words, 1)[0]
    assert lines_found("a.pdf", TECHNIQUES[technique](text), listed) == []


@settings(max_examples=200, deadline=None)
@given(
    technique=st.sampled_from(sorted(TECHNIQUES)),
    seed=st.integers(0, 2**32),
    changes=st.integers(0, 20),
    cut=st.booleans(),
)
def test_a_file_with_wrong_bytes_is_read_or_refused(technique: str, seed: int, changes: int, *, cut: bool) -> None:
    chance, content = random.Random(seed), bytearray(TECHNIQUES[technique](NAME))
    for _ in range(changes):
        content[chance.randrange(len(content))] = chance.randrange(256)
    with suppress(Unreadable):
        document(bytes(content[: chance.randrange(len(content))] if cut else content))


@pytest.mark.parametrize("more", [b"4111222333 0 obj\n<< >>\nendobj\n", b"9 0 obj\n[%b 0 R]\nendobj\n" % (b"9" * 5000)])
def test_numbers_that_no_object_has_hide_nothing(more: bytes) -> None:
    content = TECHNIQUES["how a note looks"](NAME)
    assert lines_found("a.pdf", content.replace(b"xref\n", more + b"xref\n", 1), NAME) == [1]
