"""Posts, workshops, standing pages, and the page that is not there."""

from collections.abc import Iterator

from plugins.blog.edition import Edition
from plugins.blog.pages.beside import neighbour_links
from plugins.blog.pages.cards import next_scripts, reading_time, tag_links
from plugins.blog.pages.comments import comment_count, comments_of, with_comments
from plugins.blog.pages.design import blueprints, ideas, journeys, personas, prototypes
from plugins.blog.pages.frames import frame, home_crumb, share_image, spoken_time
from plugins.blog.pages.timeline import series_telling
from plugins.blog.pages.workshops import workshop_page
from plugins.blog.structured import blog_posting
from plugins.blog.views.frame import Frame, Link
from plugins.blog.views.posts import NotFoundPage, PostHeader, PostPage, StandingPage
from plugins.engine.page import Page
from plugins.timeline.structured import series_id
from plugins.workshops.diary import DiaryEntry, EntryKind
from plugins.workshops.views.event import event

DATED: frozenset[EntryKind] = frozenset({"workshop", "post"})
"""What programs are told of as posts of a blog."""


def entry_pages(edition: Edition) -> Iterator[Page]:
    """One page for each entry of this edition."""
    for entry in edition.publication.entries:
        path = f"{entry.address}index.html"
        workshop = entry.post.workshop
        if workshop:
            view = workshop_page(edition, entry, workshop, _frame(edition, entry), header(edition, entry))
            yield Page(path, "workshop.html", view)
        elif entry.kind == "post":
            yield Page(path, "post.html", _post(edition, entry))
        else:
            yield Page(path, "page.html", _standing(edition, entry))


def not_found(edition: Edition) -> Page:
    """What a host shows for an address that is none; links whole, since it stands at any depth."""
    links = [("Home", ""), ("All posts", "posts/"), ("Workshops", "workshops/"), ("Timeline", "timeline/")]
    view = NotFoundPage(
        frame=frame(edition, title="This page is not here", address="404.html", indexed=False),
        heading="This page is not here",
        links=tuple(Link(label=label, href=edition.href(address)) for label, address in links),
    )
    return Page("404.html", "not-found.html", view)


def header(edition: Edition, entry: DiaryEntry) -> PostHeader:
    """The top of a post."""
    return PostHeader(
        title=entry.post.title,
        when=spoken_time(entry.post.date),
        updated=spoken_time(entry.post.updated),
        author=entry.post.author or "",
        reading_time=reading_time(edition.stories[entry.source].word_count),
        tags=tag_links(edition, entry),
    )


def _frame(edition: Edition, entry: DiaryEntry) -> Frame:
    story = edition.stories[entry.source]
    told = edition.summary(entry)
    description = told.plain if told else story.first_paragraph.plain
    section = {"workshop": ("Workshops", "workshops/"), "post": ("All posts", "posts/")}.get(entry.kind)
    crumbs = [home_crumb(edition)]
    if section:
        crumbs.append(Link(label=section[0], href=edition.href(section[1])))
    shared = share_image(edition, entry)
    posting = blog_posting(
        entry,
        settings=edition.settings,
        summary=description,
        words=story.word_count,
        image=shared.address if shared else "",
    )
    if count := comment_count(edition, entry):
        posting["commentCount"] = count
    made = frame(
        edition,
        title=entry.post.title,
        address=entry.address,
        description=description,
        crumbs=crumbs,
        entry=entry,
        structured=[*_events(edition, entry), *([posting] if entry.post.date and entry.kind in DATED else [])],
        indexed=edition.publication.states[entry.source] == "published",
        scripts=_scripts(edition, entry),
    )
    return with_comments(edition, entry, made)


def _scripts(edition: Edition, entry: DiaryEntry) -> tuple[str, ...]:
    photos = ("lightbox.js",) if edition.pictures.shows_any(entry) else ()
    return (*photos, *(next_scripts(edition) if entry.post.workshop else ()))


def _events(edition: Edition, entry: DiaryEntry) -> Iterator[dict[str, object]]:
    settings = edition.settings
    if entry.post.workshop:
        address, state = settings.address + entry.address, edition.state(entry)
        told = event(entry.post, entry.post.workshop, address=address, state=state, zone=settings.zone)
        yield {**told, "superEvent": series_id(series_telling(edition))}


def _post(edition: Edition, entry: DiaryEntry) -> PostPage:
    earlier, later = neighbour_links(edition, entry)
    return PostPage(
        frame=_frame(edition, entry),
        header=header(edition, entry),
        easy_read=tuple(map(edition.inline(entry), entry.post.easy_read)),
        story=edition.story(entry),
        gallery=edition.pictures.gallery(entry),
        personas=personas(edition, entry),
        journeys=journeys(edition, entry),
        ideas=ideas(edition, entry),
        blueprints=blueprints(edition, entry),
        prototypes=prototypes(edition, entry),
        comments=comments_of(edition, entry),
        earlier=earlier,
        later=later,
    )


def _standing(edition: Edition, entry: DiaryEntry) -> StandingPage:
    return StandingPage(
        frame=_frame(edition, entry),
        title=entry.post.title,
        updated=spoken_time(entry.post.updated),
        story=edition.story(entry),
        gallery=edition.pictures.gallery(entry),
    )
