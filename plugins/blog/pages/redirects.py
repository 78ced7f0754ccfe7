"""Where a post lay before: a page there that leads on, and the list for hosts that lead on by themselves."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from plugins.blog.pages.frames import frame
from plugins.blog.publication import Publication
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.posts import MovedPage
from plugins.engine.page import File, PlannedPage
from plugins.headers.redirects_file import NAME, written_redirects
from plugins.records import dataclass
from plugins.words import moved as words
from plugins.workshops.diary import DiaryEntry


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address of an entry that has a page."""

    address: str
    entry: DiaryEntry

    @property
    def path(self) -> str:
        """The file that stands at the address."""
        return f"{self.address}index.html" if self.address.endswith("/") else self.address


def redirects(publication: Publication) -> tuple[Redirect, ...]:
    """Every former address of what has a page, each once."""
    return tuple(Redirect(address, entry) for entry in publication.entries for address in entry.former_addresses)


def redirect_pages(model: SiteModel) -> Iterator[PlannedPage]:
    for redirect in redirects(model.publication):
        yield PlannedPage(redirect.path, "moved.html", partial(_moved, model, redirect.entry))


def redirects_file(settings: BlogSettings, publication: Publication) -> Iterator[File]:
    """`_redirects`, where there is anything to lead on; a hidden post is not in it, since anybody can read it."""
    led = [each for each in redirects(publication) if publication.states[each.entry.source] == "published"]
    if led:
        pairs = ((settings.href(each.address), settings.entry_href(each.entry)) for each in led)
        yield File(NAME, written_redirects(pairs))


def _moved(model: SiteModel, entry: DiaryEntry) -> MovedPage:
    href = model.settings.entry_href(entry)
    made = frame(
        model,
        title=words.TITLE,
        address=entry.address,
        crumbs=None,
        indexed=model.publication.states[entry.source] == "published",
    )
    to = Link(label=entry.post.title, href=href, language=model.settings.language_of(entry))
    return MovedPage(frame=replace(made, refresh=href), to=to)
