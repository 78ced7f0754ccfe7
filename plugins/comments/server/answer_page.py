"""The pages around the form, out of what was typed."""

from collections.abc import Mapping

from plugins.comments.server.comment import Comment
from plugins.comments.server.refusal import Refusal
from plugins.comments.server.threads import Thread, ThreadList
from plugins.comments.server.views import AnswerPage, Fault, Quoted, Told, Way

ANONYMOUS = "Anonymous"
_MOST_QUOTED = 12


def answer_page(
    root: str,
    fields: Mapping[str, str],
    told: ThreadList | None,
    parent: Comment | None,
    refusal: Refusal | None = None,
) -> AnswerPage:
    """The form with what stands in `fields`; with a refusal, what to mend above it."""
    key = fields.get("thread", "")
    heading = "Write a reply" if parent else "Write a comment"
    return AnswerPage(
        title=f"Not sent yet: {heading.lower()}" if refusal else heading,
        heading=heading if refusal is None or refusal.can_send else "Your comment",
        action=f"{root}answer",
        thread=key,
        parent="" if refusal and refusal.drops_parent else fields.get("parent", ""),
        name=fields.get("name", ""),
        words=fields.get("words", ""),
        post=way_to(key, told),
        quoted=Quoted(name=parent.name or ANONYMOUS, words=_lines(parent.words)) if parent else None,
        faults=_faults(refusal) if refusal else (),
        can_send=refusal is None or refusal.can_send,
    )


def thanks_page(key: str, told: ThreadList | None, thanks: str) -> Told:
    """Says that somebody reads it first."""
    first, _, then = thanks.partition(". ")
    return Told(
        title=first,
        sentences=(then, "Nobody sees it until then. It can take some days."),
        ways=(way_to(key, told),) if told else (),
    )


def way_to(key: str, told: ThreadList | None) -> Way:
    """The post, or the diary if it has no such post."""
    thread: Thread | None = told.threads.get(key) if told else None
    if told and thread:
        return Way(label=thread.title, href=told.address + thread.key)
    return Way(label=told.site if told else "the diary", href=told.address if told else "")


def _faults(refusal: Refusal) -> tuple[Fault, ...]:
    if refusal.fields:
        return tuple(Fault(field=field, sentence=sentence) for field, sentence in refusal.fields.items())
    return (Fault(field="", sentence=refusal.sentence),)


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line for line in words.split("\n") if line)[:_MOST_QUOTED]
