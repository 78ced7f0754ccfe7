"""The feeds: Atom [RFC 4287] and JSON Feed [1.1], and every link in them."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.etree import ElementTree

from plugins.problems import Problem
from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.page import Page, parsed
from plugins.publishing.lastlook.references import page_references
from plugins.publishing.lastlook.site import BuiltSite

_ATOM = "{http://www.w3.org/2005/Atom}"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
_RUNS = ("base", "embed", "form", "iframe", "link", "meta", "object", "script", "style", "template")
"""Elements that run, or change how a page is read. No policy of ours reaches who reads feeds, so none may be there."""


def feed_faults(site: BuiltSite) -> Iterator[Problem]:
    """What a feed reader would stumble over."""
    for path, text in site.texts.items():
        if path.endswith(".xml"):
            yield from (site.finding(path, 0, message, "unfit-page") for message in _xml(site, path, text))
        elif path.endswith(".json"):
            yield from (site.finding(path, 0, message, "unfit-page") for message in _json(site, path, text))


def _xml(site: BuiltSite, path: str, text: str) -> Iterator[str]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield "found a document type in an XML file; none is needed here, and readers refuse it"
        return
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - a document type, and so any entity, was refused above.
    except ElementTree.ParseError as broken:
        yield f"this is no XML: {broken}"
        return
    if root.tag == f"{_ATOM}feed":
        yield from _atom(site, path, root)


def _atom(site: BuiltSite, path: str, feed: ElementTree.Element) -> Iterator[str]:
    yield from _required(feed, "the feed")
    own = [link.get("href") for link in feed.findall(f"{_ATOM}link") if link.get("rel") == "self"]
    if own != [site.address + path]:
        yield f"the feed names itself {own}; write its own address, {site.address}{path}"
    entries = feed.findall(f"{_ATOM}entry")
    has_author = feed.find(f"{_ATOM}author/{_ATOM}name") is not None
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    yield from (f"two entries have the id {each}; a feed reader shows one of them" for each in _twice(ids))
    for entry in entries:
        name = f"the entry “{entry.findtext(f'{_ATOM}title')}”"
        yield from _required(entry, name)
        if not has_author and entry.find(f"{_ATOM}author/{_ATOM}name") is None:
            yield f"{name} has no author, and neither has the feed"
        content = entry.find(f"{_ATOM}content")
        if content is None and not [link for link in entry.findall(f"{_ATOM}link") if link.get("rel") == "alternate"]:
            yield f"{name} has neither content nor a link"
    hrefs = [link.get("href", "") for link in feed.iter(f"{_ATOM}link")]
    html = [content.text or "" for content in feed.iter(f"{_ATOM}content") if content.get("type") == "html"]
    yield from _links(site, hrefs, html)


def _required(node: ElementTree.Element, name: str) -> Iterator[str]:
    for tag in ("id", "title", "updated"):
        if not (node.findtext(f"{_ATOM}{tag}") or "").strip():
            yield f"{name} has no {tag}"
    for tag in ("updated", "published"):
        for time in node.findall(f"{_ATOM}{tag}"):
            if not _is_time(time.text or ""):
                yield f"{name} is {tag} “{time.text}”; write a whole time with its zone"


def _json(site: BuiltSite, path: str, text: str) -> Iterator[str]:
    try:
        document = json.loads(text)
    except ValueError as broken:
        yield f"this is no JSON: {broken}"
        return
    if isinstance(document, dict) and str(document.get("version", "")).startswith("https://jsonfeed.org/"):
        yield from _json_feed(site, path, document)
    else:
        yield from _links(site, _addresses(document, site.address), [])


def _json_feed(site: BuiltSite, path: str, feed: Mapping[str, object]) -> Iterator[str]:
    if feed["version"] != _JSON_FEED:
        yield f"the version is “{feed['version']}”; write {_JSON_FEED}"
    if not feed.get("title"):
        yield "the feed has no title"
    if feed.get("feed_url") != site.address + path:
        yield f"the feed_url is “{feed.get('feed_url')}”; write {site.address}{path}"
    found = feed.get("items")
    items = [item for item in found if isinstance(item, dict)] if isinstance(found, list) else None
    if items is None:
        yield "the feed has no items; write an empty list if there are none"
        return
    yield from (f"two items have the id {each}" for each in _twice([str(item.get("id")) for item in items]))
    html = [str(item.get("content_html", "")) for item in items]
    for item in items:
        yield from _json_item(item)
    yield from _links(site, _addresses(feed, site.address), html)


def _json_item(item: Mapping[str, object]) -> Iterator[str]:
    name = f"the item “{item.get('title', item.get('id'))}”"
    if not isinstance(item.get("id"), str):
        yield f"{name} has no id"
    if not ("content_html" in item or "content_text" in item):
        yield f"{name} has neither content_html nor content_text"
    for field in ("date_published", "date_modified"):
        if field in item and not _is_time(str(item[field])):
            yield f"{name}: {field} is “{item[field]}”; write a whole time with its zone"


def _programs(page: Page) -> Iterator[str]:
    for element in page.elements:
        if element.tag in _RUNS:
            yield f"found <{element.tag}>, which a program that reads feeds may run; take it out"
        for name in element.attributes:
            if name.startswith("on"):
                yield f"found “{name}” in <{element.tag}>, which a program that reads feeds may run; take it out"


def _links(site: BuiltSite, hrefs: list[str], html: list[str]) -> Iterator[str]:
    """Feeds are read elsewhere, so an address that is not whole leads nowhere."""
    loaded = []
    for text in html:
        page = parsed(text)
        yield from _programs(page)
        references = list(page_references(page))
        hrefs = [*hrefs, *(reference.href for reference in references)]
        loaded += [reference.href for reference in references if reference.is_loaded]
    for href in dict.fromkeys(hrefs):
        where = destination(site, "about:blank", href)
        if where.kind == "nowhere":
            yield f"found “{href}”: {where.why}"
        if where.kind == "elsewhere" and href in loaded:
            yield f"found “{href}”: a feed reader would fetch this from another host"


_NAMES = ("@id", "id")


def _addresses(value: object, below: str) -> list[str]:
    """Every whole address of the site in a JSON document, but for names that only look like one, and may be older."""
    if isinstance(value, dict):
        return [each for key, inner in value.items() if key not in _NAMES for each in _addresses(inner, below)]
    if isinstance(value, list):
        return [each for inner in value for each in _addresses(inner, below)]
    return [value] if isinstance(value, str) and below and value.startswith(below) and " " not in value else []


def _twice(ids: list[str | None]) -> list[str]:
    return sorted({str(each) for each in ids if ids.count(each) > 1})


def _is_time(written: str) -> bool:
    try:
        return datetime.fromisoformat(written).tzinfo is not None and "T" in written
    except ValueError:
        return False
