"""What a page tells machines about itself [schema.org, JSON-LD], without invented values."""

from collections.abc import Mapping
from json import JSONEncoder

from plugins.blog.settings import BlogSettings
from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry

_encoded = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class JsonLd:
    """What a `<script type="application/ld+json">` holds: written out where it is shown, and most pages are not."""

    block: Mapping[str, object]

    def __html__(self) -> str:
        """No content can end the element early."""
        return _encoded(self.block).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def blog_posting(
    entry: DiaryEntry, *, settings: BlogSettings, summary: str, words: int, image: str = ""
) -> dict[str, object]:
    """`BlogPosting` for one dated post. A month alone is given as a month, as ISO 8601 allows."""
    post = entry.post
    address = settings.address + entry.address
    block: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "@id": address,
        "url": address,
        "headline": post.title,
        "description": summary,
        "inLanguage": post.lang or settings.language,
        "wordCount": words,
        "isPartOf": {"@type": "Blog", "@id": settings.address, "name": settings.name},
    }
    block |= _publisher(settings)
    if image:
        block["image"] = image
    if post.date:
        block["datePublished"] = post.date.iso
    if post.updated:
        block["dateModified"] = post.updated.iso
    if post.author:
        block["author"] = {"@type": "Person", "name": post.author}
    if post.tags:
        block["keywords"] = list(post.tags)
    return block


def blog(settings: BlogSettings) -> dict[str, object]:
    """`Blog` for the home page."""
    return {
        "@context": "https://schema.org",
        "@type": "Blog",
        "@id": settings.address,
        "url": settings.address,
        "name": settings.name,
        "description": settings.description,
        "inLanguage": settings.language,
        **_publisher(settings),
    }


def _publisher(settings: BlogSettings) -> dict[str, object]:
    """Who is responsible, where the diary says so."""
    if not settings.organisation:
        return {}
    url = {"url": settings.organisation_url} if settings.organisation_url else {}
    return {"publisher": {"@type": "Organization", "name": settings.organisation, **url}}
