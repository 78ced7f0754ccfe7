"""The replies to the project's posts at Mastodon, as an archive [Mastodon API: statuses/:id/context, favourited_by].

A reply stands at Mastodon before anybody of the project has seen it. Here it appears when the project's account has
marked it as a favourite, which only somebody who looks after that account can do. Nothing is taken but the words, the
shown name and the time.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from plugins.comments.archive.fetching import NotFetchedError, NotThereError, fetched_json
from plugins.comments.archive.reading import LONGEST_HTML, LONGEST_NAME
from plugins.comments.archive.record import Archive, ArchivedComment, ArchivedThread, by_time
from plugins.comments.providers.links import Mastodon

_PUBLIC = {"public", "unlisted"}
_EPOCH = datetime.fromtimestamp(0, UTC)


def read_posts(mastodon: Mastodon) -> Archive:
    """Every approved reply; raises NotFetchedError when one answer is missing or is not as the API describes it.

    `exported` is the time of the newest reply, so that the same replies give the same archive.
    """
    try:
        threads = tuple(_thread(mastodon, key, number) for key, number in mastodon.posts)
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise NotFetchedError(f"its answer is not as Mastodon describes it ({error!r})") from None
    newest = max((comment.created for thread in threads for comment in thread.comments), default=_EPOCH)
    return Archive(exported=newest, threads=threads)


def _thread(mastodon: Mastodon, key: str, number: str) -> ArchivedThread:
    try:
        context = fetched_json(f"{mastodon.server}api/v1/statuses/{number}/context")
    except NotThereError:  # Who deletes the post there takes what was said below it back.
        return ArchivedThread(thread=key, closed=False, comments=())
    replies = [reply for reply in context["descendants"] if _is_approved(mastodon, reply)]
    shown = {str(reply["id"]) for reply in replies}
    comments = sorted((_comment(reply, shown) for reply in replies), key=by_time)
    return ArchivedThread(thread=key, closed=False, comments=tuple(comments))


def _is_approved(mastodon: Mastodon, reply: Mapping[str, Any]) -> bool:
    if reply["visibility"] not in _PUBLIC or reply.get("sensitive"):
        return False
    if reply["account"]["acct"] == mastodon.account:
        return True
    return int(reply["favourites_count"]) > 0 and mastodon.account in _favourers(mastodon, str(reply["id"]))


def _favourers(mastodon: Mastodon, number: str) -> Iterator[str]:
    for account in fetched_json(f"{mastodon.server}api/v1/statuses/{number}/favourited_by?limit=80"):
        yield account["acct"]


def _comment(reply: Mapping[str, Any], shown: set[str]) -> ArchivedComment:
    parent = str(reply["in_reply_to_id"])
    edited = reply.get("edited_at")
    return ArchivedComment(
        id=f"m{int(reply['id'])}",
        parent=f"m{int(parent)}" if parent in shown else None,
        name=str(reply["account"]["display_name"] or reply["account"]["username"])[:LONGEST_NAME],
        created=datetime.fromisoformat(reply["created_at"]).astimezone(UTC),
        edited=datetime.fromisoformat(edited).astimezone(UTC) if edited else None,
        html=str(reply["content"])[:LONGEST_HTML],
    )
