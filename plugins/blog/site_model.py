"""The site model: everything that the pages of one build are made from, worked out once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.blog.links import DiaryLinks
from plugins.blog.listing import Neighbours, Tag, neighbours, newest_first, tag_advice, tags, term_anchor
from plugins.blog.passages import Words, passages
from plugins.blog.pictures import Pictures, pictures
from plugins.blog.places import lost_places
from plugins.blog.publication import Moment, Publication, publication
from plugins.blog.settings import BlogSettings
from plugins.comments.discussion import SILENT, Discussion
from plugins.comments.settings import not_set_up
from plugins.moments import When
from plugins.photos.pipeline import Pipeline
from plugins.photos.views.picture import StoryPart
from plugins.problems import Problem
from plugins.story import Html, Passage, Story, StoryTeller, Term, with_terms
from plugins.timeline.forgotten import forgotten
from plugins.workshops.checks.references import references_to_unpublished
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.facts.asks import Ask, asks
from plugins.workshops.facts.series import SeriesState, SeriesWorkshop, series
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.record.design import Idea, Prototype
from plugins.workshops.record.post import Comments


@dataclass(frozen=True)
class SiteModel:
    """What this build shows.

    `posts` are the listed posts, newest first; `words` are by source and written text. `stories` are by source; a page
    shows `story(entry)`.
    """

    settings: BlogSettings
    diary: Diary
    publication: Publication
    posts: tuple[DiaryEntry, ...]
    tags: tuple[Tag, ...]
    neighbours: Mapping[str, Neighbours]
    places: tuple[SeriesWorkshop, ...]
    stories: Mapping[str, Story]
    words: Words
    rule: SmallGroupRule
    pictures: Pictures
    discussion: Discussion = SILENT

    @cached_property
    def in_series(self) -> tuple[DiaryEntry, ...]:
        """The listed entries as things happened, the oldest first; what has no day yet stands at the end.

        Where two have the same day, or month, the workshop comes first, and workshops keep their order.
        """
        workshops = [place.entry for place in self.places]
        others = [entry for entry in reversed(self.posts) if entry.kind != "workshop"]
        return tuple(sorted((*workshops, *others), key=_happened))

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Everything that was asked for in a listed post, the oldest first."""
        held = [place.entry for place in self.places if place.state == "held"]
        return asks(self.diary, shown=self.publication.listed, held=held)

    @cached_property
    def _ideas(self) -> Mapping[str, Idea]:
        return {idea.id: idea for entry in self.diary.entries for idea in entry.post.ideas}

    @cached_property
    def told_ideas(self) -> frozenset[str]:
        """The ids of the ideas that have a page: those that a listed post proposes."""
        return frozenset(idea.id for entry in self.in_series for idea in entry.post.ideas)

    @cached_property
    def _prototypes(self) -> Mapping[tuple[str, str], Prototype]:
        return {
            (entry.slug, prototype.id): prototype for entry in self.diary.entries for prototype in entry.post.prototypes
        }

    @cached_property
    def _states(self) -> Mapping[str, SeriesState]:
        return {place.entry.source: place.state for place in self.places}

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Every word that a listed post explains, with what was said of it first; sorted by its anchor."""
        terms: dict[str, Term] = {}
        for entry in self.in_series:
            for written in entry.post.glossary:
                anchor = term_anchor(written.term)
                means = self.words[entry.source, written.means].html
                terms.setdefault(anchor, Term(written.term, anchor, means, self.href(f"jargon/#{anchor}")))
        return tuple(terms[anchor] for anchor in sorted(terms))

    def story(self, entry: DiaryEntry) -> tuple[StoryPart, ...]:
        """An entry's story as its page shows it: with its figures, and the words marked that need explaining."""
        terms = self.terms if entry.kind != "page" else ()
        return self.pictures.story(entry, with_terms(self.stories[entry.source].parts, terms))

    def plain_story(self, entry: DiaryEntry) -> Html:
        """An entry's story as feeds show it."""
        return self.pictures.plain_story(entry, self.stories[entry.source].parts)

    @cached_property
    def elsewhere(self) -> "SiteModel":
        """The same for whoever reads it elsewhere, in a feed: with the whole address of everything that is ours."""
        root, address = self.settings.root, self.settings.address
        words = {place: passage.elsewhere(root, address) for place, passage in self.words.items()}
        return replace(
            self,
            settings=replace(self.settings, root=address),
            stories={source: story.elsewhere(root, address) for source, story in self.stories.items()},
            words=words,
            pictures=replace(self.pictures, root=address, words=words),
        )

    def state(self, entry: DiaryEntry) -> SeriesState:
        """Where a workshop stands; one that is in no list counts as planned."""
        return self._states.get(entry.source, "planned")

    def idea_name(self, reference: str) -> str:
        """The name of the idea that a reference means."""
        return self._ideas[reference.rpartition("#")[2]].name

    def idea_of_prototype(self, entry: DiaryEntry, reference: str) -> str | None:
        """The idea that a prototype of this or another post tries out."""
        slug, _, name = reference.rpartition("#")
        first = self._prototypes.get((slug or entry.slug, name))
        return first.idea if first else None

    def entry_href(self, entry: DiaryEntry) -> str:
        """The link to an entry's page."""
        return self.href(entry.address)

    def href(self, address: str) -> str:
        """The link to an address below the site's root."""
        return self.settings.root + address

    def inline(self, entry: DiaryEntry) -> Callable[[str], Html]:
        """Renders what an entry's front matter says as Markdown in one paragraph."""
        return lambda text: self.words[entry.source, text].html

    def text(self, entry: DiaryEntry, words: str) -> str:
        """What an entry's front matter says as Markdown, as text."""
        return self.words[entry.source, words].text

    def summary(self, entry: DiaryEntry) -> Passage | None:
        """The sentence or two that an entry's front matter gives for lists; None when it gives none."""
        return self.words[entry.source, entry.post.summary] if entry.post.summary else None


def _happened(entry: DiaryEntry) -> tuple[bool, tuple[int, int, int, int]]:
    start = entry.post.workshop.start if entry.post.workshop else None
    when = start if isinstance(start, When) else entry.post.date
    return when is None, when.sort_key if when else (0, 0, 0, 0)


def site_model(
    settings: BlogSettings,
    diary: Diary,
    *,
    broken: bool = False,
    pipeline: Pipeline | None = None,
    discussion: Discussion = SILENT,
) -> tuple[SiteModel, tuple[Problem, ...]]:
    """The model of the site at `settings.now`, and what is to be mended in every file, shown or not.

    `broken` says that the diary has findings already, so that a reference may lead nowhere. Pictures are rendered by
    the pipeline; without one, by one of its own.
    """
    pipeline = pipeline or Pipeline()
    shown = publication(diary.entries, Moment(settings.now, settings.zone), preview=settings.preview)
    links = DiaryLinks(diary, shown, settings.root)
    said, problems_in_passages = passages(diary, StoryTeller(links))
    problems = [*_nameless_tags(diary), *_unknown_providers(diary, discussion), *problems_in_passages]
    problems.extend(lost_places(links, said))
    renders = pipeline.renders and not broken
    held, found = pictures(shown, diary, said, root=settings.root, pipeline=pipeline, renders=renders)
    problems.extend(found)
    problems.extend(
        entry.problem_at(path, message, stops=False)
        for entry, path, message in forgotten(diary.workshops, now=settings.now, zone=settings.zone)
    )
    if not broken:
        unpublished = references_to_unpublished(diary, shown.listed)
        problems.extend(entry.problem_at(path, message) for entry, path, message in unpublished)
    posts = newest_first(shown.listed)
    listed = {entry.source for entry in shown.listed}
    workshops = tuple(entry for entry in diary.workshops if entry.source in listed)
    return (
        SiteModel(
            settings=settings,
            diary=diary,
            publication=shown,
            posts=posts,
            tags=tags(posts),
            neighbours=neighbours(posts),
            places=series(workshops, now=settings.now, zone=settings.zone),
            stories=said.stories,
            words=said.words,
            rule=settings.small_groups,
            pictures=held,
            discussion=discussion,
        ),
        tuple(problems),
    )


def _unknown_providers(diary: Diary, discussion: Discussion) -> Iterator[Problem]:
    for entry in diary.entries:
        asked = entry.post.comments
        if isinstance(asked, Comments) and asked.provider and asked.provider not in discussion.settings.providers:
            yield entry.problem_at(("comments", "provider"), not_set_up(asked.provider))


def _nameless_tags(diary: Diary) -> Iterator[Problem]:
    for entry in diary.entries:
        for index, tag in enumerate(entry.post.tags):
            if advice := tag_advice(tag):
                message = f'found "{tag[:60]}", which no address can be made of; {advice}'
                yield entry.problem_at(("tags", index), message)
