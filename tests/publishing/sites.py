"""Small built sites for tests, each with its manifest, and their publication as the task does it, in this process."""

import io
import shutil
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.engine.manifest import manifest
from plugins.engine.paths import MARKER
from plugins.publishing.__main__ import main
from plugins.publishing.site import Site, built_site

PHOTO = "pictures/0123456789abcdef-640.jpg"
FILES: Mapping[str, str] = {
    "index.html": "<p>home, the first model</p>" * 20,
    "about/index.html": "about us",
    "workshops/first/index.html": f'<img src="/{PHOTO}">',
    "feed.xml": "<feed/>",
    "robots.txt": "User-agent: *",
    PHOTO: "a photo",
    "static/site.0123abcd.css": "p { color: red }",
}
WITHDRAWN = {**FILES, "workshops/first/index.html": "no photo any more"}
del WITHDRAWN[PHOTO]
READERS_KEEP = (
    "decisions.csv",
    "diary.epub",
    "diary.json",
    "diary.pdf",
    "easy-read/first.pdf",
    "pictures/a-card.jpg",
    "search/index.json",
    "search/texts/0123456789abcdef.json",
    "search/words-w.json",
    "timeline.json",
    "timeline/feed.xml",
    "workshops.ics",
    "workshops/first.json",
    "workshops/first/notes.docx",
    "workshops/first/notes.txt",
)
"""Files of which others have copies, and that keep their name when something is taken out of them."""


def build(output: Path, files: Mapping[str, str] = FILES, *, preview: bool = False) -> Path:
    """The folder of a finished site with these files."""
    shutil.rmtree(output, ignore_errors=True)
    for path, text in files.items():
        place = output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")
    (output / MARKER).write_bytes(manifest(output, preview=preview))
    return output


def site(output: Path, files: Mapping[str, str] = FILES) -> Site:
    return built_site(build(output, files))


@dataclass(frozen=True, slots=True)
class Run:
    """How a run of the program ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def publish(
    output: Path, to: str, *options: str, environ: Mapping[str, str] | None = None, what: str = "publish"
) -> Run:
    """Publish what is built, with nobody at the keyboard."""
    said, complained = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO())
        for name, value in (environ or {}).items():
            patch.setenv(name, value)
        with redirect_stdout(said), redirect_stderr(complained):
            code = main([what, f"--to={to}", "--output", str(output), *options])
    return Run(code, said.getvalue(), complained.getvalue())


def published(
    output: Path, to: str, *options: str, environ: Mapping[str, str] | None = None, what: str = "publish"
) -> str:
    """What a publication that goes well says; where it is to make a branch, nobody needs to be asked."""
    run = publish(output, to, "--new-branch", *options, environ=environ, what=what)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def texts(folder: Path) -> dict[str, str]:
    """Every file that a publication put into a folder, but for compressed forms and the files of publishing itself."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".br", ".gz"))
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_text("utf-8") for name, path in named.items() if MARKER not in name}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True
