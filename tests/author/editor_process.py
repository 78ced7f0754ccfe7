"""The author's desk in a process of its own, which can be killed: `python -m tests.author.editor_process CONTENT`."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

from plugins.author.server import EditorServer
from plugins.workbench.paths import CHECKOUT


@dataclass(frozen=True)
class EditorProcess:
    """A running desk."""

    port: int
    process: subprocess.Popen[str]

    def kill(self) -> None:
        """As `kill -9`: nothing in it is asked, and nothing is put in order."""
        self.process.kill()
        self.process.wait(timeout=20)


@contextmanager
def editor_process(content: Path) -> Iterator[EditorProcess]:
    """Start the desk of a content folder; it is killed at the end of the block, if it was not before."""
    command = [sys.executable, "-m", "tests.author.editor_process", str(content)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        started = EditorProcess(int(process.stdout.readline() if process.stdout else 0), process)
        try:
            yield started
        finally:
            started.kill()


if __name__ == "__main__":
    server = EditorServer(0, Path(sys.argv[1]), ZoneInfo("Europe/London"))
    server.start()
    print(server.port, flush=True)
    Event().wait()
