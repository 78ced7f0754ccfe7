"""A program that a test starts: whether a fork of a warm Python may run it, and how the fork becomes it."""

import atexit
import importlib
import io
import os
import pkgutil
import runpy
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import plugins
from plugins.workbench.paths import CHECKOUT, TASKS
from tests.support.warm.html_checker import ASKING

_LIBRARIES = ("PIL.JpegImagePlugin", "PIL.PngImagePlugin", "PIL.WebPImagePlugin", "invoke.program", "pelican")
"""What the diary's own modules import late, where it is used."""
_MODULES = ("pelican", "plugins")
_STDERR = 2
_READ_BY_PYTHON = ("LANG", "LC_", "PYTHON", "TZ")
_CHANGES_NOTHING = {"PYTHONUTF8"}
"""The tasks set it for what they start; where tests run warm, files are UTF-8 anyway."""


@dataclass(frozen=True, slots=True)
class Program:
    """What was started, and how."""

    executable: str
    arguments: tuple[str, ...]
    environ: Mapping[str, str]
    folder: str
    umask: int
    encodings: tuple[tuple[str, str], ...]
    """Of its three streams, with what becomes of letters that do not fit."""
    ignored: frozenset[int]
    """The signals that it was started deaf to."""

    @property
    def may_run_warm(self) -> bool:
        """Whether it is one of the diary's, of this checkout, in an environment in which Python starts as it did here."""
        if self.executable != sys.executable or _read_at_start(self.environ) != _read_at_start(os.environ):
            return False
        match self.arguments:
            case ("-m", module, *_):
                return module.partition(".")[0] in _MODULES and self.folder == str(CHECKOUT)
            case (file, *_):
                return file in (str(TASKS), str(ASKING))
        return False

    @property
    def asks_the_html_checker(self) -> bool:
        return self.arguments[0] == str(ASKING)

    def become(self) -> None:
        """Be this program, from its first line to its end, in a process that is thrown away afterwards."""
        os.environ.clear()
        os.environ.update(self.environ)
        os.chdir(self.folder)
        os.umask(self.umask)
        for number in self.ignored:
            signal.signal(number, signal.SIG_IGN)
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            stream = _stream(number, *self.encodings[number])
            for each in (name, f"__{name}__"):
                setattr(sys, each, stream)
        sys.orig_argv = [sys.executable, *self.arguments]
        try:
            self._run()
        except SystemExit as stop:
            _end(stop.code)
        _end(None)

    def _run(self) -> None:
        match self.arguments:
            case ("-m", module, *rest):
                sys.path[0] = self.folder
                sys.argv = [module, *rest]
                runpy.run_module(module, run_name="__main__", alter_sys=True)
            case (file, *rest):
                sys.path[0] = os.path.dirname(file)  # noqa: PTH120 - as Python does it
                sys.argv = [file, *rest]
                runpy.run_path(file, run_name="__main__")


def warm_up() -> None:
    """Import what programs import, but for what runs as it is imported; read what every build reads of the software itself."""
    for name in (*_LIBRARIES, *_rooms()):
        importlib.import_module(name)
    from plugins.contract.languages import is_language
    from plugins.engine.rendering import Renderer
    from plugins.publishing.lastlook.boilerplate import common_words

    is_language("en")
    common_words()
    templates = Renderer(CHECKOUT / "theme", None)._environment
    for name in templates.list_templates():
        templates.get_template(name)


def _rooms() -> Iterator[str]:
    for module in pkgutil.walk_packages(plugins.__path__, "plugins."):
        if not module.name.endswith(".__main__"):
            yield module.name


def _read_at_start(environ: Mapping[str, str]) -> dict[str, str]:
    """What Python reads before it runs anything."""
    return {
        name: value
        for name, value in environ.items()
        if name.startswith(_READ_BY_PYTHON) and name not in _CHANGES_NOTHING
    }


def _stream(number: int, encoding: str, errors: str) -> io.TextIOWrapper:
    """A standard stream anew, as Python opens it."""
    raw = io.FileIO(number, "w" if number else "r", closefd=False)
    buffered = io.BufferedWriter(raw) if number else io.BufferedReader(raw)
    is_by_line = number == _STDERR or os.isatty(number)
    return io.TextIOWrapper(buffered, encoding, errors, line_buffering=is_by_line)


def _end(code: object) -> None:
    """End as Python does, but for taking everything apart that it has imported: that takes longer than most programs."""
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
    threading._shutdown()  # type: ignore[attr-defined] # it is Python's own first step
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0 if code is None else code & 0xFF if isinstance(code, int) else 1)
