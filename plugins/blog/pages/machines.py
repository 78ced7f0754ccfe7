"""Files that no template makes: the site map, robots.txt, and what lies beside a post and is shown by it."""

import json
from collections.abc import Iterator

from plugins.blog.edition import Edition
from plugins.blog.syndication import SitemapEntry, sitemap
from plugins.engine.page import File
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.materials import material_files
from plugins.workshops.views.export import ExportTelling, workshop_export


def whole_links(html: str, root: str, address: str) -> str:
    """HTML for elsewhere. Our own links begin with the site's root; a feed is read elsewhere and needs whole ones."""
    return html.replace(f' href="{root}', f' href="{address}').replace(f' src="{root}', f' src="{address}')


def site_map(edition: Edition) -> File:
    """The site map of every page that stands in lists."""
    address = edition.settings.address
    lists = ["", "posts/", "workshops/", "timeline/", "ideas/", "you-said-we-did/", "jargon/", "easy-read/", "tags/"]
    lists += [f"ideas/{idea.id}/" for entry in edition.in_series for idea in entry.post.ideas]
    lists += [f"tags/{tag.slug}/" for tag in edition.tags]
    pages = [SitemapEntry(address + place) for place in lists]
    pages += [SitemapEntry(address + entry.address, _changed(entry)) for entry in edition.publication.listed]
    return File("sitemap.xml", sitemap(pages))


def _changed(entry: DiaryEntry) -> str | None:
    changed = entry.post.updated or entry.post.date
    return changed.iso[:10] if changed and changed.day else None


def robots(edition: Edition) -> File:
    """robots.txt: everything may be read; where the site map is."""
    return File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {edition.settings.address}sitemap.xml\n".encode())


def records(edition: Edition) -> Iterator[File]:
    """The record of each workshop as JSON."""
    for entry in edition.publication.entries:
        if entry.post.workshop:
            telling = ExportTelling(
                address=edition.settings.address + entry.address, rule=edition.rule, inline=edition.inline(entry)
            )
            text = json.dumps(workshop_export(entry, telling), ensure_ascii=False, indent=2)
            yield File(f"workshops/{entry.slug}.json", f"{text}\n".encode())


def materials(edition: Edition) -> Iterator[File]:
    """Hand-outs that an agenda names; a file that nothing names stays where it is."""
    for entry in edition.publication.entries:
        for name in material_files(entry.post):
            yield File(f"{entry.address}{name}", (entry.folder / name).read_bytes())
