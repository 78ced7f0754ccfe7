"""A site of pages and a file that is built again and again, with what each was made of kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from plugins.engine.finalise import files_below
from plugins.engine.folder_swap import swapped
from plugins.engine.kept_pages import KEPT_PAGES, KeptPages, mirror_of
from plugins.engine.manifest import digests as digests_in
from plugins.engine.manifest import fault
from plugins.engine.page import File, Page
from plugins.engine.paths import MARKER
from plugins.engine.staging import Staging
from plugins.engine.writer import DIGESTS, OLD_SITE, DiaryWriter
from plugins.photos.store import FolderStore

PAGES = ("first/index.html", "second/index.html")


class KeptSite:
    """A site of two pages, unless somebody names others, and a file."""

    def __init__(self, folder: Path) -> None:
        self.output, self.theme, self.kept = folder / "output", folder / "theme", folder / "kept"
        (self.theme / "templates").mkdir(parents=True)
        self.template("<p>{{ page }} of {{ site }}</p>")

    def template(self, text: str) -> None:
        (self.theme / "templates/page.html").write_text(text)

    def build(
        self,
        *views: str,
        pages: Sequence[str] = PAGES,
        site: str = "S",
        made_by: str = "1",
        meanwhile: Callable[[], None] = lambda: None,
        before_it_is_in_place: Callable[[Path], object] = lambda _: None,
        before_it_saves: Callable[[], object] | None = None,
        swap: Callable[[Path, Path], bool] = swapped,
    ) -> list[str]:
        """Build it; the paths of what is the old site's file."""
        staging = Staging(self.output, check=lambda _: None, say=print)
        kept = KeptPages(self.store, made_by, self.output)
        digests: dict[str, str] = {}
        settings = {"THEME": str(self.theme), OLD_SITE: self.output, KEPT_PAGES: kept, DIGESTS: digests}
        writer = DiaryWriter(str(staging.fresh), settings)
        writer.write_files([File("site.css", b"a{}")])
        writer.write_pages(site, self._pages(views, pages, meanwhile))
        found = kept.inside(staging.fresh)
        assert {folder: sorted(names) for folder, names in found.items()} == {
            folder: sorted(names) for folder, names in files_below(staging.fresh).items()
        }
        staging.finish(durable=True, known=digests, ready=kept.ready, found=found)
        kept.seal(staging.fresh)
        before_it_is_in_place(staging.fresh)
        if before_it_saves:
            staging.swap_in()
            before_it_saves()
            kept.save(staging.fresh)
        else:
            staging.swap_in(swap, once_in_place=lambda: kept.save(staging.fresh))
        return sorted(path for path in kept.ready if (self.output / path).is_file())

    def _pages(self, views: Iterable[str], pages: Iterable[str], meanwhile: Callable[[], None]) -> Iterator[Page]:
        meanwhile()
        yield from (Page(path, "page.html", view) for path, view in zip(pages, views, strict=True))

    def told(self) -> str | None:
        return fault(self.output, digests_in(self.output))

    def files(self) -> dict[str, str]:
        """What the site says; the mirror, if there is one, is the same files and nothing else."""
        paths = [path for path in self.output.rglob("*") if path.name != MARKER]
        within = sorted(path.relative_to(self.output) for path in paths)
        if self.mirror.exists():
            assert sorted(path.relative_to(self.mirror) for path in self.mirror.rglob("*")) == within
            assert all(
                (self.mirror / path).is_dir() or (self.mirror / path).samefile(self.output / path) for path in within
            )
        assert self.told() is None
        assert {path.stat().st_mode & 0o777 for path in (self.output, *paths) if path.is_dir()} == {0o755}
        return {path.as_posix(): (self.output / path).read_text() for path in within if (self.output / path).is_file()}

    @property
    def store(self) -> FolderStore:
        return FolderStore(self.kept, diary=self.theme, private=True)

    @property
    def mirror(self) -> Path:
        return mirror_of(self.store, self.output)
