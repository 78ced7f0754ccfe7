"""Disqus: an export of threads and posts [disqus.com, XML export]."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.export import Export, ExportedComment, readable_time, text_of_html, whole_export
from plugins.comments.imports.xml import child_text

_NO, _YES = ("", "false", "0"), ("", "true", "1")
_MARKS = (("isSpam", _NO, "spam"), ("isDeleted", _NO, "deleted"), ("isApproved", _YES, "not approved"))


def read_disqus(tree: Element) -> Export:
    """Every comment of a Disqus export.

    Who deletes a thread deletes what stands in it, though the comments in it have no mark of their own.
    """
    if tree.tag != "disqus":
        raise XmlError("it is no export of Disqus: its first element is not <disqus>")
    threads = {thread.get("id", ""): thread for thread in tree.findall("thread")}
    deleted = {thread.get("id", "") for thread in tree.findall("thread") if _marked(thread, "isDeleted") not in _NO}
    return whole_export(
        [_comment(post, threads, deleted) for post in tree.findall("post")],
        pages={name: child_text(thread, "link") for name, thread in threads.items()},
        began={name: _moment(thread) for name, thread in threads.items()},
    )


def _comment(post: Element, threads: Mapping[str, Element], deleted: Collection[str]) -> ExportedComment:
    author = post.find("author")
    page = _pointed_at(post, "thread")
    thread = threads.get(page)
    return ExportedComment(
        id=post.get("id", ""),
        parent=_pointed_at(post, "parent"),
        page=page,
        name=text_of_html(child_text(author, "name")) if author is not None else "",
        created=_moment(post),
        html=child_text(post, "message"),
        left_out="in a deleted thread" if page in deleted else _reason(post),
        site=_site(thread) if thread is not None else "",
    )


def _site(thread: Element) -> str:
    """Disqus numbers comments of all its forums in one row; the forum is named all the same, and the page's host."""
    return f"{child_text(thread, 'forum')} {urlsplit(child_text(thread, 'link')).netloc.lower()}".strip()


def _pointed_at(post: Element, name: str) -> str:
    node = post.find(name)
    return node.get("id", "") if node is not None else ""


def _reason(post: Element) -> str:
    """Why a comment is left out: it is taken only where every mark that the export has of it speaks for it."""
    for name, good, reason in _MARKS:
        if _marked(post, name) not in good:
            return reason
    return "" if child_text(post, "message") else "empty"


def _marked(node: Element, name: str) -> str:
    return child_text(node, name).lower()


def _moment(node: Element) -> datetime | None:
    try:
        moment = datetime.fromisoformat(child_text(node, "createdAt"))
        return readable_time((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC))
    except (ValueError, OverflowError):
        return None
