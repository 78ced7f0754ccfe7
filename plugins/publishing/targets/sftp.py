"""A folder on a host that lets files in over SFTP and nothing else, as shared hosting does; works from Windows too.

A file is brought under a name of its own and renamed when it is whole, so that no reader gets half of it.
"""

import posixpath
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import Self

from paramiko import (
    AuthenticationException,
    PasswordRequiredException,
    RejectPolicy,
    SFTPClient,
    SSHClient,
    SSHException,
)

from plugins.engine.paths import MARKER
from plugins.publishing.address import HostAddress
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.in_place import RemoteFiles
from plugins.publishing.ssh import KEY, KNOWN_HOSTS, PASSPHRASE, PASSWORD, unknown_host
from plugins.publishing.targets.target import TargetOptions

_COMING = f"{MARKER}.coming"
_PROBE = f"{MARKER}.clock"
_SSH_PORT = 22
_PATIENCE = 60.0
_NO_REASON = "Failure"  # All that SFTP lets a host say of most troubles.


class Sftp(RemoteFiles):
    """The folder while its block lasts."""

    def __init__(self, address: HostAddress, options: TargetOptions) -> None:
        super().__init__(options)
        self._address = address
        self._root = address.path
        self._environ = options.environ
        self._folders: set[str] = set()
        self.name = f"{address.host}{address.path}"

    def __enter__(self) -> Self:
        with self._reported_as_stopped():
            self._ssh = _connected(self._address, self._environ)
            self._sftp: SFTPClient = self._ssh.open_sftp()
            channel = self._sftp.get_channel()
            if channel:
                channel.settimeout(_PATIENCE)
        return self

    def __exit__(self, *_ended: object) -> None:
        self._ssh.close()

    def stamps(self) -> dict[str, str]:
        with self._reported_as_stopped():
            return dict(self._below(""))

    def read(self, path: str) -> bytes | None:
        with self._reported_as_stopped():
            try:
                with self._sftp.open(self._full(path), "rb") as file:
                    return bytes(file.read())
            except FileNotFoundError:
                return None

    def put(self, path: str, content: bytes) -> str:
        with self._reported_as_stopped():
            self._make_folder(posixpath.dirname(path))
            coming, target = self._full(_COMING), self._full(path)
            self._sftp.putfo(BytesIO(content), coming)
            self._sftp.chmod(coming, 0o644)
            self._rename(coming, target)
            return _stamp(self._sftp.stat(target))

    def create(self, path: str, content: bytes) -> bool:
        with self._reported_as_stopped():
            self._make_folder("")
            try:
                with self._sftp.open(self._full(path), "wx") as file:
                    file.write(content)
            except OSError:
                if self.read(path) is None:
                    raise
                return False
            return True

    def age(self, path: str) -> float | None:
        with self._reported_as_stopped():
            try:
                put = self._sftp.stat(self._full(path)).st_mtime
            except FileNotFoundError:
                return None
            self._sftp.putfo(BytesIO(b""), self._full(_PROBE))
            now = self._sftp.stat(self._full(_PROBE)).st_mtime
            self._sftp.remove(self._full(_PROBE))
            return float((now or 0) - (put or 0))

    def remove(self, path: str) -> None:
        """A file, and then each folder above it that nothing lies in any more."""
        with self._reported_as_stopped():
            try:
                self._sftp.remove(self._full(path))
            except FileNotFoundError:
                return
            folder = posixpath.dirname(path)
            while folder and not self._sftp.listdir(self._full(folder)):
                self._sftp.rmdir(self._full(folder))
                self._folders.discard(folder)
                folder = posixpath.dirname(folder)

    def _rename(self, coming: str, target: str) -> None:
        """Over an older file in one step, where the host can; elsewhere the older one goes a moment before."""
        try:
            self._sftp.posix_rename(coming, target)
        except FileNotFoundError:
            raise
        except OSError:
            with suppress(FileNotFoundError):
                self._sftp.remove(target)
            self._sftp.rename(coming, target)

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        if folder:
            self._make_folder(posixpath.dirname(folder))
        full = self._full(folder)
        try:
            # Where the site begins may be a link of the host's own; below it a link leads into somebody else's folder.
            if folder and stat.S_ISLNK(self._sftp.lstat(full).st_mode or 0):
                raise PublishingStopped(
                    f"{full} on {self._address.host} is a link. Take it away; nothing goes through it."
                )
            self._sftp.stat(full)
        except FileNotFoundError:
            self._sftp.mkdir(full, 0o755)
        self._folders.add(folder)

    def _below(self, folder: str) -> Iterator[tuple[str, str]]:
        """Every file; a link is a file of somebody else's and is not followed."""
        try:
            children = sorted(self._sftp.listdir_attr(self._full(folder)), key=lambda child: child.filename)
        except FileNotFoundError:
            return
        for child in children:
            path = posixpath.join(folder, child.filename)
            if stat.S_ISDIR(child.st_mode or 0):
                yield from self._below(path)
            elif path not in (_COMING, _PROBE):
                yield path, _stamp(child)

    def _full(self, path: str) -> str:
        return posixpath.join(self._root, path) if path else self._root

    @contextmanager
    def _reported_as_stopped(self) -> Iterator[None]:
        try:
            yield
        except PermissionError as refused:
            raise PublishingStopped(f"{self.name}: the host does not allow it. May this user write there?") from refused
        except FileNotFoundError as missing:
            raise PublishingStopped(
                f"{self.name}: the host has no such folder, nor the one above it. "
                "Look for a slip; or make it there first."
            ) from missing
        except (PasswordRequiredException, AuthenticationException) as refused:
            raise PublishingStopped(
                f"{self._address.host} lets nobody in with what it was shown: load the key into the agent, "
                f"or set {KEY} or {PASSWORD} in the environment."
            ) from refused
        except SSHException as refused:
            if "known_hosts" in str(refused):
                raise PublishingStopped(unknown_host(self._address)) from refused
            raise PublishingStopped(self._broken()) from refused
        except (OSError, EOFError) as refused:
            if str(refused) == _NO_REASON:
                raise PublishingStopped(
                    f"{self.name}: the host refuses, and gives no reason. Is its disk, or your share of it, full?"
                ) from refused
            raise PublishingStopped(self._broken()) from refused

    def _broken(self) -> str:
        return f"{self.name} cannot be reached, or the connection broke. Run the same line again: it goes on from here."


def _stamp(attributes: object) -> str:
    return f"{getattr(attributes, 'st_size', None)} {getattr(attributes, 'st_mtime', None)}"


def _connected(address: HostAddress, environ: Mapping[str, str]) -> SSHClient:
    client = SSHClient()
    client.set_missing_host_key_policy(RejectPolicy())
    if environ.get(KNOWN_HOSTS):
        client.load_host_keys(environ[KNOWN_HOSTS])
    else:
        client.load_system_host_keys()
    client.connect(
        address.host,
        port=address.port or _SSH_PORT,
        username=address.user,
        password=environ.get(PASSWORD) or None,
        passphrase=environ.get(PASSPHRASE) or None,
        key_filename=environ.get(KEY) or None,
        look_for_keys=not environ.get(KEY),
        timeout=20,
        banner_timeout=20,
        auth_timeout=20,
    )
    return client
