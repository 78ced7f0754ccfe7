"""Coverage, measured where it can count. `python -m tests.support.measuring` measures the rest too.

Python runs at less than half its speed while it is measured. So modules are measured while they are imported, all at once, and
then the tests of a room's own branches. Tests of whole builds, and those that try thousands of inputs, take much time and
rarely a branch that no other takes: the gate on branches asks for them only when it lacks one.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Generator
from fnmatch import fnmatch
from pathlib import PurePosixPath

import coverage
import pytest

import plugins
from plugins.workbench.gates import SHARED_OUT
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.process import exit_code
from tests.support.workers import runs_tests

AT_NEED = (
    "test_author_files.py",
    "test_docs.py",
    "test_house.py",
    "test_tasks.py",
    "test_written.py",
    "browser/*",
    "comments/server/*",
    "engine/*",
    "support/*",
    "workbench/*",
    "*/test_grown_*",
    "blog/test_check_and_look.py",
)
"""Tests by their places below `tests`."""
_ALL = "DIARY_TEST_MEASURE_ALL"
_TESTS = CHECKOUT / "tests"


class MeasuredWhereItCounts:
    """A plugin for pytest. Where nobody measures, it does nothing."""

    def __init__(self) -> None:
        self._measuring: coverage.Coverage | None = None

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self, session: pytest.Session) -> Generator[None, object, object]:
        self._measuring = coverage.Coverage.current()
        if self._measuring and runs_tests(session.config):
            _import_all()
        while running := coverage.Coverage.current():
            running.stop()  # In a worker there are two: pytest-cov begins one early, and one for the worker in it.
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        if self._measuring is None or not is_measured(PurePosixPath(item.path.relative_to(_TESTS).as_posix())):
            return (yield)
        self._measuring.start()
        try:
            return (yield)
        finally:
            self._measuring.stop()


def is_measured(test: PurePosixPath) -> bool:
    """Whether a test module is measured this time; it is named as it stands below `tests`."""
    return bool(os.environ.get(_ALL)) or not stands_in(test, AT_NEED)


def stands_in(test: PurePosixPath, places: tuple[str, ...]) -> bool:
    return any(fnmatch(str(test), place) for place in places)


def modules() -> tuple[PurePosixPath, ...]:
    """Every test module, as it stands below `tests`."""
    return tuple(PurePosixPath(file.relative_to(_TESTS).as_posix()) for file in sorted(_TESTS.rglob("test_*.py")))


def _import_all() -> None:
    for module in pkgutil.walk_packages(plugins.__path__, "plugins."):
        importlib.import_module(module.name)


def main() -> int:
    """Add what the rest takes to what was measured; pytest's exit code."""
    rest = [f"tests/{test}" for test in modules() if stands_in(test, AT_NEED)]
    command = ("-m", "pytest", "-q", *SHARED_OUT, "--cov", "--cov-append", "--cov-report=", *rest)
    return exit_code([sys.executable, *command], cwd=CHECKOUT, changes={_ALL: "yes"})


if __name__ == "__main__":
    sys.exit(main())
