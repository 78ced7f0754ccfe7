"""What the host of the site is told: the headers that every page needs."""

from plugins.blog.settings import BlogSettings
from plugins.comments.discussion import Discussion
from plugins.engine.page import File
from plugins.headers import table
from plugins.headers.rules_file import NAME, written_rules


def headers_file(settings: BlogSettings, discussion: Discussion) -> File:
    """`_headers`, with what the comments of any page need."""
    more: dict[str, list[str]] = {}
    for provider in discussion.settings.providers.values():
        for directive, sources in provider.sources.items():
            more.setdefault(directive, []).extend(sources)
    return File(NAME, written_rules(table(settings.root, more)))
