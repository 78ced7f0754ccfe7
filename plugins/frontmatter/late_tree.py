"""The tree of front matter that is known to have one, made when somebody asks where in it something stands."""

from dataclasses import field
from typing import cast

from plugins.frontmatter.tree import Mapping
from plugins.frontmatter.yaml_events import tree
from plugins.records import dataclass


@dataclass(slots=True)
class LateTree:
    """The text between the fences, which was read without a finding before, and the line at which it begins."""

    text: str
    line: int
    _tree: Mapping | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def tree(self) -> Mapping:
        if self._tree is None:
            # The same text has the same tree.
            self._tree = cast("Mapping", tree(self.text, source="", first_line=self.line)[0])
        return self._tree
