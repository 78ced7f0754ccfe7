"""The quality gates: what every change must pass, in the order in which they are run.

Every gate is run, even when one before it fails: somebody who mends wants to see all there is to mend.
"""

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.workbench.places import CHECKOUT
from plugins.workbench.process import exit_code

_LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-logo'])"


@dataclass(frozen=True, slots=True)
class Gate:
    name: str
    command: tuple[str, ...]
    """What follows `python`."""
    told: bool = True
    """Whether it is told when it holds. What follows pytest is not, so that its summary stays in sight."""


FORMAT = Gate("ruff format", ("-m", "ruff", "format", "--check", "."))
LINT = Gate("ruff check", ("-m", "ruff", "check", "."))
TYPES = Gate("mypy", ("-m", "mypy"))
IMPORTS = Gate("import contracts", ("-c", _LINT_IMPORTS))
BROWSER = Gate("a browser", ("-m", "tests.support.browser"))
TESTS = Gate("pytest", ("-m", "pytest", "--cov", "--cov-report="))
BRANCHES = Gate("branches of the pure rooms", ("-m", "plugins.workbench.branches"), told=False)

READING = (FORMAT, LINT, TYPES, IMPORTS)
ALL = (*READING, BROWSER, TESTS, BRANCHES)


def chosen_tests(arguments: Sequence[str]) -> tuple[Gate, ...]:
    """pytest alone, with arguments of its own: a part of the tests says nothing about coverage."""
    return (BROWSER, Gate("pytest", ("-m", "pytest", *arguments)))


def run(gates: Iterable[Gate]) -> int:
    """0 if every gate holds; the last line printed is the result."""
    began = time.monotonic()
    held = {gate.name: _holds(gate) for gate in gates}
    failing = [name for name, holds in held.items() if not holds]
    seconds = f"{time.monotonic() - began:.0f} s"
    if failing:
        _say(f"\n{len(failing)} of {len(held)} gates fail, after {seconds}: {', '.join(failing)}.")
        return 1
    _say(f"\nEvery gate holds: {', '.join(held)}. It took {seconds}.")
    return 0


def _holds(gate: Gate) -> bool:
    if gate.told:
        _say(f"\n── {gate.name} ──")
    began = time.monotonic()
    code = exit_code([sys.executable, *gate.command], cwd=CHECKOUT)
    if gate.told or code != 0:
        _say(f"   {gate.name}: {'holds' if code == 0 else 'FAILS'} ({time.monotonic() - began:.1f} s)")
    return code == 0


def _say(words: str) -> None:
    print(words, flush=True)
