"""What a build goes without, and why: for whoever reads its log, and for what comes after the build."""

from plugins.problems.problem import Problem
from plugins.problems.report import report
from plugins.records import dataclass

_LINE = "=" * 72


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The files that a build published nothing of, and every finding that a build without leave would have stopped for.

    Some findings are of no post: of the register of consents, say.
    """

    sources: tuple[str, ...] = ()
    findings: tuple[Problem, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sources or self.findings)

    @property
    def lines(self) -> tuple[str, ...]:
        """Each file and each place with something to mend, without what was found there: that is nobody else's."""
        with_lines = {f"{each.source}:{each.line}" if each.line else each.source for each in self.findings}
        found_in = {each.source for each in self.findings}
        return tuple(sorted(with_lines | (set(self.sources) - found_in)))

    def report(self) -> str:
        """The block at the end of a build that goes without something."""
        sources = "\n".join(f"  {source}" for source in self.sources)
        without = sources or "No post is left out, but there is something to mend:"
        why = report(self.findings, until="they may be published again")
        return f"{_LINE}\nLEFT OUT of the new site, until it is mended:\n{without}\n\n{why}\n{_LINE}"
