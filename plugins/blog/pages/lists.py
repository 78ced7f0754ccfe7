"""Lists of posts, tags, and the workshops in their order."""

from collections.abc import Iterator, Sequence
from functools import partial

from plugins.blog.listing import ListPart, list_parts
from plugins.blog.pages.calendars import ways_to_subscribe
from plugins.blog.pages.cards import cards, next_scripts, strip, tag_link
from plugins.blog.pages.frames import frame
from plugins.blog.pages.timeline import series_context
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.lists import ListPage, Pagination, TagLink, TagsPage, WorkshopGroup, WorkshopsPage
from plugins.engine.page import PlannedPage
from plugins.timeline.structured import event_series
from plugins.words import lists as words
from plugins.words import tags as tag_words
from plugins.words import workshops as workshop_words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.ratings import trends
from plugins.workshops.facts.series import SeriesWorkshop, is_over
from plugins.workshops.views.trend import trend_view


def posts(model: SiteModel) -> Iterator[PlannedPage]:
    return _list(model, model.listing.posts, base="posts/", heading=words.TITLE, introduction=words.INTRODUCTION)


def tag_pages(model: SiteModel) -> Iterator[PlannedPage]:
    """The list of tags, and each tag's list of posts."""
    yield PlannedPage("tags/index.html", "tags.html", partial(_tags, model))
    crumbs = [Link(label=tag_words.TITLE, href=model.settings.href("tags/"))]
    for tag in model.listing.tags:
        yield from _list(
            model,
            tag.entries,
            base=f"tags/{tag.slug}/",
            heading=tag_words.heading(tag.label),
            introduction=tag_words.introduction(len(tag.entries)),
            crumbs=crumbs,
        )


def _tags(model: SiteModel) -> TagsPage:
    links = tuple(
        TagLink(link=tag_link(model.settings, tag), count=tag_words.count(len(tag.entries)))
        for tag in model.listing.tags
    )
    return TagsPage(frame=frame(model, title=tag_words.TITLE, address="tags/"), tags=links)


def workshops(model: SiteModel) -> WorkshopsPage:
    """The workshops, and how they were rated."""
    return WorkshopsPage(
        frame=frame(
            model,
            title=workshop_words.TITLE,
            address="workshops/",
            structured=[event_series(model.series.workshops, series_context(model.settings))],
            scripts=next_scripts(model.settings, model.series),
        ),
        strip=strip(model.settings, model.series),
        groups=tuple(_groups(model)),
        trends=tuple(trend_view(trend, model.entry_context) for trend in trends(model.series.held)),
        calendar=ways_to_subscribe(model),
    )


def _groups(model: SiteModel) -> Iterator[WorkshopGroup]:
    """What is to come in its order, then all else with the newest first; a group of none is left out."""
    places = model.series.workshops
    ahead = [place for place in places if _is_to_come(place, model.settings)]
    behind = [place for place in reversed(places) if not _is_to_come(place, model.settings)]
    groups = ((workshop_words.AHEAD, "to-come", ahead), (workshop_words.BEHIND, "so-far", behind))
    for heading, anchor, group in groups:
        if group:
            yield WorkshopGroup(heading=heading, anchor=anchor, cards=cards(model, (place.entry for place in group)))


def _is_to_come(place: SeriesWorkshop, settings: BlogSettings) -> bool:
    """One that was put off is; one whose day has passed without a word of how it went is not."""
    return place.state == "postponed" or (
        place.state in ("next", "planned") and not is_over(place.workshop, now=settings.now, zone=settings.zone)
    )


def _list(
    model: SiteModel,
    entries: Sequence[DiaryEntry],
    *,
    base: str,
    heading: str,
    introduction: str,
    crumbs: Sequence[Link] = (),
) -> Iterator[PlannedPage]:
    parts = list_parts(entries, per_page=model.settings.per_page)
    addresses = [base if part.number is None else f"{base}page/{part.number}/" for part in parts]

    def view(index: int) -> ListPage:
        part = parts[index]
        return ListPage(
            frame=frame(model, title=words.title(heading, part.number), address=addresses[index], crumbs=crumbs),
            heading=heading,
            introduction=introduction if index == 0 else "",
            cards=cards(model, part.entries),
            pagination=_pagination(model.settings, parts, addresses, index) if len(parts) > 1 else None,
        )

    for index, address in enumerate(addresses):
        yield PlannedPage(f"{address}index.html", "list.html", partial(view, index))


def _pagination(
    settings: BlogSettings, parts: Sequence[ListPart[DiaryEntry]], addresses: Sequence[str], index: int
) -> Pagination:
    # Nothing here says how many pages there are: a new page would change the words on every other one.
    last = len(parts) - 1
    places = sorted({0, *range(max(index - 1, 0), min(index + 1, last) + 1), last})
    hrefs = {place: settings.href(addresses[place]) for place in places}
    return Pagination(
        words=words.place(parts[index].number),
        newer=hrefs[index - 1] if index else "",
        older=hrefs[index + 1] if index < last else "",
        pages=tuple(
            Link(label=words.label(parts[place].number), href=href, is_current=place == index)
            for place, href in hrefs.items()
        ),
    )
