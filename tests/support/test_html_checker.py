"""The HTML checker that stays says what the one says that the last look starts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT
from tests.publishing.lastlook.sites import GOOD, page
from tests.publishing.lastlook.test_look import INVALID, written
from tests.support.at_start.handing_over import VARIABLE
from tests.support.systems import needs_warm_starts
from tests.support.warm.running import begun

pytestmark = needs_warm_starts
ADVISED = "<section><p>No heading.</p></section>"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[None]:
    own = begun()
    yield
    if own:
        own.end()


def looked_at(folder: Path, **environ: str) -> tuple[int, list[str]]:
    """How the last look ends, and what it says."""
    (content := folder.parent / "content").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "plugins.publishing.lastlook", str(folder), "--content", str(content)]
    around = {**os.environ, "DIARY_NOW": "2016-10-12T12:00", **environ}
    run = subprocess.run(command, cwd=CHECKOUT, env=around, capture_output=True, encoding="utf-8", check=False)
    return run.returncode, run.stderr.splitlines()


def test_it_finds_what_a_java_of_its_own_finds(tmp_path: Path) -> None:
    bodies = [*(body for body, _ in INVALID.values()), ADVISED]
    pages = {f"{number}/index.html": page(body, path=f"{number}/") for number, body in enumerate(bodies)}
    folder = written(tmp_path / "output", {**GOOD, **pages, "fit.svg": DRAWING.format("").encode()})
    stays, own = looked_at(folder), looked_at(folder, **{VARIABLE: ""})
    assert stays == own
    assert len([line for line in own[1] if "(says the HTML checker)" in line]) > len(bodies)


def test_it_finds_a_drawing_that_is_none(tmp_path: Path) -> None:
    drawing = DRAWING.format("<blink/>").encode()
    code, told = looked_at(written(tmp_path / "output", {**GOOD, "a.svg": drawing}))
    assert code == 1
    assert told[-1].startswith("output/a.svg:1: SVG element “blink” not allowed as child of SVG element “svg”")
