"""Whatever writes for the diary follows no planted link: what that leads to stays as it was, and a sentence says why."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from plugins.comments.archive import ArchiveFolder
from plugins.comments.archive.folder import IMPORTED, MASTODON, SERVICE
from plugins.comments.server.database import Database
from plugins.comments.server.threads import ThreadSource
from plugins.engine.failure import BuildFailed
from plugins.engine.page import File
from plugins.engine.staging import Staging
from plugins.engine.writer import DiaryWriter
from plugins.files import LinkInTheWay
from plugins.photos.store import FolderStore
from plugins.preview.comments import running_comments_service
from plugins.publishing.compressing import with_compressed
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site, SiteFile
from plugins.withdrawal.marking import NotMarked, mark
from plugins.workbench.environment import put_stamp
from tests.publishing.sites import build, publish
from tests.support.builds import build as run_build
from tests.support.diaries import LONDON, written

SENTENCE = "is a link to another place"
REGISTER = "C-09: {covers: quote}\n"
SITE = {"name": "One", "address": "https://example.org", "language": "en"}
THREADS = json.dumps({"version": 1, "site": SITE, "threads": []})


def keep(name: str) -> Callable[[Path], None]:
    return lambda diary: ArchiveFolder(diary / ".comments" / "archive.json", diary / "content").keep(name, b"{}")


def put(diary: Path) -> None:
    FolderStore(diary / ".cache" / "photos", diary=diary / "content").put("key/print.jpg", b"pixels")


def throw_away(diary: Path) -> None:
    FolderStore(diary / ".cache" / "photos", diary=diary / "content").keep_only([])


def withdraw(diary: Path) -> None:
    if not (diary / "content" / "consent.yml").is_symlink():
        (diary / "content" / "consent.yml").write_text(REGISTER)
    mark(diary / "content", "C-09", today=date(2020, 3, 1), zone=LONDON)


def write_page(diary: Path) -> None:
    writer = DiaryWriter(str(diary / ".output.new"), {"THEME": str(diary)})
    writer.write_files([File("posts/one/index.html", b"words")])


def stage(diary: Path) -> None:
    Staging(diary / "output", check=lambda _: None, say=print).discard()


def open_database(diary: Path) -> None:
    Database(diary / "comments.db").close()


def remember_threads(diary: Path) -> None:
    (diary / "threads.json").write_text(THREADS)
    source = ThreadSource(str(diary / "threads.json"), diary / "threads.kept.json")
    source._look(0.0)


def publish_to_folder(diary: Path) -> None:
    for words in ("one", "two"):
        run = publish(
            build(diary / "built", {"index.html": words}), f"folder:{diary / 'served'}", "--keep", "2", "--yes"
        )
        if run.returncode:
            raise NotMarked(run.stderr)


def compress(diary: Path) -> None:
    (diary / "a.txt").write_text("words " * 100)
    site = Site({"posts/a.txt": SiteFile("posts/a.txt", diary / "a.txt", "")})
    with_compressed(site, diary / "made", Progress(SimpleNamespace(isatty=lambda: False)))  # type: ignore[arg-type]  # It says nothing where nobody looks.


def run_comments(diary: Path) -> None:
    with running_comments_service(
        diary / "comments", site="http://localhost:1", threads=diary / "threads.json", near=8000
    ):
        pass


def stamp(diary: Path) -> None:
    put_stamp(diary / ".venv", "whole")


class Case(NamedTuple):
    act: Callable[[Path], None]
    link: str


REFUSED = [
    Case(keep(SERVICE), ".comments/archive.json"),
    Case(keep(IMPORTED), ".comments/imported.json"),
    Case(keep(MASTODON), ".comments/mastodon.json"),
    Case(keep(IMPORTED), ".comments/"),
    Case(put, ".cache/"),
    Case(put, ".cache/photos/"),
    Case(put, ".cache/photos/{key}/"),
    Case(put, ".cache/photos/{key}/of"),
    Case(put, ".cache/photos/{key}/key/"),
    Case(put, ".cache/photos/{key}/key/print.jpg"),
    Case(throw_away, ".cache/"),
    Case(throw_away, ".cache/photos/"),
    Case(throw_away, ".cache/photos/{key}/"),
    Case(withdraw, "content/consent.yml"),
    Case(write_page, ".output.new/posts/"),
    Case(stage, ".output.lock"),
    Case(open_database, "comments.db"),
    Case(open_database, "comments.db-wal"),
    Case(remember_threads, "threads.kept.json"),
    Case(publish_to_folder, ".served.kept/"),
    Case(publish_to_folder, ".served.kept/1/"),
    Case(publish_to_folder, ".served.lock"),
    Case(compress, "made/posts/"),
    Case(run_comments, "comments/comments.toml"),
    Case(stamp, ".venv/diary-stamp.txt"),
]
UNHARMED = [
    Case(keep(SERVICE), ".comments/archive.json.new"),
    Case(keep(IMPORTED), ".comments/imported.json.new"),
    Case(withdraw, "content/.consent.yml.new"),
    Case(stage, ".output.new/"),
    Case(stage, ".output.old/"),
    Case(write_page, ".output.new/posts/one/index.html"),
    Case(compress, "made/posts/a.txt.gz"),
]


def named(case: Case) -> str:
    return f"{case.act.__name__.strip('<>')} {case.link}"


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    (tmp_path / "diary" / "content").mkdir(parents=True)
    return tmp_path / "diary"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """What belongs to somebody else, and looks as what is looked for would."""
    (tmp_path / "elsewhere" / "1").mkdir(parents=True)
    (tmp_path / "elsewhere" / "1" / "index.html").write_text("theirs")
    (tmp_path / "elsewhere" / "theirs").write_text(REGISTER)
    return tmp_path / "elsewhere"


def planted(diary: Path, elsewhere: Path, link: str) -> dict[str, str]:
    """Put the link there; what lies elsewhere."""
    store = FolderStore(diary / ".cache" / "photos", diary=diary / "content", read_only=True)
    place = diary / link.rstrip("/").format(key=store._folder.name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(elsewhere if link.endswith("/") else elsewhere / "theirs")
    return lying(elsewhere)


def lying(elsewhere: Path) -> dict[str, str]:
    return {path.relative_to(elsewhere).as_posix(): path.read_text() for path in elsewhere.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_a_planted_link_is_refused_and_leads_nowhere(diary: Path, elsewhere: Path, case: Case) -> None:
    before = planted(diary, elsewhere, case.link)
    with pytest.raises((LinkInTheWay, BuildFailed, NotMarked)) as told:
        case.act(diary)
    assert SENTENCE in str(told.value)
    assert lying(elsewhere) == before


@pytest.mark.parametrize("case", UNHARMED, ids=named)
def test_a_link_planted_under_a_name_beside_leads_nowhere(diary: Path, elsewhere: Path, case: Case) -> None:
    before = planted(diary, elsewhere, case.link)
    with suppress(BuildFailed, FileExistsError):
        case.act(diary)
    assert lying(elsewhere) == before


def test_the_service_tells_a_link_and_goes_on(diary: Path, elsewhere: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = planted(diary, elsewhere, "threads.kept.json")
    (diary / "threads.json").write_text(THREADS)
    assert ThreadSource(str(diary / "threads.json"), diary / "threads.kept.json").current(0.0) is not None
    assert SENTENCE in caplog.text
    assert lying(elsewhere) == before


def test_an_archive_that_somebody_named_lies_where_they_chose(diary: Path, elsewhere: Path) -> None:
    (diary.parent / "disk").symlink_to(elsewhere, target_is_directory=True)
    ArchiveFolder(diary.parent / "disk" / "archive.json", diary / "content").keep(IMPORTED, b"{}")
    assert (elsewhere / "imported.json").read_bytes() == b"{}"


def test_a_build_that_meets_a_link_says_so_in_one_sentence(diary: Path, elsewhere: Path) -> None:
    before = planted(diary, elsewhere, ".cache/")
    made = written(diary, pages__about="---\ntitle: About\n---\nWords.\n")
    run = run_build(made, diary / "output", "-e", f'DIARY_PICTURES_KEPT="{diary / ".cache" / "photos"}"')
    assert run.returncode == 1
    assert (
        f"The new site could not be written ({diary / '.cache'}: this is a link to another place, and nothing is written "
        "through links; take the link away). Nothing was published: what was there before is still there."
    ) in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert lying(elsewhere) == before
