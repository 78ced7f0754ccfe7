"""JSON-LD in pages: it reads as JSON, its types are schema.org's own that we use, and its links lead somewhere."""

import json
from collections.abc import Iterator, Mapping

from plugins.problems import Problem
from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.site import BuiltSite

_CONTEXT = "https://schema.org"
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "Blog": ("name",),
    "BlogPosting": ("headline", "datePublished"),
    "BreadcrumbList": ("itemListElement",),
    "Comment": ("text",),
    "DefinedTerm": ("name",),
    "DefinedTermSet": ("hasDefinedTerm",),
    "Event": ("name",),
    "EventSeries": ("name",),
    "ImageObject": ("contentUrl",),
    "ItemList": ("itemListElement",),
    "ListItem": ("position",),
    "Organization": ("name",),
    "Person": ("name",),
    "Place": ("name",),
    "PostalAddress": (),
    "Question": ("name",),
    "Answer": ("text",),
    "QuantitativeValue": (),
    "Rating": (),
    "AggregateRating": ("ratingValue",),
    "Review": (),
    "CollectionPage": ("name",),
    "Service": ("name",),
    "WebPage": (),
    "WebSite": ("name",),
}
"""The types that the diary speaks, and what each must say. A new one is added here when a page begins to use it."""
_LINKS = frozenset(("url", "contentUrl", "thumbnailUrl", "image"))


def structured_faults(site: BuiltSite) -> Iterator[Problem]:
    """What a search engine would stumble over."""
    for path, page in site.pages.items():
        for script in page.all("script"):
            if script.attributes.get("type") == "application/ld+json":
                yield from (
                    site.finding(path, script.line, message, "unfit-page") for message in _block(site, script.text)
                )


def _block(site: BuiltSite, text: str) -> Iterator[str]:
    try:
        document = json.loads(text)
    except ValueError as broken:
        yield f"the JSON-LD is no JSON: {broken}"
        return
    nodes = document if isinstance(document, list) else [document]
    for node in nodes:
        if not isinstance(node, dict) or str(node.get("@context", "")).rstrip("/") != _CONTEXT:
            yield f"the JSON-LD has no @context; write {_CONTEXT}"
            return
        yield from _node(site, node)


def _node(site: BuiltSite, node: Mapping[str, object]) -> Iterator[str]:
    kind = node.get("@type")
    if "@type" not in node and set(node) - {"@id"}:
        yield f"the JSON-LD has a part without @type: {', '.join(sorted(node))}"
    elif kind is not None and kind not in _NEEDED:
        yield f"the JSON-LD has the type “{kind}”, which the last look does not know yet (structured.py)"
    elif kind is not None:
        yield from (f"the JSON-LD's {kind} has no {name}" for name in _NEEDED[str(kind)] if name not in node)
    for name, value in node.items():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict) and "@value" not in inner:
                yield from _node(site, inner)
            if name in _LINKS and isinstance(inner, str):
                where = destination(site, "about:blank", inner)
                if where.kind == "nowhere":
                    yield f"the JSON-LD links to “{inner}”: {where.why}"
