"""The diary's own repository: the author's texts in a commit, what others wrote brought in, both sent.

Only what lies in the content folder is committed; what else is staged stays staged. What cannot be brought in is left
where it is: the author's folder is never left between two states.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plugins.author.keeping import Keeping
from plugins.author.publication import refusals
from plugins.author.publication.git import Git, GitRefused, NotKept
from plugins.author.publication.rebasing import put_after, unsettled
from plugins.records import dataclass

_OURS = (".", ":(exclude,glob)**/.*", ":(exclude,glob)**/.*/**")
"""The content folder without hidden files: no build reads those."""
_UNFINISHED = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}
_PATIENCE = 1.0
_BETWEEN_LOOKS = 0.1


class BothChanged(Exception):
    """The same places were changed here and elsewhere; the paths below the content folder, with theirs as they are."""

    def __init__(self, theirs: Mapping[str, bytes | None]) -> None:
        super().__init__(", ".join(theirs))
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Remote:
    """Where the branch is kept elsewhere: the remote's name, the branch's there, and how it is known here."""

    name: str
    branch: str

    @property
    def tracking(self) -> str:
        return f"refs/remotes/{self.name}/{self.branch}"


class Repository:
    """The repository that a content folder lies in. A note among what is kept says that we are at work in it."""

    def __init__(self, content: Path, git: Git, keeping: Keeping) -> None:
        self._content, self._git, self._keeping = content, git, keeping
        self._note = keeping.folder / "git" / "at-work"

    @property
    def remote(self) -> Remote | None:
        """None where the diary is kept on this computer alone."""
        branch = self._git.answer("symbolic-ref", "--short", "HEAD")
        names = self._git.answer("remote").split()
        own = self._git.answer("config", f"branch.{branch}.remote")
        usual = "origin" if "origin" in names else names[0] if names else ""
        merge = self._git.answer("config", f"branch.{branch}.merge").removeprefix("refs/heads/")
        name = own if own in names else usual
        return Remote(name, merge if merge and own == name else branch) if name else None

    def make_ready(self) -> None:
        """End what a publication that was killed began here; raises NotKept where git cannot be used as it is."""
        self._recover()
        if locks := self._locks():
            raise NotKept(refusals.busy(str(locks[0])))
        for name, what in _UNFINISHED.items():
            if self._path(name).exists():
                raise NotKept(refusals.unfinished(what))
        if not self._git.answer("symbolic-ref", "--quiet", "HEAD"):
            raise NotKept(refusals.DETACHED)
        if not self._git.answer("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"):
            raise NotKept(refusals.NOBODY)

    def changed(self) -> dict[str, str]:
        """What is in no commit yet, by its path below the content folder: `new`, `changed` or `gone`."""
        listed = self._git.do(
            "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", paths=_OURS
        ).split("\0")[:-1]
        below = self._below
        return {line[3:].removeprefix(below): _word(line[:2]) for line in listed if line[3:].startswith(below)}

    def commit(self, message: str) -> bool:
        """Put what is changed into a commit; whether there was anything. Raises NotKept."""
        paths = tuple(self.changed())
        if not paths:
            return False
        try:
            with self._at_work():
                self._git.do("add", "--all", paths=_OURS)
                self._git.do("commit", "--quiet", "--only", "-m", message, paths=_OURS)
        except GitRefused as refused:
            raise NotKept(refusals.not_committed(refused.said)) from None
        return True

    def fetch(self, remote: Remote) -> None:
        """Ask what others wrote; raises NotKept. A branch that is not there yet is nothing that others wrote."""
        try:
            with self._at_work():
                self._git.do(
                    "fetch", "--quiet", "--no-tags", remote.name, f"+refs/heads/{remote.branch}:{remote.tracking}"
                )
        except GitRefused as refused:
            if "couldn't find remote ref" not in refused.said:
                raise NotKept(refusals.unreached(remote.name, refused.said)) from None

    def bring_in(self, remote: Remote, *, mine: bool = False) -> bool:
        """Put the author's commits after those of others; whether there were any. Raises NotKept, BothChanged.

        With `mine`, what was changed on both sides becomes what the author's files say.
        """
        if not self._count("HEAD", remote.tracking):
            return False
        others = self._git.do("status", "--porcelain", "-z", "--untracked-files=no").split("\0")[:-1]
        if others:
            raise NotKept(refusals.in_the_way([line[3:] for line in others]))
        with self._at_work():
            try:
                put_after(self._git, remote.tracking, mine=mine)
            except GitRefused as refused:
                paths = unsettled(self._git)
                self._abort()
                if not paths:
                    raise NotKept(refusals.not_brought_in(remote.name, refused.said)) from None
                raise BothChanged({path: self._text(remote.tracking, path) for path in paths}) from None
        return True

    def push(self, remote: Remote) -> bool:
        """Send the commits that are not there yet; whether there were any. Raises NotKept."""
        if self._git.answer("rev-parse", "--verify", "--quiet", remote.tracking) and not self._count(
            remote.tracking, "HEAD"
        ):
            return False
        try:
            with self._at_work():
                self._git.do("push", "--quiet", remote.name, f"HEAD:refs/heads/{remote.branch}")
        except GitRefused as refused:
            raise NotKept(refusals.unsent(remote.name, remote.branch, refused.said)) from None
        return True

    def kept(self, path: str) -> bytes:
        """A file of the content folder as the newest commit has it; empty where it has none."""
        return self._text("HEAD", f"{self._below}{path}") or b""

    def theirs(self, remote: Remote, path: str) -> bytes:
        """A file of the content folder as others have it; empty where they have none."""
        return self._text(remote.tracking, f"{self._below}{path}") or b""

    @property
    def _below(self) -> str:
        """The path of the content folder from the top of the repository, with a slash at its end."""
        return self._git.answer("rev-parse", "--show-prefix")

    def source_of(self, path: str) -> str:
        """A path from the top of the repository as the desk names a file: `content/posts/one.md`."""
        return f"{self._content.name}/{path.removeprefix(self._below)}" if path.startswith(self._below) else path

    def _text(self, commit: str, path: str) -> bytes | None:
        try:
            return self._git.do("cat-file", "blob", f"{commit}:{path}").encode("utf-8", "surrogateescape")
        except GitRefused:
            return None

    def _count(self, since: str, until: str) -> int:
        return int(self._git.answer("rev-list", "--count", f"{since}..{until}") or 0)

    def _head(self) -> str:
        return self._git.answer("rev-parse", "--verify", "--quiet", "HEAD")

    def _path(self, name: str) -> Path:
        return (self._content / self._git.answer("rev-parse", "--git-path", name)).resolve()

    def _locks(self) -> tuple[Path, ...]:
        """The locks of another git, once it has had a moment to end."""
        until = time.monotonic() + _PATIENCE
        while True:
            named = (self._path(name) for name in ("index.lock", "HEAD.lock", "packed-refs.lock"))
            found = tuple(lock for lock in (*named, *self._path("refs").rglob("*.lock")) if lock.exists())
            if not found or time.monotonic() > until:
                return found
            time.sleep(_BETWEEN_LOOKS)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """While its block lasts, a note says where the branch was: whoever kills us leaves it."""
        self._keeping.write(self._note, self._head().encode())
        try:
            yield
        finally:
            self._note.unlink(missing_ok=True)

    def _recover(self) -> None:
        if not self._note.is_file():
            return
        for lock in self._locks():
            lock.unlink(missing_ok=True)
        began = self._path("rebase-merge") / "orig-head"
        if began.is_file() and began.read_text("ascii").strip() == self._note.read_text("ascii"):
            self._abort()
        self._note.unlink()

    def _abort(self) -> None:
        """End a rebase that stands half way; one that did not begin has nothing to end."""
        if not any(self._path(name).exists() for name in ("rebase-merge", "rebase-apply")):
            return
        try:
            self._git.do("rebase", "--abort")
        except GitRefused:
            raise NotKept(refusals.unfinished("rebase")) from None


def _word(state: str) -> str:
    """What a line of `git status` says of a file."""
    return "gone" if "D" in state else "new" if state == "??" or "A" in state else "changed"


def repository(content: Path, environ: Mapping[str, str], keeping: Keeping) -> Repository | None:
    """The repository in which the diary is kept, None where it is in none; raises NotKept where nobody can tell."""
    if not any((folder / ".git").exists() for folder in (content, *content.parents)):
        return None
    git = Git(content, environ)
    if not git.is_installed:
        raise NotKept(refusals.NO_GIT)
    try:
        top = Path(git.do("rev-parse", "--show-toplevel").rstrip("\n"))
    except GitRefused as refused:
        if "dubious ownership" in refused.said:
            raise NotKept(refusals.NOT_YOURS) from None
        raise NotKept(refusals.unreadable(refused.said)) from None
    is_its_own = top.resolve() in (content.resolve(), content.resolve().parent)
    return Repository(content, git, keeping) if is_its_own or git.answer("ls-files", "--", ".") else None
