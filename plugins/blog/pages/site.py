"""The whole site: what every page shares, every page, every file."""

from collections.abc import Iterator
from functools import partial

from plugins.assets import Assets
from plugins.blog.pages.book import book_links
from plugins.blog.pages.calendars import calendars
from plugins.blog.pages.comments import comment_feeds, threads_file
from plugins.blog.pages.data_files import headers_file, materials, robots, site_map
from plugins.blog.pages.feeds import alternates, feeds
from plugins.blog.pages.frames import contact, footer, navigation, organisation
from plugins.blog.pages.gathered import gathered_pages
from plugins.blog.pages.home import home
from plugins.blog.pages.lists import posts, tag_pages, workshops
from plugins.blog.pages.open_data import open_data
from plugins.blog.pages.posts import entry_pages, not_found
from plugins.blog.pages.redirects import redirect_pages, redirects_file
from plugins.blog.pages.search import search_files, search_page
from plugins.blog.pages.timeline import timeline_page
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Site
from plugins.engine.page import File, PlannedFile, PlannedPage
from plugins.headers import content_security_policy
from plugins.workshops.views.language import text_language


def site(model: SiteModel, assets: Assets) -> Site:
    """What is the same on every page."""
    settings = model.settings
    return Site(
        name=settings.name,
        root=settings.root,
        stylesheets=_by_name(settings, assets, ".css"),
        scripts=_by_name(settings, assets, ".js"),
        favicon=settings.href(model.mark.path if model.mark else assets.address("favicon.svg")),
        favicon_type=model.mark.media_type if model.mark else "image/svg+xml",
        mark=settings.href(model.mark.path) if model.mark else "",
        paper=assets.colour("paper"),
        alternates=alternates(settings),
        content_security_policy=content_security_policy(),
        language=text_language(settings.language),
        has_other_languages=any(map(settings.language_of, model.publication.entries)),
        nav=navigation(settings, model.publication),
        footer=footer(settings, model.publication, book=book_links(model)),
        contact=contact(settings),
        organisation=organisation(settings),
    )


def _by_name(settings: BlogSettings, assets: Assets, suffix: str) -> dict[str, str]:
    return {name: settings.href(path) for name, path in assets.addresses.items() if name.endswith(suffix)}


def planned_pages(model: SiteModel) -> Iterator[PlannedPage]:
    yield from _own_pages(model)
    yield from redirect_pages(model)


def own_paths(model: SiteModel) -> frozenset[str]:
    """Every page and file but those at former addresses, which must lie elsewhere."""
    pages = (page.path for page in _own_pages(model))
    return frozenset((*pages, *(file.path for file in planned_files(model))))


def _own_pages(model: SiteModel) -> Iterator[PlannedPage]:
    yield PlannedPage("index.html", "home.html", partial(home, model))
    yield from posts(model)
    yield PlannedPage("workshops/index.html", "workshops.html", partial(workshops, model))
    yield PlannedPage("timeline/index.html", "timeline.html", partial(timeline_page, model))
    yield from tag_pages(model)
    yield from gathered_pages(model)
    if model.settings.has_search:
        yield PlannedPage("search/index.html", "search.html", partial(search_page, model))
    yield from entry_pages(model)
    yield PlannedPage("404.html", "not-found.html", partial(not_found, model))


def planned_files(model: SiteModel) -> Iterator[File | PlannedFile]:
    """Every file that no template makes."""
    yield from shown_files(model)
    yield from site_wide_files(model)


def site_wide_files(model: SiteModel) -> Iterator[File | PlannedFile]:
    """The files that tell of the whole site, for programs."""
    yield from feeds(model)
    if model.settings.search_engines:
        yield site_map(model)
    yield robots(model.settings)
    yield headers_file(model.settings, model.discussion)
    yield from redirects_file(model.settings, model.publication)
    if model.settings.has_open_data:
        yield from open_data(model)
    if model.settings.has_search:
        yield from search_files(model)
    yield from calendars(model)
    yield from comment_feeds(model)


def shown_files(model: SiteModel) -> Iterator[File | PlannedFile]:
    """The files that pages show or hand out, and those that the comments service reads."""
    if model.mark:
        yield File(model.mark.path, model.mark.content)
    yield from materials(model.publication)
    yield from model.pictures.files(without=model.cards.photos)
    yield from model.cards.files()
    names = {path: name for name, path in model.symbols.items()}  # Two words may have one picture.
    yield from (PlannedFile(path, partial(model.symbol, name)) for path, name in names.items())
    yield from model.documents.files()
    yield from threads_file(model)
