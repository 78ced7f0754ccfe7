"""Writes pages and files below the folder that Pelican names as output.

Pelican's own way of writing is refused: it renders without escaping and hands templates the whole context.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from pelican.writers import Writer

from plugins.engine.cores import mapped
from plugins.engine.failure import reported_as_build_failure
from plugins.engine.kept_pages import KEPT_PAGES, KeptPages, Written
from plugins.engine.page import File, Offered, Page, PlannedFile, PlannedPage
from plugins.engine.paths import Claims
from plugins.engine.rendering import Renderer
from plugins.engine.stages import PAGES, STAGES, Stages
from plugins.files import create_file, refuse_links

OLD_SITE = "DIARY_OLD_SITE"
"""Where in the settings of a run stands the site before it: what it says already is not written again."""
DIGESTS = "DIARY_DIGESTS"
"""Where in the settings of a run the digest of each written file is put, by its path: the manifest need read none."""
OFFERED = "DIARY_OFFERED_PAGES"
"""Where in the settings of a preview stands the Offered into which it puts what it makes when somebody asks."""
_PAGES_AT_A_TIME = 600
_PAGES_A_PROCESS = 100


class DiaryWriter(Writer):  # type: ignore[misc]  # Pelican brings no types.
    """The writer of one build: every path is written once, by one page."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        self._folder = Path(output_path)
        old: Path | None = settings.get(OLD_SITE)
        self._old = old if old and old.is_dir() else None
        self._digests: dict[str, str] = settings.get(DIGESTS, {})
        self._kept: KeptPages | None = settings.get(KEPT_PAGES)
        self._offered: Offered | None = settings.get(OFFERED)
        self._theme = Path(settings["THEME"])
        self._claims = Claims()
        if self._kept:
            with reported_as_build_failure():
                self._kept.begin(self._folder)
        self._stages: Stages = settings.get(STAGES) or Stages()

    def write_pages(self, site: object, pages: Iterable[Page | PlannedPage]) -> None:
        """Render each page with `site` and write it; a preview renders each when it is asked for."""
        renderer = Renderer(self._theme, site)
        waiting = iter(pages)
        written: list[Written] = []
        # Some at a time, so that whoever waits sees how far it is.
        batches = iter(lambda: tuple(islice(waiting, _PAGES_AT_A_TIME)), ())
        for batch in self._stages.over(PAGES, batches, size=len):
            for page in batch:
                self._claims.claim(page.path)
            if self._offered is None:
                made = self._written(renderer, batch)
                self._digests.update((file.path, file.digest) for file in made)
                written += made if self._kept else ()
            else:
                self._offered.pages.update((page.path, partial(renderer.render, page)) for page in batch)
        if self._kept and renderer.is_current:  # Else nobody knows of which templates a page was made.
            self._learn(written)

    def _written(self, renderer: Renderer, pages: Sequence[Page | PlannedPage]) -> list[Written]:
        """The pages written; what can be carried over is found out here, and only the rest shared out."""
        write = partial(self._write_page, renderer)
        if not self._kept:
            return mapped(write, [(page, "") for page in pages], at_least=_PAGES_A_PROCESS)
        if self._kept.is_empty:
            return mapped(lambda page: write(renderer.planned(page)), pages, at_least=_PAGES_A_PROCESS)
        planned = [renderer.planned(page) for page in pages]
        carried = [self._carried_over(page.path, fingerprint) for page, fingerprint in planned]
        rest = [each for each, done in zip(planned, carried, strict=True) if not done]
        return [*filter(None, carried), *mapped(write, rest, at_least=_PAGES_A_PROCESS)]

    def _write_page(self, renderer: Renderer, planned: tuple[Page | PlannedPage, str]) -> Written:
        page, fingerprint = planned
        return self._write(page.path, fingerprint, renderer.render(page))

    def write_files(self, files: Iterable[File | PlannedFile]) -> None:
        for file in files:
            self._claims.claim(file.path)
            with reported_as_build_failure():
                content = file.content
            digest = sha256(content).hexdigest()
            self._digests[file.path] = digest
            self._learn([self._carried_over(file.path, digest) or self._write(file.path, digest, content)])

    def write_files_at_hand(self, files: Sequence[File]) -> None:
        """Write files whose bytes are in memory anyway; a preview leaves them there."""
        if self._offered is None:
            self.write_files(files)
        else:
            for file in files:
                self._claims.claim(file.path)
            self._offered.at_hand.update((file.path, file.content) for file in files)

    def write_site_wide_files(self, plan: Callable[[], Iterable[File | PlannedFile]]) -> None:
        """Write files that tell of the whole site; a preview plans them when one is asked for, and makes that one."""
        if self._offered is None:
            self.write_files(plan())
        else:
            self._offered.plan_files = plan

    def _carried_over(self, path: str, fingerprint: str) -> Written | None:
        with reported_as_build_failure():
            return self._kept.carried_over(path, fingerprint, self._folder) if self._kept else None

    def _write(self, path: str, fingerprint: str, content: bytes) -> Written:
        with reported_as_build_failure():
            create_file(self._folder / path, content, below=self._folder, like=self._before(path))
        return Written(path, fingerprint, sha256(content).hexdigest(), is_carried=False)

    def _learn(self, written: Iterable[Written]) -> None:
        if self._kept:
            self._kept.learn(written)

    def _before(self, path: str) -> Path | None:
        """The file of that path in the old site; None where there is no old site, or a link on the way."""
        if self._old is None:
            return None
        try:
            refuse_links(self._old / path, below=self._old)
        except OSError:
            return None
        return self._old / path

    def write_file(self, name: str, *_: object, **__: object) -> None:
        """Pelican's own generators have nothing to publish here."""
        if name:
            raise _not_ours(name)

    def write_feed(self, *_: object, path: str | None = None, **__: object) -> None:
        """Feeds are pages of ours."""
        raise _not_ours(path or "a feed")


def _not_ours(name: str) -> RuntimeError:
    return RuntimeError(
        f"Pelican's own generators want to write {name}; only pages that plugins/blog has planned are published "
        "(docs/decisions/0002)"
    )
