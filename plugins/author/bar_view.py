"""What the template of the bar sees."""

from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class BarLink:
    """A place; `is_count` marks the one that a script counts on."""

    label: str
    href: str
    is_count: bool = False


@dataclass(frozen=True, slots=True)
class BarView:
    """The bar, the address of its style sheet, and that of the page at whose foot it is."""

    styles: str
    here: str
    links: tuple[BarLink, ...]
