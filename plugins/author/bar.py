"""The bar at the foot of every page that the author sees: to each place of the desk, and from a page to its form."""

from plugins.author.bar_view import BarLink, BarView
from plugins.author.pages import ADDRESSES, rendered
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class WaitingComments:
    """Where comments are moderated, and how many wait there."""

    moderation: str
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPage:
    """What can be done with one page of the diary: its form, how it looks on a phone and printed."""

    edit: str = ""
    phone: str = ""
    printed: str = ""


_NOTHING = OfPage()


def bar(
    *,
    author: str,
    styles: str,
    to_mend: int,
    comments: WaitingComments | None,
    of_page: OfPage = _NOTHING,
    here: str = "",
) -> bytes:
    """The bar as HTML; `author` is the address of the desk without its last slash, `here` the page's own."""
    waiting = f"Comments ({comments.waiting} waiting)" if comments and comments.waiting else "Comments"
    links = (
        BarLink("Posts", f"{author}{ADDRESSES.posts}"),
        BarLink("New", f"{author}{ADDRESSES.new}"),
        BarLink("Edit this page", of_page.edit),
        BarLink("Photos", f"{author}{ADDRESSES.photos}"),
        BarLink(f"To mend ({to_mend})", f"{author}{ADDRESSES.mend}", is_count=True),
        BarLink("Publish", f"{author}{ADDRESSES.publish}"),
        BarLink("Consent", f"{author}{ADDRESSES.consent}"),
        BarLink(waiting, comments.moderation if comments else ""),
        BarLink("Phone", of_page.phone),
        BarLink("Print", of_page.printed),
        BarLink("Settings", f"{author}{ADDRESSES.settings}"),
        BarLink("Bin", f"{author}{ADDRESSES.bin}"),
    )
    return rendered("bar.html", BarView(styles, here, tuple(link for link in links if link.href)))
