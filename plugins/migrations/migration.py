"""Every change of the contract with authors that a program can carry out in what they wrote, by version."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from plugins.frontmatter import Mapping
from plugins.frontmatter.changes import Change
from plugins.records import dataclass

Kind: TypeAlias = Literal["workshop", "post", "page", "register", "settings"]


@dataclass(frozen=True, slots=True)
class Migration:
    """What is written otherwise from a version on: in which kinds of file, and how, told to their authors as well.

    `rule` is given what a file says, and wants nothing of a file that needs no change. A field gets another name with
    `Renamed`; lists are named whole, with `Item` for each item.
    """

    version: str
    kinds: frozenset[Kind]
    says: str
    rule: Callable[[Mapping], Change]


MIGRATIONS: tuple[Migration, ...] = ()
"""In the order in which they are carried out."""
