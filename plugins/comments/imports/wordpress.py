"""WordPress: an export of posts and comments [WXR 1.0 to 1.2]."""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from plugins.comments.imports.export import Export, Found, paragraphs
from plugins.comments.imports.xml import XmlError, words_of

_KINDS = ("", "comment")
_APPROVED = {"1": "", "0": "not approved", "spam": "spam", "trash": "deleted", "post-trashed": "deleted"}
_PUBLIC = ("", "publish", "inherit")
_NO_TIME = "0000-00-00 00:00:00"


def read_wordpress(tree: Element, *, zone: ZoneInfo) -> Export:
    """Every comment of a WordPress export; times that it gives without a zone are those of `zone`."""
    channel = tree.find("channel")
    if tree.tag != "rss" or channel is None or words_of(channel, "wxr_version") == "":
        raise XmlError("it is no export of WordPress: there is no <wp:wxr_version> in it")
    pages: dict[str, str] = {}
    found: list[Found] = []
    for number, item in enumerate(channel.findall("item")):
        page = str(number)
        comments = list(_comments(item, page, zone, "" if _is_public(item) else "below a page that was not public"))
        if comments:
            pages[page] = _address(item)
            found.extend(comments)
    return Export(comments=tuple(found), pages=pages)


def _address(item: Element) -> str:
    """The address of the page; where that says no more than a number, the page's own name."""
    link, name = words_of(item, "link"), words_of(item, "post_name")
    return f"{link.partition('?')[0].rstrip('/')}/{name}/" if name and ("?" in link or not link) else link


def _is_public(item: Element) -> bool:
    """Whether everybody could read the page: a private one, or one behind a password, had other readers."""
    return words_of(item, "status") in _PUBLIC and not words_of(item, "post_password")


def _comments(item: Element, page: str, zone: ZoneInfo, reason: str) -> Iterator[Found]:
    for node in item.findall("comment"):
        parent = words_of(node, "comment_parent")
        yield Found(
            id=words_of(node, "comment_id"),
            parent="" if parent == "0" else parent,
            page=page,
            name=words_of(node, "comment_author"),
            created=_moment(node, zone),
            html=paragraphs(words_of(node, "comment_content")),
            left_out=reason or _reason(node),
        )


def _reason(node: Element) -> str:
    kind, state = words_of(node, "comment_type"), words_of(node, "comment_approved")
    if kind not in _KINDS:
        return kind
    reason = _APPROVED.get(state, "not approved")
    return reason or ("" if words_of(node, "comment_content") else "empty")


def _moment(node: Element, zone: ZoneInfo) -> datetime:
    exact, local = words_of(node, "comment_date_gmt"), words_of(node, "comment_date")
    written, where = (exact, UTC) if exact and exact != _NO_TIME else (local, zone)
    try:
        return datetime.strptime(written, "%Y-%m-%d %H:%M:%S").replace(tzinfo=where).astimezone(UTC)
    except (ValueError, OverflowError):
        raise XmlError(f"comment {words_of(node, 'comment_id')} has the time “{written}”, which is none") from None
