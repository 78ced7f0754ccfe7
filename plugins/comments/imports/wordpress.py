"""WordPress: an export of posts and comments [WXR 1.0 to 1.2]."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.export import (
    Export,
    ExportedComment,
    paragraphs,
    readable_time,
    text_of_html,
    whole_export,
)
from plugins.comments.imports.xml import child_text

_KINDS = ("", "comment")
_APPROVED = {"1": "", "0": "not approved", "spam": "spam", "trash": "deleted", "post-trashed": "deleted"}
_PUBLIC = ("", "publish", "inherit")


def read_wordpress(tree: Element, *, zone: ZoneInfo) -> Export:
    """Every comment of a WordPress export; times that it gives without a zone are those of `zone`."""
    channel = tree.find("channel")
    if tree.tag != "rss" or channel is None or child_text(channel, "wxr_version") == "":
        raise XmlError("it is no export of WordPress: there is no <wp:wxr_version> in it")
    items = channel.findall("item")
    home = child_text(channel, "base_blog_url") or child_text(channel, "link")
    states = {child_text(item, "post_id"): is_public(item) for item in items}
    found: list[ExportedComment] = []
    for number, item in enumerate(items):
        public = is_public(item) and _above_is_public(item, states)
        reason = "" if public else "below a page that was not public"
        found.extend(_comments(item, str(number), zone, reason=reason, site=_site(home, item)))
    return whole_export(
        found,
        pages={str(number): _address(item) for number, item in enumerate(items)},
        began={str(number): moment_of(item, "post_date", zone) for number, item in enumerate(items)},
    )


def _site(home: str, item: Element) -> str:
    """What tells a website from another, however its address is written."""
    address = urlsplit(home)
    hosts = (address.netloc + address.path.rstrip("/"), urlsplit(child_text(item, "link")).netloc)
    return " ".join(host.lower().removeprefix("www.") for host in hosts if host)


def _address(item: Element) -> str:
    """The address of the page; where that says no more than a number, the page's own name."""
    link, name = child_text(item, "link"), child_text(item, "post_name")
    return f"{link.partition('?')[0].rstrip('/')}/{name}/" if name and ("?" in link or not link) else link


def is_public(item: Element) -> bool:
    """Whether everybody could read the page: a private one, or one behind a password, had other readers."""
    return child_text(item, "status") in _PUBLIC and not child_text(item, "post_password")


def _above_is_public(item: Element, states: Mapping[str, bool]) -> bool:
    """Whether a picture's page, which has the state of the post that it belongs to, could be read with that post."""
    above = child_text(item, "post_parent")
    return child_text(item, "status") != "inherit" or above in ("", "0") or states.get(above, False)


def _comments(item: Element, page: str, zone: ZoneInfo, *, reason: str, site: str) -> Iterator[ExportedComment]:
    for node in item.findall("comment"):
        parent = child_text(node, "comment_parent")
        yield ExportedComment(
            id=child_text(node, "comment_id"),
            parent="" if parent == "0" else parent,
            page=page,
            name=text_of_html(child_text(node, "comment_author")),
            created=moment_of(node, "comment_date", zone),
            html=paragraphs(child_text(node, "comment_content")),
            left_out=reason or _reason(node),
            site=site,
        )


def _reason(node: Element) -> str:
    kind, state = child_text(node, "comment_type"), child_text(node, "comment_approved")
    if kind not in _KINDS:
        return kind
    reason = _APPROVED.get(state, "not approved")
    return reason or ("" if child_text(node, "comment_content") else "empty")


def moment_of(node: Element, name: str, zone: ZoneInfo) -> datetime | None:
    """The time in UTC if it can be read, else the local one."""
    for written, where in ((child_text(node, f"{name}_gmt"), UTC), (child_text(node, name), zone)):
        try:
            moment = datetime.strptime(written, "%Y-%m-%d %H:%M:%S").replace(tzinfo=where).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
        if readable_time(moment):
            return moment
    return None
