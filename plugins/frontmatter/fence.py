"""The two lines of three hyphens, between which the front matter stands."""

from plugins.patterns import lazy_pattern
from plugins.problems import Problem
from plugins.records import dataclass

_OPENING = lazy_pattern(r"---\s*")
_CLOSING = lazy_pattern(r"(?:---|\.\.\.)\s*")
_DASHES = r"[-‐-―−\u00ad]{2,8}|[‒-―−]|[*_=+~;]{3,8}|(?:[-‐-―] ){2,7}[-‐-―]"
_LIKE_OPENING = lazy_pattern(rf"\s*(?:{_DASHES}|```(?:ya?ml)?)\s*")
_LIKE_CLOSING = lazy_pattern(rf"(?:{_DASHES})[ \t]*")
_FIELD = lazy_pattern(r"\s*[\w-]+ *:")


@dataclass(frozen=True, slots=True)
class Halves:
    """A file cut at its fences; lines count from 1 in the file."""

    front_matter: str
    front_matter_line: int
    story: str
    story_line: int


def cut(text: str, source: str) -> Halves | Problem:
    """The front matter and the story of a file, or the finding that says where a fence is wrong.

    Blank lines may stand before the first fence. A line at the edge that looks like a fence and is none is told even
    when a true one follows: the story below it would be taken for front matter.
    """
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        message = "this file is empty; begin it with a line ---, then “title: …”, then another line ---"
        return Problem(source, 0, "", message, "three-hyphens")
    if not _OPENING.fullmatch(lines[first]):
        return Problem(source, first + 1, "", _bad_opening(lines[first]), "three-hyphens")
    for index in range(first + 1, len(lines)):
        if lines[index][:1].isalnum():
            continue  # As nearly every line begins.
        if _CLOSING.fullmatch(lines[index]):
            return _halves(lines, first, index)
        if _LIKE_CLOSING.fullmatch(lines[index]):
            return Problem(source, index + 1, "", _bad_closing(lines[index]), "three-hyphens")
    return _unclosed(lines, first, source)


def _halves(lines: list[str], first: int, last: int) -> Halves:
    return Halves(
        front_matter="\n".join(lines[first + 1 : last]) + "\n",
        front_matter_line=first + 2,
        story="\n".join(lines[last + 1 :]),
        story_line=last + 2,
    )


def _bad_opening(line: str) -> str:
    if _OPENING.fullmatch(line.strip()):
        return "there are spaces before the three hyphens; begin the line with them"
    if _LIKE_OPENING.fullmatch(line):
        return (
            f'found "{line.strip()}" where three hyphens must stand; type --- '
            "(some programs turn hyphens into a long dash by themselves: undo that with Ctrl+Z)"
        )
    if line.lstrip().startswith("---"):
        return "the three hyphens (---) need a line of their own; put what follows them on the next line"
    if _FIELD.match(line):
        return "a post begins with a line of three hyphens (---), and this one does not; put that line above this one"
    return "this post begins without its title; put three lines above this one: ---, then “title: …”, then ---"


def _bad_closing(line: str) -> str:
    return f'found "{line.strip()}" where three hyphens must stand to end the front matter; type ---'


def _unclosed(lines: list[str], first: int, source: str) -> Problem:
    for index in range(first + 1, len(lines)):
        line = lines[index].strip()
        if _CLOSING.fullmatch(line):
            message = "there are spaces before the three hyphens that end the front matter; begin the line with them"
            return Problem(source, index + 1, "", message, "three-hyphens")
        if _LIKE_CLOSING.fullmatch(line):
            return Problem(source, index + 1, "", _bad_closing(line), "three-hyphens")
    message = (
        "the front matter that begins here is not ended; put a line of three hyphens (---) between it and the story"
    )
    return Problem(source, first + 1, "", message, "three-hyphens")
