"""docs/for-authors/findings.md explains every kind of finding, and each example in it is found as it says.

After a change that is meant, write the answers anew with `DIARY_WRITE_EXPECTED=1` and read the difference.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from plugins.blog.advice import advice_by_address
from plugins.blog.site_building import Making, whole
from plugins.photos.pipeline import Pipeline
from plugins.problems import Code, Problem
from plugins.workbench.explanations import PAGE, UnknownCode, explained, explanations
from plugins.workshops.intake import read_contents
from tests.consent.private_words.lists import listed
from tests.support.diaries import NOW
from tests.support.pages import settings_of
from tests.support.photographs import put

WRITING = bool(os.environ.get("DIARY_WRITE_EXPECTED"))
WITHOUT_EXAMPLE = PAGE.read_text("utf-8").partition("\n# Without an example\n")[2]
SECTIONS = explanations()
WITH_EXAMPLE = [code for code in SECTIONS if f"## {code}\n" not in WITHOUT_EXAMPLE]
POST, WORKSHOP = "content/posts/welcome.md", "content/workshops/first/index.md"
HEADS = {
    POST: "title: Welcome\ndate: 2016-10-10\n",
    WORKSHOP: "title: First\ndate: 2016-10-10\nworkshop: {start: 2016-10-10}\n",
}
FILES = {POST: f"---\n{HEADS[POST]}---\nWe met.\n", "content/consent.yml": "C-07: {covers: [photo, quote]}\n"}
_BLOCK = re.compile(
    r"(?:^In `(?P<file>[^`]+)`:\n\n)?^(?P<fence>`{3,})(?P<kind>\w+)\n(?P<text>.*?)^(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)
_PHOTO = re.compile(r"photos/(?!gone)[\w-]+\.jpg")


def example(code: str) -> tuple[dict[str, str], str]:
    """The files of an example, and what the page says that is told."""
    files, told = dict(FILES), ""
    for block in _BLOCK.finditer(SECTIONS[code]):
        file, text = block["file"] or POST, block["text"]
        match block["kind"]:
            case "text":
                told = text
            case "yaml" if file.endswith(".md"):
                head = HEADS.get(file, "title: A page\n")
                files[file] = f"---\n{head}{text}---\nWe met.\n"
            case "markdown" if file in HEADS and file in files and not text.startswith("---"):
                files[file] = files[file].removesuffix("We met.\n") + text
            case _:
                files[file] = text
    return files, told


def laid(folder: Path, files: dict[str, str]) -> Path:
    """The example as a folder; photos that it names and does not hold are put there."""
    if any(file.startswith("content/consent.yml/") for file in files):
        del files["content/consent.yml"]
    for name, text in files.items():
        file = folder / name
        for photo in _PHOTO.findall(text):
            if file.suffix == ".md" and f"{Path(name).parent.as_posix()}/{photo}" not in files:
                put(file.parent, photo)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder / "content"


def found(content: Path) -> Iterator[Problem]:
    settings = replace(settings_of(content, now=NOW), has_hand_outs=True)
    contents = read_contents(content, zone=settings.zone, now=settings.now)
    making = Making(settings, content.parent / "output", Pipeline(), words=listed("Jo Quill"))
    model, problems = whole(contents, making)
    advice = chain.from_iterable(advice_by_address(model, contents.entries).values())
    return iter(sorted({*problems, *advice}))


def test_every_kind_is_explained_once_in_the_order_of_the_alphabet() -> None:
    headings = re.findall(r"^## ([a-z-]+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(get_args(Code)) == list(get_args(Code))
    assert sorted(WITH_EXAMPLE) == WITH_EXAMPLE


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_an_example_is_found_as_the_page_says(code: str, tmp_path: Path) -> None:
    files, told = example(code)
    problems = list(found(laid(tmp_path, files)))
    lines = "".join(f"{problem}\n" for problem in problems if problem.code == code)
    if WRITING:
        section = SECTIONS[code]
        page = PAGE.read_text("utf-8")
        PAGE.write_text(page.replace(section, section.replace(f"```text\n{told}```", f"```text\n{lines}```")), "utf-8")
    assert lines
    assert lines == told
    assert [str(problem) for problem in problems if problem.stops and problem.code != code] == []


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_a_kind_that_keeps_nothing_is_called_a_notice(code: str, tmp_path: Path) -> None:
    stops = {problem.stops for problem in found(laid(tmp_path, example(code)[0])) if problem.code == code}
    assert (stops == {False}) == SECTIONS[code].startswith(("A notice", "Advice"))


def test_explain_says_what_the_page_says() -> None:
    assert explained("[Unknown-Key]") == f"unknown-key\n\n{SECTIONS['unknown-key']}"


def test_explain_without_a_code_lists_all() -> None:
    lines = explained("").splitlines()
    assert [line.split()[0] for line in lines] == list(SECTIONS)
    assert lines[list(SECTIONS).index("unknown-key")].endswith(
        "  A name before a colon that means nothing at this place."
    )


@pytest.mark.parametrize(
    ("code", "hint"),
    [("unknown-kye", "did you mean unknown-key?"), ("xyzzy", "python3 tasks.py explain lists them all.")],
)
def test_a_code_that_is_none_is_answered(code: str, hint: str) -> None:
    with pytest.raises(UnknownCode, match=re.escape(f"There is no kind of finding called {code}; {hint}")):
        explained(code)
