"""Easy read, on the page of its post, on the page of all, and as a booklet for each post (PDF)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plugins.blog.documents import PlannedDocument
from plugins.blog.pages.hand_outs import ONE_PAGE, dated
from plugins.blog.site_model import SiteModel
from plugins.blog.views.easy_read import EasyReadLine
from plugins.blog.views.frame import Link
from plugins.documents import Block, Cell, Document, Fit
from plugins.moments import When
from plugins.story import Html, escaped
from plugins.words import LANGUAGE, dates, hand_outs
from plugins.words import easy_read as words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.post import EasyRead
from plugins.workshops.record.symbols import SYMBOLS

_SIZE = 16
"""In points: the least for people who find reading hard [Change, How to make information accessible]."""


def easy_read_lines(model: SiteModel, entry: DiaryEntry) -> tuple[EasyReadLine, ...]:
    """The short sentences of a post."""
    inline = model.texts.inline(entry)
    lines = zip(entry.post.easy_read, _explained(model, entry), strict=True)
    return tuple(
        EasyReadLine(
            words=inline(line.words),
            photo=model.pictures.thumbnail(entry, line.picture) if line.picture else None,
            symbol=_symbol(model, line),
            meanings=tuple(Html(words.means(str(escaped(term)), str(means))) for term, means, _ in hard),
        )
        for line, hard in lines
    )


def _symbol(model: SiteModel, line: EasyRead) -> str:
    path = model.symbols.get(line.picture or "")
    return model.settings.href(path) if path else ""


def _explained(model: SiteModel, entry: DiaryEntry) -> Iterator[tuple[tuple[str, Html, str], ...]]:
    """The hard words of each line that none before it has: what they mean, as HTML and as text."""
    seen: set[str] = set()
    for line in entry.post.easy_read:
        hard = [each for each in model.texts.hard_words(entry, line.words) if each[0] not in seen]
        seen.update(term for term, _, _ in hard)
        yield tuple(hard)


def booklet_link(model: SiteModel, entry: DiaryEntry) -> Link | None:
    """The way to the booklet of a post, where there is one."""
    path = _path(entry)
    return Link(label=words.BOOKLET, href=model.settings.href(path)) if path in model.documents.by_path else None


def booklets(model: SiteModel) -> Iterator[PlannedDocument]:
    """One for each listed post that has short sentences and a day."""
    for entry in model.series.entries if model.settings.has_easy_read else ():
        day = dated(entry)
        if entry.post.easy_read and day:
            yield PlannedDocument(entry, "booklet", _path(entry), _booklet(model, entry, day))


def _path(entry: DiaryEntry) -> str:
    return f"easy-read/{entry.slug}.pdf"


def _booklet(model: SiteModel, entry: DiaryEntry, day: When) -> Document:
    language = entry.post.lang or model.settings.language
    ours = "" if language == LANGUAGE else LANGUAGE
    rows = tuple(_rows(model, entry))
    has_symbols = any(line.picture in SYMBOLS for line in entry.post.easy_read)
    credit = (Block("paragraph", ((Cell(words.CREDIT, ours),),)),) if has_symbols else ()
    return Document(
        title=entry.post.title,
        language=language,
        dated=date(day.year, day.month or 1, day.day or 1),
        size=_SIZE,
        above=words.booklet(model.settings.name),
        below="",
        blocks=(Block("easy-read", rows), *credit),
        address=model.settings.address + entry.address,
        invitation=hand_outs.READ_MORE,
        code=hand_outs.CODE,
        as_of=hand_outs.dated(dates.spoken(replace(day, clock=None))),
        pages=hand_outs.PAGES,
        fits=(*ONE_PAGE, Fit()),
    )


def _rows(model: SiteModel, entry: DiaryEntry) -> Iterator[tuple[Cell, ...]]:
    for line, hard in zip(entry.post.easy_read, _explained(model, entry), strict=True):
        picture, alt = _picture(model, entry, line)
        said = Cell(model.texts.text(entry, line.words), picture=picture, alt=alt)
        yield said, *(Cell(words.means(term, text)) for term, _, text in hard)


def _picture(model: SiteModel, entry: DiaryEntry, line: EasyRead) -> tuple[bytes, str]:
    """What stands beside a line in print: a photo only where it may be kept."""
    if line.picture and line.picture in SYMBOLS:
        return model.symbol(line.picture), ""
    printed = model.pictures.to_keep(entry, line.picture) if line.picture else None
    return printed or (b"", "")
