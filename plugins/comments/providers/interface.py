"""What every place where comments are kept must be able to say."""

from collections.abc import Mapping

from plugins.comments.views import EmbedView, ExternalLink, FormView
from plugins.records import dataclass

Sources = Mapping[str, tuple[str, ...]]
"""What a page may load because of comments: sources by the directive of the content security policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentedPage:
    """The page whose readers may comment: its key, its whole addresses, now and at first, its title and language."""

    thread: str
    address: str
    first_address: str
    title: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Widgets:
    """The ways in which readers can answer: a form, something of another company's, or a link."""

    form: FormView | None = None
    embed: EmbedView | None = None
    link: ExternalLink | None = None
    scripts: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether readers can answer at all."""
        return bool(self.form or self.embed or self.link)


class Provider:
    """One kind of place, with its settings. Its fields are the names that are written below `comments`."""

    __slots__ = ()

    @property
    def sources(self) -> Sources:
        """What its pages may load, and where their forms may go: nothing, where it does not say so."""
        return {}

    def widgets(self, place: CommentedPage) -> Widgets:  # noqa: ARG002 - most places ask for it
        """How readers of one page answer; in no way, where it does not say so."""
        return Widgets()
