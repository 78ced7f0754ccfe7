"""What no published text may say, told of posts with file and line before anything is made of them.

Comments are held back for it, and the last look refuses it, by the same definition (`plugins/consent/disclosures.py`).
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from html import unescape

from plugins.blog.texts import Texts
from plugins.consent.disclosures import EMAIL, addressees, consent_references, folder_in
from plugins.contract.values import FilePath, Words
from plugins.problems import FieldPath, Problem
from plugins.story import Passage, Story
from plugins.unicode import without_unseen
from plugins.workshops.diary import Diary, DiaryEntry, once_an_entry, written_in
from plugins.workshops.record.agenda import Material

_NEVER_SHOWN = ("consent",)


def disclosures_in(
    diary: Diary, texts: Texts, consents: Collection[str], machine: tuple[bytes, ...]
) -> Iterator[Problem]:
    """A finding for each e-mail address to which the post has no link, folder of a computer, and number of a consent.

    In a draft it is a notice. `machine` are folders of this very machine.
    """
    known = frozenset(consents)
    for entry in diary.entries:
        yield from _disclosures_of(entry, *texts.of(entry), known, machine)


@once_an_entry
def _disclosures_of(
    entry: DiaryEntry, story: Story, words: tuple[Passage, ...], consents: frozenset[str], machine: tuple[bytes, ...]
) -> tuple[Problem, ...]:
    stops = entry.post.status != "draft"
    rules = _Rules(linked_addresses(story, *words), consents, machine)
    found = rules.of_entry(Texts.of_one(entry, story, words), entry)
    return tuple(replace(problem, stops=stops) for problem in found)


def linked_addresses(*texts: Passage) -> frozenset[str]:
    """The e-mail addresses to which links of a post write, in small letters: they are meant to be read."""
    return frozenset[str]().union(*(addressees(href) for passage in texts for href in passage.links))


class _Rules:
    """What must not be said in one post; `linked` are the e-mail addresses to which a link of it writes."""

    def __init__(self, linked: frozenset[str], consents: Collection[str], machine: tuple[bytes, ...]) -> None:
        self._linked, self._consents, self._machine = linked, consents, machine

    def of_entry(self, texts: Texts, entry: DiaryEntry) -> Iterator[Problem]:
        """A finding for each place; most posts are found to have none in one look at all that they say."""
        places = tuple(_said(texts, entry))
        everything = "\n".join(text for _, said in places for text in said)
        if next(self._in_text(without_unseen(everything)), None) is None:
            return
        for path, said in places:
            for disclosed, message in self._in_texts(*said):
                if path is None:
                    yield entry.problem_in_story(max(entry.story.find(disclosed), 0), message, "not-for-readers")
                elif path:
                    yield entry.problem_at(path, message, "not-for-readers")
                else:
                    yield Problem(entry.source, 0, "", message, "not-for-readers")

    def _in_texts(self, *texts: str) -> Iterator[tuple[str, str]]:
        """What was found, and what is to be said of it, each once."""
        yield from dict(pair for text in texts for pair in self._in_text(without_unseen(text))).items()

    def _in_text(self, text: str) -> Iterator[tuple[str, str]]:
        for address in EMAIL.findall(text) if "@" in text else ():
            if address.casefold() not in self._linked:
                yield address, f"found “{address}”, an e-mail address; take it out, or make it a link: <{address}>"
        folder = folder_in(text.encode("utf-8", "replace"), self._machine)
        if folder:
            shown = folder.decode("utf-8", "replace")
            yield shown, f"found “{shown}”, a folder of somebody's computer; take it out"
        for reference in consent_references(text, self._consents):
            yield reference[0], f"found “{reference[0]}”, the number of a consent; readers must not see it: take it out"


def _said(texts: Texts, entry: DiaryEntry) -> Iterator[tuple[FieldPath | None, tuple[str, ...]]]:
    """What a post says, in every reading, by where: its address at no path, its values at theirs, its story at None."""
    yield (), (entry.address,)
    for written in written_in(entry):
        is_unseen = written.type is FilePath and not isinstance(written.owner, Material)
        if isinstance(text := written.value, str) and written.field.written not in _NEVER_SHOWN and not is_unseen:
            yield written.path, _readings(texts.words[entry.source, text]) if written.type is Words else (text,)
    story = texts.stories[entry.source]
    yield None, (*_readings(story), *_said_of_figures(story))


def _said_of_figures(story: Story) -> Iterator[str]:
    for figure in story.figures:
        yield from (figure.alt, figure.caption)


def _readings(passage: Passage) -> tuple[str, ...]:
    """A passage as it is shown, and as programs read it: in its markup, and without."""
    html = passage.html.html
    return tuple(dict.fromkeys((passage.text, unescape(html), html)))
