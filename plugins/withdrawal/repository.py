"""What git answers about the repository that the diary lies in; nothing is changed by asking."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.records import dataclass


class CannotTell(Exception):
    """Git cannot say what was asked; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class GitObject:
    """One object as git stores it: its name, its kind (`blob`, `tree`, `commit`, `tag`) and its bytes."""

    name: str
    kind: str
    content: bytes


def asked(content: Path, *question: str, given: bytes = b"") -> bytes | None:
    """What git answers in the folder `content`; None when it cannot. Raises CannotTell without a git."""
    git = shutil.which("git")
    if git is None:
        raise CannotTell("Git is not installed here.")
    quiet = {
        **os.environ,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "LC_ALL": "C",
    }
    answer = subprocess.run(
        [git, "-C", str(content), *question], input=given, env=quiet, capture_output=True, check=False
    )
    return answer.stdout if answer.returncode == 0 else None


def objects(content: Path, names: Iterable[str]) -> Iterator[GitObject | None]:
    """The objects of these names, in their order; None for one that git has not kept."""
    answer = asked(content, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    if answer is None:
        raise CannotTell("Git could not read what was there before.")
    position = 0
    while position < len(answer):
        # `<name> <kind> <size>`, then so many bytes and a line end; or `<name> missing`.
        end = answer.index(b"\n", position)
        name, kind, *size = answer[position:end].decode().split(" ")
        position = end + 1
        if not size:
            yield None
            continue
        yield GitObject(name, kind, answer[position : position + int(size[0])])
        position += int(size[0]) + 1
