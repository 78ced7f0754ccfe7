"""An idea's story, step by step, each step with the post that is its evidence."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from plugins.moments import When
from plugins.records import dataclass
from plugins.story.html import Html, escaped
from plugins.words import dates, ideas, notes, prototypes
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.idea_story import IdeaStory
from plugins.workshops.record.design import VERDICTS, Idea
from plugins.workshops.views.ballot import published_amount
from plugins.workshops.views.decisions import decision_anchor
from plugins.workshops.views.evidence import EvidenceView, evidence_view
from plugins.workshops.views.language import EntryContext, LanguageMarkup, TextLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedIdea:
    """An idea on the page of the post that proposed it; `href` leads to its story, and is empty when it has none."""

    anchor: str
    name: Html
    href: str
    about: Html | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaStep:
    """One step of the story; `text` says what happened, the link leads to the evidence.

    `is_note` says that it is written on a sticky note of its `kind`; `decided_href` leads to a vote or a verdict among
    all decisions, and is empty for other steps.
    """

    kind: str
    word: str
    is_note: bool
    text: Html
    when: str
    evidence: Html
    href: str
    decided_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaView:
    """One idea: where it stands in a few words, and its story, which `href` leads to."""

    id: str
    href: str
    name: str
    about: Html | None
    standing: str
    steps: tuple[IdeaStep, ...]
    evidence: EvidenceView
    language: TextLanguage | None = None


def proposed_idea(idea: Idea, *, href: str, said: LanguageMarkup) -> ProposedIdea:
    """An idea as its own post tells it."""
    about = said.inline(idea.about) if idea.about else None
    return ProposedIdea(anchor=idea.id, name=said.plain(idea.name), href=href, about=about)


def idea_view(
    story: IdeaStory, context: EntryContext, href: Callable[[str], str], decided_href: Callable[[str], str]
) -> IdeaView:
    """An idea, from what it grew from to what became of it.

    `href` leads to the story of an idea, `decided_href` to a decision by its anchor among all.
    """
    about = story.idea.about
    return IdeaView(
        id=story.idea.id,
        href=href(story.idea.id),
        name=story.idea.name,
        about=context.said(story.entry).markdown(about) if about else None,
        standing=_standing(story),
        language=context.said(story.entry).language,
        steps=tuple(_steps(story, context, decided_href)),
        evidence=evidence_view(story),
    )


def _steps(story: IdeaStory, context: EntryContext, decided_href: Callable[[str], str]) -> Iterator[IdeaStep]:
    for origin in story.origins:
        noted = context.said(origin.entry).inline(origin.note.text)
        yield _step(origin.entry, context, kind=origin.kind, text=noted, anchor=origin.note.id or "")
    yield _step(story.entry, context, kind="idea", text=escaped(ideas.PROPOSED))
    for each in story.votes:
        vote = each.counted.vote
        figure, amount = published_amount(each.counted, each.option)
        decided = ideas.vote(vote.question, each.outcome, figure=figure, amount=amount)
        decision = context.said(each.entry).within(decided, vote.question)
        step = _step(each.entry, context, kind="vote", text=decision)
        href = context.href_in_record(each.entry, vote.id)
        yield replace(step, href=href, decided_href=decided_href(decision_anchor(each.entry, vote.id)))
    for drawn in story.blueprints:
        anchor = f"blueprint-{drawn.position + 1}"
        yield _step(drawn.entry, context, kind="blueprint", text=escaped(ideas.DRAWN), anchor=anchor)
    for entry, prototype in (report for trial in story.trials for report in trial.reports):
        said = context.said(entry)
        tested = prototypes.tested(prototype.tested, prototype.where)
        parts = [
            escaped(f"{prototypes.STATUSES[prototype.status]}."),
            said.within(f"{tested}.", prototype.where or "") if tested else "",
            said.inline(prototype.learned) if prototype.learned else "",
        ]
        text = Html(" ".join(str(part) for part in parts if part))
        kind, anchor = "verdict" if prototype.status in VERDICTS else "prototype", decision_anchor(entry, prototype.id)
        step = _step(entry, context, kind=kind, text=text, anchor=prototype.id.rpartition("#")[2])
        yield replace(step, decided_href=decided_href(anchor))


def _standing(story: IdeaStory) -> str:
    if story.trials:
        return prototypes.STATUSES[story.trials[-1].latest.status]
    if story.blueprints:
        return ideas.DRAWN_STANDING
    outcomes = {vote.outcome for vote in story.votes}
    if "chosen" in outcomes:
        return ideas.CHOSEN_STANDING
    return ideas.NOT_CHOSEN_STANDING if "not-chosen" in outcomes else ideas.PROPOSED_STANDING


def day_of(entry: DiaryEntry) -> When | None:
    """When it was, as far as it is known; of a workshop without a day, nothing is said."""
    workshop = entry.post.workshop
    when: object = (workshop.start if workshop else None) or entry.post.date
    return when if isinstance(when, When) else None


def _step(entry: DiaryEntry, context: EntryContext, *, kind: str, text: Html, anchor: str = "") -> IdeaStep:
    when = day_of(entry)
    return IdeaStep(
        kind=kind,
        word=ideas.STEPS[kind],
        is_note=kind in notes.KINDS,
        text=text,
        when=dates.spoken(when) if when else "",
        evidence=context.said(entry).plain(entry.post.title),
        href=context.href(entry) + (f"#{anchor}" if anchor else ""),
    )
