"""Where archives are kept between builds, and the refusal to keep them where they would be published with the software.

The history of a repository never forgets; a comment that its writer wants to be gone must be forgotten.
"""

import shutil
import subprocess
from pathlib import Path

from plugins.comments.archive.reading import ArchiveError, read_archive
from plugins.comments.archive.record import Archive
from plugins.files import home_of, write_file
from plugins.problems import Problem
from plugins.records import dataclass

SERVICE, IMPORTED, MASTODON = "archive.json", "imported.json", "mastodon.json"
MASTODON_CODES = "mastodon-codes.json"
"""No archive: codes of the replies that were marked, so that one which is changed later is known."""
_NOT_A_REPOSITORY = "not a git repository"


class PublicPlaceError(Exception):
    """An archive would lie where a repository keeps it for ever; the message says what to do."""


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """The folder of archives: what the service exported (`file`), and beside it what came from elsewhere."""

    file: Path
    content: Path

    def place(self, name: str) -> Path:
        """Where the archive of one origin lies."""
        return self.file if name == SERVICE else self.file.with_name(name)

    def archives(self) -> tuple[tuple[Archive, ...], tuple[Problem, ...]]:
        """Every archive that is kept; one that cannot be read stops the build, since its comments would be gone."""
        found: list[Archive] = []
        problems: list[Problem] = []
        places = map(self.place, (SERVICE, IMPORTED, MASTODON))
        for place in (each for each in places if each.exists() or each.is_symlink()):
            try:
                refuse_public(place, self.content)
                found.append(read_archive(place.read_bytes()))
            except (ArchiveError, PublicPlaceError, OSError) as error:
                message = f"this archive of comments cannot be used: {error}"
                problems.append(Problem(str(place), 0, "", message, "comments-unavailable"))
        return tuple(found), tuple(problems)

    def keep(self, name: str, text: bytes) -> None:
        """Keep an archive in the place of the last one; raises PublicPlaceError, or OSError."""
        place = self.place(name)
        refuse_public(place, self.content)
        whole = place.absolute()
        write_file(whole, text, below=home_of(whole, self.content.absolute().parent))


def refuse_public(place: Path, content: Path) -> None:
    """Raise PublicPlaceError if `place` lies among the posts, or where git takes it into a repository's history."""
    whole = place.resolve()
    if whole.is_relative_to(content.resolve()):
        raise PublicPlaceError("it lies in the folder of posts, which is published; put it outside")
    git = shutil.which("git")
    folder = next(parent for parent in whole.parents if parent.is_dir())
    if git is None:
        return
    command = [git, "-C", str(folder), "check-ignore", "--quiet", str(whole)]
    asked = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if asked.returncode == 1:
        raise PublicPlaceError(
            "git does not ignore it, and a repository's history would keep what its writer wants gone; "
            "keep it in .comments/, or name a place outside in DIARY_COMMENTS_ARCHIVE"
        )
    if asked.returncode > 1 and _NOT_A_REPOSITORY not in asked.stderr:
        raise PublicPlaceError(f"git cannot say whether it ignores it: {asked.stderr.strip()}")
