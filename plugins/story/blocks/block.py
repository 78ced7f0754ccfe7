"""The blocks of a text, as they are found: containers hold blocks, leaves hold lines."""

from dataclasses import field
from typing import Literal, TypeAlias

from plugins.records import dataclass

LeafKind = Literal["p", "heading", "code", "fence", "table", "hr"]
ContainerKind = Literal["document", "quote", "list", "item", "terms", "meaning", "footnote"]


@dataclass(slots=True, eq=False)
class Leaf:
    """A block of lines. `line` is its first, counted from 0; `level` a heading's, `name` the words behind a fence.

    `mark` and `indent` are a fence's signs and where they stand; a table's `lines` are its rows without the dashes.
    """

    kind: LeafKind
    line: int
    lines: list[str] = field(default_factory=list)
    level: int = 0
    name: str = ""
    mark: str = ""
    indent: int = 0
    is_ended: bool = False
    after_blank: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item of a list, in so many `signs`.

    `kind` is the bullet, or how a number is counted (1, a, A, i, I) with what ends it. Word tells how deep an item is
    by the kind of its marker alone: an item that is `nested` in the way in which another `nests` stands below that one.
    """

    kind: str
    signs: int
    number: int | None = None
    nests: str = ""
    nested: str = ""


@dataclass(slots=True, eq=False)
class Container:
    """A block of blocks; `indent` and `offset` are where the marker of an item and its words begin.

    A list's `marker` is its last item's; `name` is a footnote's.
    """

    kind: ContainerKind
    line: int
    blocks: list["Block"] = field(default_factory=list)
    marker: Marker | None = None
    indent: int = 0
    offset: int = 0
    name: str = ""
    after_blank: bool = False


Block: TypeAlias = Leaf | Container
