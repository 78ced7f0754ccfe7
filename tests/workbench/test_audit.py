"""Known holes in the locked packages, asked of a list of holes on this computer."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plugins.workbench.installing import number_of_packages
from plugins.workbench.locking import auditing
from plugins.workbench.paths import CHECKOUT, DEV_LOCK

HOLE = {
    "id": "OSV-2031-1",
    "summary": "A picture can run a program.",
    "affected": [{"package": {"name": "pillow", "ecosystem": "PyPI"}}],
}


@contextmanager
def list_of_holes(holes: dict[str, object]) -> Iterator[tuple[str, list[str]]]:
    """A list on loopback that knows `holes` by package, and which packages it was asked about."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(query["package"]["name"])
            found = {"vulns": [holes[asked[-1]]]} if asked[-1] in holes else {}
            body = json.dumps(found).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_told: object) -> None:
            """Stay quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


@pytest.mark.parametrize(("holes", "code"), [({}, 0), ({"pillow": HOLE}, 1)])
def test_every_locked_package_is_looked_up_and_one_with_a_hole_is_told(
    holes: dict[str, object], code: int, tmp_path: Path
) -> None:
    with list_of_holes(holes) as (address, asked):
        here = ("--vulnerability-service=osv", "--osv-url", address, f"--cache-dir={tmp_path}")
        command = [sys.executable, *auditing(*here)]
        run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == code, run.stderr
    assert ("OSV-2031-1" in run.stdout) == bool(holes)
    assert len(set(asked)) > number_of_packages(DEV_LOCK) * 0.8  # Not those that another system alone needs.
