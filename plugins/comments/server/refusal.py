"""A comment that is not taken: the sentence for whoever wrote it, and what HTTP calls it."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from http import HTTPStatus


@dataclass(eq=False)
class Refusal(Exception):
    """`fields` has a sentence for each field to mend; `can_send` is False where trying again is of no use.

    `drops_parent`: if it is sent again, it is no reply any more.
    """

    status: HTTPStatus
    sentence: str
    _: KW_ONLY
    fields: Mapping[str, str] = field(default_factory=dict)
    can_send: bool = True
    drops_parent: bool = False
    retry_after: int = 0
