"""A built site: every file read once, every page parsed once."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from plugins.documents.epub import text_inside
from plugins.pdf import Unreadable
from plugins.problems import Code, Problem
from plugins.publishing.lastlook.page import Page, parsed
from plugins.records import dataclass

_TEXT = (".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".vtt", ".webmanifest", ".xml")


@dataclass(frozen=True)
class BuiltSite:
    """A folder as it would go out. `name` is how the folder is called in findings; `files` are by path below it."""

    name: str
    files: Mapping[str, bytes]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Every file that holds text, by its name; a letter that is not UTF-8 shows as a replacement character.

        A book that nobody can read is none, and told by a rule of its own.
        """
        texts = (path for path in self.files if path.lower().endswith(_TEXT) or path.rpartition("/")[2].startswith("_"))
        books = (path for path in self.files if path.lower().endswith(".epub"))
        found = {path: self.files[path].decode("utf-8", "replace") for path in texts}
        for path in books:
            with suppress(Unreadable):
                found[path] = text_inside(self.files[path])
        return found

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every HTML file by its path, parsed."""
        return {path: parsed(text) for path, text in self.texts.items() if path.endswith(".html")}

    @cached_property
    def address(self) -> str:
        """Where readers find the site, as its home page says; empty if it does not say so."""
        home = self._home
        named = [link.attributes for link in home.all("link") if link.attributes.get("rel") == "canonical"]
        # A page that asks to be found nowhere names no canonical one.
        shared = [meta.attributes for meta in home.all("meta") if meta.attributes.get("property") == "og:url"]
        places = [*(each.get("href", "") for each in named), *(each.get("content", "") for each in shared)]
        return places[0] if places else ""

    @cached_property
    def is_kept_from_search(self) -> bool:
        """Whether the whole site asks search engines to list none of it, as its home page does."""
        return self._home.is_kept_from_search

    @cached_property
    def _home(self) -> Page:
        return self.pages.get("index.html", Page(()))

    @cached_property
    def root(self) -> str:
        """The path in that address, with a slash at both ends."""
        return urlsplit(self.address).path or "/"

    def address_of(self, path: str) -> str:
        """The whole address of a file; a folder's page goes by the folder's name."""
        return self.address + (path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path)

    def finding(self, path: str, line: int, message: str, code: Code, *, stops: bool = True) -> Problem:
        """What is to be said of a file."""
        return Problem(f"{self.name}/{path}" if path else self.name, line, "", message, code, stops)


def built_site(folder: Path) -> BuiltSite:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return BuiltSite(folder.name, {path.relative_to(folder).as_posix(): path.read_bytes() for path in files})


def line_at(text: str, position: int) -> int:
    """The line on which a position of a text stands."""
    return text.count("\n", 0, position) + 1
