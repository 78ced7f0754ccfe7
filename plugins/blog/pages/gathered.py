"""Pages that gather something from all posts of an edition."""

from collections.abc import Iterator

from plugins.blog.edition import Edition
from plugins.blog.listing import tag_slug, term_anchor
from plugins.blog.pages.frames import frame, home_crumb
from plugins.blog.views.frame import Link
from plugins.blog.views.gathered import (
    AskGroup,
    AsksPage,
    EasyReadPage,
    EasyReadPost,
    IdeaLink,
    IdeaPage,
    IdeasPage,
    JargonPage,
    JargonTerm,
)
from plugins.engine.page import Page
from plugins.workshops.facts.idea_story import idea_stories
from plugins.workshops.views.asks import ask_view, by_standing
from plugins.workshops.views.idea import IdeaTelling, IdeaView, idea_views


def gathered_pages(edition: Edition) -> Iterator[Page]:
    """Ideas, asks, jargon and easy read; each has its page even while it is empty."""
    ideas = _ideas(edition)
    yield _ideas_page(edition, ideas)
    yield from (_idea_page(edition, idea) for idea in ideas)
    yield _asks_page(edition)
    yield _jargon_page(edition)
    yield _easy_read_page(edition)


def _ideas(edition: Edition) -> tuple[IdeaView, ...]:
    telling = IdeaTelling(href=edition.entry_href, inline=edition.inline)
    return idea_views(idea_stories(edition.in_series), telling)


def _ideas_page(edition: Edition, ideas: tuple[IdeaView, ...]) -> Page:
    view = IdeasPage(
        frame=frame(edition, title="Ideas", address="ideas/", crumbs=[home_crumb(edition)]),
        heading="Ideas",
        introduction="Services that somebody in the group proposed, and what became of each.",
        ideas=tuple(
            IdeaLink(name=idea.name, href=edition.href(f"ideas/{idea.id}/"), about=idea.about, standing=idea.standing)
            for idea in ideas
        ),
        empty="Nobody has proposed a service yet. The first will stand here.",
    )
    return Page("ideas/index.html", "ideas.html", view)


def _idea_page(edition: Edition, idea: IdeaView) -> Page:
    crumbs = [home_crumb(edition), Link(label="Ideas", href=edition.href("ideas/"))]
    head = frame(
        edition,
        title=idea.name,
        address=f"ideas/{idea.id}/",
        description=f"The story of the idea “{idea.name}”: where it came from and what became of it.",
        crumbs=crumbs,
    )
    return Page(f"ideas/{idea.id}/index.html", "idea.html", IdeaPage(frame=head, idea=idea))


def _asks_page(edition: Edition) -> Page:
    views = [ask_view(ask, href=edition.entry_href, inline=edition.inline) for ask in edition.asks]
    view = AsksPage(
        frame=frame(
            edition,
            title="You said, we did",
            address="you-said-we-did/",
            description="What people asked for in our workshops, and what was done about it.",
            crumbs=[home_crumb(edition)],
        ),
        heading="You said, we did",
        introduction="What people asked for in our workshops, and what was done about it. Nothing is dropped.",
        groups=tuple(
            AskGroup(heading=heading, anchor=tag_slug(heading), asks=group) for heading, group in by_standing(views)
        ),
        empty="Nobody has asked for anything yet.",
    )
    return Page("you-said-we-did/index.html", "asks.html", view)


def _jargon_page(edition: Edition) -> Page:
    came_up: dict[str, list[Link]] = {}
    for entry in edition.in_series:
        post = Link(label=entry.post.title, href=edition.href(entry.address))
        for written in entry.post.glossary:
            came_up.setdefault(term_anchor(written.term), []).append(post)
    terms = tuple(
        JargonTerm(term=term.term, anchor=term.anchor, means=term.means, posts=tuple(came_up[term.anchor]))
        for term in edition.terms
    )
    view = JargonPage(
        frame=frame(edition, title="Jargon explained", address="jargon/", crumbs=[home_crumb(edition)]),
        heading="Jargon explained",
        introduction="Words from our workshops that need explaining, and what we mean by them.",
        terms=terms,
        empty="No word has needed explaining yet.",
    )
    return Page("jargon/index.html", "jargon.html", view)


def _easy_read_page(edition: Edition) -> Page:
    view = EasyReadPage(
        frame=frame(edition, title="Easy read", address="easy-read/", crumbs=[home_crumb(edition)]),
        heading="Easy read",
        introduction="Our posts in short sentences, one idea each.",
        posts=tuple(
            EasyReadPost(
                title=entry.post.title,
                anchor=f"post-{entry.slug}",
                href=edition.href(entry.address),
                sentences=tuple(map(edition.inline(entry), entry.post.easy_read)),
            )
            for entry in edition.in_series
            if entry.post.easy_read
        ),
        empty="No post has short sentences yet.",
    )
    return Page("easy-read/index.html", "easy-reads.html", view)
