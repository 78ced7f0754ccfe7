"""Private words in the diary's own files, told with file and line before anything is made of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from plugins.blog.publication import Publication
from plugins.consent.private_words import Hit, PrivateWords
from plugins.consent.private_words.findings import said_of
from plugins.contract.values import FilePath
from plugins.contract.walk import WrittenValue
from plugins.pdf import Unreadable, document, is_pdf
from plugins.problems import Code, Problem
from plugins.story.scan import typed, without_comments
from plugins.workshops.diary import Diary, DiaryEntry, once_an_entry, written_in
from plugins.workshops.record.agenda import Material
from plugins.workshops.record.feedback import Quote
from plugins.workshops.record.photo import Photo

_MARKS = re.compile(r"[*_`~\\]")
_NEVER_SHOWN = ((Photo, "consent"), (Quote, "consent"))
"""The only values that are not searched: they are in no page and no data."""


def private_words_in(diary: Diary, publication: Publication, words: PrivateWords) -> Iterator[Problem]:
    """A finding for each private word that would be published; a notice for one in a draft or a post to come."""
    for entry in diary.entries:
        if found := (*_in_post(entry, words), *_in_materials(entry, words)):
            source, stops = words.shown(entry.source), publication.is_public(entry.source)
            yield from (replace(problem, source=source, stops=stops, also=entry.source) for problem in found)


@once_an_entry
def _in_post(entry: DiaryEntry, words: PrivateWords) -> tuple[Problem, ...]:
    """In all that its file says."""
    in_name = (said_of(hit, "in the address of this page") for hit in words.in_name(entry.address))
    in_story = _in_markdown(without_comments(typed(entry.story))[0], words)
    return (
        *(Problem(entry.source, 0, "", said, "private-word") for said in in_name),
        *(
            entry.problem_at(written.path, said, "private-word")
            for written in written_in(entry)
            if isinstance(written.value, str) and (type(written.owner), written.field.name) not in _NEVER_SHOWN
            for said in _in_value(written, words)
        ),
        *(
            Problem(entry.source, entry.story_line + max(hit.line - 1, 0), "", said_of(hit), "private-word")
            for hit in in_story
        ),
    )


def _in_value(written: WrittenValue, words: PrivateWords) -> Iterator[str]:
    text = str(written.value)
    if written.type is not FilePath:
        yield from (said_of(hit) for hit in _in_markdown(text, words))
    elif isinstance(written.owner, Material):
        yield from (said_of(hit, "in the name of this file") for hit in words.in_name(text))


def _in_materials(entry: DiaryEntry, words: PrivateWords) -> Iterator[Problem]:
    """In its hand-outs, which may have changed while the post did not."""
    for written in written_in(entry):
        if written.type is FilePath and isinstance(written.owner, Material):
            file = entry.folder / str(written.value)
            told = _in_material(file, words, read_by_eye=written.owner.read_by_eye)
            yield from (entry.problem_at(written.path, *each) for each in told)


def _in_material(file: Path, words: PrivateWords, *, read_by_eye: bool) -> Iterator[tuple[str, Code]]:
    """Of a hand-out that is not there, another finding tells."""
    content = file.read_bytes() if file.is_file() else b""
    try:
        yield from ((said_of(hit, "in this file"), "private-word") for hit in words.in_file(file.suffix, content))
        pages = document(content).for_the_eye if is_pdf(content) and not read_by_eye else ()
    except Unreadable as unreadable:
        yield f"this file cannot be searched for private words: {unreadable}", "hand-out"
    else:
        if pages:
            message = (
                f"page {pages[0]} of this file is a picture or a drawing, in which no private word can be looked for; "
                "read every page yourself, then write “read_by_eye: true” below this line"
            )
            yield message, "hand-out"


def _in_markdown(text: str, words: PrivateWords) -> tuple[Hit, ...]:
    """Private words in Markdown as it stands, and as it is read: `Jo**hn**`, `&#74;ohn`, `J%6Fhn`."""
    hits: dict[int, Hit] = {}
    read = unescape(unquote(text))
    for reading in dict.fromkeys((text, read, _MARKS.sub("", read))):
        for hit in words.in_text(reading):
            hits.setdefault(hit.entry, hit)
    return tuple(hits.values())
