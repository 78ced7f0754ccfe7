"""An idea's story, step by step, each step with the post that is its evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plugins.moments import When
from plugins.story.html import Html, escaped
from plugins.words import dates, ideas, prototypes
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.idea_story import IdeaStory, Trial
from plugins.workshops.record.design import Idea
from plugins.workshops.views.language import TextLanguage, in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedIdea:
    """An idea on the page of the post that proposed it; `href` leads to its story, and is empty when it has none."""

    anchor: str
    name: str
    href: str
    about: Html | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaStep:
    """One step of the story; `text` says what happened, the link leads to the evidence."""

    word: str
    text: Html
    when: str
    evidence: str
    href: str
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaView:
    """One idea: where it stands in a few words, and its story. Texts that do not apply are empty."""

    id: str
    name: str
    about: Html | None
    standing: str
    steps: tuple[IdeaStep, ...]
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaContext:
    """What the story needs from the diary around it.

    `href` gives the link to a post, `inline` its Markdown, `language` that of its words where it is not
    the interface's.
    """

    href: Callable[[DiaryEntry], str]
    inline: Callable[[DiaryEntry], Callable[[str], Html]]
    language: Callable[[DiaryEntry], TextLanguage | None]


def proposed_idea(idea: Idea, *, href: str, inline: Callable[[str], Html]) -> ProposedIdea:
    """An idea as its own post tells it."""
    return ProposedIdea(anchor=idea.id, name=idea.name, href=href, about=inline(idea.about) if idea.about else None)


def idea_view(story: IdeaStory, context: IdeaContext) -> IdeaView:
    """An idea, from what it grew from to what became of it."""
    about = story.idea.about
    return IdeaView(
        id=story.idea.id,
        name=story.idea.name,
        about=context.inline(story.entry)(about) if about else None,
        standing=_standing(story),
        language=context.language(story.entry),
        steps=(
            *_origins(story, context),
            _step(story.entry, context, kind="idea", text=escaped(ideas.PROPOSED)),
            *_votes(story, context),
            *_blueprints(story, context),
            *(step for trial in story.trials for step in _reports(trial, context)),
        ),
    )


def idea_views(stories: Sequence[IdeaStory], context: IdeaContext) -> tuple[IdeaView, ...]:
    """Every idea, in the order of their proposal."""
    return tuple(idea_view(story, context) for story in stories)


def _standing(story: IdeaStory) -> str:
    if story.trials:
        return prototypes.STATUSES[story.trials[-1].latest.status]
    if story.blueprints:
        return ideas.DRAWN_STANDING
    outcomes = {vote.outcome for vote in story.votes}
    if "chosen" in outcomes:
        return ideas.CHOSEN_STANDING
    return ideas.NOT_CHOSEN_STANDING if "not-chosen" in outcomes else ideas.PROPOSED_STANDING


def _step(entry: DiaryEntry, context: IdeaContext, *, kind: str, text: Html, anchor: str = "") -> IdeaStep:
    workshop = entry.post.workshop
    when: object = (workshop.start if workshop else None) or entry.post.date
    return IdeaStep(
        word=ideas.STEPS[kind],
        text=text,
        when=dates.spoken(when) if isinstance(when, When) else "",
        evidence=entry.post.title,
        language=context.language(entry),
        href=context.href(entry) + (f"#{anchor}" if anchor else ""),
    )


def _origins(story: IdeaStory, context: IdeaContext) -> Sequence[IdeaStep]:
    return [
        _step(
            origin.entry,
            context,
            kind=origin.kind,
            text=in_language(context.inline(origin.entry)(origin.note.text), context.language(origin.entry)),
            anchor=origin.note.id or "",
        )
        for origin in story.origins
    ]


def _votes(story: IdeaStory, context: IdeaContext) -> Sequence[IdeaStep]:
    return [
        _step(
            vote.entry,
            context,
            kind="vote",
            text=escaped(ideas.vote(vote.counted.vote.question, vote.outcome)),
            anchor=vote.counted.vote.id,
        )
        for vote in story.votes
    ]


def _blueprints(story: IdeaStory, context: IdeaContext) -> Sequence[IdeaStep]:
    return [
        _step(
            drawn.entry, context, kind="blueprint", text=escaped(ideas.DRAWN), anchor=f"blueprint-{drawn.position + 1}"
        )
        for drawn in story.blueprints
    ]


def _reports(trial: Trial, context: IdeaContext) -> Sequence[IdeaStep]:
    steps = []
    for entry, prototype in trial.reports:
        learned = (
            in_language(context.inline(entry)(prototype.learned), context.language(entry)) if prototype.learned else ""
        )
        text = f"{prototypes.STATUSES[prototype.status]}. {learned}".strip()
        kind = "prototype" if prototype.status in ("designing", "testing") else "verdict"
        anchor = prototype.id.rpartition("#")[2]
        steps.append(_step(entry, context, kind=kind, text=Html(text), anchor=anchor))
    return steps
