"""Repositories of a diary, and what git still holds in them of the consent C-1."""

import shutil
import subprocess
from pathlib import Path

from plugins.withdrawal.past import Past, past
from plugins.withdrawal.steps import numbered
from plugins.withdrawal.uses import uses
from tests.support.diaries import LONDON

QUOTE = "They said that it's what nobody had asked them before."
POST = f"""---
title: One
date: 2016-10-10
photos: [{{file: a.jpg, alt: Somebody, people: recognisable, consent: C-1}}]
feedback:
  quotes: [{{words: "{QUOTE}", consent: C-1}}]
---
We met.
"""
TWO = "---\ntitle: Two\ndate: 2016-11-10\n---\nMore.\n"


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    run = subprocess.run(
        ["git", "-C", str(folder), *who, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout.strip()


def committed(content: Path, message: str = "A change") -> str:
    git(content, "add", "--all", "..")
    git(content, "commit", "--quiet", "--allow-empty", "-m", message)
    return git(content, "rev-parse", "HEAD")


def looked(content: Path) -> Past:
    return past(content, "C-1", uses(content, "C-1", zone=LONDON), zone=LONDON)


def names(found: Past) -> list[tuple[str, str]]:
    return [(name.kind, name.name) for name in found.names]


def commits(found: Past) -> set[str]:
    return {commit.name for commit in found.commits}


def taken_out(content: Path) -> str:
    """The post goes as the steps say, and the repository goes on without it."""
    shutil.rmtree(content / "posts/one")
    return committed(content)


def thrown_away(content: Path) -> None:
    git(content, "reflog", "expire", "--expire=now", "--all")
    git(content, "gc", "--quiet", "--prune=now")


def told(found: Past | None) -> str:
    """The steps in one line, as far as they wrap."""
    return " ".join(numbered((), found, address="").split())
