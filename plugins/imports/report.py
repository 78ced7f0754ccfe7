"""What came along and what did not, told to whoever brought it in."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.frontmatter.changes import Change
from plugins.frontmatter.editing import with_values
from plugins.imports.drafts import Made
from plugins.imports.tables import Offer, taken_up
from plugins.words import numbers

_LEFT_BEHIND = {
    "deletions": ("words that somebody had struck out, in", "place"),
    "struck words": ("words that somebody had struck out, in", "place"),
    "hidden words": ("words that were hidden, in", "place"),
    "comments": ("", "comment"),
    "hidden pictures": ("", "hidden picture"),
    "linked pictures": ("pictures that lie elsewhere, at", "place"),
    "pictures": ("", "picture"),
    "drawings": ("drawings or charts (make a picture of each), at", "place"),
    "equations": ("", "equation"),
    "embedded files": ("files that lie in it, at", "place"),
    "films and players": ("films and players, at", "place"),
    "footnotes": ("footnotes without words, at", "place"),
    "headers and footers": ("what stands at the head or the foot of each page", ""),
    "tables of contents": ("the table of contents", ""),
    "colours": ("colours", ""),
}
_EMPTY = b"---\n---\n"
_NAMES = {"agenda": "an agenda", "votes": "a vote"}


def made_lines(made: Made) -> Iterator[str]:
    yield f"Made {made.source}. It is a draft: nobody but you sees it."
    yield from photo_lines(made.photos, made.unread)


def photo_lines(number: int, unread: Iterable[str]) -> Iterator[str]:
    """How many photos lie beside a post, and why others do not."""
    if number:
        photos = numbers.counted(number, "photo lies", "photos lie")
        yield (
            f"{photos} beside it, without what a camera writes into a file. Say of each what it shows and who is in it."
        )
    yield from (f"A picture did not come along: {reason}." for reason in unread)


def met_lines(met: Counter[str]) -> Iterator[str]:
    """What came along though somebody should look at it, and what was left behind."""
    if met["insertions"]:
        places = numbers.counted(met["insertions"], "place")
        yield f"Words that were inserted and that nobody has accepted yet came along, in {places}: read them."
    left = [_counted(met[kind], *words) for kind, words in _LEFT_BEHIND.items() if met[kind]]
    if left:
        yield f"Left behind: {'; '.join(left)}."
    if met["merged cells"]:
        yield "The words of a merged cell stand in each cell that it covered."


def _counted(number: int, words: str, each: str) -> str:
    return f"{words} {numbers.counted(number, each)}".strip() if each else words


def offer_lines(offered: Iterable[Offer], *, are_fields: bool) -> Iterator[str]:
    """Tables that are fields now, or could be: as they would stand in the front matter."""
    for offer in offered:
        what = _NAMES[offer.field]
        if are_fields:
            yield f"A table that looks like {what} is in the field “{offer.field}” now: check each line of it."
        else:
            yield f"A table looks like {what}. If it is one, write this into the front matter, and take the table out:"
            yield _front_matter(taken_up("", (offer,))[0])


def _front_matter(fields: Change) -> str:
    text = with_values(_EMPTY, fields, is_post=True).decode()
    return text.removeprefix("---\n").removesuffix("---\n").rstrip()
