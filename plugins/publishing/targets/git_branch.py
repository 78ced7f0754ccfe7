"""A branch of a git repository, as GitHub Pages and others publish it.

The branch gets one commit without a past, so that what is withdrawn is not in its history. The repository that the
diary lies in is not touched: the commit is made in a repository of its own, and pushed only if the branch is still what
we saw.
"""

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from hashlib import sha1
from pathlib import Path
from typing import Self

from plugins.engine.paths import MARKER
from plugins.publishing.address import GitAddress
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import UNKNOWN, Plan
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site
from plugins.publishing.targets.target import PublishedState, Target, TargetOptions
from plugins.words import numbers

_GIT = shutil.which("git") or "git"
_WHO = "Coproduction Diary <publisher@coproduction-diary.invalid>"
_SET_BY_HOOKS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
_OLD, _NEW = "refs/heads/old", "refs/heads/new"
_REMOTES_NAME = re.compile(r"[\w-]+")
_NO_GIT = (
    "Git is not installed on this computer, and a branch is reached with it alone. "
    "Install it from https://git-scm.com, then publish again."
)
_KEPT = ("CNAME",)  # GitHub's own note of the site's address: without it the address is lost.
_OLD_COMMITS = (
    "The commit that a publication replaces is in no branch any more, but the host may still show it to whoever knows "
    "its number: docs/for-web-officers/publishing.md says what to do after a withdrawal."
)
_ADDED = {
    ".nojekyll": b"",
    MARKER: b"Every publication of the diary replaces this branch: what else you put here will be gone.\n",
}


class GitBranch(Target):
    """The branch while its block lasts. Whoever pushes second is refused by the branch itself, which is old or new."""

    remarks = (_OLD_COMMITS,)

    def __init__(self, address: GitAddress, options: TargetOptions) -> None:
        self._address = address
        self._options = options
        self._ref = f"refs/heads/{address.branch}"
        self._old = ""
        self._kept: dict[str, bytes] = {}
        self.name = f"the branch {address.branch} of {address.remote}"

    def __enter__(self) -> Self:
        if shutil.which("git", path=self._options.environ.get("PATH")) is None:
            raise PublishingStopped(_NO_GIT)
        self._url = self._remote_url()
        self._folder = tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True)
        self._git("init", "--quiet", "--bare")
        return self

    def __exit__(self, *_ended: object) -> None:
        self._folder.cleanup()

    def published_state(self, site: Site) -> PublishedState:
        self._old = self._fetched()
        files = self._tree() if self._old else {}
        if files and MARKER not in files and not self._options.take_over:
            raise PublishingStopped(
                f"{self.name} holds files that no publication of the diary put there. "
                "Choose a branch that is the site's alone; or publish with --take-over: "
                "then the branch is replaced, and its history is gone."
            )
        self._kept = {name: self._git("cat-file", "blob", files[name]) for name in _KEPT if name in files}
        ours = {path: blob for path, blob in files.items() if path not in {*_ADDED, *self._kept}}
        digests = {path: _digest(path, blob, site) for path, blob in ours.items()}
        return PublishedState(digests, len(self._kept), "" if self._old else self._missing())

    def publish(self, site: Site, plan: Plan, progress: Progress) -> None:
        """One commit, pushed in one step: readers get the old site or the new one."""
        progress.begin("Packing", len(site.files))
        command = [_GIT, "--git-dir", self._folder.name, "fast-import", "--quiet", "--force"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=self._environ()) as process:
            if process.stdin:
                process.stdin.writelines(self._stream(site, progress))
        progress.end()
        if process.returncode != 0:
            raise PublishingStopped("git could not pack the site; nothing was published.")
        lease = f"--force-with-lease={self._ref}:{self._old}"
        self._git("push", "--quiet", lease, self._url, f"{_NEW}:{self._ref}", what="could not be pushed")

    def _remote_url(self) -> str:
        """A remote's address as the diary's repository knows it; whatever can be no remote's name is one itself."""
        remote = self._address.remote
        url = self._known_to_the_diary("remote", "get-url", "--push", remote)
        if url:
            # git takes a folder that begins with a dot from the top of the repository that names it.
            top = self._known_to_the_diary("rev-parse", "--show-toplevel")
            return str(Path(top, url)) if url.startswith(".") else url
        if _REMOTES_NAME.fullmatch(remote):
            raise PublishingStopped(
                f"The repository of the diary knows no “{remote}”: git remote -v, typed in its folder, lists those "
                f"that it knows. Type there git remote add {remote} ADDRESS, with the address that your host shows."
            )
        return remote

    def _known_to_the_diary(self, *question: str) -> str:
        command = [_GIT, "-C", str(self._options.diary), *question]
        asked = subprocess.run(command, capture_output=True, encoding="utf-8", env=self._environ(), check=False)
        return asked.stdout.strip()

    def _missing(self) -> str:
        """What to say of a branch that is not there yet, with those that are: a slip is seen beside them."""
        listed = self._git("ls-remote", "--heads", self._url, what="could not be reached").decode().splitlines()
        branches = [line.partition("refs/heads/")[2] for line in listed]
        there = f"; there {'is' if len(branches) == 1 else 'are'} {numbers.listed(branches)}" if branches else ""
        return f"There is no branch {self._address.branch} at {self._address.remote} yet{there}."

    def _fetched(self) -> str:
        """The commit that the branch is at; empty when there is no such branch."""
        listed = self._git("ls-remote", self._url, self._ref, what="could not be reached").decode().split()
        if not listed:
            return ""
        fetch = ("fetch", "--quiet", "--depth=1", "--no-tags", self._url, f"+{self._ref}:{_OLD}")
        self._git(*fetch, what="could not be fetched")
        return self._git("rev-parse", _OLD).decode().strip()

    def _tree(self) -> dict[str, str]:
        listed = self._git("ls-tree", "-r", "-z", _OLD).decode().split("\0")[:-1]
        return {path: about.split()[2] for about, path in (line.split("\t", 1) for line in listed)}

    def _stream(self, site: Site, progress: Progress) -> Iterator[bytes]:
        """One commit without a past, as `git fast-import` reads it."""
        yield f"commit {_NEW}\ncommitter {_WHO} {int(time.time())} +0000\n".encode() + _data(b"Publish the diary\n")
        yield from (_file(path, content) for path, content in {**_ADDED, **self._kept}.items())
        for path, file in site.files.items():
            yield _file(path, file.content())
            progress.step()

    def _git(self, *arguments: str, what: str = "could not be prepared") -> bytes:
        command = [_GIT, "--git-dir", self._folder.name, *arguments]
        run = subprocess.run(command, capture_output=True, env=self._environ(), check=False)
        if run.returncode == 0:
            return run.stdout
        said = run.stderr.decode("utf-8", "replace")
        if "stale info" in said or "cannot lock ref" in said:
            raise PublishingStopped(f"Somebody else published to {self.name} in the meantime. Run the same line again.")
        raise PublishingStopped(f"{self.name} {what}, and is as it was. git says: {' '.join(said.split())}")

    def _environ(self) -> Mapping[str, str]:
        """git asks nobody for a password, and knows of no repository but the one that it is told."""
        kept = {name: value for name, value in self._options.environ.items() if name not in _SET_BY_HOOKS}
        ssh = "ssh -o BatchMode=yes -o StrictHostKeyChecking=yes"
        return {"GIT_SSH_COMMAND": ssh, **kept, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def _digest(path: str, blob: str, site: Site) -> str:
    """git names bytes in its own way: what it has is the site's if it would give the site's bytes the same name."""
    file = site.files.get(path)
    content = file.content() if file else b""
    name = sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    return file.digest if file and name == blob else UNKNOWN


def _data(content: bytes) -> bytes:
    return b"data %d\n" % len(content) + content + b"\n"


def _file(path: str, content: bytes) -> bytes:
    quoted = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'M 100644 inline "{quoted}"\n'.encode() + _data(content)
