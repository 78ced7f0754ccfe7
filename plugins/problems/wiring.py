"""Stops the build once, with every finding, before anything is written."""

import sys
from collections.abc import Sequence
from typing import Any

from pelican import signals

from plugins.problems.code import Code
from plugins.problems.console import say
from plugins.problems.problem import Problem
from plugins.problems.report import advice_hint, advice_report, report, verdict

_KEEP_READERS_OUT: frozenset[Code] = frozenset({"link-to-hidden"})
"""What must not be published as it is, and can be previewed: what is not there for readers is there for its author."""


class BuildStopped(SystemExit):
    """The build ends here; `problems` says why. Exit code 0 means that nothing was wrong and nothing was wanted.

    A SystemExit: Pelican catches every Exception, logs it, and under `--fatal errors` raises another in its place.
    """

    def __init__(self, code: int, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(code)
        self.problems = problems


def register() -> None:
    # The last signal before anything is written; by then every generator has read its files.
    signals.all_generators_finalized.connect(stop_once)


def stop_once(generators: Sequence[Any]) -> None:
    """Print what was found; raise BuildStopped when that stops the build, or when only a check was wanted."""
    context, settings = generators[0].context, generators[0].settings
    problems = tuple(context.setdefault("problems", []))
    is_asked_for = settings.get("DIARY_ADVICE") or settings.get("DIARY_CHECK_ONLY")
    by_address = context.get("advice", {}) if is_asked_for else {}
    advice = [piece for pieces in by_address.values() for piece in pieces]
    if problems:
        say(report(problems), sys.stderr)
    if advice and settings.get("DIARY_ADVICE"):
        say(advice_report(advice), sys.stdout)
    previewed = _KEEP_READERS_OUT if settings.get("DIARY_PREVIEW") else frozenset()
    if any(problem.stops and problem.code not in previewed for problem in problems):
        say(f"\n{verdict(problems)}", sys.stderr)
        raise BuildStopped(1, problems)
    if settings.get("DIARY_CHECK_ONLY"):
        say(verdict(problems), sys.stdout)
        if advice and not settings.get("DIARY_ADVICE"):
            say(advice_hint(advice), sys.stdout)
        raise BuildStopped(0, problems)
    if problems:
        say(f"\n{verdict(problems)}", sys.stderr)
