"""Disqus: an export of threads and posts [disqus.com, XML export]."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from plugins.comments.imports.export import Export, Found
from plugins.comments.imports.xml import XmlError, words_of

_MARKS = (("isSpam", "false", "spam"), ("isDeleted", "false", "deleted"), ("isApproved", "true", "not approved"))


def read_disqus(tree: Element) -> Export:
    """Every comment of a Disqus export."""
    if tree.tag != "disqus":
        raise XmlError("it is no export of Disqus: its first element is not <disqus>")
    pages = {thread.get("id", ""): words_of(thread, "link") for thread in tree.findall("thread")}
    return Export(comments=tuple(map(_found, tree.findall("post"))), pages=pages)


def _found(post: Element) -> Found:
    author = post.find("author")
    return Found(
        id=post.get("id", ""),
        parent=_pointed_at(post, "parent"),
        page=_pointed_at(post, "thread"),
        name=words_of(author, "name") if author is not None else "",
        created=_moment(post),
        html=words_of(post, "message"),
        left_out=_reason(post),
    )


def _pointed_at(post: Element, name: str) -> str:
    node = post.find(name)
    return node.get("id", "") if node is not None else ""


def _reason(post: Element) -> str:
    """Why a comment is left out: it is taken only where every mark that the export has of it speaks for it."""
    for name, good, reason in _MARKS:
        if words_of(post, name) not in ("", good):
            return reason
    return "" if words_of(post, "message") else "empty"


def _moment(post: Element) -> datetime:
    written = words_of(post, "createdAt")
    try:
        moment = datetime.fromisoformat(written)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise XmlError(f"comment {post.get('id', '')} has the time “{written}”, which is none") from None
