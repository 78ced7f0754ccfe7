"""What the newest check of the whole diary found, and what of it is about one file."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from hashlib import sha256
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.documents import OpenFile, page_of
from plugins.author.group_check import notice
from plugins.author.views import Addresses
from plugins.blog.publication import Moment
from plugins.contract.reading import read_record
from plugins.engine.build_moment import build_moment
from plugins.problems import Problem
from plugins.records import dataclass

STORY = "story"
"""The name of the field in which the story is written."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings on the whole diary, the file that was saved last first, and advice by the address of its page.

    Advice may be worked out as it is asked for, and is asked for about one post alone.
    `began` is when the check began, in nanoseconds since 1970: it knows nothing of what was saved later.
    `failure` is a sentence when the diary's own software failed.
    """

    problems: tuple[Problem, ...] = ()
    advice: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    began: int = 0
    failure: str = ""

    @property
    def to_mend(self) -> int:
        """How much keeps the diary from being published."""
        return sum(problem.stops for problem in self.problems) + bool(self.failure)

    def knows(self, post: OpenFile) -> bool:
        """Whether the check saw the file as it is now."""
        return post.saved < self.began

    def is_awaited(self, post: OpenFile) -> bool:
        """Whether a check is on its way that will know more of the file."""
        return self.began > 0 and not self.knows(post)

    def of(self, post: OpenFile, zone: ZoneInfo) -> tuple[Problem, ...]:
        """What is to be mended in a file as it is now, and what is good to know of it."""
        if post.front_matter is None:
            return post.problems
        own = read_record(post.record, post.front_matter, source=post.file.source, zone=zone)[1]
        of_all = self.problems if self.knows(post) else ()
        of_group = notice(post, Moment(build_moment(zone), zone))
        return tuple(dict.fromkeys((*own, *(each for each in of_all if each.source == post.file.source), *of_group)))

    def advice_on(self, post: OpenFile) -> tuple[Problem, ...]:
        if not post.is_post or not self.knows(post):
            return ()
        advice = self.advice.get(page_of(post.file, post.front_matter), ())
        return tuple(each for each in advice if each.source == post.file.source)


def key_of(problem: Problem) -> str:
    """A word for one finding, by which a form names it."""
    return sha256(repr((problem.source, problem.line, problem.place, problem.message)).encode()).hexdigest()[:16]


def field_of(problem: Problem, post: OpenFile, names: frozenset[str]) -> str:
    """The name of the form's field that a finding is about: of `names`, or the story; empty where there is none."""
    if post.is_post and post.front_matter is not None and post.story_line <= problem.line:
        return STORY
    return next((name for name in _ways_up(problem) if name in names), "")


def _ways_up(problem: Problem) -> Iterator[str]:
    """The names of the place of a finding, and of each that it lies in, the nearest first."""
    steps = tuple(map(str, problem.path))
    return (".".join(steps[:length]) for length in range(len(steps), 0, -1))


def address_of(problem: Problem) -> str:
    """The address of the form of the file with a finding, open at its line."""
    return address_in(problem.source, at=".".join(map(str, problem.path)), line=problem.line)


def address_in(source: str, *, at: str = "", line: int = 0) -> str:
    """The address of the form of a file, open at a field, or else at a line."""
    if source.endswith("/consent.yml"):
        return Addresses().consent
    return f"{Addresses().post}?{urlencode({'source': source, 'at': at or STORY, 'line': str(line)})}"
