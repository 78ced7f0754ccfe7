"""The tasks, as Invoke sees them. Each is a few lines over a program that does the work."""

import sys
from functools import partial

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from plugins.files.typed import typed_path
from plugins.workbench import cleanup, gates
from plugins.workbench.building import pelican
from plugins.workbench.folders import content_folder, output_folder
from plugins.workbench.locking import auditing, locking
from plugins.workbench.paths import DEV_LOCK, LOCK
from plugins.workbench.programs import MISUSED, end, fit, python

_WHERE = {"content": "The folder with the diary's posts (default: content/ beside tasks.py)."}
_PORT = "8000"


@task(
    help={
        **_WHERE,
        "port": "Where the preview listens on this computer.",
        "open": "Open the diary in the browser, in whatever window this runs (default: in one where somebody types).",
        "no-open": "Leave the browser as it is.",
    }
)
def serve(
    _context: Context,
    content: str | None = None,
    port: str = _PORT,
    open: bool = False,  # noqa: A002 - the word that is typed
    no_open: bool = False,
) -> None:
    """Show the diary while you write: every save is on the page at once, with what is to mend."""
    folder = fit(content_folder, content)
    chosen = ["--no-open"] if no_open else ["--open"] if open else []
    end(python("-m", "plugins.preview", "--content", str(folder), "--port", _port(port), *chosen))


@task(
    help={
        **_WHERE,
        "advice": "Give advice on the words of posts as well, and on what looks forgotten in them.",
        "github": "In a run of GitHub Actions: show what is found beside its lines, and write it into this file.",
    }
)
def check(_context: Context, content: str | None = None, advice: bool = False, github: str = "") -> None:
    """Look for what is to mend in the posts; write nothing."""
    folder = fit(content_folder, content)
    from plugins.author import group_check
    from plugins.workbench.github_run import shown_on_github

    asked = ("DIARY_ADVICE=true",) if advice else ()  # Of several options -e Pelican knows the last alone.
    findings = list(group_check.notices(folder))
    checked = partial(pelican, folder, "-e", "DIARY_CHECK_ONLY=true", *asked, findings=findings)
    end(shown_on_github(checked, findings, typed_path(github)) if github else checked())


@task(help={"code": "What stands in brackets at a finding's end (default: all of them)."})
def explain(_context: Context, code: str) -> None:
    """Say what a kind of finding means and what to do, such as unknown-key."""
    from plugins.problems.console import say
    from plugins.workbench.explanations import UnknownCode, explained

    try:
        say(explained(code), sys.stdout)
    except UnknownCode as unknown:
        raise Exit(str(unknown), code=MISUSED) from None


@task(help={"changed": "Run what your change can break, in half a minute: lint, and the nearest tests."})
def test(_context: Context, changed: bool = False) -> None:  # noqa: PT028 - a task of that name, no test
    """Run every quality gate; or pytest alone with what stands after two dashes (-- tests/story -k links)."""
    arguments = _after_dashes(sys.argv)
    whole = gates.CHANGED if changed else gates.ALL
    end(gates.run(gates.chosen_tests(arguments) if arguments else whole))


@task(help={"fix": "Mend what ruff can mend by itself first."})
def lint(_context: Context, fix: bool = False) -> None:
    """Run the gates that only read the code: format, lint, types, import contracts."""
    if fix:
        python("-m", "ruff", "check", "--fix", "--quiet", ".")
        python("-m", "ruff", "format", "--quiet", ".")
    end(gates.run(gates.READING))


@task(help={"upgrade": "Take the newest release of every package, not only what pyproject.toml asks for anew."})
def lock(_context: Context, upgrade: bool = False) -> None:
    """Write requirements.lock and requirements-dev.lock from pyproject.toml, with the hash of every file."""
    for command in locking(upgrade=upgrade):
        end(python(*command))
    print(f"Wrote {LOCK.name} and {DEV_LOCK.name}. The next task sets the environment up anew if they have changed.")


@task(
    positional=["version"],
    help={"version": "The number of the release, such as 1.1.0."},
)
def release(_context: Context, version: str) -> None:
    """Make a release: what CHANGELOG.md calls unreleased becomes a version, and pyproject.toml names it."""
    end(python("-m", "plugins.workbench.releasing", version))


@task
def audit(_context: Context) -> None:
    """Look every locked package up in the public list of known holes; it needs the network."""
    end(python(*auditing()))


@task(help={**_WHERE, "output": "The folder of the built site (default: output/ beside tasks.py)."})
def accessibility(_context: Context, content: str | None = None, output: str | None = None) -> None:
    """Try every page of the built site with axe, and fill the accessibility statement with what it found."""
    from plugins.workbench.accessibility_statement import RESULT

    folder = fit(content_folder, content)
    site = fit(output_folder, output, folder)
    end(python("-m", "tests.support.accessibility", str(site), str(folder / RESULT)))
    end(python("-m", "plugins.workbench.accessibility_statement", str(folder)))


@task
def sbom(_context: Context) -> None:
    """Write what the diary is made of: sbom.cdx.json (CycloneDX) and docs/for-developers/licences.md."""
    end(python("-m", "plugins.workbench.sbom"))


@task
def clean(_context: Context) -> None:
    """Remove what the tasks made: the built site, previews, caches; .venv too, unless you work inside it."""
    cleanup.remove(with_environment=False)


def _port(port: str) -> str:
    if port.isdecimal() and 0 < int(port) < 65536:
        return port
    raise Exit(f'found --port "{port}"; write a whole number from 1 to 65535, such as {_PORT}', code=MISUSED)


def _after_dashes(arguments: list[str]) -> list[str]:
    """Invoke hands these on as one string, which loses the bounds of arguments with blanks in them."""
    return arguments[arguments.index("--") + 1 :] if "--" in arguments else []
