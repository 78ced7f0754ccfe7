"""The files that publish the diary on each host, read as their hosts read them."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from plugins.workbench.paths import CHECKOUT

WORKFLOWS = CHECKOUT / ".github" / "workflows"
PUBLISH, TEST, CHECK = WORKFLOWS / "publish.yml", WORKFLOWS / "test.yml", WORKFLOWS / "check.yml"
GITLAB, NETLIFY = CHECKOUT / ".gitlab-ci.yml", CHECKOUT / "netlify.toml"
HOSTING = CHECKOUT / "docs" / "for-web-officers" / "hosting.md"
_BASH, _SH = "#!/bin/bash -e\n", "#!/bin/bash\n"


@cache
def read(file: Path) -> Any:
    """YAML as GitHub and GitLab read it; `on` is a word there, and True to PyYAML."""
    read = yaml.safe_load(file.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def jobs(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each job of a GitHub workflow by its name."""
    yield from read(file)["jobs"].items()


def steps(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each step of a GitHub workflow with the name of its job."""
    for name, job in jobs(file):
        yield from ((name, step) for step in job["steps"])


def step(name: str, file: Path = PUBLISH) -> str:
    """The script of a step."""
    return next(str(each["run"]) for _, each in steps(file) if each.get("name") == name)


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    """Each job of GitLab's that runs something."""
    return {name: job for name, job in read(GITLAB).items() if isinstance(job, dict) and "script" in job}


def netlify() -> dict[str, str]:
    """Netlify's part about builds."""
    build: dict[str, str] = tomllib.loads(NETLIFY.read_text("utf-8"))["build"]
    return build


def cloudflare() -> str:
    """The build command that an author pastes at Cloudflare."""
    found = re.search(r"^\| Build command \| `(.+)` \|$", HOSTING.read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


def cron() -> str:
    """The script for a server of one's own."""
    found = re.search(r"## A server of your own\n.*?```sh\n(.+?)```", HOSTING.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def publishing() -> dict[str, str]:
    """What each host runs to publish, in its order."""
    return {
        "GitHub Pages": "\n".join(each.get("run", each.get("uses", "")) for _, each in steps(PUBLISH)),
        "GitLab Pages": "\n".join(gitlab_jobs()["pages"]["script"] + gitlab_jobs()["left-out"]["script"]),
        "Netlify": netlify()["command"],
        "Cloudflare Pages": cloudflare(),
        "a server of your own": cron(),
    }


def scripts() -> Iterator[tuple[str, str]]:
    """Every script of every host, with a name."""
    for file in (PUBLISH, TEST, CHECK):
        for name, each in steps(file):
            if "run" in each:
                yield f"{file.name}: {name}: {each['name']}", f"{_BASH}{each['run']}\n"
    for name, job in gitlab_jobs().items():
        yield f"{GITLAB.name}: {name}", _BASH + "\n".join(job["script"]) + "\n"
    yield "netlify: command", f"{_SH}{netlify()['command']}\n"
    yield "netlify: ignore", f"{_SH}{netlify()['ignore']}\n"
    yield "Cloudflare", f"{_SH}{cloudflare()}\n"
    yield "a server of your own", cron()


def said(
    *command: str, given: str | None = None, more: Mapping[str, str] | None = None, cwd: Path | None = None
) -> tuple[int, str]:
    """How a command ends, and what it prints."""
    run = subprocess.run(
        command,
        input=given,
        env={**os.environ, **(more or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
    )
    return run.returncode, run.stdout + run.stderr


def tool(name: str) -> str:
    """A program of the environment that requirements.lock makes."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is in no environment that requirements.lock makes"
    return found
