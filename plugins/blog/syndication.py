"""Feeds [RFC 4287 (Atom), JSON Feed 1.1] and the site map [sitemaps.org], as bytes."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree

from plugins.contract.addresses import as_uri
from plugins.records import dataclass

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One post in a feed: whole addresses, times with their zone, `content` as HTML without relative links.

    `id` is what feed readers know it by. `language` is that of its summary and content, `title_language` of its title;
    empty for that of the feed.
    """

    id: str
    title: str
    address: str
    published: datetime
    updated: datetime
    author: str
    summary: str
    content: str
    tags: tuple[str, ...] = ()
    language: str = ""
    title_language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed of the newest posts. Its own time is that of its newest change; one without posts has the epoch."""

    id: str
    title: str
    subtitle: str
    language: str
    home: str
    address: str
    entries: tuple[FeedEntry, ...]

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=datetime.fromtimestamp(0, UTC))


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document; entries keep their order."""
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _texts(root, id=feed.id, title=feed.title, subtitle=feed.subtitle, updated=_time(feed.updated))
    _sub(root, "link", href=feed.address, rel="self", type="application/atom+xml")
    _sub(root, "link", href=feed.home, rel="alternate", type="text/html")
    _texts(_sub(root, "author"), name=feed.title)
    for entry in feed.entries:
        _entry(_sub(root, "entry"), entry)
    return _document(root)


def _entry(node: ElementTree.Element, entry: FeedEntry) -> None:
    _texts(node, id=entry.id)
    _sub(node, "title", **_in(entry.title_language)).text = entry.title
    _texts(node, published=_time(entry.published), updated=_time(entry.updated))
    _sub(node, "summary", **_in(entry.language)).text = entry.summary
    _sub(node, "link", href=entry.address, rel="alternate", type="text/html")
    _texts(_sub(node, "author"), name=entry.author)
    for tag in entry.tags:
        _sub(node, "category", term=tag)
    _sub(node, "content", type="html", **_in(entry.language)).text = entry.content


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One page of the site map; `changed` only where a day is known."""

    address: str
    changed: str | None = None


def sitemap(pages: Sequence[SitemapEntry]) -> bytes:
    """The site map of `pages`, in their order."""
    root = ElementTree.Element("urlset", {"xmlns": SITEMAP})
    for page in pages:
        node = _sub(root, "url")
        _sub(node, "loc").text = as_uri(page.address)
        if page.changed:
            _sub(node, "lastmod").text = page.changed
    return _document(root)


def _sub(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, name, attributes)


def _in(language: str) -> dict[str, str]:
    return {"xml:lang": language} if language else {}


def _texts(parent: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        _sub(parent, name).text = text


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _document(root: ElementTree.Element) -> bytes:
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON Feed document; entries keep their order."""
    document = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [{"name": feed.title}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _item(entry: FeedEntry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(timespec="seconds"),
        "date_modified": entry.updated.isoformat(timespec="seconds"),
        "authors": [{"name": entry.author}],
    }
    if entry.tags:
        item["tags"] = list(entry.tags)
    if entry.language:
        item["language"] = entry.language
    return item
