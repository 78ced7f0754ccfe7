"""From which age on a text can be read."""

import pytest

from plugins.blog.advice.prose import Sentence
from plugins.blog.advice.reading_age import ReadingAge, is_hard, syllables

SYLLABLES = {
    1: "care the made whole style friend view guide build group round young through house cause piece peace else",
    2: "leavers people table little simple service housing blueprint create social special quiet science client question "
    "version voices changes boxes website parking region million union fashion crucial patience ancient believe "
    "neighbour choose valued timeless homework safely statement helpful useless",
    3: "together agency created material invented takeaway previous various serious curious obvious reminder timeline "
    "professor experience visitor takeaways period",
    4: "professional information education coproduction society situation hierarchy reliable evaluate",
    5: "opportunity accommodation facilitator evaluation implementation individual",
    6: "responsibility",
}
ABOUT = {"choose": 1, "house": 1, "believe": 2, "timeline": 2, "experience": 3, "material": 4, "created": 3}
"""Where the ear and the eye differ, as we count."""


@pytest.mark.parametrize(("word", "number"), [(word, n) for n, words in SYLLABLES.items() for word in words.split()])
def test_syllables_are_counted_by_groups_of_vowels(word: str, number: int) -> None:
    assert syllables(word) == ABOUT.get(word, number)


HARD = "opportunity accommodation facilitators prototype persona consultation reviewing-officer’s"
EASY = "everybody families information services walked invented hand-outs 2016 timetables care’s professional-looking Saturday"


def test_a_word_is_hard_by_three_syllables_that_count() -> None:
    assert [word for word in HARD.split()[:-1] if not is_hard(word)] == []
    assert [word for word in EASY.split() if is_hard(word)] == []


def age(text: str, explained: tuple[str, ...] = ()) -> ReadingAge:
    return ReadingAge([Sentence(sentence) for sentence in text.split("\n")], explained)


def test_the_age_is_the_fog_index_and_five() -> None:
    """Ten sentences of ten words, five of them hard: 0.4 × (10 + 5) + 5 is 11."""
    easy = "\n".join(["we met in the big hall by the old park"] * 5)
    hard = "\n".join(["we met in the big consultation by the old park"] * 5)
    assert age(f"{easy}\n{hard}").years == 11
    assert age(f"{hard}\n{hard}").years == 13
    assert age(f"{easy}\n{easy}").years == 9


def test_of_fewer_than_a_hundred_words_nothing_is_said() -> None:
    assert age("\n".join(["consultation accommodation"] * 49)).years is None
    assert age("\n".join(["consultation accommodation"] * 50)).years == 18


def test_names_and_explained_words_are_not_hard() -> None:
    text = "we met Margarita in Birmingham\nMargarita likes coproduction\nparticipation is fun"
    assert age(text, ("coproduction",)).hard_words == ("participation",)


def test_the_hard_words_that_stand_there_most_are_told_first() -> None:
    text = "a prototype of participation and a consultation\na prototype of accommodation\nanother prototype"
    assert age(text).hardest == ("prototype", "accommodation", "participation")


def test_long_sentences_or_hard_words_weigh_more() -> None:
    assert not age("we went to the hall and then to the park and had tea and cake").is_hard_by_words
    assert age("participation matters\nconsultation matters").is_hard_by_words
