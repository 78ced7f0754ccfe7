"""What is written: pages that a template makes, and files that are ready."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path below the output folder, its template, and the view, which is all the template sees of it."""

    path: str
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class File:
    """One file whose bytes are ready."""

    path: str
    content: bytes
