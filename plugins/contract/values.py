"""The small types that front matter is made of."""

from enum import Enum
from typing import NewType

from plugins.records import dataclass

Text = NewType("Text", str)
"""Plain text, shown as it stands."""

Label = NewType("Label", str)
"""Plain text that has no comma in it, such as a tag or the id of a consent: `a, b` are two."""

Words = NewType("Words", str)
"""Markdown in one paragraph."""

Id = NewType("Id", str)
"""Lower-case words with hyphens, unique in its file."""

Reference = NewType("Reference", str)
"""An `id` of this file, or `file-slug#id` of another."""

FilePath = NewType("FilePath", str)
"""A file beside the post, such as `photos/blueprint.jpg`."""

MarkFile = NewType("MarkFile", str)
"""A picture beside `diary.yml`, such as `mark.svg`."""

SitePath = NewType("SitePath", str)
"""An address of this site, below its root: `posts/our-plan/`."""

WebAddress = NewType("WebAddress", str)
"""An address that begins with http:// or https://."""

HexColour = NewType("HexColour", str)
"""A colour such as `#0b5a5e`."""

Contact = NewType("Contact", str)
"""How people are reached: an e-mail address, an address of the web, or words such as a telephone number."""

SiteAddress = NewType("SiteAddress", str)
"""Where a whole site lies: an address of the web without a name, a question or a place in it."""

Zone = NewType("Zone", str)
"""A time zone by its name, such as `Europe/London`."""

Language = NewType("Language", str)
"""A BCP 47 language tag, such as `en-GB` or `cy`."""

Count = NewType("Count", int)
"""A whole number, 0 or more."""


@dataclass(frozen=True, slots=True)
class Between:
    """The least and the most that a number may be; stands in an annotation."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many gave each score, from the lowest score to the highest: `{5: 3, 4: 1}` is ((4, 1), (5, 3))."""

    pairs: tuple[tuple[int, int], ...] = ()

    @property
    def total(self) -> int:
        """How many gave a score at all."""
        return sum(count for _, count in self.pairs)


@dataclass(frozen=True, slots=True)
class Written:
    """The name of a field in front matter where Python does not allow it (`from`); stands in an annotation."""

    name: str


class Export(Enum):
    """When data that others take away may hold a field; stands in an annotation. A field without it is in no data."""

    PUBLIC = "always"
    COUNTED = "as far as the small-group rule tells it"
    ONE_BY_ONE = "where the small-group rule tells papers one by one"


PUBLIC, COUNTED, ONE_BY_ONE = Export.PUBLIC, Export.COUNTED, Export.ONE_BY_ONE
