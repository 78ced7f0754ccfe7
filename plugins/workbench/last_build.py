"""What the last published build was made from, so that the next can say that nothing has changed, and build nothing.

It is asked before anything else is imported, so it loads next to nothing. Whatever it does not know for certain means
that a build is needed: variables of the environment, whose values are never kept, comments that are fetched from
elsewhere, links, a record that is damaged or somebody else's (docs/decisions/0179).
"""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from zoneinfo import ZoneInfo

from plugins.engine.build_moment import VARIABLE, MomentRefused, build_moment
from plugins.workbench.file_times import CannotTell, Stamps, stamp_of, stamps_below

LOADED = time.time_ns()
"""When this process began to read code of ours; what is changed from then on may not be what runs."""
LOOKED_AT: dict[str, tuple[int, Stamps]] = {}
"""What a build from a content folder would be made from, and when this process found that: its build looks no more."""
_CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
FOLDER = os.path.join(_CHECKOUT, ".cache", "builds")
FORM = "1"
_SOFTWARE = ("tasks.py", "pelicanconf.py", "publishconf.py", "pyproject.toml", "requirements.lock")
_HISTORIES = (".git", ".hg", ".svn")
_COMPILED = ("__pycache__",)
_PACKAGES = (".dist-info", ".egg-link", ".pth")
_ZONES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
_KNOWN = frozenset(
    {
        "DIARY_HOME",
        VARIABLE,
        "DIARY_SETTINGS",
        "DIARY_PRIVATE_WORDS",
        "DIARY_BROWSER",
        "DIARY_ENVIRONMENT_MADE",
    }
)
"""Variables that decide nothing, or that decide about files which are looked at here."""
_ELSEWHERE = ("CI", "NETLIFY", "CF_PAGES", "GITLAB_CI", "VERCEL", "PYTHONPATH", "PYTHONTZPATH")
"""Variables of computers on which nothing is kept, or that change which code runs."""


def nothing_has_changed(arguments: Sequence[str]) -> bool:
    """Whether the build that a line asks for need not be; then it is said."""
    said = answer(arguments, os.environ)
    if said:
        letters = getattr(sys.stdout, "encoding", None) or "utf-8"  # It may have been closed before we began.
        try:
            print(said.encode(letters, "replace").decode(letters), flush=True)
        except OSError as refused:
            from plugins.problems.console import go_on_unheard

            go_on_unheard(sys.stdout, refused)
    return bool(said)


def answer(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """What a build says that need not be; empty where there must be one."""
    folders = _folders(arguments, environ)
    if not folders:
        return ""
    try:
        record = record_of(*folders)
        return record.said if record and record.holds(*folders, environ) else ""
    except (CannotTell, OSError, ValueError):
        return ""


def _folders(arguments: Sequence[str], environ: Mapping[str, str]) -> tuple[str, str] | None:
    """The content folder and the site's that a line asks for; None for a line that asks for more than that."""
    typed = typed_folders(arguments)
    if typed is None:
        return None
    home = os.path.realpath(environ.get("DIARY_HOME") or _CHECKOUT)
    usual = {"--content": os.path.join(home, "content"), "--output": os.path.join(home, "output")}
    folders = {**usual, **{name: _typed(folder) for name, folder in typed.items()}}
    return folders["--content"], folders["--output"]


def typed_folders(arguments: Sequence[str]) -> dict[str, str] | None:
    """The folders of a line that asks for a build and names nothing else; None for every other line."""
    typed: dict[str, str] = {}
    rest = list(arguments)
    if not rest or rest.pop(0) != "build":
        return None
    while rest:
        name, is_joined, value = rest.pop(0).partition("=")
        if name not in ("--content", "--output") or not (is_joined or rest):
            return None
        typed[name] = value if is_joined else rest.pop(0)
    return typed


def _typed(text: str) -> str:
    return os.path.abspath(os.path.expanduser(text.strip()))


class Record:
    """What a build was made from and left, as it stands in a file."""

    def __init__(self, path: str, content: bytes) -> None:
        """Raises ValueError for anything that was not written here, whole."""
        digest, _, rest = content.partition(b"\n")
        if digest.decode("ascii") != sha256(rest).hexdigest():
            raise ValueError
        form, made, until, self.zone, self.inputs, self.site, said, self.details = rest.decode().split("\n", 7)
        if form != FORM:
            raise ValueError
        self.path, self.made, self.until, self.said = path, float(made), float(until), said.replace("\t", "\n")

    def holds(self, content: str, output: str, environ: Mapping[str, str]) -> bool:
        """Whether a build of now would be made from the same, and what it left is still there."""
        if not self.made <= moment(environ, self.zone) < self.until:
            return False
        inputs = made_from(content, environ)
        LOOKED_AT[os.path.realpath(content)] = time.time_ns(), inputs
        if digest(inputs) != self.inputs:
            from plugins.workbench.build_record import is_content_the_same

            if not is_content_the_same(self, inputs, content, environ):
                return False
        return digest(site_stamps(output)) == self.site


def record_of(content: str, output: str) -> Record | None:
    """The record of the last build from `content` into `output`, if it is this user's own."""
    path = record_path(content, output)
    try:
        with open(path, "rb") as file:
            found = os.fstat(file.fileno())
            is_own = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
            return Record(path, file.read()) if is_own else None
    except FileNotFoundError:
        return None


def record_path(content: str, output: str) -> str:
    """Where the record lies, beside those of other sites of the same diary; its name tells nothing."""
    names = (sha256(os.fsencode(os.path.realpath(place))).hexdigest()[:32] for place in (content, output))
    return os.path.join(FOLDER, *names)


def made_from(content: str, environ: Mapping[str, str], *, software: str = _CHECKOUT) -> Stamps:
    """Everything on the disk that decides what a published build makes; raises CannotTell."""
    if any(environ.get(name) for name in _ELSEWHERE) or any(
        name.startswith("DIARY_") and name not in _KNOWN and value for name, value in environ.items()
    ):
        raise CannotTell
    found = stamps_below(content, label="content", without=_HISTORIES)
    comments = os.path.join(os.path.dirname(os.path.abspath(content)), ".comments")
    if os.path.lexists(comments):
        found.update(stamps_below(comments, label="comments"))
    for room in ("plugins", "theme"):
        found.update(stamps_below(os.path.join(software, room), label=room, without=_COMPILED))
    for name in _SOFTWARE:
        found[name] = stamp_of(os.stat(os.path.join(software, name)))
    if environ.get("DIARY_SETTINGS"):
        found.update(_listed(_typed(environ["DIARY_SETTINGS"]), (".py",), label="settings"))
    if words := environ.get("DIARY_PRIVATE_WORDS", "").strip():
        found["private words"] = stamp_of(os.stat(os.path.expanduser(words)))
    return {**found, **_environment(os.path.join(software, ".venv"))}


def _environment(environment: str) -> Stamps:
    """Python, the versions of its packages, the time zones that the system knows."""
    python = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    found = {"python": stamp_of(os.stat(os.path.join(environment, *python)))}
    found["stamp"] = stamp_of(os.stat(os.path.join(environment, "diary-stamp.txt")))
    library = os.path.join(environment, "Lib" if os.name == "nt" else "lib")
    for place in (library, *(os.path.join(library, name) for name in sorted(os.listdir(library)))):
        if os.path.isdir(packages := os.path.join(place, "site-packages")):
            # uv gives files of packages a name in every environment, which changes the time of their inode alone.
            for name, (*kept, _, inode) in _listed(packages, _PACKAGES, label=packages).items():
                found[name] = (*kept, 0, inode)
    for zones in filter(os.path.isdir, _ZONES):
        found.update(_listed(zones, ("",), label=zones))
    return found


def _listed(folder: str, endings: tuple[str, ...], *, label: str) -> Stamps:
    """What lies in one folder, by names and times alone."""
    with os.scandir(folder) as entries:
        inside = sorted((entry.name, entry.stat()) for entry in entries if entry.name.endswith(endings))
    return {f"{label}/{name}": (0, 0, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) for name, found in inside}


def site_stamps(output: str) -> Stamps:
    """A site's files by names, sizes and times; raises CannotTell where a build was killed beside it."""
    folder, name = os.path.split(os.path.realpath(output))
    if any(os.path.lexists(os.path.join(folder, f".{name}.{left}")) for left in ("new", "old")):
        raise CannotTell
    return stamps_below(os.path.join(folder, name), label="")


def digest(stamps: Stamps) -> str:
    return sha256(repr(list(stamps.items())).encode("utf-8", "surrogateescape")).hexdigest()


def moment(environ: Mapping[str, str], zone: str) -> float:
    """The moment for which a build would be made; raises ValueError for one that cannot be read."""
    try:
        return build_moment(ZoneInfo(zone), environ).timestamp()
    except MomentRefused as refused:
        raise ValueError from refused
