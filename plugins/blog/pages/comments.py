"""Comments in the diary: below a post, counted on cards, as feeds, and the list of threads for the service."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from plugins.blog.sections import asked_of_readers, closing_of
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.syndication import Feed, FeedEntry, atom
from plugins.blog.texts import Texts
from plugins.blog.views.frame import Frame, Link
from plugins.comments.providers.own_service import OwnService
from plugins.comments.sanitising import clean_html, shown_name, summary
from plugins.comments.section import Section, anchor, comments_view
from plugins.comments.views import CommentsView
from plugins.engine.page import File, PlannedFile
from plugins.headers import content_security_policy
from plugins.story import Html
from plugins.words import comments, feeds
from plugins.workshops.diary import DiaryEntry, once_an_entry


def comments_of(
    settings: BlogSettings, texts: Texts, entry: DiaryEntry, section: Section | None
) -> CommentsView | None:
    """The view of an entry's comments; None where there are none to be."""
    if section is None:
        return None
    return comments_view(section, prompt=_prompt(texts, entry), feed=settings.href(_feed_address(entry)))


def _prompt(texts: Texts, entry: DiaryEntry) -> Html | None:
    asked = asked_of_readers(entry).prompt
    return texts.inline(entry)(asked) if asked else None


def with_comments(settings: BlogSettings, entry: DiaryEntry, section: Section | None, frame: Frame) -> Frame:
    """The frame of an entry's page with what its comments need: a script, a feed, a policy that lets them through."""
    if section is None:
        return frame
    widgets = section.widgets
    feed = Link(label=feeds.comments_on(entry.post.title), href=settings.href(_feed_address(entry)))
    return replace(
        frame,
        scripts=(*frame.scripts, *widgets.scripts),
        feeds=(*frame.feeds, *([feed] if section.has_feed else [])),
        content_security_policy=content_security_policy(section.provider.sources) if widgets.any else "",
    )


def comment_count(section: Section | None) -> int:
    """How many comments an entry's page shows."""
    return len(section.thread.comments) if section else 0


def counted(section: Section | None) -> str:
    """`3 comments` for a card; empty for none."""
    return comments.counted(comment_count(section))


def comment_feeds(model: SiteModel) -> Iterator[PlannedFile]:
    """The feeds of comments."""
    for source, section in model.sections.items():
        if section.has_feed:
            entry = model.diary.by_source[source]
            yield PlannedFile(_feed_address(entry), partial(_feed, model.settings, entry, section))


def threads_file(model: SiteModel) -> Iterator[File]:
    """The list of threads, where our own service takes comments: it reads it."""
    if model.discussion.settings.service:
        yield File("comments/threads.json", _threads(model))


def _feed_address(entry: DiaryEntry) -> str:
    return f"{entry.address}comments.xml"


def _feed(settings: BlogSettings, entry: DiaryEntry, section: Section) -> bytes:
    page, first = settings.address + entry.address, settings.address + entry.first_address
    entries = tuple(
        FeedEntry(
            id=f"{first}#{anchor(comment)}",
            title=feeds.comment(shown_name(comment.name), entry.post.title),
            address=f"{page}#{anchor(comment)}",
            published=comment.created,
            updated=comment.edited or comment.created,
            author=shown_name(comment.name),
            summary=summary(comment.html),
            content=clean_html(comment.html).html,
        )
        for comment in reversed(section.thread.comments)
    )
    return atom(
        Feed(
            id=f"{first}#comments",
            title=feeds.comments_on(entry.post.title),
            subtitle=settings.name,
            language=section.place.language,
            home=f"{page}#comments",
            address=settings.address + _feed_address(entry),
            entries=entries,
        )
    )


def _threads(model: SiteModel) -> bytes:
    settings = model.settings
    threads = []
    for entry in model.sections.answered_at(OwnService):
        prompt = _prompt(model.elsewhere.texts, entry) if asked_of_readers(entry).prompt else None
        threads.append(_thread(entry, settings.zone, prompt))
    site = {"name": settings.name, "address": settings.address, "language": settings.language}
    return f'{{"version": 1, "site": {_in_json(site)}, "threads": [{", ".join(threads)}]}}\n'.encode()


@once_an_entry
def _thread(entry: DiaryEntry, zone: ZoneInfo, prompt: Html | None) -> str:
    closing = closing_of(entry)
    closes = closing.end(zone)
    return _in_json(
        {
            "thread": entry.first_address,
            "address": entry.address,
            "title": entry.post.title,
            "open": closing.is_open,
            "closes": closes.isoformat() if closes else None,
            "prompt_html": prompt.html if prompt else None,
        }
    )


def _in_json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)
