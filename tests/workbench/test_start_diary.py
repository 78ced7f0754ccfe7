"""A new diary: what it is asked for, what it holds, and that it can be built, looked at and written."""

import io
import re
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from plugins.publishing.lastlook.look import LookSettings, look
from plugins.settings import read_diary_file
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.software import SoftwareAtHand
from plugins.workbench.start_diary import QUESTIONS, NotStarted, asked, main, start
from plugins.workshops.intake import read_diary
from tests.support.builds import build
from tests.support.diaries import LONDON
from tests.support.photographs import put

GIVEN = {
    "name": 'Hill & "Dale": a diary',
    "introduction": "We are nurses and carers.",
    "organisation": "Dale Council",
    "contact": "us@example.org",
    "address": "https://dale.example.org",
    "zone": None,
}
NOW = datetime(2031, 1, 1, tzinfo=LONDON)


SOFTWARE = SoftwareAtHand("1.0.0", "0123456789abcdef0123456789abcdef01234567", "https://host.example/software.git")


def started(folder: Path, software: SoftwareAtHand = SOFTWARE, **given: str) -> Path:
    start(folder / "ours", asked({**GIVEN, **given}, None), software)
    return folder / "ours"


def test_a_new_diary_is_built_under_its_own_name_and_may_go_out(tmp_path: Path) -> None:
    content = started(tmp_path) / "content"
    run = build(content, tmp_path / "output", environment={"DIARY_NOW": "2031-01-01"})
    assert run.returncode == 0, run.stderr
    assert run.stderr.startswith("3 notices in 3 files")
    home = (tmp_path / "output/index.html").read_text("utf-8")
    assert "Hill &amp; &#34;Dale&#34;: a diary" in home
    assert 'href="mailto:us@example.org"' in home
    assert sorted(file.parent.name for file in (tmp_path / "output").rglob("our-first-workshop/index.html")) == [
        "our-first-workshop"
    ]
    assert not (tmp_path / "output/privacy").exists()
    settings = LookSettings(now=NOW, zone=LONDON)
    assert [str(each) for each in look(tmp_path / "output", settings, content=content) if each.stops] == []


def test_every_answer_stands_where_it_belongs(tmp_path: Path) -> None:
    folder = started(tmp_path)
    file = read_diary_file(folder / "content")
    assert file.problems == ()
    assert file.settings is not None
    assert (file.settings.name, file.settings.zone) == (GIVEN["name"], "Europe/London")
    assert (file.settings.contact, file.settings.address) == (GIVEN["contact"], GIVEN["address"])
    privacy = (folder / "content/pages/privacy.md").read_text("utf-8")
    assert "Dale Council is responsible for this diary." in privacy
    assert "$" not in "".join(page.read_text("utf-8") for page in folder.rglob("*.md"))


def test_what_nobody_answered_is_an_open_point(tmp_path: Path) -> None:
    folder = started(tmp_path, organisation="", address="", contact="")
    assert "Open point: Give the full name of the organisation" in (folder / "content/pages/privacy.md").read_text(
        "utf-8"
    )
    assert "address" not in (folder / "content/diary.yml").read_text("utf-8")


def test_every_section_of_the_workshop_is_right_when_its_sign_is_taken_away(tmp_path: Path) -> None:
    content = started(tmp_path) / "content"
    file = content / "workshops/our-first-workshop/index.md"
    text = re.sub(r"(?m)^( *)# ( *)(?=[a-z-])", r"\1\2", file.read_text("utf-8")).replace("planned", "held", 1)
    file.write_text(text, encoding="utf-8")
    put(file.parent, "photos/table.jpg")
    diary, problems = read_diary(content, zone=LONDON, now=NOW)
    assert [str(problem) for problem in problems] == []
    post = diary.by_slug["our-first-workshop"].post
    assert (len(post.agenda), len(post.votes), len(post.ideas), len(post.photos)) == (2, 1, 1, 1)


@pytest.mark.parametrize("kind", ["workshop", "post"])
def test_what_is_copied_in_the_browser_is_a_draft_and_right_when_its_signs_are_taken_away(
    kind: str, tmp_path: Path
) -> None:
    folder = started(tmp_path)
    text = (folder / f"templates/{kind}.md").read_text("utf-8")
    assert "\nstatus: draft\n" in text
    file = folder / f"content/{kind}s/second/index.md"
    file.parent.mkdir(parents=True)
    file.write_text(re.sub(r"(?m)^( *)# ( *)(?=[a-z-])", r"\1\2", text).replace("planned", "held"), encoding="utf-8")
    put(file.parent, "photos/table.jpg")
    diary, problems = read_diary(folder / "content", zone=LONDON, now=NOW)
    assert [str(problem) for problem in problems] == []
    post = diary.by_slug["second"].post
    assert (post.status, len(post.photos), post.date is not None) == ("draft", 1, True)


def test_the_diary_is_a_repository_with_one_commit_that_holds_all_of_it(tmp_path: Path) -> None:
    folder = started(tmp_path)
    asks = (["log", "--format=%s"], ["status", "--short"])
    told = [
        subprocess.run(["git", *ask], cwd=folder, capture_output=True, text=True, check=True).stdout for ask in asks
    ]
    assert told == ["Start the diary\n", ""]
    assert "Keep this repository **private**" in (folder / "README.md").read_text("utf-8")


def test_without_git_it_is_a_diary_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert (started(tmp_path) / "content/diary.yml").is_file()


def test_what_is_not_given_is_asked_for_with_what_is_usual() -> None:
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return ""

    answers = asked({"name": "Ours"}, answer)
    assert len(questions) == len(QUESTIONS) - 1
    assert questions[-1] == "In which time zone are you? [Europe/London] "
    assert (answers["name"], answers["zone"], answers["contact"]) == ("Ours", "Europe/London", "")


def test_an_answer_that_cannot_be_stops_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(tmp_path / "ours", {**GIVEN, "name": "", "zone": "Londn"}, SOFTWARE) == 2
    assert capsys.readouterr().err == (
        '--zone: found "Londn"; write a time zone, such as Europe/London; did you mean “Europe/London”?\n'
        "--name: this is missing; add a line “name: …” with what the diary is called\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_which_something_lies_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours/mine.txt").write_text("x", "utf-8")
    with pytest.raises(NotStarted) as refused:
        started(tmp_path)
    assert str(refused.value) == (
        f"{tmp_path / 'ours'} is there already, and something lies in it; name a folder that is new or empty."
    )


def test_a_diary_does_not_lie_in_the_software() -> None:
    with pytest.raises(NotStarted) as refused:
        start(CHECKOUT / "ours", asked(GIVEN, None), SOFTWARE)
    assert str(refused.value) == (
        f"{CHECKOUT / 'ours'} lies in the folder of the software; name one outside it, such as ../our-diary."
    )


def test_the_end_says_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "ours", {**GIVEN, "zone": "Europe/Dublin"}, SOFTWARE) == 0
    assert capsys.readouterr().out == (
        f"Your diary lies in {tmp_path / 'ours'}. Keep its repository private: it shows drafts, the numbers of consents, and "
        "photographs before they were blurred.\n"
        "See it while you write, from that folder: python3 tasks.py serve (or double-click a file called Write)\n"
    )


def test_without_a_release_the_diary_names_none_and_is_seen_from_the_software(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path / "ours", {**GIVEN, "zone": None}, SoftwareAtHand("", "", "/there")) == 0
    assert "software:" not in (tmp_path / "ours/content/diary.yml").read_text("utf-8")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "No release of the software is to be seen here (git fetch --tags may bring one), so content/diary.yml names none, "
        "and tasks are run from here.",
        f"See it while you write: python3 tasks.py serve --content {tmp_path / 'ours/content'}",
    ]
