"""What looks forgotten in the front matter of a post, or beside it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.blog.advice.prose import Sentence, begun
from plugins.comments.discussion import Discussion
from plugins.comments.providers.links import NoProvider
from plugins.contract.values import FilePath
from plugins.problems import FieldPath
from plugins.workshops.diary import DiaryEntry, once_an_entry, written_in
from plugins.workshops.record.post import Comments, Post

_PHOTOS = "photos"
_MOST_EASY_WORDS = 15
_PICTURES = (".avif", ".gif", ".heic", ".heif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")
_UNSEEN_FACES = re.compile(
    r"\b(?:hands?|fingers?|arms?|feet|foot|shoes?|legs?|backs?|behind|silhouettes?|shadows?|distance|far|away|above|blurr?(?:ed|y)|"
    r"out of focus|turned|masks?|outlines?)\b",
    re.IGNORECASE,
)
_CAME_OR_WENT = re.compile(
    r"\b(?:left|leave|leaving|went|gone|going|came|come|late|later|early|joined|away|vot(?:e|ed|es|ing)|stay(?:ed)?)\b"
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

Advice = tuple[FieldPath, str]


def no_easy_read(post: Post) -> Iterator[Advice]:
    """A workshop that took place, told in long words alone."""
    if not post.easy_read:
        message = (
            f"“{post.title}” has no easy read; say in three to ten short sentences what happened, one idea each, "
            "under “easy_read”"
        )
        yield ("workshop",), message


def hard_easy_read(post: Post) -> Iterator[Advice]:
    """Lines of easy read that are long, or have no picture."""
    for index, line in enumerate(post.easy_read):
        words = sum(any(map(str.isalnum, word)) for word in line.words.split())
        if words > _MOST_EASY_WORDS:
            message = f"“{begun(line.words)}” has {words} words; easy read has {_MOST_EASY_WORDS} a line at most"
            yield ("easy_read", index), message
    bare = [str(index) for index, line in enumerate(post.easy_read, start=1) if line.picture is None]
    if bare:
        which = f"line {bare[0]} has" if len(bare) == 1 else f"lines {', '.join(bare[:-1])} and {bare[-1]} have"
        message = f"{which} no picture; write one beside the words, such as {{words: We had tea., picture: tea}}"
        yield ("easy_read",), message


def other_attendance(post: Post, sentences: Iterable[Sentence]) -> Iterator[Advice]:
    """Votes with other numbers of people than came to the workshop, where no sentence tells why."""
    came = post.workshop.room if post.workshop else None
    for index, vote in enumerate(post.votes):
        if came is None or vote.present is None or vote.present in _numbers_of_groups(post):
            continue
        missing = abs(came - vote.present)
        if not any(_tells(sentence, vote.present, missing) for sentence in sentences):
            why = "had left or did not vote" if vote.present < came else "came for the vote alone"
            message = (
                f"found “{vote.present}”, and the groups under “attendance” make {came}; write the right number, or "
                f"say in a sentence that {missing} {why}"
            )
            yield ("votes", index, "present"), message


def _numbers_of_groups(post: Post) -> frozenset[int]:
    """How many people some of the groups are together, and all of them: often only some vote."""
    sums = {0}
    for group in post.workshop.attendance if post.workshop else ():
        sums |= {group.count + each for each in sums if group.count}
    return frozenset(sums - {0})


def _tells(sentence: Sentence, *numbers: int) -> bool:
    words = {word.lower() for word in sentence.words}
    named = {str(number) for number in numbers} | {_NUMBERS[number] for number in numbers if number < len(_NUMBERS)}
    return bool(words & named) and bool(_CAME_OR_WENT.search(sentence.text.lower()))


def nothing_blurred(post: Post) -> Iterator[Advice]:
    """Photos of people whom nobody is said to recognise, though nothing is blurred and no word says why."""
    for index, photo in enumerate(post.photos):
        said = f"{photo.alt or ''} {photo.caption or ''}"
        if photo.people == "not-recognisable" and not photo.blur and not _UNSEEN_FACES.search(said):
            message = (
                f"nothing is blurred in “{photo.file}”; draw boxes over faces and badges in the preview, or say in "
                "“alt” what is seen of the people, such as “hands” or “from behind”"
            )
            yield ("photos", index, "people"), message


def unheard_prompt(post: Post, discussion: Discussion) -> Iterator[Advice]:
    """A question to readers who have nowhere to answer."""
    asked = post.comments
    if isinstance(asked, Comments) and asked.prompt and isinstance(discussion.provider(asked.provider), NoProvider):
        message = (
            f"nobody can answer “{begun(asked.prompt)}”, since no comments are kept here; take the question out, or "
            "set comments up (docs/for-web-officers/comments.md)"
        )
        yield ("comments", "prompt"), message


def unnamed_photos(entries: Iterable[DiaryEntry]) -> Iterator[tuple[DiaryEntry, str]]:
    """Pictures in the folder of photos that no post beside it names, told at the first of these posts."""
    named: dict[str, set[str]] = {}
    first: dict[str, DiaryEntry] = {}
    for entry in entries:
        folder = str(entry.folder)
        named.setdefault(folder, set()).update(_files_named(entry), entry.left_out)
        first.setdefault(folder, entry)
    for folder, entry in first.items():
        left = [file for file in _pictures(entry.folder) if file not in named[folder]]
        if left:
            more = f" and {len(left) - 1} more" if len(left) > 1 else ""
            message = f"nothing names “{left[0]}”{more}; add it under “photos”, or take it out of the folder"
            yield entry, message


@once_an_entry
def _files_named(entry: DiaryEntry) -> tuple[str, ...]:
    return tuple(str(each.value) for each in written_in(entry) if each.type is FilePath)


def _pictures(folder: Path) -> Iterator[str]:
    beside = folder / _PHOTOS
    for file in sorted(beside.iterdir()) if beside.is_dir() else ():
        if file.suffix.lower() in _PICTURES and not file.name.startswith("."):
            yield f"{_PHOTOS}/{file.name}"
