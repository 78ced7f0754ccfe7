"""Pages that gather something from all posts of a site."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from plugins.blog.listing import term_anchor
from plugins.blog.pages.cards import waiting_scripts
from plugins.blog.pages.decisions_page import decisions_page, links_to_data
from plugins.blog.pages.easy_read import booklet_link, easy_read_lines
from plugins.blog.pages.frames import frame
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.gathered import (
    AskGroup,
    AsksPage,
    EasyReadPage,
    EasyReadPost,
    IdeaPage,
    IdeasPage,
    JargonPage,
    JargonTerm,
)
from plugins.engine.page import PlannedPage
from plugins.files.names import slug
from plugins.words import asks as ask_words
from plugins.words import decisions as decision_words
from plugins.words import easy_read, jargon
from plugins.words import ideas as idea_words
from plugins.workshops.facts.asks import Ask
from plugins.workshops.facts.idea_story import idea_stories
from plugins.workshops.views.asks import ask_view, by_standing
from plugins.workshops.views.decisions import decision_anchor
from plugins.workshops.views.idea import IdeaView, idea_view


def gathered_pages(model: SiteModel) -> Iterator[PlannedPage]:
    """Ideas, decisions, asks, jargon and easy read; each has its page even while it is empty."""
    stories = idea_stories(model.series.entries)
    decided_href = _decided(model)

    @cache
    def ideas() -> tuple[IdeaView, ...]:
        return tuple(idea_view(story, model.entry_context, model.ideas.href, decided_href) for story in stories)

    yield PlannedPage("ideas/index.html", "ideas.html", lambda: _ideas_page(model, ideas()))
    for index, story in enumerate(stories):
        view = partial(lambda place: _idea_page(model, ideas()[place]), index)
        yield PlannedPage(f"ideas/{story.idea.id}/index.html", "idea.html", view)
    yield PlannedPage("decisions/index.html", "decisions.html", lambda: decisions_page(model, ideas()))
    yield PlannedPage("you-said-we-did/index.html", "asks.html", partial(_asks_page, model))
    yield PlannedPage("jargon/index.html", "jargon.html", partial(_jargon_page, model))
    if model.settings.has_easy_read:
        yield PlannedPage("easy-read/index.html", "easy-reads.html", partial(_easy_read_page, model))


def _decided(model: SiteModel) -> Callable[[str], str]:
    """The link to a decision among all; empty for what is none, such as a prototype that is still tested."""
    known = {
        decision_anchor(meeting.entry, each)
        for meeting in model.decisions
        for each in (*(vote.vote.id for vote in meeting.votes), *(verdict.id for verdict in meeting.verdicts))
    }
    return lambda anchor: model.settings.href(f"decisions/#{anchor}") if anchor in known else ""


def _ideas_page(model: SiteModel, ideas: tuple[IdeaView, ...]) -> IdeasPage:
    decisions = Link(label=decision_words.ALL, href=model.settings.href("decisions/"))
    return IdeasPage(
        frame=frame(model, title=idea_words.TITLE, address="ideas/"), ideas=ideas[::-1], decisions=decisions
    )


def _idea_page(model: SiteModel, idea: IdeaView) -> IdeaPage:
    crumbs = [Link(label=idea_words.TITLE, href=model.settings.href("ideas/"))]
    head = frame(
        model,
        title=idea.name,
        address=f"ideas/{idea.id}/",
        description=idea_words.description(idea.name),
        crumbs=crumbs,
    )
    return IdeaPage(frame=head, idea=idea)


def _asks_page(model: SiteModel) -> AsksPage:
    decided = {meeting.entry.source for meeting in model.decisions}
    views = [
        ask_view(
            ask, model.entry_context, decided_href=_decided_then(model, ask) if ask.entry.source in decided else ""
        )
        for ask in model.series.asks
    ]
    return AsksPage(
        frame=frame(
            model,
            title=ask_words.TITLE,
            address="you-said-we-did/",
            description=ask_words.DESCRIPTION,
            scripts=waiting_scripts(views),
        ),
        groups=tuple(
            AskGroup(heading=heading, anchor=slug(heading), asks=group) for heading, group in by_standing(views)
        ),
        data=links_to_data(model.settings, "asks.csv"),
    )


def _decided_then(model: SiteModel, ask: Ask) -> str:
    return model.settings.href(f"decisions/#{ask.entry.slug}")


def _jargon_page(model: SiteModel) -> JargonPage:
    came_up: dict[str, list[Link]] = {}
    for entry in model.series.entries:
        language = model.settings.language_of(entry)
        post = Link(label=entry.post.title, href=model.settings.entry_href(entry), language=language)
        for written in entry.post.glossary:
            came_up.setdefault(term_anchor(written.term), []).append(post)
    terms = tuple(
        JargonTerm(
            term=term.term,
            anchor=term.anchor,
            means=term.means,
            posts=tuple(came_up[term.anchor]),
            language=model.settings.language_of(home),
        )
        for term, home in model.texts.terms
    )
    return JargonPage(frame=frame(model, title=jargon.TITLE, address="jargon/"), terms=terms)


def _easy_read_page(model: SiteModel) -> EasyReadPage:
    return EasyReadPage(
        frame=frame(model, title=easy_read.TITLE, address="easy-read/"),
        credit=easy_read.CREDIT if model.symbols else "",
        posts=tuple(
            EasyReadPost(
                title=entry.post.title,
                anchor=f"post-{entry.slug}",
                href=model.settings.entry_href(entry),
                lines=easy_read_lines(model, entry),
                booklet=booklet_link(model, entry),
                language=model.settings.language_of(entry),
            )
            for entry in reversed(model.series.entries)
            if entry.post.easy_read
        ),
    )
