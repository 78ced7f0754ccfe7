"""Texts that follow from what they are made of, kept beside the stories: what a build before made is not made again."""

from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from typing import Literal, get_args

from plugins.story import KeptStories, Pieces

Kind = Literal["search", "calendars"]
"""The names of these among what is kept of stories; no post is called so."""
KINDS: tuple[Kind, ...] = get_args(Kind)


class KeptTexts:
    """All texts of a kind in one build, by a digest of what each is made of."""

    def __init__(self, kind: Kind, kept: KeptStories | None = None) -> None:
        self._kind = kind
        self._kept = kept
        self._now: Pieces = {}

    @cached_property
    def _before(self) -> Pieces:
        return self._kept.pieces(self._kind) if self._kept else {}

    def of(self, made_of: str, make: Callable[[], str]) -> str:
        digest = sha256(made_of.encode("utf-8", "surrogatepass")).hexdigest()
        known = self._before.get(digest) or ([], [make()])
        self._now[digest] = known
        text: str = known[1][0]
        return text

    def learnt(self) -> None:
        """All were asked for: this is what is to be kept."""
        if self._kept:
            self._kept.learn(self._kind, self._now if self._now != self._before else None)


def kept_texts(kept: KeptStories | None = None) -> Mapping[Kind, KeptTexts]:
    return {kind: KeptTexts(kind, kept) for kind in KINDS}
