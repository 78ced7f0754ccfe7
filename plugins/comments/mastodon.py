"""The replies to the project's posts at Mastodon, as an archive [Mastodon API: statuses/:id/context, favourited_by].

A reply stands at Mastodon before anybody of the project has seen it. Here it appears when the project's account has
marked it as a favourite, which only somebody who looks after that account can do. Nothing is taken but the words, the
handle and the time: a display name can be changed at any moment, and no date tells of it.

A favourite says nothing of what a reply says later (docs/decisions/0138). So a reply that was changed is left out until
its code, a digest of what would go online, stands in the settings.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from plugins.comments.archive.fetching import NotFetchedError, NotThereError, fetched_json
from plugins.comments.archive.reading import LONGEST_HTML, LONGEST_NAME
from plugins.comments.archive.record import Archive, ArchivedComment, ArchivedThread, by_time
from plugins.comments.providers.links import Mastodon
from plugins.comments.sanitising import clean_html
from plugins.records import dataclass

_PUBLIC = {"public", "unlisted"}
_EPOCH = datetime.fromtimestamp(0, UTC)
_UNREAD = ""
"""In place of a code: it had been changed when it was seen first."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What came of asking: the approved replies, the codes of all that are marked, and of those that are left out."""

    archive: Archive
    codes: Mapping[str, str]
    left_out: Mapping[str, str]


def read_posts(mastodon: Mastodon, codes: Mapping[str, str]) -> Replies:
    """Every approved reply; raises NotFetchedError when one answer is missing or is not as the API describes it.

    `codes` are those of the last time. `exported` is the time of the newest reply, so that the same replies give the
    same archive.
    """
    reading = _Reading(mastodon, codes)
    try:
        threads = tuple(reading.thread(key, number) for key, number in mastodon.posts)
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise NotFetchedError(f"its answer is not as Mastodon describes it ({error!r})") from None
    newest = max((comment.created for thread in threads for comment in thread.comments), default=_EPOCH)
    return Replies(Archive(exported=newest, threads=threads), reading.codes, reading.left_out)


def codes_text(codes: Mapping[str, str]) -> bytes:
    """The codes as they are kept between builds."""
    return json.dumps(codes, indent=1, sort_keys=True).encode() + b"\n"


def codes_in(kept: bytes) -> dict[str, str]:
    """The codes that were kept; raises NotFetchedError for anything else, since nothing new can be let through then."""
    try:
        read = json.loads(kept)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict) or not all(isinstance(code, str) for code in read.values()):
        raise NotFetchedError("the codes of its replies, which were kept beside the archive, cannot be read")
    return read


@dataclass(slots=True)
class _Reading:
    mastodon: Mastodon
    before: Mapping[str, str]
    codes: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def thread(self, key: str, number: str) -> ArchivedThread:
        try:
            context = fetched_json(f"{self.mastodon.server}api/v1/statuses/{number}/context")
        except NotThereError:  # Who deletes the post there takes what was said below it back.
            return ArchivedThread(thread=key, closed=False, comments=())
        replies = [reply for reply in context["descendants"] if self._is_approved(reply)]
        shown = {str(reply["id"]) for reply in replies}
        comments = sorted((_comment(reply, shown) for reply in replies), key=by_time)
        return ArchivedThread(thread=key, closed=False, comments=tuple(comments))

    def _is_approved(self, reply: Mapping[str, Any]) -> bool:
        number = str(reply["id"])
        if reply["visibility"] not in _PUBLIC or reply.get("sensitive") or reply.get("spoiler_text"):
            if number in self.before:  # It may come back, with other words.
                self.codes[number] = self.before[number]
            return False
        if reply["account"]["acct"] == self.mastodon.account:
            return True
        is_marked = int(reply["favourites_count"]) > 0 and self.mastodon.account in self._favourers(number)
        return is_marked and self._is_as_it_was_marked(number, reply)

    def _is_as_it_was_marked(self, number: str, reply: Mapping[str, Any]) -> bool:
        code = _code(reply)
        usual = _UNREAD if reply.get("edited_at") else code
        if dict(self.mastodon.approved).get(number) == code or self.before.get(number, usual) == code:
            self.codes[number] = code
            return True
        self.codes[number] = self.before.get(number, _UNREAD)
        self.left_out[number] = code
        return False

    def _favourers(self, number: str) -> Iterator[str]:
        for account in fetched_json(f"{self.mastodon.server}api/v1/statuses/{number}/favourited_by?limit=80"):
            yield account["acct"]


def _code(reply: Mapping[str, Any]) -> str:
    """A digest of what a reply says and shows: who, the words as a page has them, pictures, choices of a poll."""
    media = [[each.get("id"), each.get("description")] for each in reply.get("media_attachments") or ()]
    choices = [choice.get("title") for choice in (reply.get("poll") or {}).get("options") or ()]
    said = [reply["account"]["acct"], clean_html(str(reply["content"])).html, media, choices]
    return sha256(json.dumps(said).encode()).hexdigest()[:16]


def _comment(reply: Mapping[str, Any], shown: set[str]) -> ArchivedComment:
    parent = str(reply["in_reply_to_id"])
    edited = reply.get("edited_at")
    return ArchivedComment(
        id=f"m{int(reply['id'])}",
        parent=f"m{int(parent)}" if parent in shown else None,
        name=f"@{reply['account']['username']}"[:LONGEST_NAME],
        created=datetime.fromisoformat(reply["created_at"]).astimezone(UTC),
        edited=datetime.fromisoformat(edited).astimezone(UTC) if edited else None,
        html=str(reply["content"])[:LONGEST_HTML],
    )
