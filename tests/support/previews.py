"""The preview as the author starts it: a process of its own, over a folder that a test may write in."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from plugins.workbench.paths import CHECKOUT
from tests.support.systems import ask_to_stop


@dataclass(frozen=True)
class Preview:
    """A running preview, the folder that it watches, and the address of the author's desk."""

    address: str
    author: str
    content: Path
    process: subprocess.Popen[str]

    def kill(self) -> None:
        """As `kill -9`: nothing in it is asked, and nothing is put in order."""
        self.process.kill()
        self.process.wait(timeout=20)

    def save(self, name: str, text: str) -> None:
        """Save a file as an editor does."""
        (self.content / name).write_text(text, "utf-8")


@contextmanager
def running(
    content: Path, output: Path, *options: str, comments: bool = False, counts: Path | None = None
) -> Iterator[Preview]:
    """Start the preview on a free port, perhaps with comments; it is asked to stop at the end of the block.

    How often each function was called stands in `counts` after it, where that is named.
    """
    counted = ["tests.support.counted", str(counts)] if counts else []
    command = [sys.executable, "-m", *counted, "plugins.preview", "--port", "0"]
    command += ["--content", str(content), "--output", str(output), *options, *([] if comments else ["--no-comments"])]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            lines = [process.stdout.readline() if process.stdout else "" for _ in range(2)]
            diary, author = re.findall(r"http://localhost:\d+", "".join(lines))
            yield Preview(diary, author, content, process)
        finally:
            ask_to_stop(process)
            process.wait(timeout=20)
