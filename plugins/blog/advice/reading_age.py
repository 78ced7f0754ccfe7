"""From which age on a post can be read: the fog index [Robert Gunning, The Technique of Clear Writing, 1952].

The index is 0.4 × (words in a sentence + hard words in a hundred), in school years of the United States; a child in
the sixth of them is eleven. A word is hard when it has three syllables or more, unless it is a name, is made of two
words, gets its third syllable by -es, -ed or -ing, or is familiar: here what children know, and what a glossary has.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache

from plugins.blog.advice.prose import Sentence
from plugins.blog.advice.word_lists import FAMILIAR
from plugins.records import dataclass

FEWEST_WORDS = 100
"""Gunning's own sample: less says nothing."""
GROWN_UP = 18
"""Beyond school the index says nothing more."""
_VOWELS = re.compile(r"[aeiouy]+")
_FIRST_PART = re.compile(
    r"\A(?:bas|car|fir|for|hom|lif|lik|mak|mor|not|saf|sid|som|spac|tak|ther|tim|wher|whit|wid)e(?=[a-z]{3})"
)
"""The beginning of a word made of two: `timeline`."""
_SILENT = re.compile(r"(?<![aeiouyl])e\Z|(?<=[aeiouy])le\Z|(?<=[^aeiouy])e(?=(?:ment|ful|less|ly|ness)\Z)")
_SPLIT_VOWELS = re.compile(r"(?<![ctgsx])i(?:a|ou|o(?!n))|ier|eo(?!pl)|ua|uou|creat|scien|clien|quie|societ")
_ENDING = re.compile(r"(?:es|ed|ing|ings)\Z")


@dataclass(frozen=True)
class ReadingAge:
    """How hard a post's sentences are; `explained` are the words that a glossary explains, in small letters."""

    sentences: Sequence[Sentence]
    explained: Collection[str] = ()

    @property
    def years(self) -> int | None:
        """The age; None where there are too few words to tell."""
        if self._words < FEWEST_WORDS:
            return None
        index = 0.4 * (self.words_in_a_sentence + 100 * len(self.hard_words) / self._words)
        return min(int(index) + 5, GROWN_UP)

    @property
    def words_in_a_sentence(self) -> float:
        return self._words / len(self.sentences)

    @property
    def is_hard_by_words(self) -> bool:
        """Whether its words make it harder than the length of its sentences does; an easy text has ten and five."""
        return 100 * len(self.hard_words) / self._words - 5 > self.words_in_a_sentence - 10

    @cached_property
    def _words(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)

    @cached_property
    def hard_words(self) -> tuple[str, ...]:
        """Every hard word, each time that it stands there."""
        names = self._names()
        return tuple(
            word
            for sentence in self.sentences
            for word in sentence.words
            if word not in names and word.casefold() not in self.explained and is_hard(word)
        )

    @property
    def hardest(self) -> tuple[str, ...]:
        """The hard words that stand there most often, the longest first among equals: three at most."""
        counted = Counter(word.lower() for word in self.hard_words)
        return tuple(sorted(counted, key=lambda word: (-counted[word], -len(word), word))[:3])

    def _names(self) -> frozenset[str]:
        """Words with a capital inside a sentence; at its beginning every word has one."""
        inside = (word for sentence in self.sentences for word in sentence.words[1:])
        return frozenset(word for word in inside if not word[0].islower())


@lru_cache(maxsize=10_000)  # A diary has the same words again and again.
def is_hard(word: str) -> bool:
    """Whether a word has three syllables or more that count."""
    small = word.lower().replace("’s", "").replace("'s", "")
    if not small.isalpha() or FAMILIAR & {small, small.removesuffix("s"), re.sub("ies$", "y", small)}:
        return False
    return syllables(_ENDING.sub("", small)) > 2 and syllables(small) > 2


def syllables(word: str) -> int:
    """About how many syllables a word in small letters has: its groups of vowels, without a silent e at its end."""
    spoken = _SILENT.sub("", _FIRST_PART.sub(lambda found: found[0][:-1], word))
    return max(1, len(_VOWELS.findall(spoken)) + len(_SPLIT_VOWELS.findall(spoken)))
