"""An export of WordPress brought into a diary, and what is said of it."""

import posixpath
import re
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.xml import read_xml
from plugins.files.names import slug
from plugins.frontmatter.changes import Item, Wanted
from plugins.imports.drafts import Draft, Made, Picture, make_draft
from plugins.imports.errors import ImportRefused
from plugins.imports.pasting import pasted
from plugins.imports.report import met_lines
from plugins.imports.wordpress.content import plain_html, with_shared
from plugins.imports.wordpress.media import MediaFolder
from plugins.imports.wordpress.site import Site, SitePost, read_site
from plugins.records import dataclass
from plugins.words import numbers

_LINK = re.compile(r"(?<=\]\()(https?://[^\s()]+)(?=\))")
_MOST_LINES = 30


@dataclass
class Brought:
    """What came of it so far."""

    made: list[Made] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    """What only WordPress could show, by its name."""
    met: Counter[str] = field(default_factory=Counter)


def brought_in(content: Path, file: Path, *, media: Path | None, zone: ZoneInfo) -> tuple[Site, tuple[str, ...]]:
    """Make a draft of each post of an export, and what to tell of it; raises ImportRefused."""
    try:
        site = read_site(read_xml(file), zone)
    except XmlError as reason:
        raise ImportRefused(str(reason)) from None
    brought, places = Brought(), _places(site)
    for post in site.posts:
        try:
            brought.made.append(make_draft(content, _draft(post, site, MediaFolder(media), places, brought)))
        except ImportRefused as reason:
            brought.faults.append(f"“{post.title or post.name}”: {reason}")
    return site, tuple(_lines(site, brought))


def _places(site: Site) -> Mapping[str, str]:
    """Where each post lies now, by the path that it had."""
    return {
        urlsplit(post.address).path.rstrip("/"): _file(post) for post in site.posts if slug(post.name) and post.formerly
    }


def _file(post: SitePost) -> str:
    name = slug(post.name or post.title)
    return f"pages/{name}.md" if post.kind == "page" else f"posts/{name}/index.md"


def _draft(post: SitePost, site: Site, media: MediaFolder, places: Mapping[str, str], brought: Brought) -> Draft:
    mark, pictures = f"PICTURE{secrets.token_hex(8)}", list[Picture]()

    def sign(number: str, address: str, alt: str) -> str:
        there = site.media.get(number) or address
        found = media.picture(there) or media.picture(address)
        if found is None:
            brought.missing.append(there or f"picture {number}")
            return ""
        pictures.append(
            Picture(f"{mark}x{len(pictures)}x", found, " ".join(alt.split()), name=Path(urlsplit(there).path).stem)
        )
        return pictures[-1].sign

    html = plain_html(with_shared(post.html, site.shared), sign, brought.lost)
    above = site.media.get(post.picture, "")
    if above and posixpath.splitext(above)[0] not in post.html and f'wp-image-{post.picture}"' not in post.html:
        html = f"<p>{sign(post.picture, '', '')}</p>{html}"
    html = re.sub(rf"<a\b[^>]*>\s*({mark}x\d+x)\s*</a>", r"\1", html)
    found = pasted(html)
    brought.met.update(found.lost)
    fields: dict[str, Wanted] = {
        **({"date": post.date.strftime("%Y-%m-%d %H:%M")} if post.date and post.kind == "post" else {}),
        **({"summary": post.summary} if post.summary else {}),
        **({"tags": tuple(map(Item, post.tags))} if post.tags else {}),
        **({"formerly": (Item(f"/{post.formerly}"),)} if post.formerly else {}),
    }
    story = _LINK.sub(lambda link: _here(link[1], post, site, places), found.text)
    brought.files += [link for link in _LINK.findall(story) if link in site.media.values()]
    title = post.title or post.name or "Without a title"
    return Draft(post.kind, title, story, fields, pictures, name=post.name, has_folder=True)


def _here(address: str, post: SitePost, site: Site, places: Mapping[str, str]) -> str:
    """A link to another post of that website as one to its file."""
    hosts = {urlsplit(each.address).netloc for each in site.posts}
    parts = urlsplit(address)
    there = places.get(parts.path.rstrip("/")) if parts.netloc in hosts else None
    if there is None:
        return address
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return posixpath.relpath(there, posixpath.dirname(_file(post))) + fragment


def _lines(site: Site, brought: Brought) -> Iterator[str]:
    photos = sum(made.photos for made in brought.made)
    yield (
        f"Made {numbers.counted(len(brought.made), 'draft')} with {numbers.counted(photos, 'photo')}, without what a "
        "camera writes into a file. Nobody but you sees a draft. Say of each photo what it shows and who is in it."
    )
    yield from _listed((made.source for made in brought.made), "  ")
    yield from (
        f"A picture of {made.source} did not come along: {each}." for made in brought.made for each in made.unread
    )
    yield from (f"Not brought in: {fault}." for fault in brought.faults)
    if site.left:
        yield "Left behind: " + "; ".join(f"{count} {kind}" for kind, count in sorted(site.left.items())) + "."
    if brought.lost:
        yield "Not in the drafts: " + "; ".join(f"{kind}, {count} times" for kind, count in brought.lost.items()) + "."
    yield from met_lines(brought.met)
    if brought.files:
        yield "Files that posts lead to, and that still lie on the old website:"
        yield from _listed(dict.fromkeys(brought.files), "  ")
    if brought.missing:
        yield "Pictures that are not in the folder of media (--media):"
        yield from _listed(dict.fromkeys(brought.missing), "  ")


def _listed(lines: Iterator[str] | Mapping[str, None], indent: str) -> Iterator[str]:
    whole = list(lines)
    yield from (f"{indent}{line}" for line in whole[:_MOST_LINES])
    if len(whole) > _MOST_LINES:
        yield f"{indent}and {len(whole) - _MOST_LINES} more"
