"""Posts, workshops, standing pages, and the page that is not there."""

from collections.abc import Iterator
from functools import partial

from plugins.blog.pages.cards import next_scripts, reading_time, tag_links
from plugins.blog.pages.comments import comment_count, comments_of, with_comments
from plugins.blog.pages.design import design
from plugins.blog.pages.easy_read import booklet_link, easy_read_lines
from plugins.blog.pages.frames import frame, share_image, spoken_time
from plugins.blog.pages.hand_outs import hand_out_links
from plugins.blog.pages.timeline import series_context
from plugins.blog.pages.workshops import workshop_page
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.structured import blog_posting
from plugins.blog.views.frame import Frame, Link
from plugins.blog.views.posts import NotFoundPage, PostHeader, PostPage, StandingPage, WorkshopPage
from plugins.engine.page import PlannedPage
from plugins.timeline.structured import series_id
from plugins.words import home, lists, timeline, workshops
from plugins.words import not_found as words
from plugins.workshops.diary import DiaryEntry, EntryKind
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.asks import answered_views
from plugins.workshops.views.event import event, review

DATED: frozenset[EntryKind] = frozenset({"workshop", "post"})
"""What programs are told of as posts of a blog."""


def entry_pages(model: SiteModel) -> Iterator[PlannedPage]:
    for entry in model.publication.entries:
        path = f"{entry.address}index.html"
        if entry.post.workshop:
            yield PlannedPage(path, "workshop.html", partial(_workshop, model, entry, entry.post.workshop))
        elif entry.kind == "post":
            yield PlannedPage(path, "post.html", partial(_post, model, entry))
        else:
            yield PlannedPage(path, "page.html", partial(_standing, model, entry))


def not_found(model: SiteModel) -> NotFoundPage:
    """What a host shows for an address that is none; links whole, since it stands at any depth."""
    links = [
        (home.TITLE, ""),
        (lists.TITLE, "posts/"),
        (workshops.TITLE, "workshops/"),
        (timeline.TITLE, "timeline/"),
    ]
    return NotFoundPage(
        frame=frame(model, title=words.TITLE, address="404.html", crumbs=None, indexed=False),
        links=tuple(Link(label=label, href=model.settings.href(address)) for label, address in links),
    )


def _frame(model: SiteModel, entry: DiaryEntry) -> Frame:
    description = model.texts.plain_excerpt(entry)
    section = {"workshop": (workshops.TITLE, "workshops/"), "post": (lists.TITLE, "posts/")}.get(entry.kind)
    crumbs = [Link(label=section[0], href=model.settings.href(section[1]))] if section else []
    shared = share_image(model, entry)
    posting = blog_posting(
        entry,
        settings=model.settings,
        summary=description,
        words=model.texts.word_count(entry),
        image=shared.address if shared else "",
    )
    comments = model.sections.get(entry.source)
    if count := comment_count(comments):
        posting["commentCount"] = count
    made = frame(
        model,
        title=entry.post.title,
        address=entry.address,
        description=description,
        crumbs=crumbs,
        entry=entry,
        structured=[
            *_events(model, entry),
            *([posting] if entry.post.date and entry.kind in DATED else []),
        ],
        indexed=model.publication.states[entry.source] == "published",
        scripts=_scripts(model, entry),
    )
    return with_comments(model.settings, entry, comments, made)


def _scripts(model: SiteModel, entry: DiaryEntry) -> tuple[str, ...]:
    photos = ("lightbox.js",) if model.pictures.shows_any(entry) else ()
    return (*photos, *(next_scripts(model.settings, model.series) if entry.post.workshop else ()))


def _events(model: SiteModel, entry: DiaryEntry) -> Iterator[dict[str, object]]:
    if entry.post.workshop:
        address, state = model.settings.address + entry.address, model.series.state(entry)
        block = event(entry.post, entry.post.workshop, address=address, state=state, zone=model.settings.zone)
        feedback = entry.post.feedback
        if feedback and (said := review(feedback, lambda written: model.texts.text(entry, written))):
            block["review"] = said
        yield {**block, "superEvent": series_id(series_context(model.settings))}


def _workshop(model: SiteModel, entry: DiaryEntry, workshop: Workshop) -> WorkshopPage:
    return workshop_page(model, entry, workshop, _post(model, entry))


def _post(model: SiteModel, entry: DiaryEntry) -> PostPage:
    beside = model.listing.neighbours.get(entry.source)
    return PostPage(
        frame=_frame(model, entry),
        header=PostHeader(
            title=entry.post.title,
            when=spoken_time(entry.post.date),
            updated=spoken_time(entry.post.updated),
            author=entry.post.author or "",
            reading_time=reading_time(model.texts.word_count(entry)),
            tags=tag_links(model.settings, model.listing, entry),
        ),
        easy_read=easy_read_lines(model, entry),
        hand_outs=(*filter(None, (booklet_link(model, entry),)), *hand_out_links(model, entry)),
        story=model.pictures.story(entry),
        gallery=model.pictures.gallery(entry),
        design=design(model, entry),
        answers=answered_views(model.series.answered_in(entry), model.entry_context),
        comments=comments_of(model.settings, model.texts, entry, model.sections.get(entry.source)),
        earlier=_neighbour(model.settings, beside.earlier if beside else None),
        later=_neighbour(model.settings, beside.later if beside else None),
    )


def _neighbour(settings: BlogSettings, entry: DiaryEntry | None) -> Link | None:
    """The link to the post before or after; None at the ends, and for a post that is in no list."""
    if entry is None:
        return None
    return Link(label=entry.post.title, href=settings.entry_href(entry), language=settings.language_of(entry))


def _standing(model: SiteModel, entry: DiaryEntry) -> StandingPage:
    return StandingPage(
        frame=_frame(model, entry),
        title=entry.post.title,
        updated=spoken_time(entry.post.updated),
        story=model.pictures.story(entry),
        gallery=model.pictures.gallery(entry),
    )
