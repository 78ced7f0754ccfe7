"""All findings of a build, as one text."""

from collections.abc import Iterable
from itertools import groupby

from plugins.problems.problem import Problem


def report(problems: Iterable[Problem], *, until: str = "the diary can be published") -> str:
    """The findings, sorted by place, each once; notices under a heading of their own; empty when there are none.

    `until` is what waits for the findings to be mended.
    """
    found = sorted(set(problems))
    stops = [problem for problem in found if problem.stops]
    notices = [problem for problem in found if not problem.stops]
    blocks = []
    if notices:
        blocks += [f"{_count(notices, 'notice')}, and the build goes on:", *_by_file(notices)]
    if stops:
        blocks += [f"{_count(stops, 'finding')} to mend before {until}:", *_by_file(stops)]
    return "\n\n".join(blocks)


def verdict(problems: Iterable[Problem]) -> str:
    """What all of them come to, in the one line that stays in sight at the end of a long list."""
    found = set(problems)
    stops = sum(problem.stops for problem in found)
    counted = [(stops, "finding"), (len(found) - stops, "notice")]
    said = " and ".join(f"{number} {noun}{'s' if number > 1 else ''}" for number, noun in counted if number)
    return f"{said or 'No findings'}: the diary {'cannot be published yet' if stops else 'can be published'}."


def advice_report(advice: Iterable[Problem]) -> str:
    """The advice, sorted by place."""
    pieces = sorted(advice)
    return "\n\n".join([f"{_advice(len(pieces))}, and none of it stops a build:", *_by_file(pieces)])


def advice_hint(advice: Iterable[Problem]) -> str:
    """That there is advice, in one line, for somebody who did not ask."""
    return f"{_advice(len(tuple(advice)))} as well: python3 tasks.py check --advice"


def _advice(number: int) -> str:
    return f"{number} {'pieces' if number > 1 else 'piece'} of advice"


def _by_file(problems: list[Problem]) -> list[str]:
    return ["\n".join(map(str, those)) for _, those in groupby(problems, key=lambda problem: problem.source)]


def _count(problems: list[Problem], noun: str) -> str:
    files = len({problem.source for problem in problems})
    places = f" in {files} files" if files > 1 else ""
    return f"{len(problems)} {noun}{'s' if len(problems) > 1 else ''}{places}"
