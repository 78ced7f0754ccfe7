"""All slips of the corpus in one folder: everything is told in the first run, and check, preview, build and look agree."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from plugins.preview.wiring import build as preview
from plugins.problems import Problem
from plugins.publishing.lastlook.look import LookSettings, look
from plugins.workbench.paths import CHECKOUT
from tests.blog.test_slips import FIELDS, OTHER, STORIES, post
from tests.blog.test_slips_of_workshops import RECORDS, held
from tests.contract.test_slips import SLIPS, workshop
from tests.support.builds import build
from tests.support.diaries import LONDON, NOW
from tests.support.looks import checked, put_out
from tests.support.photographs import file_of, photograph, put

SETTINGS = CHECKOUT / "tests" / "settings" / "pelicanconf.py"
ALWAYS = {
    "pages/about.md": "---\ntitle: About\n---\nAbout this diary.\n",
    "posts/another.md": OTHER,
    "consent.yml": "C-1: {covers: [photo]}\n",
    "diary.yml": "name: A diary\naddress: https://diary.example.org\ncontact: us@example.org\n",
}


def corpus(*, mended: bool) -> dict[str, str]:
    """Every slip, or what its advice makes of it, as a file of its own with a photo of its own."""
    posts = [post("", mend if mended else typed) for typed, _, mend in STORIES]
    posts += [post(mend if mended else typed, "Words.") for typed, _, mend in FIELDS]
    workshops = [workshop(mend if mended else typed) for typed, _, _, mend in SLIPS]
    named = {f"posts/slip-{number}.md": _own(text, number) for number, text in enumerate(posts)}
    records = [held(mend if mended else typed) for typed, _, mend in RECORDS]
    named |= {f"workshops/slip-{n}/index.md": _own(text, n) for n, text in enumerate(records, start=len(posts))}
    return named | {f"workshops/fields-{number}/index.md": text for number, text in enumerate(workshops)}


def _own(text: str, number: int) -> str:
    """A post whose photo, and whose ideas, no other has."""
    return text.replace("table.jpg", f"table-{number}.jpg").replace("tea-corner", f"tea-corner-{number}")


def laid(folder: Path, files: Mapping[str, str]) -> Path:
    content = folder / "content"
    for name, text in {**ALWAYS, **files}.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        for photo in re.findall(r"photos/table-\d+.jpg", text):
            put(file.parent, photo, file_of(photograph(80, 60, seed=int(photo[13:-4])), format="JPEG"))
    return content


def told(problems: Iterable[Problem], *, of: str = "") -> list[tuple[str, bool]]:
    """The findings and notices, each once, as they are printed; perhaps those of one file alone."""
    return sorted({(str(each), each.stops) for each in problems if of in ("", each.source)})


def in_preview(content: Path) -> list[tuple[str, bool]]:
    output = content.parent / "preview"
    outcome = preview(SETTINGS, content=content, output=output, address="http://localhost:8000/")
    assert outcome.failure == ""
    return told(outcome.problems)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid(tmp_path_factory.mktemp("slips"), corpus(mended=False))


@pytest.fixture(scope="module")
def in_one_go(folder: Path) -> list[tuple[str, bool]]:
    return told(checked(folder)[1])


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, bool]]]:
    """What is told of each slip where nothing else is to be mended."""
    slips = corpus(mended=False).items()
    folders = {name: laid(tmp_path_factory.mktemp("slip"), {name: text}) for name, text in slips}
    return {name: told(checked(content)[1], of=f"content/{name}") for name, content in folders.items()}


def test_what_is_told_of_a_slip_alone_is_told_in_the_first_run_with_all_others(
    in_one_go: list[tuple[str, bool]], alone: dict[str, list[tuple[str, bool]]]
) -> None:
    assert all(alone.values())
    of_posts = [line for line in in_one_go if "consent-unused" not in line[0]]
    assert sorted(line for lines in alone.values() for line in lines) == of_posts


def test_check_preview_and_build_tell_the_same_of_every_slip(folder: Path, in_one_go: list[tuple[str, bool]]) -> None:
    assert in_preview(folder) == in_one_go
    run = build(folder, folder.parent / "output", environment={"DIARY_NOW": "2020-01-01T12:00"})
    printed = {line for line in run.stderr.splitlines() if line.startswith("content/")}
    assert printed == {line for line, _ in in_one_go}


@pytest.mark.parametrize("date", ["2016-10-10\nstatus: draft", "2035-10-10"])
def test_check_and_preview_tell_the_same_of_what_is_not_public(tmp_path: Path, date: str) -> None:
    slips = {name: text.replace("2016-10-10", date, 1) for name, text in corpus(mended=False).items()}
    pointing = "[a](slip-0.md) [b](https://diary.example.org/posts/slip-1/) [c](slip-38.md#a)"
    content = laid(tmp_path, {**slips, "posts/pointing.md": post("", pointing)})
    found = told(checked(content)[1])
    assert in_preview(content) == found
    hidden = [line for line, _ in found if "posts/pointing.md" in line]
    assert len(hidden) == 3


def test_where_the_advice_is_followed_or_only_noticed_check_preview_and_look_let_it_through(
    tmp_path: Path, alone: dict[str, list[tuple[str, bool]]]
) -> None:
    slips = corpus(mended=False)
    notices = [name for name, lines in alone.items() if not any(stops for _, stops in lines)]
    noticed = {name.replace("slip", "noticed"): slips[name] for name in notices}
    mended = {name: text for name, text in corpus(mended=True).items() if "fields-" not in name}  # Those are all alike.
    content = laid(tmp_path, {**mended, **noticed})
    made, problems = checked(content)
    assert told(problems) == in_preview(content)
    assert [line for line, stops in told(problems) if stops or "noticed" not in line] == []
    output = put_out(made, tmp_path / "output")
    assert look(output, LookSettings(now=NOW, zone=LONDON), content=content) == ()
