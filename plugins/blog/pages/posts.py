"""Posts, workshops, standing pages, and the page that is not there."""

from collections.abc import Iterator

from plugins.blog.pages.cards import next_scripts, reading_time, tag_links
from plugins.blog.pages.comments import comment_count, comments_of, with_comments
from plugins.blog.pages.design import blueprints, ideas, journeys, personas, prototypes
from plugins.blog.pages.frames import frame, home_crumb, share_image, spoken_time
from plugins.blog.pages.neighbours import neighbour_links
from plugins.blog.pages.timeline import series_context
from plugins.blog.pages.workshops import workshop_page
from plugins.blog.site_model import SiteModel
from plugins.blog.structured import blog_posting
from plugins.blog.views.frame import Frame, Link
from plugins.blog.views.posts import NotFoundPage, PostHeader, PostPage, StandingPage
from plugins.engine.page import Page
from plugins.timeline.structured import series_id
from plugins.words import home, lists, timeline, workshops
from plugins.words import not_found as words
from plugins.workshops.diary import DiaryEntry, EntryKind
from plugins.workshops.views.event import event

DATED: frozenset[EntryKind] = frozenset({"workshop", "post"})
"""What programs are told of as posts of a blog."""


def entry_pages(model: SiteModel) -> Iterator[Page]:
    """One page for each entry of this site."""
    for entry in model.publication.entries:
        path = f"{entry.address}index.html"
        workshop = entry.post.workshop
        if workshop:
            view = workshop_page(model, entry, workshop, _frame(model, entry), header(model, entry))
            yield Page(path, "workshop.html", view)
        elif entry.kind == "post":
            yield Page(path, "post.html", _post(model, entry))
        else:
            yield Page(path, "page.html", _standing(model, entry))


def not_found(model: SiteModel) -> Page:
    """What a host shows for an address that is none; links whole, since it stands at any depth."""
    links = [
        (home.TITLE, ""),
        (lists.TITLE, "posts/"),
        (workshops.TITLE, "workshops/"),
        (timeline.TITLE, "timeline/"),
    ]
    view = NotFoundPage(
        frame=frame(model, title=words.TITLE, address="404.html", indexed=False),
        heading=words.TITLE,
        links=tuple(Link(label=label, href=model.href(address)) for label, address in links),
    )
    return Page("404.html", "not-found.html", view)


def header(model: SiteModel, entry: DiaryEntry) -> PostHeader:
    """The top of a post."""
    return PostHeader(
        title=entry.post.title,
        when=spoken_time(entry.post.date),
        updated=spoken_time(entry.post.updated),
        author=entry.post.author or "",
        reading_time=reading_time(model.stories[entry.source].word_count),
        tags=tag_links(model, entry),
    )


def _frame(model: SiteModel, entry: DiaryEntry) -> Frame:
    story = model.stories[entry.source]
    told = model.summary(entry)
    description = told.plain if told else story.first_paragraph.text
    section = {"workshop": (workshops.TITLE, "workshops/"), "post": (lists.TITLE, "posts/")}.get(entry.kind)
    crumbs = [home_crumb(model)]
    if section:
        crumbs.append(Link(label=section[0], href=model.href(section[1])))
    shared = share_image(model, entry)
    posting = blog_posting(
        entry,
        settings=model.settings,
        summary=description,
        words=story.word_count,
        image=shared.address if shared else "",
    )
    if count := comment_count(model, entry):
        posting["commentCount"] = count
    made = frame(
        model,
        title=entry.post.title,
        address=entry.address,
        description=description,
        crumbs=crumbs,
        entry=entry,
        structured=[*_events(model, entry), *([posting] if entry.post.date and entry.kind in DATED else [])],
        indexed=model.publication.states[entry.source] == "published",
        scripts=_scripts(model, entry),
    )
    return with_comments(model, entry, made)


def _scripts(model: SiteModel, entry: DiaryEntry) -> tuple[str, ...]:
    photos = ("lightbox.js",) if model.pictures.shows_any(entry) else ()
    return (*photos, *(next_scripts(model) if entry.post.workshop else ()))


def _events(model: SiteModel, entry: DiaryEntry) -> Iterator[dict[str, object]]:
    settings = model.settings
    if entry.post.workshop:
        address, state = settings.address + entry.address, model.state(entry)
        told = event(entry.post, entry.post.workshop, address=address, state=state, zone=settings.zone)
        yield {**told, "superEvent": series_id(series_context(model))}


def _post(model: SiteModel, entry: DiaryEntry) -> PostPage:
    earlier, later = neighbour_links(model, entry)
    return PostPage(
        frame=_frame(model, entry),
        header=header(model, entry),
        easy_read=tuple(map(model.inline(entry), entry.post.easy_read)),
        story=model.story(entry),
        gallery=model.pictures.gallery(entry),
        personas=personas(model, entry),
        journeys=journeys(model, entry),
        ideas=ideas(model, entry),
        blueprints=blueprints(model, entry),
        prototypes=prototypes(model, entry),
        comments=comments_of(model, entry),
        earlier=earlier,
        later=later,
    )


def _standing(model: SiteModel, entry: DiaryEntry) -> StandingPage:
    return StandingPage(
        frame=_frame(model, entry),
        title=entry.post.title,
        updated=spoken_time(entry.post.updated),
        story=model.story(entry),
        gallery=model.pictures.gallery(entry),
    )
