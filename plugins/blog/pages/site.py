"""The whole site: what every page shares, every page, every file."""

from collections.abc import Iterator

from plugins.assets import Assets
from plugins.blog.edition import Edition
from plugins.blog.pages.calendars import calendars
from plugins.blog.pages.comments import comment_files
from plugins.blog.pages.feeds import alternates, feeds, timeline_json
from plugins.blog.pages.frames import footer
from plugins.blog.pages.gathered import gathered_pages
from plugins.blog.pages.hosting import headers_file
from plugins.blog.pages.lists import home, posts, tag_pages, workshops
from plugins.blog.pages.machines import materials, records, robots, site_map
from plugins.blog.pages.posts import entry_pages, not_found
from plugins.blog.pages.timeline import timeline_page
from plugins.blog.views.frame import Site
from plugins.engine.page import File, Page
from plugins.headers import content_security_policy


def site(edition: Edition, assets: Assets) -> Site:
    """What is the same on every page."""
    settings = edition.settings
    return Site(
        name=settings.name,
        root=settings.root,
        stylesheet=edition.href(assets.address("site.css")),
        print_stylesheet=edition.href(assets.address("print.css")),
        scripts={name: edition.href(path) for name, path in assets.addresses.items() if name.endswith(".js")},
        favicon=edition.href(assets.address("favicon.svg")),
        alternates=alternates(edition),
        content_security_policy=content_security_policy(),
        footer=footer(edition),
    )


def planned_pages(edition: Edition) -> Iterator[Page]:
    """Every page of the edition."""
    yield home(edition)
    yield from posts(edition)
    yield workshops(edition)
    yield timeline_page(edition)
    yield from tag_pages(edition)
    yield from gathered_pages(edition)
    yield from entry_pages(edition)
    yield not_found(edition)


def planned_files(edition: Edition) -> Iterator[File]:
    """Every file that no template makes."""
    yield from feeds(edition)
    yield timeline_json(edition)
    yield site_map(edition)
    yield robots(edition)
    yield headers_file(edition)
    yield from records(edition)
    yield from calendars(edition)
    yield from materials(edition)
    yield from edition.pictures.files()
    yield from comment_files(edition)
