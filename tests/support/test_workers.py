"""How tests are shared out among several processes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.workbench.gates import SHARED_OUT
from tests.support.workers import turn


def test_what_waits_for_browsers_and_servers_comes_before_what_only_counts() -> None:
    modules = [
        "tests/moments/test_when.py",
        "tests/test_tasks.py",
        "tests/blog/test_pages.py",
        "tests/browser/test_photo_editor.py",
    ]
    assert sorted(modules, key=turn) == [modules[3], modules[1], modules[2], modules[0]]


def test_a_name_that_only_begins_alike_is_another_place() -> None:
    assert turn("tests/blogger/test_x.py") == turn("tests/moments/test_when.py")


@pytest.mark.parametrize("value", ["x" * 100_000, b"x" * 100_000])
def test_a_long_value_is_in_no_name_of_a_test(request: pytest.FixtureRequest, value: str | bytes) -> None:
    assert len(request.node.name) < 200


@pytest.mark.parametrize("value", [time.time_ns().to_bytes(8, "big")])
def test_what_is_in_bytes_names_no_test(request: pytest.FixtureRequest, value: bytes) -> None:
    assert len(value) == 8
    assert request.node.name.endswith("[8 bytes]")


def test_the_whole_command_shares_modules_out_and_splits_none(tmp_path: Path) -> None:
    said = "import os\ndef test_{number}():\n    print(__name__, os.environ['PYTEST_XDIST_WORKER'])\n"
    for module in range(6):
        tests = "".join(said.format(number=number) for number in range(4))
        (tmp_path / f"test_module_{module}.py").write_text(tests, "utf-8")
    without = [part for name in ("anyio", "cacheprovider", "cov", "hypothesispytest") for part in ("-p", f"no:{name}")]
    alone = ["-c", "/dev/null", "--rootdir", str(tmp_path), *without, "-rP"]
    command = [sys.executable, "-m", "pytest", *alone, *SHARED_OUT, "-n", "2", str(tmp_path)]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    ran = [line for line in run.stdout.splitlines() if line.startswith("test_module_")]
    assert len(ran) == 24
    assert len(set(ran)) == 6
    assert len({line.split()[1] for line in ran}) == 2
