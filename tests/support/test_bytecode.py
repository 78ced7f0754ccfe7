"""No program that a test starts compiles what another has compiled."""

import subprocess
import sys
from pathlib import Path

from plugins.workbench.bytecode import KEPT
from tests.support.bytecode import forget_what_is_gone

_ASKED = "import sys; print(sys.dont_write_bytecode, sys.pycache_prefix)"


def test_what_a_test_starts_keeps_its_bytecode_with_that_of_the_tests() -> None:
    started = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, encoding="utf-8", check=True)
    assert started.stdout == f"False {KEPT}\n"
    assert (sys.dont_write_bytecode, sys.pycache_prefix) == (False, KEPT)


def test_nothing_is_kept_of_what_lay_among_temporary_files(tmp_path: Path) -> None:
    kept = Path(KEPT) / tmp_path.resolve().relative_to(tmp_path.anchor) / "module.pyc"
    kept.parent.mkdir(parents=True)
    kept.touch()
    forget_what_is_gone()
    assert not kept.exists()
    assert Path(KEPT).exists()
