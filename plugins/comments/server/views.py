"""What the service's templates see, text ready."""

from dataclasses import dataclass

from plugins.assets.colours import Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSite:
    """What is the same on every page of the service."""

    name: str
    address: str
    language: str
    root: str
    stylesheets: tuple[str, ...]
    favicon: str
    paper: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePage:
    """A page that says one thing, and where to go from there."""

    title: str
    sentences: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is to be mended in one field; `field` is the field's id in the page, empty for the form as a whole."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The comment that is answered; `heading` says whose it is."""

    heading: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionPage:
    """The form as a page of its own, with what was typed and what is to be mended."""

    title: str
    heading: str
    action: str
    thread: str
    parent: str
    name: str
    words: str
    post: Link
    quoted: Quoted | None = None
    faults: tuple[Fault, ...] = ()
    can_send: bool = True

    def fault(self, field: str) -> str:
        """The sentence for one field, or nothing."""
        return next((fault.sentence for fault in self.faults if fault.field == field), "")
