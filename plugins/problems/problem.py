"""One finding: where it is, what was found there and what to write instead."""

import re
from dataclasses import field
from typing import TypeAlias

from plugins.problems.code import Code
from plugins.records import dataclass
from plugins.unicode import without_stray_unseen

_GAP = re.compile(r"\s+")

FieldPath: TypeAlias = tuple[str | int, ...]
"""The way to a field: names, and numbers from 0 in lists, as in `("votes", 0, "chosen")`."""
Finding: TypeAlias = tuple[FieldPath, str, Code]
"""What a check yields of one post: where in its front matter, what is to be said, and of which kind it is."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding.

    `source` is the file as the author knows it (`content/posts/welcome.md`), `line` counts from 1 and is 0 for the
    file as a whole. `place` is the field as its author sees it (`Agenda, part 6, “Dots on the wall”, vote`); it may be
    empty. A problem that does not stop is a notice: the build goes on and says so. `code` is its kind, by which it can
    be looked up. `also` is another file in which the same stands, and which is to blame as much. `path` is the
    way to the field as the file has it, for a form to find it by; empty where front matter is not at fault.
    """

    source: str
    line: int
    place: str
    message: str
    code: Code
    stops: bool = True
    also: str = field(default="", compare=False)
    path: FieldPath = field(default=(), compare=False)

    def __str__(self) -> str:
        """The finding on one line, as compilers write theirs, so that editors can jump to it."""
        where = f"{self.source}:{self.line}" if self.line else self.source
        return on_one_line(": ".join(part for part in (where, self.place, f"{self.message} [{self.code}]") if part))


def on_one_line(text: str) -> str:
    """What was found may hold line ends, or codes that would steer a terminal: neither is passed on."""
    return without_stray_unseen(_GAP.sub(" ", text), instead="�")
