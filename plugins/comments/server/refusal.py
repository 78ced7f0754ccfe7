"""A comment that is not taken: the sentence for whoever wrote it, and what HTTP calls it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from plugins.words import comment_service


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
        sentence=comment_service.MALFORMED,
        can_send=False,
    )


def too_large() -> Refusal:
    return Refusal(
        status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        sentence=comment_service.TOO_LARGE,
        can_send=False,
    )


def foreign() -> Refusal:
    return Refusal(
        status=HTTPStatus.FORBIDDEN,
        sentence=comment_service.FOREIGN,
    )


def trapped() -> Refusal:
    return Refusal(
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        sentence=comment_service.TRAPPED,
    )


def without_list() -> Refusal:
    return Refusal(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        sentence=comment_service.NO_LIST,
        retry_after=300,
    )


def unknown_post() -> Refusal:
    return Refusal(
        status=HTTPStatus.NOT_FOUND,
        sentence=comment_service.UNKNOWN_POST,
        can_send=False,
    )


def closed_post() -> Refusal:
    return Refusal(
        status=HTTPStatus.FORBIDDEN,
        sentence=comment_service.CLOSED_POST,
        can_send=False,
    )


def parent_gone() -> Refusal:
    return Refusal(
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        sentence=comment_service.PARENT_GONE,
        drops_parent=True,
    )


def too_fast(seconds: int) -> Refusal:
    return Refusal(
        status=HTTPStatus.TOO_MANY_REQUESTS,
        sentence=comment_service.too_fast(seconds),
        retry_after=seconds,
    )


def full_queue() -> Refusal:
    return Refusal(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        sentence=comment_service.FULL_QUEUE,
        retry_after=86_400,
    )


def not_kept() -> Refusal:
    return Refusal(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        sentence=comment_service.NOT_KEPT,
        retry_after=300,
    )
