"""The site model: everything that the pages of one build are made from, worked out once."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256

from plugins.assets.svg_mark import UnfitMark
from plugins.blog.cards import NO_CARDS, Cards
from plugins.blog.documents import NO_DOCUMENTS, Documents
from plugins.blog.ideas import Ideas, ideas_of
from plugins.blog.kept_texts import KeptTexts, Kind, kept_texts
from plugins.blog.links import DiaryLinks
from plugins.blog.listing import Listing, listing, tags_to_mend
from plugins.blog.mark import Mark, mark_of
from plugins.blog.pictures import Pictures, pictures
from plugins.blog.places import lost_places
from plugins.blog.publication import Moment, Publication, publication
from plugins.blog.sections import Sections
from plugins.blog.series import Series, series_of
from plugins.blog.settings import BlogSettings
from plugins.blog.texts import Texts, texts
from plugins.blog.typography import in_type
from plugins.blog.views.lists import Card
from plugins.comments.discussion import SILENT, Discussion
from plugins.comments.settings import not_set_up
from plugins.consent.quoted_words import QuotedWords
from plugins.documents.symbols import symbol
from plugins.photos.pipeline import FOLDER, Pipeline
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.story import KeptStories, Listener, RememberingTeller, Resolver, Teller
from plugins.timeline.calendar_event import CalendarEvent, CalendarEventContext, calendar_event
from plugins.timeline.chronology import Chronology, chronology
from plugins.timeline.forgotten import forgotten
from plugins.timeline.gathering import Records, happenings
from plugins.workshops.checks.places import addresses_of_names
from plugins.workshops.checks.references import references_to_unpublished
from plugins.workshops.diary import Diary, DiaryEntry, of_each, once_an_entry
from plugins.workshops.facts.decisions import MeetingDecisions, decisions
from plugins.workshops.facts.published_figures import with_publishable_figures
from plugins.workshops.record.post import Comments
from plugins.workshops.record.symbols import SYMBOLS
from plugins.workshops.views.language import EntryContext, LanguageMarkup

NO_QUOTES = QuotedWords()


@dataclass(frozen=True)
class SiteModel:
    """What this build shows, part by part. A function takes the part that it needs; a page's frame needs them all.

    `unshared` are quotes that may not stand in data that others keep, though pages may show them.
    """

    settings: BlogSettings
    diary: Diary
    publication: Publication
    listing: Listing
    series: Series
    ideas: Ideas
    texts: Texts
    pictures: Pictures
    discussion: Discussion = SILENT
    documents: Documents = NO_DOCUMENTS
    cards: Cards = NO_CARDS
    kept_texts: Mapping[Kind, KeptTexts] = field(default_factory=kept_texts)
    unshared: QuotedWords = NO_QUOTES
    listed_cards: dict[str, Card] = field(default_factory=dict, init=False, compare=False)

    @property
    def entry_context(self) -> EntryContext:
        """What is needed of posts where another page tells of them."""
        return EntryContext(href=self.settings.entry_href, said=self.said)

    def said(self, entry: DiaryEntry) -> LanguageMarkup:
        """The words of a post, for components that speak the interface's language."""
        return LanguageMarkup(self.texts.inline(entry), self.settings.language_of(entry))

    @property
    def kept(self) -> frozenset[str]:
        """Under which keys the store keeps what was made of the diary; all else may go."""
        return self.pictures.keys | self.documents.keys | self.cards.keys

    @cached_property
    def symbols(self) -> Mapping[str, str]:
        """The drawn pictures that easy reads show, each with its path below the root."""
        lines = (line for entry in self.publication.entries for line in entry.post.easy_read)
        used = sorted({line.picture for line in lines if line.picture and line.picture in SYMBOLS})
        return {name: f"{FOLDER}/{sha256(self.symbol(name)).hexdigest()[:16]}.svg" for name in used}

    def symbol(self, name: str) -> bytes:
        """A drawn picture (SVG)."""
        return symbol(SYMBOLS[name])

    @cached_property
    def mark(self) -> Mark | None:
        """The diary's own mark, where it has one that is fit."""
        if not self.settings.mark:
            return None
        try:
            return mark_of(self.settings.content, self.settings.mark)
        except UnfitMark:
            return None  # Told with its line by the findings of the diary's file.

    @cached_property
    def decisions(self) -> tuple[MeetingDecisions, ...]:
        """Every vote and verdict of the listed posts, in order."""
        return tuple(decisions(self.series.entries))

    @cached_property
    def chronology(self) -> Chronology:
        """Everything that the listed posts tell, in order."""
        records = Records(
            listed=self.publication.listed,
            places=self.series.workshops,
            asks=self.series.asks,
            idea_of=self.ideas.of_prototype,
        )
        return chronology(happenings(records), now=self.settings.now, zone=self.settings.zone)

    @cached_property
    def calendar_events(self) -> Mapping[str, CalendarEvent]:
        """What calendars hold, by slug, in the order of the series: public workshops whose day is known."""
        days = (when for entry in self.listing.posts for when in (entry.post.date, entry.post.updated) if when)
        context = CalendarEventContext(
            address=self.settings.address,
            summary=self.texts.plain_excerpt,
            plain=self.texts.text,
            newest=max((day.first(self.settings.zone) for day in days), default=datetime.fromtimestamp(0, UTC)),
            shared=self.unshared.shared,
            zone=self.settings.zone,
        )
        states = self.publication.states
        public = (place for place in self.series.workshops if states[place.entry.source] == "published")
        return {place.entry.slug: known for place in public if (known := calendar_event(place, context))}

    @cached_property
    def sections(self) -> Sections:
        """What is known of the comments of each entry that has some, or can have, by source."""
        return Sections(self.settings, self.publication, self.discussion)

    @cached_property
    def elsewhere(self) -> "SiteModel":
        """The same for whoever reads it elsewhere, in a feed: with the whole address of everything that is ours."""
        here, there = self.settings.root, self.settings.address
        settings = replace(self.settings, root=there)
        ideas = ideas_of(self.diary, self.series.entries, settings.href)
        texts = self.texts.elsewhere(here, there)
        pictures = replace(self.pictures, root=there, texts=texts)
        return replace(self, settings=settings, ideas=ideas, texts=texts, pictures=pictures)


def site_model(
    settings: BlogSettings,
    diary: Diary,
    *,
    broken: bool = False,
    pipeline: Pipeline | None = None,
    discussion: Discussion = SILENT,
    kept: KeptStories | None = None,
) -> tuple[SiteModel, tuple[Problem, ...]]:
    """The model of the site at `settings.now`, and what is to be mended in every file, shown or not.

    `broken` says that the diary has findings already, so that pictures are only looked at. They are rendered by
    the pipeline; without one, by one of its own. Stories that are `kept` from an earlier build are not read again.
    """
    pipeline = pipeline or Pipeline()
    diary = diary.showing(of_each(in_type, diary.entries, settings.language))
    shown = publication(diary.entries, Moment(settings.now, settings.zone), preview=settings.preview)
    shown = replace(shown, entries=with_publishable_figures(shown.entries, settings.small_groups))
    diary = diary.showing(shown.entries)
    links = DiaryLinks(diary, shown, settings.root, settings.language)
    lists = listing(shown.listed)
    series = series_of(diary, shown.listed, posts=lists.posts, now=settings.now, zone=settings.zone)
    problems = [*tags_to_mend(diary.entries), *_unknown_providers(diary, discussion)]
    heard = Listener(links) if any(entry.last_answers for entry in diary.entries) and not kept else None
    teller = RememberingTeller(links, kept) if kept else _teller(heard or links)
    entry_texts, faults = texts(
        diary, teller, listed=series.entries, href=settings.href, learner=kept or heard, stages=pipeline.stages
    )
    problems.extend((*faults, *lost_places(links, entry_texts)))
    renders = pipeline.renders and not broken
    shown_pictures, faults = pictures(shown, diary, entry_texts, settings, pipeline=pipeline, renders=renders)
    problems.extend(faults)
    problems.extend(
        entry.problem_at(*notice, stops=False)
        for entry, notice in forgotten(diary.workshops, now=settings.now, zone=settings.zone)
    )
    if settings.preview:
        problems.extend(problem for each in of_each(_names_to_know, shown.entries) for problem in each)
    listed = [entry for entry in shown.listed if shown.is_public(entry.source)]
    unpublished = references_to_unpublished(diary, listed)
    problems.extend(entry.problem_at(*finding) for entry, finding in unpublished)
    return (
        SiteModel(
            settings=settings,
            diary=diary,
            publication=shown,
            listing=lists,
            series=series,
            ideas=ideas_of(diary, series.entries, settings.href),
            texts=entry_texts,
            pictures=shown_pictures,
            discussion=discussion,
            kept_texts=kept_texts(kept),
        ),
        tuple(problems),
    )


@once_an_entry
def _names_to_know(entry: DiaryEntry) -> tuple[Problem, ...]:
    return tuple(entry.problem_at(*finding, stops=False) for finding in addresses_of_names(entry))


def _unknown_providers(diary: Diary, discussion: Discussion) -> Iterator[Problem]:
    for entry in diary.entries:
        asked = entry.post.comments
        if isinstance(asked, Comments) and asked.provider and asked.provider not in discussion.settings.providers:
            yield entry.problem_at(("comments", "provider"), not_set_up(asked.provider), "comments-unavailable")


def _teller(links: Resolver) -> Teller:
    """Loaded late, since a build of stories that are kept reads no Markdown."""
    from plugins.story.teller import StoryTeller

    return StoryTeller(links)
