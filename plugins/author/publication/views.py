"""What the template of the page Publish sees."""

from plugins.author.versions import Difference
from plugins.author.views import Fault, Link
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class ChangedPages:
    """Pages that are all new, changed or gone; a link leads to how one looks, and to nothing where it is gone."""

    heading: str
    pages: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What publishing changes for readers, and what of the diary's files is different (`texts`).

    `looked` is the build that was looked at, `to` the address of the place; `questions` are to be agreed to, `notes`
    good to know before. A site `without` the posts that have something to mend leaves them out.
    """

    looked: str
    to: str
    sentence: str
    pages: tuple[ChangedPages, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    without: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BothTexts:
    """A file that was changed here and elsewhere, and where the author's text differs from theirs."""

    source: str
    href: str
    differences: tuple[Difference, ...]
    is_gone_there: bool
    is_gone_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a job ended: what was done line by line, what went wrong, what is to be seen.

    `lines` are what a program said of a fault; `both` are texts that were changed here and elsewhere.
    """

    done: tuple[str, ...] = ()
    fault: str = ""
    lines: str = ""
    outlook: Outlook | None = None
    both: tuple[BothTexts, ...] = ()
    may_go_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A job under way: what is done, and what is being done."""

    done: tuple[str, ...]
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPage:
    """The page Publish. `places` are (name, address, is chosen); `open_points` keep nothing from being published."""

    title: str
    token: str
    to_mend: tuple[Fault, ...] = ()
    open_points: tuple[Fault, ...] = ()
    places: tuple[tuple[str, str, bool], ...] = ()
    no_place: str = ""
    running: Running | None = None
    result: Result = Result()
