"""Each workshop as a hand-out: what we did, decided and will do next, on one sheet of paper where it fits.

Paper leaves our reach, so no quote stands on it whose consent does not cover `share`. A workshop that is only for who
has its address has none: a page can ask search engines to pass it over, a PDF cannot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Literal

from plugins.blog.documents import PlannedDocument
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.documents import Block, Cell, Document, Fit, Kind
from plugins.moments import When
from plugins.story import Html
from plugins.timeline.views.session import session_point
from plugins.words import LANGUAGE, agenda, asks, dates
from plugins.words import hand_outs as words
from plugins.workshops.checks.files import material_files
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.asks import Ask
from plugins.workshops.facts.series import SeriesWorkshop, phase
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.ballot import ballot_view
from plugins.workshops.views.facts import workshop_facts_view
from plugins.workshops.views.language import LanguageMarkup

Print = Literal["hand-out.pdf", "hand-out-large.pdf"]
_SIZES: dict[Print, int] = {"hand-out.pdf": 12, "hand-out-large.pdf": 18}
"""In which size its letters are, in points: large print begins at 16 [RNIB, Clear Print]."""
ONE_PAGE = (Fit(most_pages=1), Fit(most_pages=1, is_tight=True))
_FITS: dict[Print, tuple[Fit, ...]] = {
    "hand-out.pdf": (*ONE_PAGE, *(Fit(most_pages=2, most_rows=most) for most in (0, 8, 5, 3, 1))),
    "hand-out-large.pdf": (Fit(),),
}
"""One sheet of paper at most, with shorter lists where that is too little; large print takes what it needs."""


def hand_outs(model: SiteModel) -> Iterator[PlannedDocument]:
    """The hand-outs of every listed workshop that has a date and none of this name of its author's own."""
    for entry in model.series.entries if model.settings.has_hand_outs else ():
        workshop, day = entry.post.workshop, dated(entry)
        if workshop and day:
            own = {name.casefold() for name in material_files(entry.post)}
            whole = Sheet(model, entry, workshop).document(day)
            for name, size in _SIZES.items():
                if name not in own:
                    document = replace(whole, size=size, fits=_FITS[name])
                    yield PlannedDocument(entry, "hand-out", f"{entry.address}{name}", document)


def hand_out_links(model: SiteModel, entry: DiaryEntry) -> tuple[Link, ...]:
    """The ways to a workshop's hand-outs, as far as there are any."""
    paths = {name: f"{entry.address}{name}" for name in _SIZES}
    return tuple(
        Link(label=words.NAMES[name], href=model.settings.href(path))
        for name, path in paths.items()
        if path in model.documents.by_path
    )


def plain(html: Html) -> str:
    """What the interface says of a post, without the marks of HTML; it has no elements."""
    return unescape(str(html))


def dated(entry: DiaryEntry) -> When | None:
    """From which day a file to keep is; never from that of a build."""
    start = entry.post.workshop.start if entry.post.workshop else None
    return entry.post.updated or entry.post.date or (start if isinstance(start, When) else None)


def asked(model: SiteModel, ask: Ask, *, around: str) -> tuple[Cell, Cell]:
    """What was asked for, and what came of it."""
    wish = words.said(asks.wish(model.texts.text(ask.entry, ask.remark.said)))
    if not ask.answers:
        return _of(model, ask.entry, wish, around), Cell(asks.WAITING, "" if around == LANGUAGE else LANGUAGE)
    given = ask.answers[-1]
    did = asks.answered(given.answer.status, model.texts.text(given.entry, given.answer.did))
    return _of(model, ask.entry, wish, around), _of(model, given.entry, did, around)


def _of(model: SiteModel, entry: DiaryEntry, text: str, around: str) -> Cell:
    """Words of a post among words in a language."""
    language = entry.post.lang or model.settings.language
    return Cell(text, "" if language == around else language)


class Sheet:
    """What the record of one workshop says, as blocks. Words in another language than that `around` them are marked."""

    def __init__(self, model: SiteModel, entry: DiaryEntry, workshop: Workshop, *, around: str = "") -> None:
        self._model = model
        self._entry = entry
        self._workshop = workshop
        self._language = around or entry.post.lang or model.settings.language
        place = SeriesWorkshop(entry, workshop, model.series.state(entry))
        self._point = session_point(place, now=model.settings.now, zone=model.settings.zone)
        self._phase = phase(self._point.state, is_overdue=self._point.is_overdue)
        self._said = LanguageMarkup(model.texts.inline(entry))

    def document(self, day: When) -> Document:
        excerpt = self._model.texts.plain_excerpt(self._entry)
        lead = (Block("lead", ((Cell(excerpt),),)),) if excerpt else ()
        address = self._model.settings.address + self._entry.address
        return Document(
            title=self._entry.post.title,
            language=self._language,
            dated=date(day.year, day.month or 1, day.day or 1),
            size=_SIZES["hand-out.pdf"],
            above=self._model.settings.name,
            below=self.opening,
            blocks=(*lead, *self.sections()),
            address=address,
            invitation=words.READ_MORE,
            code=words.CODE,
            as_of=words.dated(dates.spoken(replace(day, clock=None))),
            pages=words.PAGES,
            more=self._ours(words.MORE),
        )

    @property
    def opening(self) -> str:
        """When and where it was, and how many came."""
        facts = workshop_facts_view(self._workshop, state=self._point.state, said=self._said)
        return " · ".join(map(plain, facts.opening))

    def sections(self) -> Iterator[Block]:
        """Each part of the record under its heading."""
        sections: tuple[tuple[str, Kind, Iterator[tuple[Cell, ...]]], ...] = (
            (words.DECIDED, "table", self._decided()),
            (agenda.HEADINGS[self._phase], "steps", self._done()),
            (words.NEXT, "list", self._next()),
            (words.ASKED, "table", self._asked()),
            (words.EXPLAINED, "terms", self._explained()),
            (words.SAID, "quote", self._quotes()),
        )
        for heading, kind, made in sections:
            rows = tuple(made)
            heads = (self._heads(heading),) if kind == "table" else ()
            if rows:
                yield Block("heading", ((self._ours(heading),),))
                yield Block(kind, (*heads, *rows))

    def _heads(self, heading: str) -> tuple[Cell, ...]:
        columns: Sequence[str] = (
            (words.QUESTION, words.ANSWER, words.HOW_CLOSE)
            if heading == words.DECIDED
            else (words.YOU_SAID, words.WE_DID)
        )
        return tuple(map(self._ours, columns))

    def _ours(self, text: str) -> Cell:
        """Words of the interface."""
        return Cell(text, "" if self._language == LANGUAGE else LANGUAGE)

    def _own(self, text: str) -> Cell:
        return _of(self._model, self._entry, text, self._language)

    def _text(self, entry: DiaryEntry, written: str) -> str:
        return self._model.texts.text(entry, written)

    def _decided(self) -> Iterator[tuple[Cell, ...]]:
        for counted in self._entry.votes:
            view = ballot_view(counted, idea_href=self._model.ideas.href, said=self._said)
            answer = replace(self._own(plain(view.answer)), is_chosen=view.has_result)
            yield self._own(counted.vote.question), answer, self._ours(view.margin)

    def _done(self) -> Iterator[tuple[Cell, ...]]:
        for item in self._entry.post.agenda:
            result = self._text(self._entry, item.result) if item.result else ""
            yield (self._own(words.part(item.title, result)),)

    def _next(self) -> Iterator[tuple[Cell, ...]]:
        for prototype in self._entry.post.prototypes:
            if prototype.next:
                idea = self._model.ideas.of_prototype(self._entry, prototype)
                name = self._model.ideas.name(idea) if idea else prototype.id.rpartition("#")[2]
                yield (self._own(words.step(name, self._text(self._entry, prototype.next))),)
        for place in self._model.series.workshops:
            if place.state == "next" and place.entry is not self._entry:
                point = session_point(place, now=self._model.settings.now, zone=self._model.settings.zone)
                yield (self._ours(words.next_workshop(point.title, point.when)),)

    def _asked(self) -> Iterator[tuple[Cell, ...]]:
        """What was asked for here, and what is answered here."""
        series, source = self._model.series, self._entry.source
        before = (ask for ask in series.answered_in(self._entry) if ask.entry.source != source)
        for ask in (*before, *series.asked_in(self._entry)):
            yield asked(self._model, ask, around=self._language)

    def _explained(self) -> Iterator[tuple[Cell, ...]]:
        for term in self._entry.post.glossary:
            yield self._own(term.term), self._own(self._text(self._entry, term.means))

    def _quotes(self) -> Iterator[tuple[Cell, ...]]:
        feedback = self._entry.post.feedback
        for quote in feedback.quotes if feedback else ():
            if self._entry.may_be_kept(quote):
                yield self._own(quote.words), *([self._own(quote.who)] if quote.who else [])
