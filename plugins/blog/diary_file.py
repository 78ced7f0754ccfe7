"""What is to be mended in `content/diary.yml`, once the pages are known that it speaks of."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from plugins.assets.accent import readable
from plugins.assets.bundle import TOKENS
from plugins.assets.colours import colours_of
from plugins.assets.svg_mark import UnfitMark
from plugins.blog.mark import mark_of
from plugins.blog.settings import BlogSettings
from plugins.comments.web_address import LOOPBACK
from plugins.problems import Problem, nearest
from plugins.publishing.named_targets import unfit
from plugins.publishing.site import is_example_host
from plugins.settings import DiaryFile
from plugins.words import diary as words
from plugins.workshops.diary import DiaryEntry

_UNREACHABLE = (
    "nobody can ask you to take something down, since no page says how you are reached; write it, such as "
    "contact: diary@example.org"
)


def diary_file_findings(file: DiaryFile, settings: BlogSettings, entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """The findings of the file itself, and of what it says of pages; one sentence where a diary has no name at all."""
    yield from file.problems
    if not file.is_there and settings.name == words.UNNAMED:
        yield _unnamed(file, settings)
    if file.settings and not settings.contact:
        yield file.problem_at(("contact",), _UNREACHABLE, "no-contact", stops=False)
    if settings.accent:
        yield from _pale_accent(file, settings)
    if settings.mark:
        yield from _unfit_mark(file, settings)
    if file.settings and file.settings.publish_to:
        for name, fault in unfit(file.settings.publish_to).items():
            yield file.problem_at(("publish_to", name), fault, "unusable-address")
    yield from _more_than_planned(file, settings, entries)
    if file.settings and file.settings.menu:
        yield from _menu_without_page(file, file.settings.menu, entries)


def _unnamed(file: DiaryFile, settings: BlogSettings) -> Problem:
    """It is looked at as it is; where readers would find it, it is refused."""
    host = urlsplit(settings.address).hostname or ""
    is_public = not settings.preview and not is_example_host(host) and host not in LOOPBACK
    message = (
        "there is no such file, so this diary has no name of its own; write one with the line “name: …” in it "
        "(docs/for-web-officers/diary-settings.md has all that can stand there)"
    )
    return Problem(file.source, 0, "", message, "missing-file", stops=is_public)


def _pale_accent(file: DiaryFile, settings: BlogSettings) -> Iterator[Problem]:
    """An accent on which, or in which, words cannot be read well."""
    tokens = colours_of((settings.theme / "static" / TOKENS).read_text("utf-8"))
    better = readable(settings.accent, tokens)
    if better != settings.accent:
        message = f'found "{settings.accent}", which is too pale to be read; the nearest that is not is "{better}"'
        yield file.problem_at(("accent",), message, "accent-contrast")


def _unfit_mark(file: DiaryFile, settings: BlogSettings) -> Iterator[Problem]:
    try:
        mark_of(settings.content, settings.mark)
    except UnfitMark as reason:
        yield file.problem_at(("mark",), f'found "{settings.mark}"; {reason}', "photo-unreadable")


def _more_than_planned(file: DiaryFile, settings: BlogSettings, entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """A series that has become longer than it was planned: its pages would still say of how many."""
    numbers = [entry.post.workshop.number for entry in entries if entry.post.workshop]
    most = max((number for number in numbers if number is not None), default=0)
    if settings.series is not None and most > settings.series:
        message = f"{settings.series} are planned, and there is a workshop {most}; write series: {most}, or more"
        yield file.problem_at(("series",), message, "counts-disagree", stops=False)


def _menu_without_page(file: DiaryFile, menu: Sequence[str], entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    pages = [entry.slug for entry in entries if entry.kind == "page"]
    for index, slug in enumerate(menu):
        if slug not in pages:
            guess = nearest(slug, pages)
            hint = f"did you mean “{guess}”?" if guess else f"write one, pages/{slug}.md, or take it out of the menu"
            message = f'found "{slug}"; there is no page of this name; {hint}'
            yield file.problem_at(("menu", index), message, "link-to-nothing")
