"""The whole diary as a book: its posts in order, ideas with their stories, decisions, asks. It holds no photo.

A diary has one only if it asks for it. What is kept cannot be taken back, so nothing hidden is in it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from html import unescape

from plugins.blog.documents import PlannedDocument
from plugins.blog.pages.hand_outs import Sheet, asked, dated, plain
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.documents import Block, Cell, Document
from plugins.moments import When
from plugins.story import Html, Parts, each_element, letters
from plugins.words import LANGUAGE, dates, hand_outs
from plugins.words import book as words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.idea_story import idea_stories
from plugins.workshops.views.ballot import ballot_view
from plugins.workshops.views.idea import idea_view
from plugins.workshops.views.language import EntryContext, LanguageMarkup

_PATHS = {"diary.pdf": words.PDF, "diary.epub": words.EPUB}
_SIZE = 12
_TAG = re.compile(r"<[^>]+>")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def book_links(model: SiteModel) -> tuple[Link, ...]:
    """The ways to the book, as far as there is one."""
    return tuple(Link(label=label, href=path) for path, label in _PATHS.items() if path in model.documents.by_path)


def book(model: SiteModel) -> Iterator[PlannedDocument]:
    """The book as PDF and as EPUB; none while nothing in it has a day."""
    entries = tuple(each for each in model.series.entries if model.publication.is_public(each.source))
    days = [day for entry in entries if (day := dated(entry))]
    if model.settings.has_book and days:
        document = _document(model, entries, max(days, key=lambda day: day.sort_key))
        for path in _PATHS:
            yield PlannedDocument(None, "book", path, document)


def _document(model: SiteModel, entries: tuple[DiaryEntry, ...], day: When) -> Document:
    settings = model.settings
    blocks = (
        Block("contents", ((_ours(model, words.CONTENTS),),)),
        *(block for entry in entries for block in _chapter(model, entry)),
        *_part(model, words.IDEAS, _ideas(model, entries)),
        *_part(model, words.DECISIONS, _decisions(model, entries)),
        *_part(model, words.ASKS, _asks(model, entries)),
    )
    return Document(
        title=settings.name,
        language=settings.language,
        dated=date(day.year, day.month or 1, day.day or 1),
        size=_SIZE,
        above="",
        below=settings.description,
        blocks=blocks,
        address=settings.address,
        invitation=hand_outs.READ_MORE,
        code=hand_outs.CODE,
        as_of=words.dated(dates.spoken(replace(day, clock=None))),
        pages=hand_outs.PAGES,
        summary=words.SUMMARY,
    )


def _ours(model: SiteModel, text: str) -> Cell:
    return Cell(text, "" if model.settings.language == LANGUAGE else LANGUAGE)


def _theirs(model: SiteModel, entry: DiaryEntry, text: str) -> Cell:
    language = entry.post.lang or model.settings.language
    return Cell(text, "" if language == model.settings.language else language)


def _part(model: SiteModel, title: str, blocks: Iterable[Block]) -> Iterator[Block]:
    made = tuple(blocks)
    if made:
        yield Block("chapter", ((_ours(model, title),),))
        yield from made


def _chapter(model: SiteModel, entry: DiaryEntry) -> Iterator[Block]:
    """A post: its story, then what its record holds."""
    yield Block("chapter", ((_theirs(model, entry, entry.post.title),),))
    workshop = entry.post.workshop
    sheet = Sheet(model, entry, workshop, around=model.settings.language) if workshop else None
    if sheet and sheet.opening:
        yield Block("paragraph", ((_theirs(model, entry, sheet.opening),),))
    yield from story_blocks(model.texts.stories[entry.source].parts, partial(_theirs, model, entry))
    for block in sheet.sections() if sheet else ():
        yield replace(block, kind="section") if block.kind == "heading" else block


def story_blocks(parts: Parts, cell: Callable[[str], Cell]) -> Iterator[Block]:
    """A story as blocks of plain words: without pictures, and without what a link leads to."""
    for name, inside in each_element(parts):
        text = _line(inside)
        if not text:
            continue
        if name in _HEADINGS:
            yield Block("section", ((cell(text),),))
        elif name in ("ul", "ol"):
            items = (_line(item) for _, item in each_element(inside, "li"))
            yield Block("list" if name == "ul" else "steps", tuple((cell(item),) for item in items))
        elif name == "table":
            yield Block("table", tuple(_row(row, cell) for _, row in each_element(inside, "tr")))
        else:
            yield Block("quote" if name == "blockquote" else "paragraph", ((cell(text),),))


def _row(row: Parts, cell: Callable[[str], Cell]) -> tuple[Cell, ...]:
    return tuple(cell(_line(each)) for _, each in each_element(row, "th", "td"))


def _line(parts: Parts) -> str:
    return " ".join(letters(parts).split())


def _ideas(model: SiteModel, entries: tuple[DiaryEntry, ...]) -> Iterator[Block]:
    """Each idea with what became of it, step by step."""
    context = EntryContext(href=model.settings.entry_href, said=lambda entry: LanguageMarkup(model.texts.inline(entry)))
    for story in idea_stories(entries):
        idea = idea_view(story, context, model.ideas.href, str)
        yield Block("section", ((_theirs(model, story.entry, idea.name),),))
        if story.idea.about:
            yield Block("paragraph", ((_theirs(model, story.entry, model.texts.text(story.entry, story.idea.about)),),))
        steps = ((_ours(model, words.step(step.word, _words_of(step.text), step.when)),) for step in idea.steps)
        yield Block("list", tuple(steps))


def _words_of(html: Html) -> str:
    """What stands in HTML of our own, without its elements."""
    return unescape(_TAG.sub("", str(html)))


def _decisions(model: SiteModel, entries: tuple[DiaryEntry, ...]) -> Iterator[Block]:
    heads = (words.WHERE, hand_outs.QUESTION, hand_outs.ANSWER, hand_outs.HOW_CLOSE)
    rows = [
        (
            _theirs(model, entry, entry.post.title),
            _theirs(model, entry, counted.vote.question),
            replace(_theirs(model, entry, plain(view.answer)), is_chosen=view.has_result),
            _ours(model, view.margin),
        )
        for entry in entries
        for counted in entry.votes
        for view in (ballot_view(counted, idea_href=model.ideas.href, said=LanguageMarkup(model.texts.inline(entry))),)
    ]
    if rows:
        yield Block("table", (tuple(_ours(model, head) for head in heads), *rows))


def _asks(model: SiteModel, entries: tuple[DiaryEntry, ...]) -> Iterator[Block]:
    rows = [asked(model, ask, around=model.settings.language) for ask in model.series.asks if ask.entry in entries]
    if rows:
        yield Block("table", (tuple(_ours(model, head) for head in (hand_outs.YOU_SAID, hand_outs.WE_DID)), *rows))
