"""Short scripts run on another computer over ssh, each with its own answer; and a lock there that dies with us."""

import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from plugins.engine.paths import MARKER
from plugins.publishing.address import HostAddress
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.lease import first_turn
from plugins.publishing.ssh import KEY, destination, ssh_command, unknown_host

_LOCK = f"""
mkdir -p "$1" && cd "$1" || exit 1
command -v flock >/dev/null || {{ echo none; exit 0; }}
exec flock -n -E 75 {MARKER}.lock sh -c 'echo held; cat >/dev/null'
"""
_SSH_FAILED = 255


class Remote:
    """A computer on which scripts are run. They are plain sh, and get what they need as arguments.

    While the lock is held, all else goes through its connection: a connection takes as long as ten scripts.
    """

    def __init__(self, address: HostAddress, environ: Mapping[str, str]) -> None:
        self.address = address
        self._environ = environ
        self._shared = tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True)
        sharing = ("ControlMaster=auto", f'ControlPath="{self._shared.name}/s"')
        self.ssh = [*ssh_command(address, environ), *(part for option in sharing for part in ("-o", option))]

    def close(self) -> None:
        self._shared.cleanup()

    def run(self, script: str, *arguments: str, fed: str = "") -> str:
        """What the script prints; raises PublishingStopped when it fails."""
        run = subprocess.run(
            self._command(script, arguments),
            input=fed,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=dict(self._environ),
            check=False,
        )
        if run.returncode != 0:
            raise self.refusal(run.returncode, run.stderr)
        return run.stdout

    @contextmanager
    def lock(self, folder: str, say: Callable[[str], None]) -> Iterator[None]:
        """Hold the lock of a folder; the computer lets it go when the connection ends, however it ends."""
        holding = first_turn(lambda: self._locked(folder), say)
        answer, process = holding
        if answer == "none":
            say(
                f"{self.address.host} has no program called flock: take care that nobody else publishes there just now."
            )
        try:
            yield
        finally:
            process.communicate()

    def _locked(self, folder: str) -> "tuple[str, subprocess.Popen[str]] | None":
        """Whether the lock is held, or there is no lock; None when somebody else holds it."""
        process = subprocess.Popen(
            self._command(_LOCK, (folder,)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env=dict(self._environ),
        )
        answer = process.stdout.readline().strip() if process.stdout else ""
        if answer:
            return answer, process
        _, said = process.communicate()
        if process.returncode == 75:
            return None
        raise self.refusal(process.returncode, said)

    def refusal(self, code: int, said: str) -> PublishingStopped:
        """Why a command over ssh failed, in a sentence."""
        host = self.address.host
        words = " ".join(said.split())
        if "Host key verification failed" in words:
            return PublishingStopped(unknown_host(self.address))
        if "Permission denied (" in words:
            return PublishingStopped(
                f"{host} lets nobody in with what it was shown: load the key into the agent, or set {KEY}."
            )
        if code == _SSH_FAILED or "connection unexpectedly closed" in words or "error in socket IO" in words:
            return PublishingStopped(
                f"{host} cannot be reached, or the connection broke. Readers see what they saw before. "
                f"Run the same line again: it goes on from here. (ssh says: {words or 'nothing'})"
            )
        return PublishingStopped(f"{host} refuses: {words or f'exit code {code}'}. Readers see what they saw before.")

    def _command(self, script: str, arguments: tuple[str, ...]) -> list[str]:
        return [*self.ssh, destination(self.address), shlex.join(["sh", "-c", script, "sh", *arguments])]
