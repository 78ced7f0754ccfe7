"""A new diary: a neutral content folder whose pages say what is still to be written, in a repository of its own."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Template

from plugins.files import write_file
from plugins.records import dataclass
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.software import SoftwareAtHand

TEMPLATES = Path(__file__).parent / "new_diary"
_IGNORED = "output/\n.comments/\n.preview/\n.cache/\n.published/\n.software/\n"
_PLACES = {"README.md": "", "tasks.py": "", "starters": "", "templates": ""}
"""Where templates lie in the folder of a diary; all others lie in its content."""
_PROPOSAL = "proposals/proposal.md"
_PROPOSALS = (".github/pull_request_template.md", ".gitlab/merge_request_templates/Default.md")
"""Where hosts look for what whoever proposes a change is asked."""
_WORKSHOP = "workshops/our-first-workshop/index.md"
_HOSTS = (".github/workflows/publish.yml", ".github/workflows/check.yml", ".gitlab-ci.yml", "netlify.toml")
_DOCUMENTS = {
    "docs/for-web-officers/hosting.md": "the page on hosting in the software's documents",
    "docs/for-authors/without-python.md": "the page on writing without Python in the software's documents",
}
_TEST_STAGE = ", test]"
_WARNING = (
    "Keep its repository private: it shows drafts, the numbers of consents, and photographs before they were blurred."
)
_NO_RELEASE = (
    "No release of the software is to be seen here (git fetch --tags may bring one), so content/diary.yml names none, "
    "and tasks are run from here."
)


class NotStarted(Exception):
    """The diary cannot be started; the message says why and what to write."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the field of diary.yml that the answer fills; `usual` is taken where nothing is answered."""

    field: str
    asks: str
    usual: str = ""


QUESTIONS = (
    Question("name", "What is the diary called?"),
    Question("introduction", "Who are you, in one or two sentences?"),
    Question("organisation", "Which organisation is responsible for it?"),
    Question("contact", "How can readers reach you (an e-mail address, or the address of a form)?"),
    Question("address", "At which address will readers find it (https://…; leave empty if you do not know)?"),
    Question("zone", "In which time zone are you?", "Europe/London"),
)


def asked(given: Mapping[str, str | None], ask: Callable[[str], str] | None) -> dict[str, str]:
    """An answer to each question: given, or asked for where somebody is there to ask."""
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        answer = given.get(question.field)
        if answer is None and ask:
            usual = f" [{question.usual}]" if question.usual else ""
            answer = ask(f"{question.asks}{usual} ")
        answers[question.field] = (answer or "").strip() or question.usual
    return answers


def start(folder: Path, answers: Mapping[str, str], software: SoftwareAtHand) -> None:
    """Write the diary and its first commit; raises NotStarted, and has written nothing then."""
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotStarted(f"{folder} is there already, and something lies in it; name a folder that is new or empty.")
    if folder.resolve().is_relative_to(CHECKOUT):
        raise NotStarted(f"{folder} lies in the folder of the software; name one outside it, such as ../our-diary.")
    files = dict(_files(answers, software))
    _refuse_unfit(files["content/diary.yml"])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        written = text.replace("\n", "\r\n") if name.endswith(".cmd") else text
        write_file(folder / name, written.encode(), below=folder)
        if text.startswith("#!"):
            (folder / name).chmod(0o755)
    _commit(folder)


def _files(answers: Mapping[str, str], software: SoftwareAtHand) -> Iterator[tuple[str, str]]:
    who = answers["organisation"]
    words = {
        "name": answers["name"],
        "responsible": f"{who} is responsible for this diary."
        if who
        else "Open point: Give the full name of the organisation that is responsible, and ways to reach it.",
        "source": json.dumps(software.source),
    }
    yield "content/diary.yml", _settings(answers, software)
    for template in sorted(TEMPLATES.rglob("*")):
        name = template.relative_to(TEMPLATES).as_posix().removesuffix(".txt")
        if template.is_file() and name != _PROPOSAL:
            text = Template(template.read_bytes().decode()).safe_substitute(words)
            yield _PLACES.get(name.partition("/")[0], "content/") + name.removeprefix("starters/"), text
    yield "templates/workshop.md", _workshop_to_copy()
    for name in _PROPOSALS:
        yield name, (TEMPLATES / _PROPOSAL).read_text("utf-8")
    for name in _HOSTS:
        yield name, _for_a_diary((CHECKOUT / name).read_text("utf-8"))
    yield ".gitignore", _IGNORED


def _workshop_to_copy() -> str:
    """The workshop of a new diary as one that is copied for each: a draft, with no title and number of its own yet."""
    text = (TEMPLATES / _WORKSHOP).read_text("utf-8").replace("  number: 1\n", "")
    draft = "title: The title of this workshop\n# When it is ready, take this line away:\nstatus: draft\n"
    return text.replace("title: Our first workshop\n", draft)


def _for_a_diary(host: str) -> str:
    """A host's file as the diary needs it: without the software's own tests, which it names last."""
    text = host.partition("\n.software:\n")[0].replace(_TEST_STAGE, "]")
    for page, words in _DOCUMENTS.items():
        text = text.replace(page, words)
    return text


def _settings(answers: Mapping[str, str], software: SoftwareAtHand) -> str:
    """Every answer between quotes: a text in JSON is one in YAML too."""
    lines = [
        f"{field}: {json.dumps(answers[field], ensure_ascii=False)}"
        for field in ("name", "introduction", "organisation", "address", "zone", "contact")
        if answers[field]
    ]
    written_for = [f"software: {{version: {software.version}, commit: {software.commit}}}"] if software.commit else []
    return "\n".join(("# What belongs to this diary and to no other.", *lines, "menu: [about]", *written_for, ""))


def _refuse_unfit(settings: str) -> None:
    from plugins.settings import read_diary_file  # Not above: the tasks load this where there are no other rooms.

    with tempfile.TemporaryDirectory() as place:
        content = Path(place) / "content"
        write_file(content / "diary.yml", settings.encode(), below=Path(place))
        problems = [problem for problem in read_diary_file(content).problems if problem.stops]
    if problems:
        raise NotStarted("\n".join(f"--{problem.place.lower()}: {problem.message}" for problem in problems))


def _commit(folder: Path) -> None:
    """A repository with everything in it; without git the folder is a diary all the same."""
    git = shutil.which("git")
    if git is None:
        return
    asked = subprocess.run([git, "config", "user.email"], cwd=folder, capture_output=True, check=False)
    author = [] if asked.returncode == 0 else ["-c", "user.name=The diary", "-c", "user.email=diary@localhost"]
    first = [*author, "commit", "--quiet", "--no-verify", "-m", "Start the diary"]
    for command in (["init", "--quiet", "-b", "main"], ["add", "."], first):
        subprocess.run([git, *command], cwd=folder, check=True)


def main(folder: Path, given: Mapping[str, str | None], software: SoftwareAtHand) -> int:
    """Start a diary, and say what comes next; the exit code."""
    folder = Path(os.path.normpath(folder))
    try:
        start(folder, asked(given, input if sys.stdin.isatty() else None), software)
    except NotStarted as reason:
        print(reason, file=sys.stderr)
        return 2
    print(f"Your diary lies in {folder}. {_WARNING}")
    if software.version:
        print("See it while you write, from that folder: python3 tasks.py serve (or double-click a file called Write)")
    else:
        print(f"{_NO_RELEASE}\nSee it while you write: python3 tasks.py serve --content {folder / 'content'}")
    return 0
