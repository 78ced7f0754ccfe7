"""The settings of a diary under the names by which Pelican, and every room of ours, reads them."""

import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from plugins.frontmatter import Node, Scalar, Sequence
from plugins.settings.deployment import is_preview_deployment
from plugins.settings.reading import read_diary_file
from plugins.settings.record import DiarySettings, Organisation

DIARY_FILE = "DIARY_FILE"
"""Under which name the settings of a run hold the file itself, a DiaryFile."""
PUBLISHED_AT = "DIARY_PUBLISHED_AT"
"""Under which name they hold the address at which readers find the site, though a preview shows it elsewhere."""
_ADDRESS = "DIARY_SITE_URL"


def with_diary_file(settings: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Pelican's settings, and what the diary that lies in their PATH says of itself; what it leaves out stays.

    The address at which the site is shown is left alone in a preview, and where the environment names it: whoever
    publishes knows it best. A host's copy for a proposed change is listed nowhere, whatever the diary says.
    """
    file = read_diary_file(Path(settings["PATH"]))
    named = _named(file.settings) if file.settings else {}
    if settings.get("DIARY_PREVIEW") and (published_at := environ.get(_ADDRESS) or named.get("SITEURL")):
        named[PUBLISHED_AT] = published_at
    if settings.get("DIARY_PREVIEW") or environ.get(_ADDRESS):
        named.pop("SITEURL", None)
    if is_preview_deployment(environ):
        named["DIARY_SEARCH_ENGINES"] = False
    return {**settings, **named, DIARY_FILE: file}


def _named(written: DiarySettings) -> dict[str, Any]:
    groups = written.small_groups
    named = {
        "SITENAME": written.name,
        "SITEURL": written.address,
        "TIMEZONE": written.zone,
        "DEFAULT_LANG": written.language,
        "DIARY_DESCRIPTION": written.description or written.introduction,
        "DIARY_INTRODUCTION": written.introduction or written.description,
        "DIARY_HEADLINE": written.headline,
        "DIARY_MENU": written.menu,
        "DIARY_ACCENT": written.accent,
        "DIARY_MARK": written.mark,
        "DIARY_CONTACT": written.contact,
        "DIARY_ORGANISATION": _organisation(written.organisation),
        "DIARY_LICENCE": written.licence,
        "DIARY_SERIES": written.series,
        "DIARY_COMMENTS": _plain(written.comments) if written.comments else None,
        "DIARY_OUTPUTS": {each.name: getattr(written.outputs, each.name) for each in fields(written.outputs)},
        "DIARY_SEARCH_ENGINES": written.search_engines == "yes",
        "DIARY_SMALL_GROUPS": {"room": groups.room, "side": groups.side},
    }
    return {name: value for name, value in named.items() if value is not None and value != ""}


def _organisation(written: Organisation | None) -> dict[str, str] | None:
    return {"name": written.name, "url": written.url or ""} if written else None


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {entry.key: _plain(entry.node) for entry in node.entries}
