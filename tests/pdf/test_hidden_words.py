"""A private word is found wherever it stands in a PDF; other words are not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
