"""A real S3 server on loopback, over a folder: rclone's."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.ports import free_port, wait_for

KEY, SECRET = "a-key-for-tests", "a-secret-for-tests"
_BUCKETS = 30


@dataclass(frozen=True, slots=True)
class S3Server:
    """A running server; a bucket is a folder in `folder`."""

    folder: Path
    port: int

    @property
    def environ(self) -> Mapping[str, str]:
        return self.reached_at(self.port)

    def reached_at(self, port: int) -> dict[str, str]:
        """What a client needs that comes by this port."""
        return {
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_ENDPOINT_URL_S3": f"http://127.0.0.1:{port}",
            "AWS_MAX_ATTEMPTS": "2",
        }

    def bucket(self, number: int) -> Path:
        """One of the buckets that were there when the server started: it looks for new ones only now and then."""
        return self.folder / f"diary-{number}"


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Server]:
    """Serve `folder` until the end of the block."""
    for number in range(_BUCKETS):
        (folder / f"diary-{number}").mkdir()
    port = free_port()
    rclone = Path(sys.executable).with_name("rclone.exe" if sys.platform == "win32" else "rclone")
    command = [str(rclone), "serve", "s3", str(folder), f"--addr=127.0.0.1:{port}", f"--auth-key={KEY},{SECRET}"]
    command += ["--config="]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield S3Server(folder, port)
        finally:
            process.terminate()
            process.wait(timeout=20)
