"""All findings of a build, as one text."""

from collections.abc import Iterable

from plugins.problems.problem import Problem


def report(problems: Iterable[Problem]) -> str:
    """The findings, sorted by place, each once; notices under a heading of their own; empty when there are none."""
    found = sorted(set(problems))
    stops = [problem for problem in found if problem.stops]
    notices = [problem for problem in found if not problem.stops]
    blocks = [_block(f"{_number(stops)} to mend before the diary can be published:", stops)] if stops else []
    blocks += [_block(f"{_number(notices, 'notice')}, and the build goes on:", notices)] if notices else []
    return "\n\n".join(blocks)


def _number(problems: list[Problem], noun: str = "finding") -> str:
    return f"{len(problems)} {noun}{'s' if len(problems) > 1 else ''}"


def _block(heading: str, problems: list[Problem]) -> str:
    return "\n".join([heading, *(str(problem) for problem in problems)])
