"""In what order modules are handed out when pytest runs in several processes.

A module stays in one of them (`--dist loadfile`), so that what it makes once is made once. Modules that wait for browsers
and servers come first: what is long must not begin last.
"""

import os

import pytest

from plugins.workbench.paths import CHECKOUT

_LONG = (
    "tests/browser",
    "tests/publishing",
    "tests/engine",
    "tests/comments/server",
    "tests/withdrawal",
    "tests/test_tasks.py",
    "tests/test_sites.py",
    "tests/blog",
    "tests/consent",
    "tests/preview",
)


LONGEST_NAME = 80


def is_worker(config: pytest.Config) -> bool:
    """Whether this is one of several processes."""
    return hasattr(config, "workerinput")


def runs_tests(config: pytest.Config) -> bool:
    """Whether this process runs tests, and does not only hand them out."""
    return is_worker(config) or config.getoption("dist", "no") == "no"


def collect_apart(config: pytest.Config) -> None:
    """Let each process begin to collect at a place of its own, when all of the tests are collected.

    pytest compiles a module anew to say what an assertion compared. What one process has compiled, the others read.
    """
    if config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    modules = sorted(str(module) for module in (CHECKOUT / "tests").rglob("test_*.py"))
    number = int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw"))
    begin = len(modules) * number // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    config.args = [*modules[begin:], *modules[:begin]]


def sort(items: list[pytest.Item]) -> None:
    """Put the long ones first, in the same order in every process."""
    items.sort(key=lambda item: (turn(module := item.path.relative_to(CHECKOUT).as_posix()), module))


def is_long(module: str) -> bool:
    """Whether a module waits for browsers, servers or whole builds."""
    return turn(module) < len(_LONG)


def turn(module: str) -> int:
    """When a module comes; a sort keeps the order among equals."""
    return next((number for number, place in enumerate(_LONG) if f"{module}/".startswith(f"{place}/")), len(_LONG))


def short_name(value: object) -> str | None:
    """The beginning of a text too long to be in a test's name, and how many bytes a value has; None for what pytest may name.

    Bytes are never named by what is in them: a packed file holds the second in which it was made, and every process
    must collect the same names.
    """
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return repr(value[:LONGEST_NAME]) if isinstance(value, str) and len(value) > LONGEST_NAME else None
