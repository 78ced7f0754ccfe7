"""A page out of a template and a view: same template, same view, same site, same bytes."""

import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from plugins.engine.once import Once
from plugins.engine.page import Page, PlannedPage
from plugins.engine.template_environment import template_environment


class Renderer:
    """Renders pages of one theme for one site, and keeps none of them; what a theme lacks lies `beside` it."""

    def __init__(self, theme: Path, site: object, *, beside: Path | None = None) -> None:
        self._folders = (theme / "templates", beside / "templates" if beside else theme / "templates")
        self._stamps = frozenset(_stamps(self._folders))
        self._environment = template_environment(self._folders, self._stamps)
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
