"""The blocks that are open while a text is read: containers in containers, and the leaf in the innermost."""

from dataclasses import field

from plugins.records import dataclass
from plugins.story.blocks.block import Container, Leaf, Marker
from plugins.story.blocks.line import Line
from plugins.story.blocks.references import References

_DEEPEST = 200


class TooDeep(Exception):
    """Blocks in blocks in blocks."""


@dataclass(slots=True)
class OpenBlocks:
    """What is open; `lines` is the text, `blank_in` the quote or document in which the line before was blank."""

    lines: list[str]
    containers: list[Container] = field(default_factory=lambda: [Container("document", 0)])
    leaf: Leaf | None = None
    blank_in: Container | None = None
    references: References = field(default_factory=References)

    @property
    def quote(self) -> Container:
        """The innermost quote, or the document."""
        place = len(self.containers) - 1
        while self.containers[place].kind not in ("document", "quote"):
            place -= 1
        return self.containers[place]

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The last marker of every open list, the innermost last."""
        return tuple(each.marker for each in self.containers if each.kind == "list" and each.marker)

    def close(self, depth: int) -> None:
        """Leave so many containers open, and no leaf."""
        del self.containers[depth:]
        self.leaf = None

    def add(self, leaf: Leaf) -> Leaf:
        """Open a leaf in the innermost container that takes one."""
        self._append(leaf)
        self.leaf = leaf
        return leaf

    def push(self, container: Container) -> None:
        """Open a container; raise TooDeep when that is one too many."""
        self._append(container)
        self.containers.append(container)
        if len(self.containers) > _DEEPEST:
            raise TooDeep

    def _append(self, block: Container | Leaf) -> None:
        inside = {"list": "item", "terms": "meaning"}
        while inside.get(self.containers[-1].kind, block.kind) != block.kind:
            self.containers.pop()
        block.after_blank = self.blank_in is self.quote
        self.containers[-1].blocks.append(block)

    def item(self, marker: Marker, line: Line, *, indent: int, offset: int) -> None:
        """Open an item, in the list that is open when it is one of its kind."""
        holder = self.containers[-1]
        if holder.kind != "list" or holder.marker is None or holder.marker.kind != marker.kind:
            if holder.kind == "list":
                self.containers.pop()
            self.push(Container("list", line.number))
        self.containers[-1].marker = marker
        self.push(Container("item", line.number, marker=marker, indent=indent, offset=offset))

    def meaning(self, line: Line, *, offset: int) -> None:
        """Open what a word means, below the paragraph that says the word; what has none above it explains nothing."""
        if self.containers[-1].kind != "terms":
            self._terms(line)
        self.push(Container("meaning", line.number, offset=offset))

    def _terms(self, line: Line) -> None:
        above = self.containers[-1].blocks
        said = above.pop() if above and isinstance(above[-1], Leaf) and above[-1].kind == "p" else None
        if above and isinstance(above[-1], Container) and above[-1].kind == "terms":
            self.containers.append(above[-1])
        else:
            self.push(Container("terms", line.number))
        if said:
            self.containers[-1].blocks.append(said)
