"""What posts say: their stories, what their front matter says in Markdown, and the words that they explain."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from html import unescape
from typing import TypeAlias, TypeVar

from plugins.blog.listing import term_anchor
from plugins.contract.values import Label, Text, Words
from plugins.contract.walk import WrittenValue, written_values
from plugins.engine.cores import mapped
from plugins.engine.stages import STORIES, Stages
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.story import (
    FirstWords,
    Html,
    KeptStories,
    Listener,
    Parts,
    Passage,
    Pieces,
    SentenceBudget,
    Story,
    Teller,
    Term,
    terms_in,
    with_terms,
)
from plugins.workshops.diary import Diary, DiaryEntry, once_an_entry, written_in
from plugins.workshops.views.language import TextLanguage, attributes

Key = TypeVar("Key", bound=Hashable)
Said = TypeVar("Said", bound=Passage)
_POSTS_A_PROCESS = 50
_POSTS_AT_A_TIME = 500
EntryTexts: TypeAlias = tuple[Story, dict[str, Passage], list[Problem], Pieces | None]
"""The story of a post, what its front matter says by how it is written, what is to be mended, what is to be kept."""
_WORDS = frozenset({Words})
_SPELT = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z]\w*);")


@dataclass(frozen=True)
class Texts:
    """The texts of every file, shown or not.

    `stories` are by source; `words` by source and written text. `terms` are those that a listed post explains, each
    with what was said of it first and the post that said it, sorted by their anchors.
    """

    stories: Mapping[str, Story]
    words: Mapping[tuple[str, str], Passage]
    terms: tuple[tuple[Term, DiaryEntry], ...]

    @classmethod
    def of_one(cls, entry: DiaryEntry, story: Story, words: Iterable[Passage]) -> "Texts":
        """The texts of one entry, as `of` tells them."""
        written = dict.fromkeys((entry.source, text) for text in _words_in(entry))
        return cls({entry.source: story}, dict(zip(written, words, strict=True)), ())

    def of(self, entry: DiaryEntry) -> tuple[Story, tuple[Passage, ...]]:
        """An entry's story, and what its front matter says in Markdown, each text once."""
        return self.stories[entry.source], tuple([self.words[entry.source, text] for text in _words_in(entry)])

    def inline(self, entry: DiaryEntry) -> Callable[[str], Html]:
        """Renders what an entry's front matter says as Markdown in one paragraph."""
        return lambda text: self.words[entry.source, text].html

    def text(self, entry: DiaryEntry, written: str) -> str:
        """What an entry's front matter says as Markdown, as text."""
        return self.words[entry.source, written].text

    def summary(self, entry: DiaryEntry) -> Html | None:
        """The sentence or two that an entry's front matter gives for lists; None when it gives none."""
        return self.words[entry.source, entry.post.summary].html if entry.post.summary else None

    def excerpt(self, entry: DiaryEntry) -> Html:
        """What lists and feeds say of an entry: its summary, or else the first paragraph of its story."""
        return self.summary(entry) or self.stories[entry.source].first_paragraph.html

    def plain_excerpt(self, entry: DiaryEntry) -> str:
        """The same without markup; a summary of several lines is one line."""
        written = entry.post.summary
        return self.words[entry.source, written].plain if written else self.stories[entry.source].first_paragraph.text

    def word_count(self, entry: DiaryEntry) -> int:
        """How many words an entry's story has."""
        return self.stories[entry.source].word_count

    def explained(self, entry: DiaryEntry, language: Callable[[DiaryEntry], TextLanguage | None]) -> Parts:
        """An entry's story with the words marked that need explaining; a standing page has none."""
        here = language(entry)
        parts = self.stories[entry.source].parts
        used = self._first_words.used_in(parts) if entry.kind != "page" else ()
        terms = [
            replace(
                term,
                attributes=attributes(language(home), around=here),
                more_attributes=attributes(None, around=language(home)),
            )
            for term, home in (self.terms[place] for place in used)
        ]
        return with_terms(parts, terms)

    def hard_words(self, entry: DiaryEntry, written: str) -> Iterator[tuple[str, Html, str]]:
        """The words in a sentence that listed posts explain, each with what it means, as HTML and as text."""
        parts = self.words[entry.source, written].parts
        terms = [self.terms[place] for place in self._first_words.used_in(parts)]
        used = terms_in(parts, [term for term, _ in terms])
        for term, home in terms:
            if term in used:
                yield term.term, term.means, self.meaning(term, home)

    def meaning(self, term: Term, home: DiaryEntry) -> str:
        """What a word means as text, in the words of the post that explains it first: others may explain it too."""
        means = next(each.means for each in home.post.glossary if term_anchor(each.term) == term.anchor)
        return self.text(home, means)

    @cached_property
    def _first_words(self) -> FirstWords:
        return FirstWords(term.term for term, _ in self.terms)

    def elsewhere(self, root: str, address: str) -> "Texts":
        """The same for programs elsewhere: what leads to the site's `root` leads to its whole `address`.

        No word is marked there that needs explaining.
        """
        return Texts(
            stories=_Elsewhere(self.stories, root, address),
            words=_Elsewhere(self.words, root, address),
            terms=(),
        )


class _Elsewhere(dict[Key, Said]):
    """Passages for programs elsewhere, each made when it is first asked for: a feed holds few of all."""

    def __init__(self, here: Mapping[Key, Said], root: str, address: str) -> None:
        super().__init__()
        self._here, self._root, self._address = here, root, address

    def __missing__(self, key: Key) -> Said:
        return self.setdefault(key, self._here[key].elsewhere(self._root, self._address))


def texts(
    diary: Diary,
    teller: Teller,
    *,
    listed: Iterable[DiaryEntry],
    href: Callable[[str], str],
    learner: KeptStories | Listener | None = None,
    stages: Stages | None = None,
) -> tuple[Texts, tuple[Problem, ...]]:
    """The texts of a diary, and what is to be mended in them. `listed` are the listed entries, the oldest first.

    What is read anew is learnt by the `learner`, which is that of the teller; or by kept entries, where the teller asks
    it as its Listener.
    """
    stories: dict[str, Story] = {}
    words: dict[tuple[str, str], Passage] = {}
    problems: list[Problem] = []
    made: list[EntryTexts] = []
    kept = None if isinstance(learner, Listener) else learner
    if kept:
        kept.keep_together(entry.source for entry in diary.entries)
    for batch in (stages or Stages()).in_batches(STORIES, diary.entries, _POSTS_AT_A_TIME):
        if isinstance(learner, Listener):
            made += [_known_texts(teller, learner, entry) for entry in batch]
        else:
            unread = kept.about_unknown([entry.source for entry in batch]) if kept else None
            made += mapped(partial(_entry_texts, teller, kept), batch, at_least=_POSTS_A_PROCESS, long=unread)
    for entry, (story, passages, faults, pieces) in zip(diary.entries, made, strict=True):
        stories[entry.source] = story
        words.update({(entry.source, text): passage for text, passage in passages.items()})
        problems.extend(faults)
        if kept:
            kept.learn(entry.source, pieces)
    return Texts(stories, words, _terms(listed, words, href)), tuple(problems)


@once_an_entry
def _words_in(entry: DiaryEntry) -> tuple[str, ...]:
    """What an entry's front matter says in Markdown, each text once."""
    return tuple(dict.fromkeys(str(written.value) for written in written_values(entry.post, of=_WORDS)))


def _known_texts(teller: Teller, heard: Listener, entry: DiaryEntry) -> EntryTexts:
    """The texts of a kept entry, read again only where the diary answers otherwise than it did."""
    before = entry.known.get(_known_texts)
    if before and heard.would_hear(before[0]):
        known: EntryTexts = before[1]
        return known
    heard.asked = []
    made = _entry_texts(teller, None, entry)
    entry.known[_known_texts] = (tuple(heard.asked), made)
    return made


def _entry_texts(teller: Teller, kept: KeptStories | None, entry: DiaryEntry) -> EntryTexts:
    """The story of a post, what its front matter says in Markdown by what is written, and what is to be mended.

    Last comes what is to be kept of it, where that is new.
    """
    story, faults = teller.story(entry.story, source=entry.source, line=entry.story_line)
    passages: dict[str, Passage] = {}
    problems = list(faults)
    budget = SentenceBudget()
    for written in written_in(entry):
        if written.type is Words:
            text = str(written.value)
            if fault := budget.fault(text):
                problems.append(entry.problem_at(written.path, fault, "too-large"))
            if budget.is_spent:
                passages[text] = Passage()
                continue
            passages[text], faults = teller.words(text, source=entry.source)
            problems.extend(
                entry.problem_at(written.path, each.message, each.code, stops=each.stops) for each in faults
            )
        elif written.type in (Label, Text):
            problems.extend(_characters_by_name(entry, written))
    return story, passages, problems, kept.new_of(entry.source) if kept else None


def _characters_by_name(entry: DiaryEntry, written: WrittenValue) -> Iterator[Problem]:
    """A notice for each `&amp;` in plain text, which readers would see as it stands."""
    for found in _SPELT.findall(str(written.value)):
        if (character := unescape(found)) != found:
            shown = "a blank" if character.isspace() else character
            message = f'found "{found}", which readers see as it stands; write {shown}'
            yield entry.problem_at(written.path, message, "html", stops=False)


def _terms(
    listed: Iterable[DiaryEntry], words: Mapping[tuple[str, str], Passage], href: Callable[[str], str]
) -> tuple[tuple[Term, DiaryEntry], ...]:
    terms: dict[str, tuple[Term, DiaryEntry]] = {}
    for entry in listed:
        for written in entry.post.glossary:
            anchor = term_anchor(written.term)
            means = words[entry.source, written.means].html
            terms.setdefault(anchor, (Term(written.term, anchor, means, href(f"jargon/#{anchor}")), entry))
    return tuple(terms[anchor] for anchor in sorted(terms))
