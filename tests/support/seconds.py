"""How long each test module took when it was last run, kept with pytest's cache."""

from collections import defaultdict

import pytest

KEPT = "diary/seconds"


class SecondsByModule:
    """Adds up what tests take, and keeps it at the end; what was not run this time stays as it was."""

    def __init__(self) -> None:
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid.partition("::")[0]] += report.duration

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if session.config.pluginmanager.hasplugin("cacheprovider") and _ran_whole_modules(session):
            cache = session.config.cache
            whole = {path: round(seconds, 1) for path, seconds in self._seconds.items()}
            cache.set(KEPT, {**cache.get(KEPT, {}), **whole})


def _ran_whole_modules(session: pytest.Session) -> bool:
    """Nobody chose among the tests of a module, and nothing ended the run before its time."""
    config = session.config
    chosen = [config.getoption(name) for name in ("keyword", "markexpr", "lf", "deselect")]
    return not (any(chosen) or any("::" in named for named in config.args) or session.shouldstop or session.shouldfail)
