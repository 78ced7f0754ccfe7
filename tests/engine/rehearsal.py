"""Builds in processes that may be killed, many a second: a server that has imported Pelican once forks them.

A death comes at a chosen step, by Python's own audit events: each is raised just before the operating system
is asked to change something, so that a build dies between every two changes that it makes.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from plugins.engine.lock import lock
from plugins.engine.staging import Staging
from tests.engine.kept_site import KeptSite

_CHANGES = {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.utime"}
NEVER = 1_000_000
_SWAP = ("ctypes.dlsym", "renameat2")


def started(task: Callable[..., None], *arguments: object) -> BaseProcess:
    """A process that does `task`, a function of a module, with these arguments."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pelican", "plugins.engine.wiring", "tests.engine.rehearsal"])
    process = context.Process(target=task, args=arguments)
    process.start()
    return process


def done(task: Callable[..., None], *arguments: object) -> int | None:
    """The exit code of a process that has done `task`, or died of it."""
    process = started(task, *arguments)
    process.join(60)
    return process.exitcode


def at_change(step: int, folder: Path, act: Callable[[], None]) -> None:
    """Do something just before the `step`th change from now, and before each one after it."""
    steps = iter(range(step - 1))

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        is_change = event in _CHANGES or (event, arguments[-1:]) == (_SWAP[0], _SWAP[1:])
        if (is_change or (event == "open" and str(folder) in str(arguments[0]))) and next(steps, None) is None:
            act()

    sys.addaudithook(watch)


def die() -> None:
    """As of `kill -9`."""
    os.kill(os.getpid(), signal.SIGKILL)


def be_told_to_stop() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def build(folder: Path, step: int = NEVER, act: Callable[[], None] = die) -> None:
    """Build the small site in a folder, by Pelican, and do something at a step."""
    from pelican import Pelican
    from pelican.settings import read_settings

    from plugins.engine.wiring import abandon

    os.chdir(folder)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    pelican = Pelican(read_settings("settings.py"))
    at_change(step, folder / "public", act)
    code = 0
    try:
        pelican.run()
    except SystemExit as stop:
        code = int(str(stop.code))
        abandon(pelican)
    os._exit(code)  # What Python does at its end is no part of the build.


def build_kept(site: KeptSite, second: str, step: int) -> None:
    """Build a site beside what was kept of it; die at a step."""
    at_change(step, site.output.parent, die)
    site.build("1", second)
    os._exit(0)


def publish_in_two_steps(output: Path, text: str, step: int = NEVER) -> None:
    """Publish one page where folders cannot change places in one step; die at a step."""
    at_change(step, output.parent, die)
    staging = Staging(output, check=lambda _: None, say=print)
    (staging.fresh / "index.html").write_text(text)
    staging.finish(durable=False)
    staging.swap_in(lambda *_: False)
    os._exit(0)


def begin_and_give_up(output: Path) -> None:
    """What the next build does first, and no more."""
    Staging(output, check=lambda _: None, say=print).discard()


def lock_a_file_that_its_last_holder_takes_away(path: Path) -> None:
    """The last holder removes the file after we have opened it and before we lock it."""
    removals = iter([path.unlink])

    def watch(event: str, _: tuple[Any, ...]) -> None:
        if event == "fcntl.flock":
            next(removals, lambda: None)()

    sys.addaudithook(watch)
    held = lock(path, output=path, say=print)
    os._exit(0 if held.is_held and path.exists() else 1)
