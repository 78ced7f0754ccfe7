"""Data for machines that stands in a page [JSON-LD]."""

import json
from collections.abc import Mapping

from plugins.story.html import Html


def json_ld(data: Mapping[str, object]) -> Html:
    """The text of a `<script type="application/ld+json">`: no content can end the element early."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Html(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
