"""Files that readers keep, without what repeats a quote that may not stand in them.

What is kept cannot be taken back. A story, a summary or a line of easy read may say a quote once more whose consent
does not cover `share`, or does not hold any more: such a line, row or paragraph is left out, and the author is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plugins.blog.cards import PlannedCard
from plugins.blog.documents import PlannedDocument, left_out_of_print
from plugins.consent.quoted_words import QuotedWords
from plugins.documents import Block, Cell, Document
from plugins.problems import Problem
from plugins.workshops.diary import DiaryEntry

_HEADS = frozenset({"heading", "section"})


def without_unshared(
    plans: Iterable[PlannedDocument], quoted: QuotedWords
) -> tuple[tuple[PlannedDocument, ...], tuple[Problem, ...]]:
    """The plans as they may be kept, and the notices of what they lost."""
    kept: list[PlannedDocument] = []
    problems: list[Problem] = []
    for plan in plans:
        sieve = _Sieve(quoted)
        document = sieve.document(plan.document)
        kept.extend([replace(plan, document=document)] if document else [])
        for source in sorted(sieve.repeated):
            message = (
                f"words that repeat {{}} are left out of the {plan.what} of this"
                if document
                else f"there is no {plan.what} of this: its title repeats {{}}"
            )
            problems.append(_repeats(plan.entry, message, source))
    return tuple(kept), tuple(dict.fromkeys(problems))


def cards_without_unshared(
    plans: Iterable[PlannedCard], quoted: QuotedWords, entry_of: Mapping[str, DiaryEntry]
) -> tuple[tuple[PlannedCard, ...], tuple[Problem, ...]]:
    """The cards that say no such quote, and a notice of each that does; its post is shown with the site's."""
    kept: list[PlannedCard] = []
    problems: list[Problem] = []
    for plan in plans:
        repeated = sorted(quoted.sources(plan.text.title, plan.alt))
        kept.extend([] if repeated else [plan])
        for source in repeated:
            message = "there is no picture for links to this: its words repeat {}"
            problems.append(_repeats(entry_of.get(plan.source), message, source))
    return tuple(kept), tuple(problems)


def _repeats(entry: DiaryEntry | None, message: str, source: str) -> Problem:
    """The notice of a quote out of this file, which the message has a place for."""
    quote = f"a quote ({source}) whose consent does not cover “share”"
    return left_out_of_print(entry, message.format(quote))


class _Sieve:
    """Leaves out of one plan what repeats a quote, and knows in which files the `repeated` ones stand."""

    def __init__(self, quoted: QuotedWords) -> None:
        self._quoted = quoted
        self.repeated: set[str] = set()

    def document(self, document: Document) -> Document | None:
        """None where its very title repeats one."""
        if self._says(document.title):
            return None
        below = "" if self._says(document.below) else document.below
        return replace(document, below=below, blocks=tuple(self._blocks(document.blocks)))

    def _blocks(self, blocks: Iterable[Block]) -> list[Block]:
        """A heading goes with all that stood below it."""
        kept: list[Block] = []
        is_bare = False
        for block in blocks:
            left = self._block(block)
            if not left:
                is_bare = bool(kept) and kept[-1].kind in _HEADS
                continue
            if is_bare and left.kind in (*_HEADS, "chapter"):
                kept.pop()
            is_bare = False
            kept.append(left)
        return kept[:-1] if is_bare else kept

    def _block(self, block: Block) -> Block | None:
        """Its rows that may be kept; a table is nothing without the headings of its columns."""
        rows = tuple(row for row in block.rows if not self._says(*_texts(row)))
        heads = block.rows[:1] if block.kind == "table" else ()
        if rows[: len(heads)] != heads or len(rows) == len(heads) < len(block.rows):
            return None
        return None if self._says(*(text for row in rows for text in _texts(row))) else replace(block, rows=rows)

    def _says(self, *texts: str) -> bool:
        """Whether they repeat a quote, each or together."""
        sources = self._quoted.sources(*texts)
        self.repeated |= sources
        return bool(sources)


def without_repetitions(record: Mapping[str, object], quoted: QuotedWords) -> dict[str, object]:
    """Data without the texts that repeat a quote; of a list each row goes that has one, and nothing empty stays."""
    kept = ((name, _kept(value, quoted)) for name, value in record.items())
    return {name: value for name, value in kept if value is not None}


def _kept(value: object, quoted: QuotedWords) -> object:
    """None for what goes."""
    if isinstance(value, str):
        return None if quoted.sources(value) else value
    if isinstance(value, list):
        return [
            kept for each in value if not _is_row_of(each, quoted) and (kept := _kept(each, quoted)) is not None
        ] or None
    return without_repetitions(value, quoted) or None if isinstance(value, Mapping) else value


def _is_row_of(row: object, quoted: QuotedWords) -> bool:
    """Whether one part of a list says a quote."""
    texts = (each for each in row.values() if isinstance(each, str)) if isinstance(row, Mapping) else ()
    return bool(quoted.sources(*texts))


def _texts(row: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(text for cell in row for text in (cell.text, cell.alt) if text)
