"""Git, asked in the folder of a diary. It asks nobody anything back: no name, no password, no editor."""

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.publishing.secrets import without_secrets

_OTHER_REPOSITORIES = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_COMMON_DIR")
_LONGEST = 600.0
_ASKS_NOBODY = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS_REQUIRE": "never",
    "GCM_INTERACTIVE": "never",
    "GIT_EDITOR": ":",
    "GIT_SEQUENCE_EDITOR": ":",
    "LC_ALL": "C",
}
_NO_STANDSTILL = ("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=30")


class NotKept(Exception):
    """Something keeps the diary from being kept in git; the message says what to do, and in which state all is."""


class GitRefused(Exception):
    """Git did not do it; `said` is what it said, on one line and without secrets."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class Git:
    """Git in one folder, with the environment in which the desk was started."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self._folder = folder
        self._program = shutil.which("git", path=environ.get("PATH"))
        kept = {name: value for name, value in environ.items() if name not in _OTHER_REPOSITORIES}
        self._environ = {**kept, **_ASKS_NOBODY}
        if self._program and "GIT_SSH_COMMAND" not in kept:
            own = self.answer("config", "core.sshCommand") or "ssh"
            self._environ["GIT_SSH_COMMAND"] = f"{own} -o BatchMode=yes -o ConnectTimeout=20"

    @property
    def is_installed(self) -> bool:
        return self._program is not None

    def answer(self, *question: str) -> str:
        """What git prints, without the line end; empty where it cannot tell."""
        try:
            return self.do(*question).rstrip("\n")
        except GitRefused:
            return ""

    def do(self, *arguments: str, paths: Iterable[str] = ()) -> str:
        """What git prints, every byte of it that is no letter too (surrogateescape); raises GitRefused."""
        command = [self._program or "git", *_NO_STANDSTILL, "-C", str(self._folder), *arguments]
        try:
            run = subprocess.run(
                [*command, "--", *paths] if paths else command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=self._environ,
                timeout=_LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise GitRefused("timed out") from None
        if run.returncode != 0:
            said = " ".join((run.stderr or run.stdout).decode("utf-8", "replace").split())
            raise GitRefused(without_secrets(said, self._environ))
        return run.stdout.decode("utf-8", "surrogateescape")
