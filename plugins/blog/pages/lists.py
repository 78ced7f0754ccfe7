"""The home page, lists of posts, tags, and the workshops in their order."""

from collections.abc import Iterator, Sequence

from plugins.blog.edition import Edition
from plugins.blog.listing import ListPart, list_parts
from plugins.blog.pages.calendars import ways_to_subscribe
from plugins.blog.pages.cards import cards, next_scripts, strip, timeline_link
from plugins.blog.pages.frames import frame, home_crumb
from plugins.blog.pages.timeline import series_telling
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


def home(edition: Edition) -> Page:
    """The project in two sentences, where it is, and what is new."""
    shown = cards(edition, edition.posts[:_ON_HOME])
    view = HomePage(
        frame=frame(
            edition, title="Home", address="", structured=[blog(edition.settings)], scripts=next_scripts(edition)
        ),
        introduction=edition.settings.introduction,
        strip=strip(edition),
        newest=shown[0] if shown else None,
        more=shown[1:],
        all_posts=Link(label="All posts", href=edition.href("posts/")),
        timeline=timeline_link(edition),
    )
    return Page("index.html", "home.html", view)


def posts(edition: Edition) -> Iterator[Page]:
    """The list of all posts."""
    return _list(
        edition,
        edition.posts,
        base="posts/",
        heading="All posts",
        introduction="Everything in this diary, the newest first.",
        crumbs=[home_crumb(edition)],
    )


def tag_pages(edition: Edition) -> Iterator[Page]:
    """The list of tags, and each tag's list of posts."""
    crumbs = [home_crumb(edition)]
    links = tuple(
        TagLink(label=tag.label, href=edition.href(f"tags/{tag.slug}/"), count=_posts(len(tag.entries)))
        for tag in edition.tags
    )
    view = TagsPage(
        frame=frame(edition, title="Tags", address="tags/", crumbs=crumbs),
        heading="Tags",
        tags=links,
        empty="No post has a tag yet.",
    )
    yield Page("tags/index.html", "tags.html", view)
    crumbs.append(Link(label="Tags", href=edition.href("tags/")))
    for tag in edition.tags:
        yield from _list(
            edition,
            tag.entries,
            base=f"tags/{tag.slug}/",
            heading=f"Posts about “{tag.label}”",
            introduction=f"{_posts(len(tag.entries))}, the newest first.",
            crumbs=crumbs,
        )


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count} posts"


def workshops(edition: Edition) -> Page:
    """The workshops, in the order of the series, and how they were rated."""
    held = [place.entry for place in edition.places if place.state == "held"]
    view = WorkshopsPage(
        frame=frame(
            edition,
            title="Workshops",
            address="workshops/",
            crumbs=[home_crumb(edition)],
            structured=[event_series(edition.places, series_telling(edition))],
            scripts=next_scripts(edition),
        ),
        heading="Workshops",
        introduction="What we have done together, and what comes next.",
        strip=strip(edition),
        cards=cards(edition, (place.entry for place in edition.places)),
        trends=tuple(trend_view(trend, href=edition.entry_href) for trend in trends(held, edition.rule)),
        calendar=ways_to_subscribe(edition),
        empty="There is no workshop in this diary yet.",
    )
    return Page("workshops/index.html", "workshops.html", view)


def _list(
    edition: Edition,
    entries: Sequence[DiaryEntry],
    *,
    base: str,
    heading: str,
    introduction: str,
    crumbs: Sequence[Link],
) -> Iterator[Page]:
    parts = list_parts(entries, per_page=edition.settings.per_page)
    addresses = [base if part.number is None else f"{base}page/{part.number}/" for part in parts]
    for index, part in enumerate(parts):
        title = heading if part.number is None else f"{heading}, page {part.number}"
        view = ListPage(
            frame=frame(edition, title=title, address=addresses[index], crumbs=crumbs),
            heading=heading,
            introduction=introduction if index == 0 else "",
            cards=cards(edition, part.entries),
            empty="There is no post here yet.",
            pagination=_pagination(edition, parts, addresses, index) if len(parts) > 1 else None,
        )
        yield Page(f"{addresses[index]}index.html", "list.html", view)


def _pagination(
    edition: Edition, parts: Sequence[ListPart[DiaryEntry]], addresses: Sequence[str], index: int
) -> Pagination:
    # Nothing here says how many pages there are: a new page would change the words on every other one.
    hrefs = [edition.href(address) for address in addresses]
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
