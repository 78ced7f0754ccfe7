"""What the service's templates see, text ready."""

from collections.abc import Mapping
from dataclasses import field

from plugins.assets.colours import Colour
from plugins.records import dataclass


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
class Quoted:
    """The comment that is answered; `heading` says whose it is."""

    heading: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionPage:
    """The form as a page of its own, with what was typed; `faults` by the id of their field, or by none."""

    title: str
    heading: str
    action: str
    thread: str
    parent: str
    name: str
    words: str
    post: Link
    quoted: Quoted | None = None
    faults: Mapping[str, str] = field(default_factory=dict)
    can_send: bool = True
