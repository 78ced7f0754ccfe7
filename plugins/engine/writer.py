"""Writes pages and files below one folder, each path once."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican.writers import Writer

from plugins.engine.page import File, Page
from plugins.engine.rendering import Renderer

_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]')


class PathRefused(Exception):
    """A path that must not be written: our own mistake, never an author's."""


class DiaryWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's writer, replaced: Pelican's own generators have nothing to write."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self._folder = Path(output_path)
        self._templates = Path(settings["THEME"]) / "templates"
        self._made: set[Path] = set()
        self._taken: dict[str, str] = {}

    @property
    def page_count(self) -> int:
        """How many pages of HTML were written."""
        return sum(path.endswith(".html") for path in self._taken.values())

    def write_pages(self, site: object, pages: Iterable[Page]) -> None:
        """Render and write pages; raises PathRefused and whatever a template raises."""
        renderer = Renderer(self._templates, site)
        for page in pages:
            self._write(page.path, renderer.render(page))

    def write_files(self, files: Iterable[File]) -> None:
        """Write files whose bytes are ready; raises PathRefused."""
        for file in files:
            self._write(file.path, file.content)

    def _write(self, path: str, content: bytes) -> None:
        target = self._folder / self._claimed(path)
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        target.write_bytes(content)

    def _claimed(self, path: str) -> str:
        parts = path.split("/")
        if any(part in ("", ".", "..") or _WINDOWS.fullmatch(part) or _FORBIDDEN.search(part) for part in parts):
            raise PathRefused(f"{path!r} leads out of the output folder, or cannot be a file everywhere")
        key = unicodedata.normalize("NFC", path).casefold()
        if key in self._taken:
            raise PathRefused(f"two pages claim one path: {self._taken[key]!r} and {path!r}")
        self._taken[key] = path
        return path
