"""A page out of a template and a view, with an environment of our own.

Pelican's environment leaves text unescaped and undefined names silent; ours does neither. A template sees `page`,
`site` and the `words` of the interface, and nothing else. Left out on purpose: Jinja's global functions, whatever rolls
dice (two builds must be equal) and `safe` (text that is HTML already comes as a value that says so, with `__html__`).
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from plugins import words
from plugins.engine.compiled_templates import CompiledTemplates
from plugins.engine.page import Page, PlannedPage

_THEMES = 8
"""So many themes are kept compiled in memory."""
_FILTERS_LEFT_OUT = ("random", "safe")
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class WithoutIndentation(Extension):
    """Takes the blanks that open a template's lines: they are for its author, and readers would load them.

    A blank line, or one that ends, still parts two words; what a view holds is left as it is.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's hook
        return _INDENTATION.sub("", source)


class Renderer:
    """Renders pages of one theme for one site, and keeps nothing of them; what a theme lacks lies `beside` it."""

    def __init__(self, theme: Path, site: object, *, beside: Path | None = None) -> None:
        folders = (theme / "templates", beside / "templates" if beside else theme / "templates")
        self._environment = _environment(folders, frozenset(_stamps(folders)))
        self._site = site

    def render(self, page: Page | PlannedPage) -> bytes:
        """The page as UTF-8 with LF line ends."""
        try:
            text = self._environment.get_template(page.template).render(page=page.view, site=self._site)
            return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
        except Exception as error:  # whatever it is goes on its way, with the page that it happened on
            error.add_note(f"This happened while {page.path} was rendered with the template {page.template}.")
            raise


def _stamps(folders: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Every template with its time."""
    for folder in folders:
        for where, _, names in os.walk(folder):
            yield from ((f"{where}/{name}", (Path(where) / name).stat().st_mtime_ns) for name in names)


@lru_cache(_THEMES)
def _environment(templates: Sequence[Path], _stamps: frozenset[tuple[str, int]]) -> Environment:
    """The templates of folders, the first before the others; each compiled once, and anew when a file has changed.

    Looking at a file each time that a page includes it would take a tenth of what rendering takes.
    """
    environment = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
        extensions=[WithoutIndentation],
        bytecode_cache=CompiledTemplates(Path(__file__).read_bytes()),
    )
    environment.globals.clear()
    environment.globals["words"] = words
    for name in _FILTERS_LEFT_OUT:
        del environment.filters[name]
    return environment
