"""The home page, lists of posts, tags, and the workshops in their order."""

from collections.abc import Iterator, Sequence

from plugins.blog.listing import ListPart, list_parts
from plugins.blog.pages.calendars import ways_to_subscribe
from plugins.blog.pages.cards import cards, next_scripts, strip, timeline_link
from plugins.blog.pages.frames import frame, home_crumb
from plugins.blog.pages.timeline import series_context
from plugins.blog.site_model import SiteModel
from plugins.blog.structured import blog
from plugins.blog.views.frame import Link
from plugins.blog.views.lists import (
    HomePage,
    ListPage,
    PageLink,
    Pagination,
    TagLink,
    TagsPage,
    WorkshopsPage,
)
from plugins.engine.page import Page
from plugins.timeline.structured import event_series
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.trend import trends
from plugins.workshops.views.trend import trend_view

_ON_HOME = 4


def home(model: SiteModel) -> Page:
    """The project in two sentences, where it is, and what is new."""
    shown = cards(model, model.posts[:_ON_HOME])
    view = HomePage(
        frame=frame(model, title="Home", address="", structured=[blog(model.settings)], scripts=next_scripts(model)),
        introduction=model.settings.introduction,
        strip=strip(model),
        newest=shown[0] if shown else None,
        more=shown[1:],
        all_posts=Link(label="All posts", href=model.href("posts/")),
        timeline=timeline_link(model),
    )
    return Page("index.html", "home.html", view)


def posts(model: SiteModel) -> Iterator[Page]:
    """The list of all posts."""
    return _list(
        model,
        model.posts,
        base="posts/",
        heading="All posts",
        introduction="Everything in this diary, the newest first.",
        crumbs=[home_crumb(model)],
    )


def tag_pages(model: SiteModel) -> Iterator[Page]:
    """The list of tags, and each tag's list of posts."""
    crumbs = [home_crumb(model)]
    links = tuple(
        TagLink(label=tag.label, href=model.href(f"tags/{tag.slug}/"), count=_posts(len(tag.entries)))
        for tag in model.tags
    )
    view = TagsPage(
        frame=frame(model, title="Tags", address="tags/", crumbs=crumbs),
        heading="Tags",
        tags=links,
        empty="No post has a tag yet.",
    )
    yield Page("tags/index.html", "tags.html", view)
    crumbs.append(Link(label="Tags", href=model.href("tags/")))
    for tag in model.tags:
        yield from _list(
            model,
            tag.entries,
            base=f"tags/{tag.slug}/",
            heading=f"Posts about “{tag.label}”",
            introduction=f"{_posts(len(tag.entries))}, the newest first.",
            crumbs=crumbs,
        )


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count} posts"


def workshops(model: SiteModel) -> Page:
    """The workshops, in the order of the series, and how they were rated."""
    held = [place.entry for place in model.places if place.state == "held"]
    view = WorkshopsPage(
        frame=frame(
            model,
            title="Workshops",
            address="workshops/",
            crumbs=[home_crumb(model)],
            structured=[event_series(model.places, series_context(model))],
            scripts=next_scripts(model),
        ),
        heading="Workshops",
        introduction="What we have done together, and what comes next.",
        strip=strip(model),
        cards=cards(model, (place.entry for place in model.places)),
        trends=tuple(trend_view(trend, href=model.entry_href) for trend in trends(held, model.rule)),
        calendar=ways_to_subscribe(model),
        empty="There is no workshop in this diary yet.",
    )
    return Page("workshops/index.html", "workshops.html", view)


def _list(
    model: SiteModel,
    entries: Sequence[DiaryEntry],
    *,
    base: str,
    heading: str,
    introduction: str,
    crumbs: Sequence[Link],
) -> Iterator[Page]:
    parts = list_parts(entries, per_page=model.settings.per_page)
    addresses = [base if part.number is None else f"{base}page/{part.number}/" for part in parts]
    for index, part in enumerate(parts):
        title = heading if part.number is None else f"{heading}, page {part.number}"
        view = ListPage(
            frame=frame(model, title=title, address=addresses[index], crumbs=crumbs),
            heading=heading,
            introduction=introduction if index == 0 else "",
            cards=cards(model, part.entries),
            empty="There is no post here yet.",
            pagination=_pagination(model, parts, addresses, index) if len(parts) > 1 else None,
        )
        yield Page(f"{addresses[index]}index.html", "list.html", view)


def _pagination(
    model: SiteModel, parts: Sequence[ListPart[DiaryEntry]], addresses: Sequence[str], index: int
) -> Pagination:
    # Nothing here says how many pages there are: a new page would change the words on every other one.
    hrefs = [model.href(address) for address in addresses]
    number = parts[index].number
    return Pagination(
        words=f"Page {number}; page 1 holds the oldest posts" if number else "The newest posts",
        newer=hrefs[index - 1] if index else "",
        older=hrefs[index + 1] if index + 1 < len(hrefs) else "",
        pages=tuple(
            PageLink(label=str(part.number or "Newest"), href=href, is_current=place == index)
            for place, (part, href) in enumerate(zip(parts, hrefs, strict=True))
            if place in (0, len(hrefs) - 1) or abs(place - index) <= 1
        ),
    )
