"""The frame of a page: its head, the navigation, the way back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from textwrap import shorten

from plugins.blog.cards import SITE
from plugins.blog.open_points import is_unfinished
from plugins.blog.publication import PUBLIC, Publication
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.structured import JsonLd
from plugins.blog.views.frame import Frame, Link, Mark, ShareImage, SpokenTime
from plugins.moments import When
from plugins.photos.plan import SHARE
from plugins.words import (
    asks,
    dates,
    decisions,
    easy_read,
    home,
    ideas,
    jargon,
    lists,
    marks,
    search,
    tags,
    timeline,
    workshops,
)
from plugins.words import frame as words
from plugins.workshops.diary import DiaryEntry

_LONGEST_DESCRIPTION = 300
"""Longer ones nobody shows, and what follows them must be found near the beginning of a page."""


def frame(  # noqa: PLR0913 - a page's head has this many sides, each by its name
    model: SiteModel,
    *,
    title: str,
    address: str,
    description: str = "",
    crumbs: Sequence[Link] | None = (),
    entry: DiaryEntry | None = None,
    structured: Sequence[Mapping[str, object]] = (),
    indexed: bool = True,
    scripts: Sequence[str] = (),
) -> Frame:
    """The frame of the page at `address` (below the root; empty for home).

    `crumbs` lead to it from home, which always comes first and has none itself; None for a page that lies nowhere.
    """
    settings = model.settings
    date = entry.post.date if entry else None
    folder, is_inside, _ = address.partition("/")
    return Frame(
        title=words.title(title, settings.name) if address else settings.name,
        description=_described(description or settings.description),
        canonical=settings.address + address,
        language=settings.language_of(entry) if entry else None,
        og_type="article" if date else "website",
        published=date.first(settings.zone).isoformat() if date else "",
        robots="" if indexed and settings.search_engines else "noindex",
        json_ld=tuple(map(JsonLd, structured)),
        section=settings.href(f"{folder}/") if is_inside else "",
        crumbs=(_home(settings), *crumbs) if address and crumbs is not None else (),
        mark=mark(settings, model.publication, entry) if entry else None,
        image=share_image(model, entry),
        locale=words.locale(entry.post.lang if entry and entry.post.lang else settings.language, settings.language),
        scripts=tuple(scripts),
    )


def _described(text: str) -> str:
    """A description in one line, cut where it is too long; most are not."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_DESCRIPTION else shorten(line, _LONGEST_DESCRIPTION, placeholder=" …")


def share_image(model: SiteModel, entry: DiaryEntry | None) -> ShareImage | None:
    """The card that other sites show of a page; where none is made, the post's `image`."""
    address = model.settings.address
    if card := model.cards.of(entry.source if entry else SITE):
        return ShareImage(address=address + card.path, width=SHARE[0], height=SHARE[1], alt=card.described)
    shared = model.pictures.share(entry) if entry else None
    if shared is None:
        return None
    rendition, alt = shared
    size = rendition.size
    return ShareImage(address=address + rendition.path, width=size.width, height=size.height, alt=alt)


def mark(settings: BlogSettings, publication: Publication, entry: DiaryEntry) -> Mark | None:
    """What the preview says of a post that is not public; nothing in a published build."""
    if not settings.preview:
        return None
    state = publication.states[entry.source]
    shown = "next" if entry.is_next else "unfinished" if state in PUBLIC and is_unfinished(entry) else state
    words_of_state = marks.MARKS.get(shown)
    return Mark(word=words_of_state[0], explanation=words_of_state[1]) if words_of_state else None


def navigation(settings: BlogSettings, publication: Publication) -> tuple[Link, ...]:
    """The main navigation: sections and standing pages, each of which is a folder of the site."""
    pages = publication.pages
    sections = [
        (lists.SHORT_TITLE, "posts/"),
        (workshops.TITLE, "workshops/"),
        (timeline.TITLE, "timeline/"),
        (ideas.TITLE, "ideas/"),
        (asks.TITLE, "you-said-we-did/"),
    ]
    links = [Link(label=label, href=section) for label, section in sections]
    links += [_to_page(settings, pages[slug]) for slug in settings.menu if slug in pages]
    links += [Link(label=search.TITLE, href="search/")] if settings.has_search else []
    return tuple(replace(link, href=settings.href(link.href)) for link in links)


def _to_page(settings: BlogSettings, entry: DiaryEntry) -> Link:
    """A standing page, by its address below the root."""
    return Link(label=entry.post.title, href=entry.address, language=settings.language_of(entry))


def footer(settings: BlogSettings, publication: Publication, *, book: Iterable[Link] = ()) -> tuple[Link, ...]:
    """The standing pages that are not in the main navigation, and the tags and the feed."""
    others = [entry for slug, entry in sorted(publication.pages.items()) if slug not in settings.menu]
    sections = [
        *([(easy_read.TITLE, "easy-read/")] if settings.has_easy_read else []),
        (decisions.TITLE, "decisions/"),
        (jargon.TITLE, "jargon/"),
        (tags.TITLE, "tags/"),
        (words.CALENDAR, "timeline/#calendar"),
        (words.FEED, "feed.xml"),
    ]
    links = [_to_page(settings, entry) for entry in others]
    links += [*(Link(label=label, href=address) for label, address in sections), *book]
    return tuple(replace(link, href=settings.href(link.href)) for link in links)


def contact(settings: BlogSettings) -> Link | None:
    """How readers ask to be taken out: as a link where it is an address of any kind."""
    written = settings.contact
    scheme = "mailto:" if "@" in written else "" if written.startswith(("http://", "https://")) else None
    return Link(label=written, href="" if scheme is None else f"{scheme}{written}") if written else None


def organisation(settings: BlogSettings) -> Link | None:
    return Link(label=settings.organisation, href=settings.organisation_url) if settings.organisation else None


def _home(settings: BlogSettings) -> Link:
    return Link(label=home.TITLE, href=settings.href(""))


def spoken_time(when: When | None) -> SpokenTime | None:
    """A moment in words and for machines."""
    return SpokenTime(text=dates.spoken(when), machine=when.iso) if when else None
