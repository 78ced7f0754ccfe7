"""What holds for every test: nothing in the shell it is started from changes what it sees."""

import gc
import os
import signal

import pytest
from hypothesis import settings

from plugins.settings.deployment import HOSTS
from plugins.workbench.bytecode import keep_bytecode
from tests.support.author_files import author_files_unread, leave_alone
from tests.support.bytecode import forget_what_is_gone
from tests.support.measuring import MeasuredWhereItCounts
from tests.support.seconds import SecondsByModule
from tests.support.warm.running import ask_the_html_checker_that_stays, begun
from tests.support.workers import collect_apart, is_worker, short_name, sort

__all__ = ["author_files_unread"]

leave_alone()
for host in HOSTS:
    os.environ.pop(host, None)  # Tests that run for a proposed change build what readers would find all the same.
keep_bytecode()
_warm_server = begun()
ask_the_html_checker_that_stays()

# A busy computer is no finding. Where a build is judged, the same examples are tried every time.
settings.register_profile("desk", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True, database=None)
settings.load_profile("gate" if os.environ.get("CI") else "desk")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what stands before `&` deaf to Ctrl-C, and what it starts in turn. Tests press it all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(MeasuredWhereItCounts())
    if is_worker(config):
        collect_apart(config)
    else:
        config.pluginmanager.register(SecondsByModule())


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: where one waits for a browser or a server, another works."""
    return (os.cpu_count() or 1) + 1


def pytest_make_parametrize_id(val: object) -> str | None:
    """A long value is named by its beginning: every process is told every test's name again and again."""
    return short_name(val)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if is_worker(config):
        sort(items)


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: no collection of garbage need look at it again."""
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    if _warm_server:
        _warm_server.end()
    if not is_worker(config):
        forget_what_is_gone()


_SET_BY_AUTHORS = (
    "DIARY_COMMENTS_ARCHIVE",
    "DIARY_COMMENTS_SERVICE",
    "DIARY_COMMENTS_TOKEN",
    "DIARY_NOW",
    "DIARY_PRIVATE_WORDS",
    "DIARY_PRIVATE_WORDS_LIST",
    "DIARY_SITE_URL",
    "SOURCE_DATE_EPOCH",
)


@pytest.fixture(autouse=True)
def an_empty_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _SET_BY_AUTHORS:
        monkeypatch.delenv(name, raising=False)
