"""Files that no template makes: the site map, robots.txt, headers, and what lies beside a post and is shown by it."""

from collections.abc import Iterator

from plugins.blog.publication import Publication
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.syndication import SitemapEntry, sitemap
from plugins.comments.discussion import Discussion
from plugins.engine.page import File, PlannedFile
from plugins.headers import table
from plugins.headers.rules_file import NAME as HEADERS
from plugins.headers.rules_file import written_rules
from plugins.workshops.checks.files import material_files
from plugins.workshops.diary import DiaryEntry


def site_map(model: SiteModel) -> File:
    """The site map of every page that stands in lists."""
    address = model.settings.address
    lists = ["", "posts/", "workshops/", "timeline/", "ideas/", "decisions/", "you-said-we-did/", "jargon/"]
    settings = model.settings
    lists += ["search/"] if settings.has_search else []
    lists += [*(["easy-read/"] if settings.has_easy_read else []), "tags/"]
    lists += [f"ideas/{idea.id}/" for entry in model.series.entries for idea in entry.post.ideas]
    lists += [f"tags/{tag.slug}/" for tag in model.listing.tags]
    pages = [SitemapEntry(address + place) for place in lists]
    pages += [SitemapEntry(address + entry.address, _changed(entry)) for entry in model.publication.listed]
    return File("sitemap.xml", sitemap(pages))


def _changed(entry: DiaryEntry) -> str | None:
    changed = entry.post.updated or entry.post.date
    return changed.iso[:10] if changed and changed.day else None


def robots(settings: BlogSettings) -> File:
    """robots.txt: everything may be read, and where the site map is; or nothing, by those who keep to it."""
    if not settings.search_engines:
        return File("robots.txt", b"User-agent: *\nDisallow: /\n")
    return File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {settings.address}sitemap.xml\n".encode())


def materials(publication: Publication) -> Iterator[PlannedFile]:
    """Hand-outs that an agenda names; a file that nothing names stays where it is."""
    for entry in publication.entries:
        for name in material_files(entry.post):
            yield PlannedFile(f"{entry.address}{name}", (entry.folder / name).read_bytes)


def headers_file(settings: BlogSettings, discussion: Discussion) -> File:
    """`_headers`, with what the comments of any page need."""
    more: dict[str, list[str]] = {}
    for provider in discussion.settings.providers.values():
        for directive, sources in provider.sources.items():
            more.setdefault(directive, []).extend(sources)
    return File(HEADERS, written_rules(table(settings.root, more, indexed=settings.search_engines)))
