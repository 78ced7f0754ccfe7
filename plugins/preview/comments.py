"""Comments while the diary is written: the service itself, beside the preview, over a database of its own.

Nothing of it is public, and nothing has to be installed or set up. What is approved there is in the preview's next
build, which follows by itself.
"""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from plugins.comments.server.password import hash_of
from plugins.comments.server.settings import TOKEN
from plugins.files import home_of, write_file
from plugins.preview.ports import set_aside
from plugins.records import dataclass

MODERATOR = "Moderator"

_CHECKOUT = Path(__file__).resolve().parents[2]
_GOODBYE_SECONDS = 10
_PORTS_TRIED = 50
_QUICK_SECONDS = 1
_SECRETS = "DIARY_COMMENTS_"
_NEVER = object()


@dataclass(slots=True)
class CommentsService:
    """Where the service is, who may moderate there, and the archive that a build reads."""

    address: str
    password: str
    archive: Path
    token: str
    _known: object = _NEVER

    @property
    def environment(self) -> Mapping[str, str]:
        """What a build has to know."""
        return {"DIARY_COMMENTS_SERVICE": self.address, "DIARY_COMMENTS_ARCHIVE": str(self.archive)}

    def is_news(self, changed: Iterable[str]) -> bool:
        """Whether files that changed are worth a build: of those beside the archive, only what was approved is."""
        others = [name for name in changed if Path(name).parent.resolve() != self.archive.parent.resolve()]
        before, self._known = self._known, self._published()
        return bool(others) or (before is not _NEVER and before != self._known)

    def waiting(self) -> int | None:
        """How many comments wait to be read; None where the service does not say."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=_QUICK_SECONDS)
        try:
            connection.request("GET", "/waiting.json", headers={"Authorization": f"Bearer {self.token}"})
            return int(json.loads(connection.getresponse().read())["waiting"])
        except (OSError, HTTPException, ValueError, KeyError):
            return None
        finally:
            connection.close()

    def look(self) -> None:
        """Remember what is published now, before the first build."""
        self._known = self._published()

    def _published(self) -> object:
        try:
            return json.loads(self.archive.read_bytes())["threads"]
        except (OSError, ValueError, KeyError):
            return []


@contextmanager
def running_comments_service(folder: Path, *, site: str, threads: Path, near: int) -> Iterator[CommentsService]:
    """Run the service until the end of the block, over `folder`; on a free port near that of the preview."""
    port = _free_port(near)
    service = CommentsService(
        f"http://localhost:{port}/", secrets.token_urlsafe(9), folder / "archive.json", secrets.token_urlsafe(32)
    )
    settings = folder / "comments.toml"
    text = _settings(service, site, threads, folder, port)
    write_file(settings, text.encode(), below=home_of(settings, _CHECKOUT), private=True)
    command = [sys.executable, "-m", "plugins.comments.server", "--beside", "--settings", str(settings)]
    around = {name: value for name, value in os.environ.items() if not name.startswith(_SECRETS)}
    around[TOKEN] = service.token
    with subprocess.Popen(
        command, cwd=_CHECKOUT, env=around, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        try:
            yield service
        finally:
            if process.stdin:
                process.stdin.close()  # The service ends with us, however we end.
            try:
                process.wait(_GOODBYE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _settings(service: CommentsService, site: str, threads: Path, folder: Path, port: int) -> str:
    values = {
        "address": service.address,
        "site": f"{site}/",
        "threads": str(threads.absolute()),
        "database": str((folder / "comments.db").absolute()),
        "archive": str(service.archive.absolute()),
        "listen": f"127.0.0.1:{port}",
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    return "\n".join(
        [*lines, "[[moderators]]", f'name = "{MODERATOR}"', f'password = "{hash_of(service.password)}"', ""]
    )


def _free_port(near: int) -> int:
    """The first port after the preview's that nobody listens on; any, if all of those are taken."""
    for port in (*range(near + 1, near + _PORTS_TRIED), 0):
        with suppress(OSError):
            return set_aside(port if port < 65536 else 0)
    raise OSError("no port is free")
