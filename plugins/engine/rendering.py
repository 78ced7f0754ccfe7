"""A page out of a template and a view, with an environment of our own.

Pelican's environment leaves text unescaped and undefined names silent; ours does neither. A template sees `page`,
`site`, the `words` of the interface and `once`, and nothing else. Left out on purpose: Jinja's global functions,
whatever rolls dice (two builds must be equal) and `safe` (text that is HTML already comes as a value that says so, with
`__html__`).
"""

import os
import pickle
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from markupsafe import escape

from plugins import words
from plugins.engine.compiled_templates import CompiledTemplates
from plugins.engine.once import Once
from plugins.engine.page import Page, PlannedPage

_THEMES = 8
"""So many themes are kept compiled in memory."""
_FILTERS_LEFT_OUT = ("random", "safe")
_SIGNS_OF_HTML = re.compile("[&<>\"']").search
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class WithoutIndentation(Extension):
    """Takes the blanks that open a template's lines: they are for its author, and readers would load them.

    A blank line, or one that ends, still parts two words; what a view holds is left as it is.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's hook
        return _INDENTATION.sub("", source)


class _Unwrapped(CodeGenerator):
    """Writes text that goes onto a page as it is: each piece was made a Markup for nobody, a fifth of all rendering."""

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.escaped(")


class _Environment(Environment):
    code_generator_class = _Unwrapped

    @staticmethod
    def escaped(value: object) -> str:
        """The same as `escape`, for what is put onto a page and never asked whether it is HTML."""
        if type(value) is str:
            return escape(value) if _SIGNS_OF_HTML(value) else value
        return value.__html__() if hasattr(value, "__html__") else escape(value)


class Renderer:
    """Renders pages of one theme for one site, and keeps none of them; what a theme lacks lies `beside` it."""

    def __init__(self, theme: Path, site: object, *, beside: Path | None = None) -> None:
        self._folders = (theme / "templates", beside / "templates" if beside else theme / "templates")
        self._stamps = frozenset(_stamps(self._folders))
        self._environment = _environment(self._folders, self._stamps)
        self._site = site
        self._once = Once()

    @property
    def is_current(self) -> bool:
        """Whether the templates are still those with which it began."""
        return frozenset(_stamps(self._folders)) == self._stamps

    @cached_property
    def _shared(self) -> bytes:
        """The digest of what decides about every page: the site, and each template."""
        digest = sha256(pickle.dumps(self._site))
        for file, _ in sorted(self._stamps):
            content = Path(file).read_bytes()
            digest.update(f"\0{file}\0{len(content)}\0".encode() + content)
        return digest.digest()

    def planned(self, page: Page | PlannedPage) -> tuple[Page, str]:
        """The page with its view made, and its fingerprint: same fingerprint, same bytes.

        What it is made of is put in a row by `pickle` to be digested, and never read again from there.
        """
        with _noted(page):
            view = page.view
            made_of = pickle.dumps((page.template, view))
            return Page(page.path, page.template, view), sha256(self._shared + made_of).hexdigest()

    def render(self, page: Page | PlannedPage) -> bytes:
        """The page as UTF-8 with LF line ends."""
        with _noted(page):
            template = self._environment.get_template(page.template)
            text = template.render(page=page.view, site=self._site, once=self._once)
            return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")


@contextmanager
def _noted(page: Page | PlannedPage) -> Iterator[None]:
    """Whatever is raised goes on its way, with the page that it happened on."""
    try:
        yield
    except Exception as error:
        error.add_note(f"This happened while {page.path} was rendered with the template {page.template}.")
        raise


def _stamps(folders: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Every template with its time."""
    for folder in folders:
        for where, _, names in os.walk(folder):
            places = [f"{where}/{name}" for name in names]
            yield from ((place, os.stat(place).st_mtime_ns) for place in places)  # noqa: PTH116 - at each save


@lru_cache(_THEMES)
def _environment(templates: Sequence[Path], _stamps: frozenset[tuple[str, int]]) -> _Environment:
    """The templates of folders, the first before the others; each compiled once, and anew when a file has changed.

    Looking at a file each time that a page includes it would take a tenth of what rendering takes.
    """
    environment = _Environment(
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
