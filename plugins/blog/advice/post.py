"""All advice on all posts, by the address of each."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from plugins.blog.advice import record
from plugins.blog.advice.jargon import unexplained
from plugins.blog.advice.prose import Sentence, begun, blocks, line_in_story, sentences
from plugins.blog.advice.reading_age import ReadingAge
from plugins.blog.site_model import SiteModel
from plugins.contract.values import Text, Words
from plugins.contract.walk import written_values
from plugins.problems import FieldPath, Problem
from plugins.story import each_element, letters
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import status_of
from plugins.workshops.record.post import Post

OLDEST = 11
"""Everybody can follow what a child of nine to eleven can."""
MOST_WORDS = 25
_TOLD = 5
_LONGEST_PLACE = 100
_VAGUE = frozenset(
    (
        "here",
        "click here",
        "click",
        "this",
        "this link",
        "the link",
        "link",
        "read more",
        "more",
        "learn more",
        "see here",
        "read this",
        "find out more",
        "this page",
        "this post",
        "this website",
    )
)
_HEADINGS = frozenset({"title", "question", "group", "name"})


def advice_by_address(
    model: SiteModel, written: Iterable[DiaryEntry], *, printable: Callable[[list[Problem]], Sequence[Problem]] = list
) -> Mapping[str, tuple[Problem, ...]]:
    """The advice on each post that has some, as it is `printable`; each is worked out when somebody asks for it.

    `written` are the entries as they are written, with every figure.
    """
    as_written = {entry.source: entry for entry in written}
    entries = [entry for entry in model.diary.entries if entry.source in as_written]
    at: dict[str, list[DiaryEntry]] = defaultdict(list)
    for entry in entries:
        at[entry.address].append(entry)

    @cache
    def terms() -> list[str]:
        return [each.term for entry in entries for each in entry.post.glossary]

    @cache
    def unnamed() -> dict[str, str]:
        return {entry.source: message for entry, message in record.unnamed_photos(entries)}

    def made(address: str) -> tuple[Problem, ...]:
        found = [piece for entry in at[address] for piece in _on(entry, as_written[entry.source], model, terms())]
        forgotten = ((each.source, unnamed()[each.source]) for each in at[address] if each.source in unnamed())
        found += (Problem(source, 0, "Photos", message, "look-again", stops=False) for source, message in forgotten)
        return tuple(printable(sorted(found)))

    return _Advice(tuple(at), made)


class _Advice(Mapping[str, tuple[Problem, ...]]):
    """By address, worked out for one after the other: reading a thousand posts for it takes half a second."""

    def __init__(self, addresses: Sequence[str], made: Callable[[str], tuple[Problem, ...]]) -> None:
        self._made = dict.fromkeys(addresses, made)
        self._known: dict[str, tuple[Problem, ...]] = {}

    def __getitem__(self, address: str) -> tuple[Problem, ...]:
        if address not in self._known:
            self._known[address] = self._made[address](address)
        if not self._known[address]:
            raise KeyError(address)
        return self._known[address]

    def __iter__(self) -> Iterator[str]:
        return (address for address in self._made if address in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _on(entry: DiaryEntry, as_written: DiaryEntry, model: SiteModel, terms: Sequence[str]) -> Iterator[Problem]:
    read = sentences(entry, model.texts)
    for path, message in _of_record(as_written.post, read, model):
        yield entry.problem_at(path, message, "look-again", stops=False)
    if (entry.post.lang or model.settings.language).lower().split("-")[0] == "en":
        # The law gives many words of standing pages.
        told = (*_hard_to_read(read, terms), *_jargon(entry, model, terms)) if entry.kind != "page" else ()
        for path, text, message in (*told, *_vague_links(entry, model)):
            if path:
                yield entry.problem_at(path, message, "easier-to-read", stops=False)
            else:
                yield Problem(entry.source, line_in_story(entry, text), "", message, "easier-to-read", stops=False)


def _of_record(post: Post, read: Sequence[Sentence], model: SiteModel) -> Iterator[tuple[FieldPath, str]]:
    settings, workshop = model.settings, post.workshop
    if workshop and status_of(workshop, now=settings.now, zone=settings.zone) == "held":
        yield from record.no_easy_read(post)
    yield from record.hard_easy_read(post)
    yield from record.other_attendance(post, read)
    yield from record.nothing_blurred(post)
    yield from record.unheard_prompt(post, model.discussion)


Told = tuple[FieldPath, str, str]
"""The field that is meant, empty in the story; the text that stands there; what to do about it."""


def _hard_to_read(read: Sequence[Sentence], terms: Iterable[str]) -> Iterator[Told]:
    explained = {word for term in terms for word in term.casefold().split()}
    long = sorted((each for each in read if len(each.words) > MOST_WORDS), key=lambda each: -len(each.words))
    for each in long[:_TOLD]:
        yield each.path, each.text, f"“{begun(each.text)}” has {len(each.words)} words; make two sentences of it"
    age = ReadingAge(read, explained)
    if age.years is not None and age.years > OLDEST:
        yield (
            ("title",),
            "",
            f"somebody of about {age.years} reads this post with ease; for readers of 9 to {OLDEST}, {_easier(age)}",
        )


def _easier(age: ReadingAge) -> str:
    if age.is_hard_by_words:
        hardest = age.hardest
        quoted = " and ".join(filter(None, (", ".join(f"“{word}”" for word in hardest[:-1]), f"“{hardest[-1]}”")))
        return f"write everyday words for {quoted}"
    longest = max(age.sentences, key=lambda each: len(each.words))
    return f"make its sentences shorter, “{begun(longest.text)}” first"


def _jargon(entry: DiaryEntry, model: SiteModel, terms: Iterable[str]) -> Iterator[Told]:
    pieces: list[tuple[FieldPath, str]] = []
    for each in written_values(entry.post):
        if each.path[0] == "glossary":
            continue
        if each.type is Words:
            pieces.append((each.path, model.texts.text(entry, str(each.value))))
        elif each.type is Text and each.path[-1] in _HEADINGS:
            pieces.append((each.path, str(each.value)))
    pieces += [((), block) for block in blocks(model.texts.stories[entry.source].parts)]
    starts = [0, *accumulate(len(text) + 1 for _, text in pieces)]
    whole = "\n".join(text for _, text in pieces)
    for position, message in unexplained(whole, terms):
        yield pieces[bisect(starts, position) - 1][0], whole[position : position + _LONGEST_PLACE], message


def _vague_links(entry: DiaryEntry, model: SiteModel) -> Iterator[Told]:
    fields = (each for each in written_values(entry.post) if each.type is Words)
    passages = [(each.path, model.texts.words[entry.source, str(each.value)].parts) for each in fields]
    for path, parts in (*passages, ((), model.texts.stories[entry.source].parts)):
        for _, inside in each_element(parts, "a"):
            words = " ".join(letters(inside).split())
            if words.strip(".,:;!?…→> ").casefold() in _VAGUE:
                yield path, words, f"the link “{words}” does not say where it leads; let its words do so"
