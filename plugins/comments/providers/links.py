"""Answers that are written elsewhere: an e-mail, a post at Mastodon, or nowhere."""

from urllib.parse import quote

from plugins.comments.providers.interface import CommentedPage, Provider, Widgets
from plugins.comments.providers.settings_fields import address, table, text
from plugins.comments.views import ExternalLink
from plugins.comments.web_address import origin_of
from plugins.records import dataclass
from plugins.words import comment_providers


@dataclass(frozen=True, slots=True, kw_only=True)
class Email(Provider):
    """`email`: readers write to an address that somebody looks after."""

    address: str = text(r"[A-Za-z0-9.+_-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+", "diary@example.org")

    def widgets(self, place: CommentedPage) -> Widgets:
        return Widgets(
            link=ExternalLink(
                label=comment_providers.write_to(self.address),
                href=f"mailto:{self.address}?subject={quote(place.title, safe='')}",
                words=comment_providers.EMAIL,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mastodon(Provider):
    """`mastodon`: the replies to a post of the project's own account; `posts` has that post's number by thread.

    A reply is shown when the account has marked it as a favourite: somebody has read it. One that was changed is shown
    when `approved` has the code of what it says now by its number.
    """

    server: str = address()
    account: str = text(r"\w+", "our_project")
    posts: tuple[tuple[str, str], ...] = table({"workshops/first/": "109300000000000000"})
    approved: tuple[tuple[str, str], ...] = table({"109300000000000001": "0123456789abcdef"}, needed=False)

    def widgets(self, place: CommentedPage) -> Widgets:
        """A link to the post at Mastodon; none where there is no such post."""
        number = dict(self.posts).get(place.thread)
        if number is None:
            return Widgets()
        host = origin_of(self.server).partition("://")[2]
        return Widgets(
            link=ExternalLink(
                label=comment_providers.answer_at(host),
                href=f"{self.server}@{self.account}/{number}",
                words=comment_providers.MASTODON,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoProvider(Provider):
    """`none`: what was said before stays, and nothing new is taken."""
