"""Two built sites, in words: which pages are new or gone, and on which a reader reads something else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plugins.engine.manifest import digests
from plugins.publishing.plan import plan
from plugins.publishing.site import Site, SiteFile
from plugins.publishing.summary import changed_pages, is_page, summary
from plugins.words import numbers

_SAID = re.compile(r'\b(?:alt|aria-label|title)="([^"]*)"')
_UNSAID = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


def comparison(before: Path, after: Path) -> Iterator[str]:
    """How the site in one folder differs from that in another, as far as somebody who knows it can judge."""
    old, new = _site(before), _site(after)
    planned = plan(old.digests, new.digests)
    if planned.changes_nothing:
        yield "Not one byte of the site is different."
        return
    yield f"The site: {summary(planned, old.files)}."
    alike = {
        path for path in planned.put if path in old.files and is_page(path) and _words(old, path) == _words(new, path)
    }
    different = replace(planned, put=tuple(path for path in planned.put if path not in alike))
    yield from (f"  {line}" for line in changed_pages(different, old.files, new))
    if alike:
        yield f"  On {numbers.counted(len(alike), 'changed page')} the words are the same: the look is another."


def _site(folder: Path) -> Site:
    return Site({path: SiteFile(path, folder / path, digest) for path, digest in digests(folder).items()})


def _words(site: Site, path: str) -> tuple[list[str], list[str]]:
    """What a page says, and what it says to those who do not see it."""
    html = site.files[path].content().decode("utf-8", "replace")
    return _UNSAID.sub(" ", html).split(), _SAID.findall(html)
