"""Files that readers keep, without what repeats a quote that may not stand in them.

What is kept cannot be taken back. A story, a summary or a line of easy read may say a quote once more whose consent
does not cover `share`, or does not hold any more: such a line, row or paragraph is left out, and the author is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from plugins.blog.cards import PlannedCard
from plugins.blog.documents import PlannedDocument, left_out_of_print
from plugins.blog.site_model import SiteModel
from plugins.consent.quoted_words import QuotedWords
from plugins.consent.word_runs import RUN
from plugins.documents import Block, Cell, Document
from plugins.problems import Problem
from plugins.words import diary as words
from plugins.workshops.diary import DiaryEntry

_HEADS = frozenset({"heading", "section"})
_RESULTS = frozenset({"answers", "even_better_if", "prototypes", "votes"})
"""Lists of which no row may be missing: whoever counts them would count something else."""


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
        above, below = ("" if self._says(text) else text for text in (document.above, document.below))
        return replace(document, above=above, below=below, blocks=tuple(self._blocks(document.blocks)))

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


def shared_name(model: SiteModel) -> str:
    """The diary's name in a file that others keep."""
    return model.unshared.shared(model.settings.name, words.OUR_DIARY)


def without_repetitions(record: Mapping[str, object], quoted: QuotedWords, instead: str = "") -> dict[str, object]:
    """Data without the texts that repeat a quote; of a list each row goes that has one, and nothing empty stays.

    What was asked for, voted on, tried and answered keeps its rows and figures, with other words `instead`: a vote
    without its winner tells something else.
    """
    kept = {
        name: _kept(value, quoted, words.NOT_SHARED if name in _RESULTS else instead) for name, value in record.items()
    }
    return {name: value for name, value in kept.items() if value not in ("", [], {}) or record[name] == value}


def _kept(value: object, quoted: QuotedWords, instead: str) -> object:
    """Something empty for what goes, as does what says a quote only in several fields together."""
    if isinstance(value, str):
        return quoted.shared(value, instead)
    if isinstance(value, list):
        return _rows(value, quoted, instead)
    if isinstance(value, Mapping):
        kept = without_repetitions(value, quoted, instead)
        return {} if quoted.sources(*_strings(kept)) else kept
    return value


def shared_rows(rows: Iterable[Mapping[str, str]], quoted: QuotedWords) -> Iterator[Mapping[object, object]]:
    """The rows of a table as others may keep them, with other words instead of those that repeat a quote."""
    return (row for row in _rows(list(rows), quoted, words.NOT_SHARED) if isinstance(row, Mapping))


def _rows(rows: Iterable[object], quoted: QuotedWords, instead: str) -> list[object]:
    kept = [kept for each in rows if (kept := _row(each, quoted, instead)) not in ("", {})]
    return _apart(kept, quoted, instead)


def _row(row: object, quoted: QuotedWords, instead: str) -> object:
    """One part of a list; nothing of what says a quote, unless other words stand there `instead`."""
    return "" if not instead and quoted.sources(*_strings(row)) else _kept(row, quoted, instead)


def _strings(row: object) -> tuple[str, ...]:
    return tuple(each for each in row.values() if isinstance(each, str)) if isinstance(row, Mapping) else ()


def _apart(rows: list[object], quoted: QuotedWords, instead: str) -> list[object]:
    """The rows without those that say a quote one after the other, each a piece of it."""
    names = dict.fromkeys(name for row in rows if isinstance(row, Mapping) for name in row)
    for name in (None, *names):
        cells = [row.get(name) if isinstance(row, Mapping) else row for row in rows]
        texts = [each if isinstance(each, str) else "" for each in cells]
        split = _pieces(texts, quoted)
        rows = [_changed(row, name, instead) if place in split else row for place, row in enumerate(rows)]
    return [row for row in rows if row not in ("", {})]


def _changed(row: object, name: str | None, instead: str) -> object:
    return {**row, name: instead} if instead and isinstance(row, Mapping) else instead


def _pieces(texts: list[str], quoted: QuotedWords) -> set[int]:
    """Which of these texts are pieces of a quote; a run has a word of each of so many at most."""
    pieces: set[int] = set()
    for size in range(2, RUN + 1) if quoted.sources(*texts) else ():
        for start in range(len(texts) - size + 1):
            window = set(range(start, start + size))
            if pieces.isdisjoint(window) and quoted.sources(" ".join(texts[start : start + size])):
                pieces |= window
    return pieces


def _texts(row: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(text for cell in row for text in (cell.text, cell.alt) if text)
