"""Diaries kept in git: a folder with its bare repository on this computer, and somebody else who writes there too."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.author.keeping import Keeping
from plugins.author.publication.changes import changes
from plugins.author.publication.repository import Repository, repository

POST = "---\ntitle: One\ndate: 2016-10-10\n---\n\nWe met.\n\nIt was warm.\n"
ENVIRON = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str, check: bool = True) -> str:
    """What git prints to somebody who works by hand in a folder."""
    who = ("-c", "user.name=Other", "-c", "user.email=other@example.org", "-c", "init.defaultBranch=main")
    command = ["git", *who, "-C", str(folder), *arguments]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env=ENVIRON, check=check)
    return run.stdout


@dataclass(frozen=True)
class KeptDiary:
    """A diary in `home`, sent to `bare`."""

    home: Path

    @property
    def bare(self) -> Path:
        return self.home.parent / "diary.git"

    @property
    def content(self) -> Path:
        return self.home / "content"

    @property
    def keeping(self) -> Keeping:
        return Keeping(self.content)

    @property
    def repository(self) -> Repository:
        kept = repository(self.content, ENVIRON, self.keeping)
        assert kept is not None
        return kept

    def write(self, path: str, text: str) -> None:
        place = self.home / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="")

    def read(self, path: str) -> str:
        return (self.home / path).read_text("utf-8")

    def committed_elsewhere(self, texts: Mapping[str, str | None]) -> None:
        """Somebody else's commit of files of the content folder; None deletes one."""
        clone = self.home.parent / "clone"
        if not clone.is_dir():
            git(self.home.parent, "clone", "--quiet", "--branch=main", str(self.bare), "clone")
        git(clone, "pull", "--quiet")
        for name, text in texts.items():
            place = clone / "content" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink() if text is None else place.write_text(text, "utf-8")
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", "-m", "By hand elsewhere")
        git(clone, "push", "--quiet", "origin", "HEAD:main")

    def subjects(self, *, bare: bool = True) -> list[str]:
        folder = self.bare if bare else self.home
        return git(folder, "log", "--format=%s", "main").splitlines()

    def is_untouched(self) -> bool:
        """Whether no rebase, merge or lock is left in the folder, and it is on its branch."""
        left = ("rebase-merge", "rebase-apply", "MERGE_HEAD", "index.lock")
        return (
            not any((self.home / ".git" / name).exists() for name in left)
            and git(self.home, "symbolic-ref", "--short", "HEAD") == "main\n"
        )


def kept_diary(home: Path) -> KeptDiary:
    """One post, committed and sent."""
    diary = KeptDiary(home)
    diary.write("content/posts/one.md", POST)
    diary.write(".gitignore", ".cache/\noutput/\n")
    git(home.parent, "init", "--quiet", "--bare", "diary.git")
    git(home, "init", "--quiet")
    git(home, "config", "user.name", "The author")
    git(home, "config", "user.email", "author@example.org")
    git(home, "remote", "add", "origin", str(diary.bare))
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "-m", "Begin")
    git(home, "push", "--quiet", "--set-upstream", "origin", "main")
    return diary


def publish(diary: KeptDiary, *, mine: bool = False) -> None:
    """What the desk does with the texts, in its order."""
    kept = diary.repository
    kept.make_ready()
    kept.commit(changes(kept, diary.content).message)
    remote = kept.remote
    assert remote is not None
    kept.fetch(remote)
    kept.bring_in(remote, mine=mine)
    kept.push(remote)
