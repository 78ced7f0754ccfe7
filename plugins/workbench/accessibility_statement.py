"""The accessibility statement's sentences that tell of the test, filled from what the test really found.

The statement keeps its own words everywhere else, with the points that are still open for whoever runs the diary. No
sentence here claims that the site complies: a program finds only some of the barriers.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from plugins.files import home_of, write_file
from plugins.files.names import post_name
from plugins.workbench.paths import CHECKOUT

RESULT = "accessibility-test.json"
"""The result in a content folder; the statement that is filled from it is that folder's too."""
_BLOCK = "<!-- from the test: {name} -->"
_END = "<!-- end of what is from the test -->"

Result = Mapping[str, object]


class StatementUnfit(Exception):
    """The statement has no place for a sentence of the test; the message says which."""


def filled(statement: str, result: Result) -> str:
    """The statement with the sentences that the result gives."""
    for name, text in {"status": status(result), "failures": failures(result), "testing": testing(result)}.items():
        begin = _BLOCK.format(name=name)
        place = re.compile(f"{re.escape(begin)}\n.*?{re.escape(_END)}", re.DOTALL)
        if len(place.findall(statement)) != 1:
            raise StatementUnfit(f"the statement needs one place that begins with {begin} and ends with {_END}")
        block = f"{begin}\n\n{text}\n\n{_END}"
        statement = place.sub(lambda _: block, statement)  # noqa: B023 - used at once, in this very turn
    return statement


def status(result: Result) -> str:
    """What the test says of the standard."""
    began = f"On {_day(result)} a program looked for failures of this standard on {_pages(result)}"
    faults = _faults(result)
    if not faults:
        return f"{began}. It found none. A program finds only some failures, so there may be others."
    kinds = "one kind of failure" if len(faults) == 1 else f"{len(faults)} kinds of failure"
    return f"{began}. It found {kinds}, listed below. So this website does not fully meet the standard."


def failures(result: Result) -> str:
    """Each failure with the success criterion that it fails."""
    faults = _faults(result)
    if not faults:
        return "The program found no failure to list here."
    return "\n".join(_failure(fault) for fault in faults)


def testing(result: Result) -> str:
    """How it was tested, and when."""
    widths = _listed([str(width) for width in _list(result, "widths")])
    sentences = [
        f"This website was last tested on {_day(result)} by a program: {result['tool']} in {result['browser']}.",
        f"It opened {_pages(result)} at widths of {widths} pixels, in {_listed(_list(result, 'schemes'))} colours.",
        "It looked for failures of WCAG 2.0, 2.1 and 2.2 at levels A and AA.",
        "It looked for pages that must be scrolled sideways, too.",
    ]
    undecided = _list(result, "undecided")
    if undecided:
        sentences.append(f"In some places a person has to decide about these rules: {_listed(undecided)}.")
    return " ".join(sentences)


def _failure(fault: Mapping[str, object]) -> str:
    pages = _list(fault, "pages")
    where = f"on the page {pages[0]}" if len(pages) == 1 else f"on {len(pages)} pages, such as {pages[0]}"
    criteria = _list(fault, "criteria")
    fails = f"This fails WCAG success criterion {_listed(criteria)}." if criteria else ""
    return f"- {fault['says']} ({fault['rule']}), {where}. {fails}".rstrip()


def _faults(result: Result) -> list[Mapping[str, object]]:
    found = result["failures"]
    return list(found) if isinstance(found, Sequence) else []


def _list(of: Mapping[str, object], name: str) -> list[str]:
    found = of[name]
    return [str(each) for each in found] if isinstance(found, Sequence) else []


def _pages(result: Result) -> str:
    return f"all {result['pages']} pages"


def _day(result: Result) -> str:
    from plugins.moments import When  # Not above: the tasks load this file where there are no other rooms.
    from plugins.words import dates

    day = date.fromisoformat(str(result["tested"]))
    return dates.spoken(When(day.year, day.month, day.day))


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def main(content: Path) -> int:
    """Fill the statement of a diary from its newest result; the exit code."""
    result, usual = content / RESULT, content / "pages" / "accessibility.md"
    statement = next((file for file in usual.parent.glob("*") if post_name(file.name) == usual.name), usual)
    if not statement.is_file():
        print(f"There is no {statement.name} among the pages, so nothing was filled.")
        return 0
    try:
        text = filled(statement.read_text("utf-8"), json.loads(result.read_text("utf-8")))
    except StatementUnfit as unfit:
        print(f"{statement.name}: {unfit}", file=sys.stderr)
        return 1
    write_file(statement, text.encode(), below=home_of(statement, CHECKOUT))
    print(f"Filled {statement.name}. Read it: what only people know still has to be written by people.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
