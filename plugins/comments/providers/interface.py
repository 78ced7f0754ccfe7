"""What every place where comments are kept must be able to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from plugins.comments.views import EmbedView, FormView, WayOut

Sources = Mapping[str, tuple[str, ...]]
"""What a page may load because of comments: sources by the directive of the content security policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentedPage:
    """The page whose readers may comment: its key, its whole address, its title and language."""

    thread: str
    address: str
    title: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways in which readers can answer: a form, something of another company's, or a link."""

    form: FormView | None = None
    embed: EmbedView | None = None
    out: WayOut | None = None
    scripts: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether readers can answer at all."""
        return bool(self.form or self.embed or self.out)


class Provider(Protocol):
    """One kind of place, with its settings. Its fields are the names that are written in DIARY_COMMENTS."""

    @property
    def sources(self) -> Sources:
        """What its pages may load, and where their forms may go."""

    def ways(self, place: CommentedPage) -> Ways:
        """How readers of one page answer."""


def origin(address: str) -> str:
    """`https://comments.example.org` of any address there."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
