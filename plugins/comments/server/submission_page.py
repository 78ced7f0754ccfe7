"""The page around the form, out of what was typed and why it was refused."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from http import HTTPStatus

from plugins.comments.server.comment import Comment
from plugins.comments.server.threads import ThreadList
from plugins.comments.server.views import Link, Quoted, SubmissionPage
from plugins.records import dataclass
from plugins.words import comment_service, comments

_MOST_QUOTED = 12


@dataclass(eq=False)
class Refusal(Exception):
    """A comment that is not taken: the sentence for whoever wrote it, and what HTTP calls it.

    `fields` has a sentence for each field to mend; `can_send` is False where trying again is of no use.

    `drops_parent`: if it is sent again, it is no reply any more.
    """

    status: HTTPStatus
    sentence: str
    _: KW_ONLY
    fields: Mapping[str, str] = field(default_factory=dict)
    can_send: bool = True
    drops_parent: bool = False
    retry_after: int = 0


def submission_page(
    root: str,
    fields: Mapping[str, str],
    thread_list: ThreadList | None,
    parent: Comment | None,
    refusal: Refusal | None = None,
) -> SubmissionPage:
    """The form with what stands in `fields`; with a refusal, what to mend above it."""
    key = fields.get("thread", "")
    heading = comment_service.WRITE_REPLY if parent else comments.WRITE
    return SubmissionPage(
        title=comment_service.not_sent(heading) if refusal else heading,
        heading=heading if refusal is None or refusal.can_send else comment_service.YOUR_COMMENT,
        action=f"{root}answer",
        thread=key,
        parent="" if refusal and refusal.drops_parent else fields.get("parent", ""),
        name=fields.get("name", ""),
        words=fields.get("words", ""),
        post=link_to_post(key, thread_list),
        quoted=Quoted(heading=comment_service.wrote(parent.name or comments.ANONYMOUS), words=_lines(parent.words))
        if parent
        else None,
        faults=(refusal.fields or {"": refusal.sentence}) if refusal else {},
        can_send=refusal is None or refusal.can_send,
    )


def link_to_post(key: str, thread_list: ThreadList | None) -> Link:
    """The post, or the diary if it has no such post."""
    if thread_list is None:
        return Link(label=comment_service.THE_DIARY, href="")
    thread = thread_list.threads.get(key)
    if thread is None:
        return Link(label=thread_list.site, href=thread_list.address)
    return Link(label=thread.title, href=thread_list.address + thread.address)


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line for line in words.split("\n") if line)[:_MOST_QUOTED]
