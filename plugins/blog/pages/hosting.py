"""What the host of the site is told: the headers that every page needs."""

from plugins.blog.site_model import SiteModel
from plugins.engine.page import File
from plugins.headers import table
from plugins.headers.rules_file import NAME, written_rules


def headers_file(model: SiteModel) -> File:
    """`_headers`, with what the comments of any page need."""
    more: dict[str, list[str]] = {}
    for provider in model.discussion.settings.providers.values():
        for directive, sources in provider.sources.items():
            more.setdefault(directive, []).extend(sources)
    return File(NAME, written_rules(table(model.settings.root, more)))
