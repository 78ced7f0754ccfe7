"""A comment that is not taken: the sentence for whoever wrote it, and what HTTP calls it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(kw_only=True, eq=False)
class Refusal(Exception):
    """`fields` has a sentence for each field to mend; `can_send` is False where trying again is of no use.

    `drops_parent`: if it is sent again, it is no reply any more.
    """

    status: HTTPStatus
    sentence: str
    fields: Mapping[str, str] = field(default_factory=dict)
    can_send: bool = True
    drops_parent: bool = False
    retry_after: int = 0


def malformed() -> Refusal:
    return Refusal(
        status=HTTPStatus.BAD_REQUEST,
        sentence="This did not come from a form of the diary. Go back to the post and write it there.",
        can_send=False,
    )


def too_large() -> Refusal:
    return Refusal(
        status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        sentence="This is far longer than a comment may be. Go back, make it shorter and send it again.",
        can_send=False,
    )


def foreign() -> Refusal:
    return Refusal(
        status=HTTPStatus.FORBIDDEN,
        sentence="We cannot see that this was sent from the diary. If you wrote it, press “Send comment” once more.",
    )


def trapped() -> Refusal:
    return Refusal(
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        sentence="A field that nobody sees was filled in, as machines do. "
        "If you are a person, press “Send comment” once more.",
    )


def without_list() -> Refusal:
    return Refusal(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        sentence="Comments cannot be sent just now. Keep your words and try again in some minutes.",
        retry_after=300,
    )


def unknown_post() -> Refusal:
    return Refusal(
        status=HTTPStatus.NOT_FOUND,
        sentence="There is no such post, or it takes no comments. Copy your words if you want to keep them.",
        can_send=False,
    )


def closed_post() -> Refusal:
    return Refusal(
        status=HTTPStatus.FORBIDDEN,
        sentence="Comments on this post are closed. Copy your words if you want to keep them.",
        can_send=False,
    )


def parent_gone() -> Refusal:
    return Refusal(
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        sentence="The comment that you reply to is not there any more. "
        "Press “Send comment” to send yours below the post.",
        drops_parent=True,
    )


def too_fast(seconds: int) -> Refusal:
    minutes = -(-seconds // 60)
    when = "a minute" if minutes == 1 else f"{minutes} minutes"
    return Refusal(
        status=HTTPStatus.TOO_MANY_REQUESTS,
        sentence=f"Many comments are coming in just now. Wait {when}, then press “Send comment” again.",
        retry_after=seconds,
    )


def full_queue() -> Refusal:
    return Refusal(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        sentence="So many comments wait to be read that no more can be taken today. "
        "Keep your words and come back tomorrow.",
        retry_after=86_400,
    )


def not_kept() -> Refusal:
    return Refusal(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        sentence="Your comment could not be kept just now. Wait some minutes, then press “Send comment” again.",
        retry_after=300,
    )
