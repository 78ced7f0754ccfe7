"""A workshop's page: facts first, then the story, then what the session was made of."""

from plugins.blog.edition import Edition
from plugins.blog.pages.cards import strip, workshop_label
from plugins.blog.views.frame import Frame, Link
from plugins.blog.views.posts import PostHeader, WorkshopPage
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.views.blueprint import BlueprintView, blueprint_view


def workshop_page(edition: Edition, entry: DiaryEntry, frame: Frame, header: PostHeader) -> WorkshopPage:
    """The view of one workshop."""
    inline = edition.inline(entry)
    beside = edition.neighbours.get(entry.source)
    comments = entry.post.comments
    return WorkshopPage(
        frame=frame,
        header=header,
        number=workshop_label(entry),
        strip=strip(edition, here=entry),
        decided=(),
        easy_read=tuple(map(inline, entry.post.easy_read)),
        story=edition.stories[entry.source].html,
        ideas=tuple(Link(label=idea.name, href=edition.href(f"ideas/{idea.id}/")) for idea in entry.post.ideas),
        blueprints=_blueprints(edition, entry),
        comment_prompt=inline(comments.prompt) if comments and comments != "off" and comments.prompt else None,
        earlier=_link(edition, beside.earlier if beside else None),
        later=_link(edition, beside.later if beside else None),
    )


def _link(edition: Edition, entry: DiaryEntry | None) -> Link | None:
    return Link(label=entry.post.title, href=edition.href(entry.address)) if entry else None


def _blueprints(edition: Edition, entry: DiaryEntry) -> tuple[BlueprintView, ...]:
    return tuple(
        blueprint_view(
            blueprint,
            anchor=f"blueprint-{position}",
            title=f"Blueprint of {blueprint.service or _names(edition, blueprint.idea)}",
            inline=edition.inline(entry),
        )
        for position, blueprint in enumerate(entry.post.blueprints, start=1)
    )


def _names(edition: Edition, ideas: tuple[str, ...]) -> str:
    known = {idea.id: idea.name for entry in edition.diary.entries for idea in entry.post.ideas}
    return " and ".join(known[reference.rpartition("#")[2]] for reference in ideas)
