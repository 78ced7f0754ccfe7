"""Which findings of a post that was read in part are certain: those that nothing unread can have caused.

One cause is told once. Whoever mends the value that could not be read sees the others then, if there are any.
"""

from collections.abc import Iterable, Iterator, Mapping

from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import as_written
from plugins.problems import Code, FieldPath, Finding

_DECIDE_THE_PLACE = ("date", "slug", "status", "workshop")
_DECIDE_THE_TIMES = ("agenda", "workshop")
_DECIDED_BY: Mapping[Code, tuple[str, ...]] = {
    "consent-ends-soon": (),
    "consent-missing": ("people", "consent"),
    "consent-over": (),
    "consent-unknown": (),
    "description-to-better": (),
    "hand-out": ("file", "url"),
    "link-to-nothing": (),
    "missing-description": ("alt", "decorative"),
    "missing-file": ("file", "url"),
    "person-named": (),
    "real-persona": (),
}
"""The other fields of an item on which a finding of it depends, for the kinds that do not depend on all of them."""


def certain(findings: Iterable[Finding], tree: Tree, gaps: Iterable[FieldPath]) -> Iterator[Finding]:
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
        case "wrong-place" | "unusable-address" | "address-taken":
            return gap[0] in _DECIDE_THE_PLACE or _is_at(gap, path)
    if path == ("date",):
        return gap[0] in _DECIDE_THE_PLACE
    beside = _DECIDED_BY.get("hand-out" if path[-2:-1] == ("materials",) else finding[2])
    if beside is not None:
        below = gap[len(path) :] if gap[: len(path)] == path else ()
        is_beside = gap[:-1] == path[:-1] and gap[-1] in beside
        return _is_at(gap, path) or is_beside or (bool(below) and (isinstance(below[0], int) or below[0] in beside))
    together = gap[:2] if gap[0] == "votes" else _item(gap)
    return path[: len(together)] == together


def _is_at(gap: FieldPath, path: FieldPath) -> bool:
    """Whether what a finding is about could not be read, or stands in it."""
    return path[: len(gap)] == gap


def _item(gap: FieldPath) -> FieldPath:
    """The item of a list, or the field of a post, in which something could not be read."""
    numbers = [depth for depth, part in enumerate(gap) if isinstance(part, int)]
    return gap[: numbers[-1] + 1] if numbers else gap[:1]
