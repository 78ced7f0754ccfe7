"""The way in: make the environment ready, then run the task inside it, in this process where that can be."""

import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from plugins.workbench import environment
from plugins.workbench.folders import UnfitFolderError, content_folder, output_folder
from plugins.workbench.last_build import typed_folders
from plugins.workbench.paths import DEV_LOCK, ENVIRONMENT, LOCK, TASKS, python_of

if TYPE_CHECKING:
    from invoke.collection import Collection

_INTERRUPTED = 130
_MISUSED = 2
_SHORT = {**dict.fromkeys(("", "-h", "--help"), ("--list",)), "explain": ("explain", "")}
"""What is run for a line that is cut short; Invoke knows no word of a task that may be left out."""
_NO_CACHE = "--no-cache"
_FOR_DEVELOPERS = ("accessibility", "audit", "lint", "lock", "sbom", "test")
"""The tasks that need what the software is tested with; a day of writing and publishing needs none of it."""
_JUST_MADE = "DIARY_ENVIRONMENT_MADE"
"""Set for the run inside, which must not doubt the environment that we have just made for it, on and on."""
_FOR_THE_RUN_INSIDE = {_JUST_MADE: "yes", "PYTHONUTF8": "1"}
"""Files are UTF-8 on every system, Windows too."""
_SET_BY_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
"""Git sets them for a hook, and a task asks for several repositories: each is to be found by where it lies."""


def run(arguments: Sequence[str]) -> int:
    """The exit code of the task that `arguments` name."""
    _print_every_letter()
    for name in _SET_BY_HOOKS:
        os.environ.pop(name, None)
    lock = DEV_LOCK if arguments and arguments[0] in _FOR_DEVELOPERS else LOCK
    try:
        if list(arguments) == ["clean"] and not environment.are_we_inside():
            from plugins.workbench import cleanup

            cleanup.remove(with_environment=True)
            return 0
        if environment.are_we_inside() and (environment.is_ready(lock) or _JUST_MADE in os.environ):
            return _run_task(arguments)
        environment.make_ready(lock)
        if environment.entered():
            os.environ.update(_FOR_THE_RUN_INSIDE)
            return _run_task(arguments)
    except environment.SetUpStopped as stopped:
        print(f"\n{stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same task again: it starts afresh.", file=sys.stderr)
        return _INTERRUPTED
    from plugins.workbench.process import exit_code

    return exit_code([python_of(ENVIRONMENT), TASKS, *arguments], changes=_FOR_THE_RUN_INSIDE)


def _print_every_letter() -> None:
    """A terminal that cannot show a letter shows a question mark; it does not end the task."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def every_task() -> "Collection":
    """Late imports: they exist only inside the environment."""
    from invoke.collection import Collection

    from plugins.workbench import commands, comment_commands, diary_commands, draft_commands, site_commands

    tasks = Collection.from_module(commands)
    for more in (comment_commands, diary_commands, draft_commands, site_commands):
        for task in Collection.from_module(more).tasks.values():
            tasks.add_task(task)
    return tasks


def _run_task(arguments: Sequence[str]) -> int:
    typed = typed_folders([each for each in arguments if each != _NO_CACHE])
    if typed is not None:
        return _build(typed.get("--content"), typed.get("--output"), no_cache=_NO_CACHE in arguments)
    from invoke.program import Program

    tasks = every_task()
    misused = _unknown_task(arguments, tasks.task_names) or _task_alone(arguments, tasks)
    if misused:
        print(misused, file=sys.stderr)
        return _MISUSED
    program = Program(name="The diary's tasks", binary="python3 tasks.py", namespace=tasks)
    program.run(["tasks.py", "--write-pyc", *_SHORT.get(" ".join(arguments), arguments)])
    return 0


def _build(content: str | None, output: str | None, *, no_cache: bool) -> int:
    """As the task of that name does it, without Invoke, which takes as long to load as a small diary to read."""
    from plugins.workbench.building import build_site

    try:
        folder = content_folder(content)
        site = output_folder(output, folder)
    except UnfitFolderError as unfit:
        print(unfit, file=sys.stderr)
        return _MISUSED
    return build_site(folder, site, leave_out=False, no_cache=no_cache)


def _unknown_task(arguments: Sequence[str], known: Iterable[str]) -> str | None:
    """What to answer to a task that does not exist."""
    from difflib import get_close_matches

    names = sorted(known)
    if not arguments or arguments[0].startswith("-") or arguments[0] in names:
        return None
    meant = get_close_matches(arguments[0], names, n=1)
    guess = f" Did you mean {meant[0]}?" if meant else ""
    return f'There is no task "{arguments[0]}".{guess} The tasks are {", ".join(names[:-1])} and {names[-1]}.'


def _task_alone(arguments: Sequence[str], tasks: "Collection") -> str | None:
    """What to answer to a task without what must stand behind it, such as the number of a consent."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return None
    task = tasks[arguments[0]]
    wanted = [task.help[name] for name in task.positional]
    return f"Something is missing behind {arguments[0]}: {wanted[0][:1].lower()}{wanted[0][1:]}" if wanted else None
