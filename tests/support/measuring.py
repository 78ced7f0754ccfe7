"""Coverage, measured where it can count. `python -m tests.support.measuring` measures the rest too.

Python runs at less than half its speed while it is measured. So modules are measured while they are imported, all at once, and
then the tests of a room's own branches. Most of the time goes into tests of whole builds, and into those that try thousands of
inputs, which take no branch that no other takes: the gate on branches asks for them only when it lacks one. They stand in
`measured_at_need.txt`, a module or a function a line.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Generator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path, PurePosixPath

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
    *(Path(__file__).parent / "measured_at_need.txt").read_text("utf-8").split(),
)
"""Tests by their places below `tests`: what is never measured first, and what was found to take no branch of its own."""
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
        if self._measuring is None or not is_measured(_name(item)):
            return (yield)
        self._measuring.start()
        try:
            return (yield)
        finally:
            self._measuring.stop()


def _name(item: pytest.Item) -> str:
    function = getattr(item, "originalname", item.name)
    return f"{item.path.relative_to(_TESTS).as_posix()}::{function}"


def is_measured(test: str) -> bool:
    """Whether a test is measured this time; it is named as it stands below `tests`, such as `files/test_a.py::test_b`."""
    return bool(os.environ.get(_ALL)) or not stands_in(test, AT_NEED)


@cache
def stands_in(test: str, places: tuple[str, ...]) -> bool:
    """Whether a test is one of those places, or in one."""
    module = test.partition("::")[0]
    return any(fnmatch(module, place) or test == place for place in places)


@cache
def modules() -> tuple[PurePosixPath, ...]:
    """Every test module, as it stands below `tests`."""
    return tuple(PurePosixPath(file.relative_to(_TESTS).as_posix()) for file in sorted(_TESTS.rglob("test_*.py")))


def _import_all() -> None:
    for module in pkgutil.walk_packages(plugins.__path__, "plugins."):
        importlib.import_module(module.name)


def main() -> int:
    """Add what the rest takes to what was measured; pytest's exit code."""
    listed = {place.partition("::")[0] for place in AT_NEED}
    rest = [f"tests/{test}" for test in modules() if stands_in(str(test), tuple(sorted(listed)))]
    command = ("-m", "pytest", "-q", *SHARED_OUT, "--cov", "--cov-append", "--cov-report=", *rest)
    return exit_code([sys.executable, *command], cwd=CHECKOUT, changes={_ALL: "yes"})


if __name__ == "__main__":
    sys.exit(main())
