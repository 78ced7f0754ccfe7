"""Findings as GitHub shows them: beside the lines of a proposed change, and in the summary of a run.

They quote whoever proposes the change: nothing of it may be read as a command, as Markdown or as HTML.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from plugins.problems.problem import Problem, on_one_line
from plugins.problems.report import verdict

MOST_ANNOTATIONS = 10
"""How many GitHub shows of each kind for a step; it leaves out the others without a word."""
_MOST_LINES = 400
_LONGEST_LINE = 1_500
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
"""How GitHub writes what would end a command or one of its properties; a semicolon ends neither."""


def annotations(problems: Iterable[Problem]) -> Iterator[str]:
    """A command of GitHub's for each finding, then for each notice: at its line, as far as it shows them."""
    found = sorted(set(problems))
    for stops, kind in ((True, "error"), (False, "notice")):
        for problem in [each for each in found if each.stops is stops][:MOST_ANNOTATIONS]:
            about = {"file": problem.source, "line": str(problem.line or 1), "title": problem.place or problem.code}
            named = ",".join(f"{name}={_written(on_one_line(said), _PROPERTY)}" for name, said in about.items())
            yield f"::{kind} {named}::{_written(on_one_line(f'{problem.message} [{problem.code}]'), _DATA)}"


def summary(problems: Iterable[Problem]) -> str:
    """All findings file by file, as Markdown in which every sign of theirs stands for itself."""
    found = sorted(set(problems), key=lambda problem: (not problem.stops, problem))
    lines = [f"### {verdict(found)}", ""]
    for (_, source), those in groupby(found[:_MOST_LINES], key=lambda problem: (problem.stops, problem.source)):
        lines += [f"**{_plain(source)}**", "", *map(_line, those), ""]
    if len(found) > _MOST_LINES:
        lines.append(f"And {len(found) - _MOST_LINES} more, which stand in the log of this run.")
    return "\n".join(lines).rstrip() + "\n"


def _line(problem: Problem) -> str:
    where = ", ".join(filter(None, (f"line {problem.line}" if problem.line else "", problem.place)))
    said = f"{where}: {problem.message} [{problem.code}]" if where else f"{problem.message} [{problem.code}]"
    return f"- {'' if problem.stops else 'Good to know: '}{_plain(said)}"


def _plain(said: str) -> str:
    """Words in which Markdown and HTML find no sign of theirs."""
    line = on_one_line(said)
    short = f"{line[:_LONGEST_LINE]} …" if len(line) > _LONGEST_LINE else line
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", short)


def _written(said: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(letter, letter) for letter in said)
