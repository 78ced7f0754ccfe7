"""Which findings of a post that was read in part are certain: those that nothing unread can have caused.

One cause is told once. Whoever mends the value that could not be read sees the others then, if there are any.
"""

from collections.abc import Iterable, Iterator

from plugins.frontmatter import Mapping, as_written
from plugins.problems import FieldPath, Finding

_DECIDE_THE_PLACE = ("date", "slug", "status", "workshop")
_DECIDE_THE_TIMES = ("agenda", "workshop")


def certain(findings: Iterable[Finding], tree: Mapping, gaps: Iterable[FieldPath]) -> Iterator[Finding]:
    """The findings on which no gap bears; gaps are paths as they were written, those of findings are of `tree`."""
    written = tuple(gaps)
    for finding in findings:
        path = as_written(tree, finding[0])
        if not any(_bears_on(gap, path, finding) for gap in written):
            yield finding


def _bears_on(gap: FieldPath, path: FieldPath, finding: Finding) -> bool:
    match finding[2]:
        case "times-disagree":
            return gap[0] in _DECIDE_THE_TIMES
        case "picture-unlisted":
            return gap[0] == "photos"
        case "missing-description":
            return gap[:-1] == path[:-1] and gap[-1] in ("alt", "decorative")
        case "wrong-place" | "unusable-address" | "address-taken":
            return gap[0] in _DECIDE_THE_PLACE
    if path == ("date",):
        return gap[0] in _DECIDE_THE_PLACE
    together = gap[:2] if gap[0] == "votes" else _item(gap)
    return path[: len(together)] == together


def _item(gap: FieldPath) -> FieldPath:
    """The item of a list, or the field of a post, in which something could not be read."""
    numbers = [depth for depth, part in enumerate(gap) if isinstance(part, int)]
    return gap[: numbers[-1] + 1] if numbers else gap[:1]
