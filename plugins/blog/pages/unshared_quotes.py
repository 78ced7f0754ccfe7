"""Files that readers keep, without what repeats a quote that may not stand in them.

What is kept cannot be taken back. A story, a summary or a line of easy read may say a quote once more whose consent
does not cover `share`, or does not hold any more: such a line, row or paragraph is left out, and the author is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from plugins.blog.documents import PlannedDocument, left_out_of_print
from plugins.consent.word_runs import Run, distinctive_runs, words_of
from plugins.documents import Block, Cell, Document
from plugins.problems import Problem
from plugins.unicode import readings

_SHORT = 2
"""So few words stand in many sentences by chance: they count only where nothing else is said."""
_HEADS = frozenset({"heading", "section"})


def without_unshared(
    plans: Iterable[PlannedDocument], quotes: Iterable[tuple[str, str]]
) -> tuple[tuple[PlannedDocument, ...], tuple[Problem, ...]]:
    """The plans as they may be kept, and the notices of what they lost; `quotes` are words, and the file of each."""
    quoted = _Quotes(quotes)
    kept: list[PlannedDocument] = []
    problems: list[Problem] = []
    for plan in plans:
        sieve = _Sieve(quoted)
        documents = tuple(made for each in plan.documents if (made := sieve.document(each)))
        kept.extend([replace(plan, documents=documents)] if documents else [])
        for source in sorted(sieve.repeated):
            quote = f"a quote ({source}) whose consent does not cover “share”"
            message = (
                f"words that repeat {quote} are left out of the {plan.what} of this"
                if documents
                else f"there is no {plan.what} of this: its title repeats {quote}"
            )
            problems.append(left_out_of_print(plan.entry, message))
    return tuple(kept), tuple(dict.fromkeys(problems))


class _Quotes:
    """Quotes by the runs of words by which the last look knows them, too; one without a word is none."""

    def __init__(self, quotes: Iterable[tuple[str, str]]) -> None:
        self._beginning: dict[str, list[tuple[Run, str]]] = {}
        for text, source in quotes:
            for words in distinctive_runs(text, shortest=1):
                self._beginning.setdefault(words[0], []).append((words, source))
        self.source = cache(self._source)

    def _source(self, text: str) -> str:
        """The file of a quote that a text repeats; empty if there is none."""
        units = dict.fromkeys(unit for each in readings(text) for unit in (each, *each.split("\n")))
        return next((source for unit in units for source in self._repeated(tuple(words_of(unit)))), "")

    def _repeated(self, said: Run) -> Iterator[str]:
        for start, word in enumerate(said):
            for words, source in self._beginning.get(word, ()):
                if (said if len(words) <= _SHORT else said[start : start + len(words)]) == words:
                    yield source


class _Sieve:
    """Leaves out of one plan what repeats a quote, and knows in which files the `repeated` ones stand."""

    def __init__(self, quotes: _Quotes) -> None:
        self._quotes = quotes
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
        sources = set(map(self._quotes.source, (*texts, " ".join(texts)))) - {""}
        self.repeated |= sources
        return bool(sources)


def _texts(row: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(text for cell in row for text in (cell.text, cell.alt) if text)
