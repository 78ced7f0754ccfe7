"""What an export of WordPress says of its posts and pages [WXR 1.0 to 1.2].

What was private, behind a password or deleted there stays behind. Who wrote a post is not read: an export holds logins.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from plugins.comments.imports.export import text_of_html
from plugins.comments.imports.wordpress import is_public, moment_of
from plugins.comments.imports.xml import child_text
from plugins.contract.site_paths import SitePathError, site_path
from plugins.imports.drafts import Kind
from plugins.imports.errors import ImportRefused
from plugins.records import dataclass

_KINDS: Mapping[str, Kind] = {"post": "post", "page": "page"}
_SHARED = "wp_block"
_NOT_YET = ("draft", "pending", "future")
_MENTIONED_NOWHERE = ("nav_menu_item", "revision", "customize_changeset", "oembed_cache", "user_request")
"""What WordPress keeps for itself."""


@dataclass(frozen=True, slots=True)
class SitePost:
    """A post or page; `address` is where it stood, as an export says it, and `date` its time by the diary's clock."""

    kind: Kind
    title: str
    name: str
    address: str
    date: datetime | None
    html: str
    summary: str
    tags: tuple[str, ...]
    picture: str

    @property
    def formerly(self) -> str:
        """Its old address below the root of its site; empty where it had none that leads anywhere else."""
        parts = urlsplit(self.address)
        try:
            return site_path(parts.path) if parts.path.strip("/") and not parts.query else ""
        except SitePathError:
            return ""


@dataclass(frozen=True, slots=True)
class Site:
    """What comes along of a website, its media and what posts share by number; how much of what kind stays behind."""

    posts: tuple[SitePost, ...]
    media: Mapping[str, str]
    shared: Mapping[str, str]
    left: Counter[str]
    comments: int


def read_site(tree: Element, zone: ZoneInfo) -> Site:
    """The website in the tree of an export; raises ImportRefused."""
    channel = tree.find("channel")
    if tree.tag != "rss" or channel is None or not child_text(channel, "wxr_version"):
        raise ImportRefused("it is no export of WordPress: there is no <wp:wxr_version> in it")
    items, left = channel.findall("item"), Counter[str]()
    media = {
        child_text(item, "post_id"): child_text(item, "attachment_url")
        for item in items
        if child_text(item, "post_type") == "attachment"
    }
    shared = {
        child_text(item, "post_id"): (item.findtext("encoded") or "").strip()
        for item in items
        if child_text(item, "post_type") == _SHARED and is_public(item)
    }
    posts = tuple(_posts(items, zone, left))
    comments = sum(len(item.findall("comment")) for item in items)
    return Site(posts, media, shared, left, comments)


def _posts(items: list[Element], zone: ZoneInfo, left: Counter[str]) -> Iterator[SitePost]:
    for item in items:
        type_, status = child_text(item, "post_type") or "post", child_text(item, "status")
        if type_ in ("attachment", _SHARED) or type_ in _MENTIONED_NOWHERE:
            continue
        if type_ not in _KINDS:
            left[f"of the kind “{type_}”"] += 1
        elif status in ("trash", "auto-draft", "inherit"):
            left["deleted or never written"] += 1
        elif not is_public(item) and (status not in _NOT_YET or child_text(item, "post_password")):
            left["private, or behind a password"] += 1
        else:
            yield _post(item, _KINDS[type_], zone)


def _post(item: Element, kind: Kind, zone: ZoneInfo) -> SitePost:
    texts = [(each.text or "").strip() for each in item.findall("encoded")]
    date = moment_of(item, "post_date", zone)
    labels = (each.text or "" for each in item.findall("category") if each.get("domain") in ("category", "post_tag"))
    tags = (" ".join(text_of_html(each).replace(",", " ").split()) for each in labels)
    meta = {child_text(each, "meta_key"): child_text(each, "meta_value") for each in item.findall("postmeta")}
    return SitePost(
        kind=kind,
        title=" ".join(text_of_html(child_text(item, "title")).split()),
        name=child_text(item, "post_name"),
        address=child_text(item, "link"),
        date=date.astimezone(zone) if date else None,
        html=texts[0] if texts else "",
        summary=" ".join(text_of_html(texts[1]).split()) if len(texts) > 1 else "",
        tags=tuple(dict.fromkeys(tag for tag in tags if tag and tag.casefold() != "uncategorized")),
        picture=meta.get("_thumbnail_id", ""),
    )
