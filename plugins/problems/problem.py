"""One finding: where it is, what was found there and what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding.

    `source` is the file as the author knows it (`content/posts/welcome.md`), `line` counts from 1 and is 0 for the
    file as a whole, `field` may be empty. A problem that does not stop is a notice: the build goes on and says so.
    """

    source: str
    line: int
    field: str
    message: str
    stops: bool = True

    def __str__(self) -> str:
        """The finding on one line, as compilers write theirs, so that editors can jump to it."""
        where = f"{self.source}:{self.line}" if self.line else self.source
        return ": ".join(part for part in (where, self.field, self.message) if part)


def field_name(path: tuple[str | int, ...]) -> str:
    """A path into front matter as an author reads it: `votes[0].options[2].votes`."""
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part}]"
        else:
            name += f".{part}" if name else part
    return name
