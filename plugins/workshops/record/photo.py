"""A photograph: what it shows, who can be recognised in it, and who agreed."""

from typing import Annotated, Literal

from plugins.contract.values import Between, FilePath, Label, Text, Words
from plugins.records import dataclass

People = Literal["none", "not-recognisable", "recognisable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The point that a crop keeps."""

    x: Annotated[float, Between(0, 1), "From the left edge (0) to the right (1)."]
    y: Annotated[float, Between(0, 1), "From the top (0) to the bottom (1)."]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlurRegion:
    """A part of the picture that is made unrecognisable."""

    x: Annotated[float, Between(0, 1), "Its left edge."]
    y: Annotated[float, Between(0, 1), "Its top edge."]
    w: Annotated[float, Between(0, 1), "Its width."]
    h: Annotated[float, Between(0, 1), "Its height."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photograph beside the post."""

    file: Annotated[FilePath, "The file, such as `photos/blueprint.jpg`."]
    alt: Annotated[Text | None, "What it shows, for somebody who cannot see it."] = None
    decorative: Annotated[bool, "`true` where there is nothing to say."] = False
    caption: Annotated[Words | None, "What stands under it."] = None
    credit: Annotated[Text | None, "Who took it."] = None
    people: Annotated[People, "`none`, `not-recognisable` or `recognisable`."]
    consent: Annotated[tuple[Label, ...], "The ids of the consents, when people are recognisable."] = ()
    focus: Annotated[Focus | None, "The point that a crop keeps."] = None
    blur: Annotated[tuple[BlurRegion, ...], "Parts that are made unrecognisable."] = ()
