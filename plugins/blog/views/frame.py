"""What every page has around its own subject."""

from collections.abc import Mapping

from plugins.assets.colours import Colour
from plugins.blog.structured import JsonLd
from plugins.records import dataclass
from plugins.workshops.views.language import TextLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link and its words; `language` is theirs where it is not the interface's. One may lead to where we are."""

    label: str
    href: str
    language: TextLanguage | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenTime:
    """A moment in words, and for <time datetime>."""

    text: str
    machine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Says in the preview that a post is not public."""

    word: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareImage:
    """The picture that other sites show beside a link to this page [Open Graph]; its address is whole."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The head of a page and what surrounds it; texts that do not apply are empty.

    `scripts` are names in the theme's `static/js`, such as `lightbox.js`: small modules that the page is whole without.
    `section` is the address of the site's folder that the page lies in; empty for one that lies in none.
    `language` is that of the post whose page it is, where it is not the interface's.
    `content_security_policy` is the page's own, where it needs another than the site's.
    `refresh` is where a browser goes on to by itself.
    """

    title: str
    description: str
    canonical: str
    locale: str
    language: TextLanguage | None = None
    og_type: str = "website"
    published: str = ""
    robots: str = ""
    refresh: str = ""
    json_ld: tuple[JsonLd, ...] = ()
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    mark: Mark | None = None
    image: ShareImage | None = None
    scripts: tuple[str, ...] = ()
    feeds: tuple[Link, ...] = ()
    content_security_policy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same diary for another program: a feed, a calendar."""

    type: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is the same on every page; `stylesheets` and `scripts` have the address of each file by its name.

    `language` is that of the site's name and introduction, where it is not the interface's; `has_other_languages` says
    that some post's words are in another. `contact` is how its people
    are reached, `organisation` who is responsible; their addresses are empty where words alone say it. `mark` is the
    address of the diary's own mark, empty without one.
    """

    name: str
    root: str
    stylesheets: Mapping[str, str]
    scripts: Mapping[str, str]
    favicon: str
    favicon_type: str
    mark: str
    paper: Colour
    alternates: tuple[Alternate, ...]
    content_security_policy: str
    language: TextLanguage | None = None
    has_other_languages: bool = False
    nav: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    contact: Link | None = None
    organisation: Link | None = None
