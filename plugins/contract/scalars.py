"""One written value, read as what its field says it is."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import tzdata  # type: ignore[import-untyped]  # It brings no types.

from plugins.contract.addresses import completed, is_whole, written_out
from plugins.contract.file_names import file_path, mark_file
from plugins.contract.languages import is_language
from plugins.contract.shape import Choice, Leaf
from plugins.contract.site_paths import SitePathError, site_path
from plugins.contract.unreadable import Unreadable
from plugins.contract.values import (
    Contact,
    Count,
    FilePath,
    HexColour,
    Id,
    Label,
    Language,
    MarkFile,
    Reference,
    SiteAddress,
    SitePath,
    Text,
    WebAddress,
    Words,
    Zone,
)
from plugins.files.names import is_slug, slug, unfit_slug
from plugins.moments import Clock, MomentError, NotYetKnown, When, parse_clock, parse_when
from plugins.patterns import lazy_pattern
from plugins.problems import nearest

_WHOLE = lazy_pattern(r"[+-]?[0-9]{1,9}", re.ASCII)
_DECIMAL = lazy_pattern(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?", re.ASCII)
_FOUR_DIGITS = lazy_pattern("[0-9]{4}")
_FILE_NAME = lazy_pattern(r"[^:]{1,200}\.(?:pdf|docx?|odt|txt|csv|xlsx?|pptx?)", re.IGNORECASE)
_LONGEST_TEXT = 2_000


def read_scalar(leaf: Leaf, text: str, zone: ZoneInfo) -> object:
    """The value that `text` stands for; raises Unreadable."""
    if leaf.type is When:
        return _date(leaf, text, zone)
    if leaf.type is Clock:
        return _clock(text)
    if leaf.type in (int, float):
        return _number(leaf, text)
    return _READERS[leaf.type](text)


def read_moment(text: str, zone: ZoneInfo) -> When | Clock:
    """A date, or a clock time; raises Unreadable with the answer of the one that the words look more like."""
    try:
        return parse_when(text, zone)
    except MomentError as no_date:
        try:
            return parse_clock(text)
        except MomentError as no_clock:
            is_clock = not no_clock.is_usual and (no_date.is_usual or _FOUR_DIGITS.fullmatch(text))
            raise Unreadable(str(no_clock if is_clock else no_date), "not-a-date") from None


def _date(leaf: Leaf, text: str, zone: ZoneInfo) -> When:
    try:
        return parse_when(text, zone)
    except NotYetKnown as error:
        if leaf.required:
            raise Unreadable("write what is known of the day, such as 2016 or 2016-10", "not-a-date") from None
        raise Unreadable(str(error), "not-a-date") from None
    except MomentError as error:
        raise Unreadable(str(error), "not-a-date") from None


def read_choice(choice: Choice, text: str) -> str:
    """The word itself; raises Unreadable with the words to choose from."""
    if text in choice.words:
        return text
    guess = nearest(text, choice.words)
    hint = f"; did you mean “{guess}”?" if guess else ""
    raise Unreadable(f"write {_one_of(choice.words)}{hint}", "not-a-choice")


def _one_of(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"one of {', '.join(words[:-1])} or {words[-1]}"


def _clock(text: str) -> Clock:
    try:
        return parse_clock(text)
    except MomentError as error:
        raise Unreadable(str(error), "not-a-date") from None


def _number(leaf: Leaf, text: str) -> int | float:
    pattern, what = (_WHOLE, "a whole number") if leaf.type is int else (_DECIMAL, "a number")
    between = leaf.between
    span = f" from {between.least} to {between.most}" if between else ""
    if not pattern.fullmatch(text):
        raise Unreadable(f"write {what}{span}", "not-a-number")
    number = int(text) if leaf.type is int else float(text)
    if between and not between.least <= number <= between.most:
        raise Unreadable(f"write {what}{span}", "not-a-number")
    return number


def _count(text: str) -> Count:
    if not _WHOLE.fullmatch(text):
        raise Unreadable("write a whole number, such as 3", "not-a-number")
    if int(text) < 0:
        raise Unreadable("a count cannot be less than 0; write a whole number, such as 3", "not-a-number")
    return Count(int(text))


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise Unreadable("write true or false", "not-a-choice")
    return text == "true"


def _text(text: str) -> Text:
    if len(text) > _LONGEST_TEXT:
        raise Unreadable(f"this is {len(text)} characters long; write at most {_LONGEST_TEXT}", "too-large")
    return Text(_on_one_line(text))


def _on_one_line(text: str) -> str:
    """The very text where it is on one already: the memory holds it once, then."""
    line = " ".join(text.split())
    return text if line == text else line


def _words(text: str) -> Words:
    if re.search(r"\n\s*\n", text.strip()):
        raise Unreadable("this has more than one paragraph; write it in one", "wrong-shape")
    if len(text) > _LONGEST_TEXT:
        raise Unreadable(f"this is {len(text)} characters long; write at most {_LONGEST_TEXT}", "too-large")
    return Words(_on_one_line(text))


def _id(text: str) -> Id:
    if not is_slug(text):
        raise Unreadable(f"write lower-case words with hyphens{_such_as(text)}", "not-an-id")
    if unfit := unfit_slug(text):
        raise Unreadable(unfit, "not-an-id")
    return Id(text)


def _reference(text: str) -> Reference:
    file_slug, mark, name = text.rpartition("#")
    if is_slug(name) and (not mark or is_slug(file_slug)):
        return Reference(text)
    raise Unreadable("write the id of something in this post, or file-slug#id for something in another", "not-an-id")


def _such_as(text: str) -> str:
    suggestion = slug(text)[:60].strip("-")
    return f", such as “{suggestion}”" if suggestion else ", such as “our-first-workshop”"


def _language(text: str) -> Language:
    if not is_language(text):
        raise Unreadable("write a language tag, such as en-GB or cy", "not-a-choice")
    return Language(text)


def _contact(text: str) -> Contact:
    if "@" in text and not re.fullmatch(r"[A-Za-z0-9.+_-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+", text):
        raise Unreadable("write one e-mail address, such as diary@example.org", "not-a-web-address")
    return Contact(_web_address(text) if re.match("www[.]|[a-z]+://", text, re.IGNORECASE) else _text(text))


def _colour(text: str) -> HexColour:
    if not re.fullmatch("#[0-9a-fA-F]{6}", text):
        raise Unreadable('write a colour between quotes, such as "#0b5a5e"', "not-a-choice")
    return HexColour(text.lower())


def _site_address(text: str) -> SiteAddress:
    if re.search("[?#@]", text):
        raise Unreadable("write it without ?, # and @, such as https://diary.example.org", "not-a-web-address")
    return SiteAddress(_web_address(text))


def _zone(text: str) -> Zone:
    known = _zones()
    if text in known:
        return Zone(text)
    places = {name.rpartition("/")[2]: name for name in sorted(known)}
    guess = nearest(text, known) or places.get(nearest(text.rpartition("/")[2], places) or "")
    hint = f"; did you mean “{guess}”?" if guess else ""
    raise Unreadable(f"write a time zone, such as Europe/London{hint}", "not-a-choice")


@cache
def _zones() -> frozenset[str]:
    """Those that we bring along, the same everywhere: to find what this computer knows, Python opens 600 files."""
    return frozenset(Path(tzdata.__file__).with_name("zones").read_text("utf-8").split())


def _site_path(text: str) -> SitePath:
    try:
        return SitePath(site_path(text))
    except SitePathError as error:
        raise Unreadable(str(error), "not-a-former-address") from None


def _web_address(text: str) -> WebAddress:
    if not is_whole(text) or re.search(r"[\s<>\"\\^`{|}]", text):
        raise Unreadable(_whole_address(text), "not-a-web-address")
    return WebAddress(written_out(text))


def _whole_address(text: str) -> str:
    whole = completed(text)
    if whole and whole.startswith("https:"):
        return f"write {whole}"
    if whole:
        return "this is an e-mail address; write a web address, such as https://www.example.org/page"
    if _FILE_NAME.fullmatch(text):
        return (
            "this is the name of a file; write a web address, such as https://www.example.org/page, "
            f"or “file: {text}” for a hand-out that lies beside the post"
        )
    return "write a whole web address, such as https://www.example.org/page"


_READERS: Mapping[object, Callable[[str], object]] = {
    bool: _truth,
    Contact: _contact,
    Count: _count,
    FilePath: file_path,
    HexColour: _colour,
    Id: _id,
    Label: lambda text: Label(_text(text)),
    Language: _language,
    MarkFile: mark_file,
    Reference: _reference,
    SiteAddress: _site_address,
    SitePath: _site_path,
    Text: _text,
    WebAddress: _web_address,
    Words: _words,
    Zone: _zone,
}
