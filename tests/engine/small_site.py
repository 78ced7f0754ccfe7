"""A small site of its own, built by Pelican with our engine and with pages from a generator as plain as can be."""

import os
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]

_SETTINGS = """
import sys
sys.path[:0] = [{checkout!r}, {site!r}]
PATH, OUTPUT_PATH, THEME = {content!r}, {output!r}, {theme!r}
SITEURL, TIMEZONE = "", "Europe/London"
PLUGINS = ["plugins.problems.wiring", "plugins.engine.wiring", "small_plugin"]
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS, THEME_STATIC_PATHS, DIRECT_TEMPLATES = [], [], [], [], []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

_PLUGIN = '''
import os, signal, sys
from pathlib import Path
from pelican import signals
from plugins.engine.page import File, Page
from plugins.engine.signals import all_written, published
from plugins.problems import Problem

def pause_when(moment):
    """Wait for a line, if a test wants to do something just now."""
    if os.environ.get("PAUSE_WHEN") == moment:
        print(f"paused when {moment}", flush=True)
        sys.stdin.readline()

class SmallGenerator:
    def __init__(self, context, settings, path, **_):
        self.context, self.settings, self.folder = context, settings, Path(path)

    def generate_context(self):
        self.context["problems"] = []
        self.texts = {file.stem: file.read_text() for file in sorted(self.folder.glob("*.txt"))}
        for name, text in self.texts.items():
            if "wrong" in text:
                message = "found a wrong word; write another"
                self.context["problems"].append(Problem(f"content/{name}.txt", 1, "", message, "unknown-key"))
        pause_when("reading")

    def generate_output(self, writer):
        pages = [Page(f"{name}/index.html", "page.html", text) for name, text in self.texts.items()]
        writer.write_pages("the site", pages[:1])
        pause_when("writing")
        writer.write_pages("the site", pages[1:])
        writer.write_files([File("index.html", b"home " + self.texts["first"].encode()), File("static/site.css", b"a{}")])

def look(pelican, folder):
    if "unfit" in (folder / "index.html").read_text():
        sys.exit(f"{len(list(folder.rglob('*.html')))} pages, one of them unfit.")

def keep(pelican):
    pause_when("keeping")

def generators(pelican):
    return SmallGenerator

def register():
    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, signal.SIG_DFL)  # Whatever the shell that runs the tests does.
    signals.get_generators.connect(generators)
    all_written.connect(look)
    published.connect(keep)
'''


@dataclass(frozen=True)
class SmallSite:
    """Its folder holds `content`, `theme`, settings, a plugin, and the output once it is built."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "public" / "output"

    def write(self, **texts: str) -> None:
        """Give the diary these texts, one page each; `first` is also told on the home page."""
        self.content.mkdir(exist_ok=True)
        for name, text in texts.items():
            (self.content / f"{name}.txt").write_text(text)

    def command(self, *options: str) -> list[str]:
        plain = ("--fatal", "errors", "--log-handler", "plain")
        return [sys.executable, "-m", "pelican", "-s", str(self.folder / "settings.py"), *plain, *options]

    def start(self, *options: str, **environment: str) -> subprocess.Popen[str]:
        """Start a build and do not wait for it."""
        return subprocess.Popen(
            self.command(*options),
            cwd=self.folder,
            env={**os.environ, **environment},
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def build(self, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return run(self.command(*options), cwd=self.folder, **environment)

    def served(self) -> str:
        """The home page as readers get it."""
        return (self.output / "index.html").read_text()

    def beside_output(self) -> list[str]:
        """What lies in the folder of the output folder: nothing else, when all is well."""
        return sorted(path.name for path in self.output.parent.iterdir())

    def stands(self) -> bool:
        """The old site is as it was, and nothing lies beside it."""
        return self.served() == "home the first text" and self.beside_output() == ["output"]


def small_site(folder: Path) -> SmallSite:
    """A site in a folder of its own, with two texts."""
    site = SmallSite(folder)
    (folder / "theme" / "templates").mkdir(parents=True)
    (folder / "theme" / "templates" / "page.html").write_text("<p>{{ page }} of {{ site }}</p>\n")
    (folder / "small_plugin.py").write_text(_PLUGIN)
    (folder / "settings.py").write_text(
        _SETTINGS.format(
            checkout=str(CHECKOUT),
            site=str(folder),
            content=str(site.content),
            output=str(site.output),
            theme=str(folder / "theme"),
        )
    )
    site.write(first="the first text", second="the second text")
    return site


def run(command: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, text=True, capture_output=True, check=False, timeout=60
    )


def tree(folder: Path) -> dict[str, tuple[str, bytes]]:
    """Every path below a folder with its mode and, for a file, its bytes."""
    return {
        path.relative_to(folder).as_posix(): (
            stat.filemode(path.lstat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(folder.rglob("*"))
    }
