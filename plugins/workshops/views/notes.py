"""Sticky notes: a word that says what the note is, and what it says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from plugins.story.html import Html
from plugins.words import notes as words
from plugins.workshops.record.design import Note

NoteKind = Literal["insight", "problem", "opportunity", "idea", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """One note: `kind` chooses its paper and sign, `word` says it, `anchor` is empty where nothing points at it."""

    kind: NoteKind
    word: str
    text: Html
    anchor: str = ""


def note_views(kind: NoteKind, notes: Iterable[Note], *, inline: Callable[[str], Html]) -> tuple[NoteView, ...]:
    """The notes of one kind, in the order in which they were written."""
    return tuple(
        NoteView(kind=kind, word=words.KINDS[kind], text=inline(note.text), anchor=note.id or "") for note in notes
    )
