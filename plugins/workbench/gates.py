"""The quality gates: what every change must pass, in the order in which they are run.

Every gate is run, even when one before it fails: somebody who mends wants to see all there is to mend.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from tempfile import TemporaryFile
from typing import IO

from plugins.records import dataclass
from plugins.workbench import bytecode
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.process import exit_code

_LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-logo'])"


@dataclass(frozen=True, slots=True)
class Gate:
    name: str
    command: tuple[str, ...]
    """What follows `python`."""
    reported: bool = True
    """Whether it is reported when it holds. What follows pytest is not, so that its summary stays in sight."""
    in_background: bool = False
    """Whether it runs while the others do. It is reported last, and only when it fails."""


FORMAT = Gate("ruff format", ("-m", "ruff", "format", "--check", "."))
LINT = Gate("ruff check", ("-m", "ruff", "check", "."))
TYPES = Gate("mypy", ("-m", "mypy"))
IMPORTS = Gate("import contracts", ("-c", _LINT_IMPORTS))
BROWSER = Gate("a browser", ("-m", "tests.support.browser"))
SHARED_OUT = ("-n", "auto", "--maxprocesses", "8", "--dist", "loadfile", "--no-loadscope-reorder")
"""One worker for each core and one more, up to eight; each module in one of them: `tests/support/workers.py`."""
TESTS = Gate("pytest", ("-m", "pytest", *SHARED_OUT, "--cov", "--cov-report="))
BRANCHES = Gate("branches of the pure rooms", ("-m", "plugins.workbench.branch_coverage"), reported=False)

READING = (FORMAT, LINT, TYPES, IMPORTS)
_READ_FIRST = (FORMAT, LINT, *(replace(gate, in_background=True) for gate in (TYPES, IMPORTS)))
ALL = (*_READ_FIRST, BROWSER, TESTS, BRANCHES)
CHANGED = (*_READ_FIRST, Gate("pytest", ("-m", "tests.support.chosen_tests")))
"""What a change can break, in half a minute: what is read, and the tests that are nearest."""


def chosen_tests(arguments: Sequence[str]) -> tuple[Gate, ...]:
    """pytest alone, with arguments of its own: a part of the tests says nothing about coverage."""
    return (BROWSER, Gate("pytest", ("-m", "pytest", *arguments)))


def run(gates: Iterable[Gate]) -> int:
    """0 if every gate holds; the last line printed is the result."""
    began = time.monotonic()
    gates = tuple(gates)
    with _begun_in_background(gates) as background:
        holds = {gate.name: _holds(gate) for gate in gates if not gate.in_background}
        holds |= {running.gate.name: _background_holds(running) for running in background}
    failing = [gate.name for gate in gates if not holds[gate.name]]
    seconds = f"{time.monotonic() - began:.0f} s"
    if failing:
        _say(f"\n{len(failing)} of {len(holds)} gates fail, after {seconds}: {', '.join(failing)}.")
        return 1
    _say(f"\nEvery gate holds: {', '.join(gate.name for gate in gates)}. It took {seconds}.")
    return 0


@dataclass(frozen=True, slots=True)
class _BackgroundGate:
    """A gate that runs while others do, and the file in which its words wait."""

    gate: Gate
    process: "subprocess.Popen[bytes]"
    words: IO[bytes]


@contextmanager
def _begun_in_background(gates: Iterable[Gate]) -> Iterator[tuple[_BackgroundGate, ...]]:
    with ExitStack() as running:

        def begun(gate: Gate) -> _BackgroundGate:
            words = running.enter_context(TemporaryFile())
            command = [sys.executable, *gate.command]
            around = {**os.environ, **bytecode.ENVIRON}
            process = subprocess.Popen(command, cwd=CHECKOUT, env=around, stdout=words, stderr=subprocess.STDOUT)
            return _BackgroundGate(gate, running.enter_context(process), words)

        yield tuple(begun(gate) for gate in gates if gate.in_background)


def _background_holds(running: _BackgroundGate) -> bool:
    """Whether a gate that ran in the background holds, once it has come to its end."""
    code = running.process.wait()
    if code != 0:
        running.words.seek(0)
        words = running.words.read().decode("utf-8", "replace").rstrip()
        _say(f"\n── {running.gate.name} ──\n{words}\n   {running.gate.name}: FAILS")
    return code == 0


def _holds(gate: Gate) -> bool:
    if gate.reported:
        _say(f"\n── {gate.name} ──")
    began = time.monotonic()
    code = exit_code([sys.executable, *gate.command], cwd=CHECKOUT, changes=bytecode.ENVIRON)
    if gate.reported or code != 0:
        _say(f"   {gate.name}: {'holds' if code == 0 else 'FAILS'} ({time.monotonic() - began:.1f} s)")
    return code == 0


def _say(words: str) -> None:
    print(words, flush=True)
