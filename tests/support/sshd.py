"""A real sshd on loopback: its own port, host key and user key, and a log of what SFTP did, in order."""

import getpass
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.ports import free_port, wait_for
from tests.support.programs import program

_CONFIG = """
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
UsePAM no
StrictModes no
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
LogLevel VERBOSE
MaxStartups 100
KexAlgorithms curve25519-sha256,curve25519-sha256@libssh.org
Subsystem sftp {sftp} -e -l VERBOSE 2>>{folder}/sftp.log
"""
_DONE = re.compile(r'(?P<what>posix-rename|rename|remove name) (?:old "[^"]*" new )?"(?P<path>[^"]*)"')


@dataclass(frozen=True, slots=True)
class SshServer:
    """A running sshd; `environ` is what a client needs to trust it and to be let in."""

    folder: Path
    port: int

    @property
    def user(self) -> str:
        return getpass.getuser()

    @property
    def environ(self) -> Mapping[str, str]:
        return self.known_at(self.port)

    def known_at(self, port: int) -> dict[str, str]:
        """The same for a client that comes another way, by another port."""
        key = (self.folder / "host.pub").read_text().split()
        known = self.folder / f"known_hosts-{port}"
        known.write_text(f"[127.0.0.1]:{port} {key[0]} {key[1]}\n")
        return {
            "DIARY_SSH_KEY": str(self.folder / "user"),
            "DIARY_SSH_KNOWN_HOSTS": str(known),
        }

    def done(self) -> list[str]:
        """What SFTP put in place and took away, in order; the names are whole paths."""
        log = (self.folder / "sftp.log").read_text("utf-8", "replace")
        return [f"{'remove' if m['what'] == 'remove name' else 'put'} {m['path']}" for m in _DONE.finditer(log)]


@contextmanager
def sshd(folder: Path) -> Iterator[SshServer]:
    """Start sshd with its keys in `folder`; it is ended with the block."""
    server = program("sshd")
    for name in ("host", "user"):
        command = [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    port = free_port()
    (folder / "config").write_text(_CONFIG.format(folder=folder, port=port, sftp=program("sftp-server")))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # Debian makes it when its own sshd starts, which it may never have.
    with (folder / "log").open("wb") as log:
        command = [server, "-D", "-e", "-f", str(folder / "config")]
        with subprocess.Popen(command, stderr=log, stdin=subprocess.DEVNULL) as process:
            try:
                wait_for(port, process)
                yield SshServer(folder, port)
            finally:
                process.terminate()
                process.wait(timeout=20)
