"""Published builds as CI makes them: Pelican in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.workbench.paths import CHECKOUT

PUBLISHED = CHECKOUT / "tests" / "settings" / "publishconf.py"


def build(
    content: Path, output: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Build the diary in `content` into `output`; `environment` is added to the test's own."""
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(PUBLISHED)]
    command += ["-o", str(output), "--fatal", "errors", "--log-handler", "plain", *arguments]
    return subprocess.run(
        command,
        cwd=CHECKOUT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def built(content: Path, output: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Path:
    """The site that a build without findings makes."""
    run = build(content, output, *arguments, environment=environment)
    assert run.returncode == 0, run.stdout + run.stderr
    return output


def every_byte(folder: Path) -> dict[str, bytes]:
    """Each file of a site by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
