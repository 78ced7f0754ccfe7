"""An idea's story, step by step, each step with the post that is its evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plugins.moments import When
from plugins.story.html import Html, escaped
from plugins.words import dates, ideas, prototypes
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.idea_story import IdeaStory, Trial, VoteOnIdea
from plugins.workshops.record.design import Idea
from plugins.workshops.views.language import EntryContext, PostWords, TextLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedIdea:
    """An idea on the page of the post that proposed it; `href` leads to its story, and is empty when it has none."""

    anchor: str
    name: Html
    href: str
    about: Html | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaStep:
    """One step of the story; `text` says what happened, the link leads to the evidence."""

    word: str
    text: Html
    when: str
    evidence: Html
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaView:
    """One idea: where it stands in a few words, and its story, which `href` leads to."""

    id: str
    href: str
    name: str
    about: Html | None
    standing: str
    steps: tuple[IdeaStep, ...]
    language: TextLanguage | None = None


def proposed_idea(idea: Idea, *, href: str, said: PostWords) -> ProposedIdea:
    """An idea as its own post tells it."""
    about = said.inline(idea.about) if idea.about else None
    return ProposedIdea(anchor=idea.id, name=said.plain(idea.name), href=href, about=about)


def idea_view(story: IdeaStory, context: EntryContext, href: Callable[[str], str]) -> IdeaView:
    """An idea, from what it grew from to what became of it."""
    about = story.idea.about
    return IdeaView(
        id=story.idea.id,
        href=href(story.idea.id),
        name=story.idea.name,
        about=context.said(story.entry).markdown(about) if about else None,
        standing=_standing(story),
        language=context.said(story.entry).language,
        steps=(
            *_origins(story, context),
            _step(story.entry, context, kind="idea", text=escaped(ideas.PROPOSED)),
            *_votes(story, context),
            *_blueprints(story, context),
            *(step for trial in story.trials for step in _reports(trial, context)),
        ),
    )


def idea_views(stories: Sequence[IdeaStory], context: EntryContext, href: Callable[[str], str]) -> tuple[IdeaView, ...]:
    """Every idea, in the order of their proposal."""
    return tuple(idea_view(story, context, href) for story in stories)


def _standing(story: IdeaStory) -> str:
    if story.trials:
        return prototypes.STATUSES[story.trials[-1].latest.status]
    if story.blueprints:
        return ideas.DRAWN_STANDING
    outcomes = {vote.outcome for vote in story.votes}
    if "chosen" in outcomes:
        return ideas.CHOSEN_STANDING
    return ideas.NOT_CHOSEN_STANDING if "not-chosen" in outcomes else ideas.PROPOSED_STANDING


def _step(entry: DiaryEntry, context: EntryContext, *, kind: str, text: Html, anchor: str = "") -> IdeaStep:
    workshop = entry.post.workshop
    when: object = (workshop.start if workshop else None) or entry.post.date
    return IdeaStep(
        word=ideas.STEPS[kind],
        text=text,
        when=dates.spoken(when) if isinstance(when, When) else "",
        evidence=context.said(entry).plain(entry.post.title),
        href=context.href(entry) + (f"#{anchor}" if anchor else ""),
    )


def _origins(story: IdeaStory, context: EntryContext) -> Sequence[IdeaStep]:
    return [
        _step(
            origin.entry,
            context,
            kind=origin.kind,
            text=context.said(origin.entry).inline(origin.note.text),
            anchor=origin.note.id or "",
        )
        for origin in story.origins
    ]


def _votes(story: IdeaStory, context: EntryContext) -> Sequence[IdeaStep]:
    return [
        _step(
            vote.entry,
            context,
            kind="vote",
            text=_decision(vote, context.said(vote.entry)),
            anchor=vote.counted.vote.id,
        )
        for vote in story.votes
    ]


def _decision(vote: VoteOnIdea, said: PostWords) -> Html:
    question = vote.counted.vote.question
    return said.within(ideas.vote(question, vote.outcome), question)


def _blueprints(story: IdeaStory, context: EntryContext) -> Sequence[IdeaStep]:
    return [
        _step(
            drawn.entry, context, kind="blueprint", text=escaped(ideas.DRAWN), anchor=f"blueprint-{drawn.position + 1}"
        )
        for drawn in story.blueprints
    ]


def _reports(trial: Trial, context: EntryContext) -> Sequence[IdeaStep]:
    steps = []
    for entry, prototype in trial.reports:
        learned = context.said(entry).inline(prototype.learned) if prototype.learned else ""
        text = f"{prototypes.STATUSES[prototype.status]}. {learned}".strip()
        kind = "prototype" if prototype.status in ("designing", "testing") else "verdict"
        anchor = prototype.id.rpartition("#")[2]
        steps.append(_step(entry, context, kind=kind, text=Html(text), anchor=anchor))
    return steps
