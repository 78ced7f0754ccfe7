"""The tasks, as Invoke sees them. Each is a few lines over a program that does the work."""

import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from plugins.workbench import gates, traces
from plugins.workbench.folders import content_folder, output_folder
from plugins.workbench.locking import locking
from plugins.workbench.places import CONTENT, LOCK, OUTPUT
from plugins.workbench.programs import MISUSED, end, fit, pelican, python

_WHERE = {"content": "The folder with the diary's posts (default: content/ beside tasks.py)."}
_PORT = "8000"


@task(help={**_WHERE, "port": "Where the preview listens on this computer."})
def serve(_context: Context, content: str | None = None, port: str = _PORT) -> None:
    """Show the diary while you write: every save is on the page at once, with what is to mend."""
    folder = fit(content_folder, content)
    end(python("-m", "plugins.preview", "--content", str(folder), "--port", _port(port)))


@task(help={**_WHERE, "output": "The folder for the built site (default: output/ beside tasks.py)."})
def build(_context: Context, content: str | None = None, output: str | None = None) -> None:
    """Build the diary as it is published."""
    folder = fit(content_folder, content)
    end(pelican(folder, "-o", str(fit(output_folder, output, folder))))


@task(help={**_WHERE, "output": "The folder of the built site (default: output/ beside tasks.py)."})
def look(_context: Context, content: str | None = None, output: str | None = None) -> None:
    """Take a last look at every byte of the built site, before it goes out."""
    folder = fit(content_folder, content)
    site = fit(output_folder, output, folder)
    end(_looked_at(site, folder))


_TO = {
    "to": "Where: git:origin#gh-pages, s3:bucket/folder, rsync:me@host:/folder, sftp:me@host/folder, folder:/folder."
}


@task(
    help={
        **_TO,
        **_WHERE,
        "output": "The folder for the built site (default: output/ beside tasks.py).",
        "built": "Publish the site that is built already; build nothing.",
        "dry-run": "Show what would change; change nothing.",
        "yes": "Go on without asking, where much would be deleted.",
        "keep": "How many earlier sites stay for a rollback (rsync and folder; default: none).",
        "take-over": "Replace what somebody else put there.",
    }
)
def publish(  # noqa: PLR0913, PLR0917 - each is a word that somebody types
    _context: Context,
    to: str = "",
    content: str | None = None,
    output: str | None = None,
    built: bool = False,
    dry_run: bool = False,
    yes: bool = False,
    keep: int = 0,
    take_over: bool = False,
) -> None:
    """Build the diary, look at it and bring it to where readers find it."""
    where = _fit_address(to)
    folder = fit(content_folder, content)
    site = fit(output_folder, output, folder)
    if not built:
        end(pelican(folder, "-o", str(site)))
    digest = _manifest_digest(site)
    end(_looked_at(site, folder))
    switches = {"--dry-run": dry_run, "--yes": yes, "--take-over": take_over}
    chosen = [switch for switch, is_on in switches.items() if is_on]
    end(_publishing("publish", where, site, "--looked-at", digest, "--keep", str(keep), *chosen))


@task(
    help={
        "format": "For whom: nginx, or _headers as Netlify and Cloudflare Pages read it.",
        "output": "The folder of the built site (default: output/ beside tasks.py).",
        "brotli": "nginx has the module that serves .br files.",
    }
)
def headers(_context: Context, format: str = "nginx", output: str | None = None, brotli: bool = False) -> None:  # noqa: A002 - the word that is typed
    """Print what a server of your own must tell browsers."""
    site = Path(output).absolute() if output else OUTPUT
    options = ["--format", format, "--output", str(site), *(["--brotli"] if brotli else [])]
    end(python("-m", "plugins.publishing.server_settings", *options))


@task(help={**_TO, "yes": "Go on without asking."})
def rollback(_context: Context, to: str = "", yes: bool = False) -> None:
    """Show readers the site before the last one again, where one was kept."""
    end(_publishing("rollback", _fit_address(to), OUTPUT, *(["--yes"] if yes else [])))


@task(help=_WHERE)
def check(_context: Context, content: str | None = None) -> None:
    """Look for what is to mend in the posts; write nothing."""
    end(pelican(fit(content_folder, content), "-e", "DIARY_CHECK_ONLY=true"))


@task(
    positional=["consent"],
    help={
        "consent": "The number of the consent, such as C-09.",
        **_WHERE,
        "output": "The folder for the built site (default: output/ beside tasks.py).",
    },
)
def withdraw(_context: Context, consent: str, content: str | None = None, output: str | None = None) -> None:
    """Take a consent back: list where it is used, mark it, build without it, tell what is left to do."""
    folder = fit(content_folder, content)
    place = fit(output_folder, output, folder)
    withdrawal = ("-m", "plugins.withdrawal", "--content", str(folder))
    end(python(*withdrawal, "--", consent))
    print("\nBuilding the diary without it …", flush=True)
    built = pelican(folder, "-o", str(place))
    if built != 0:
        print("\nThe site could not be built anew: mend what stands above, then run the same line again.", flush=True)
    print("\nWhat no build can do, step by step:\n", flush=True)
    python(*withdrawal, "--steps", "--", consent)
    end(built)


@task
def test(_context: Context) -> None:
    """Run every quality gate; or pytest alone with what stands after two dashes (-- tests/story -k links)."""
    arguments = _after_dashes(sys.argv)
    end(gates.run(gates.chosen_tests(arguments) if arguments else gates.ALL))


@task(help={"fix": "Mend what ruff can mend by itself first."})
def lint(_context: Context, fix: bool = False) -> None:
    """Run the gates that only read the code: format, lint, types, import contracts."""
    if fix:
        python("-m", "ruff", "check", "--fix", "--quiet", ".")
        python("-m", "ruff", "format", "--quiet", ".")
    end(gates.run(gates.READING))


@task(help={"upgrade": "Take the newest release of every package, not only what pyproject.toml asks for anew."})
def lock(_context: Context, upgrade: bool = False) -> None:
    """Write requirements.lock from pyproject.toml, with the hash of every file."""
    code = python(*locking(upgrade=upgrade))
    if code == 0:
        print(f"Wrote {LOCK.name}. The next task sets the environment up anew if it has changed.")
    end(code)


@task(help={"output": "The folder of the built site (default: output/ beside tasks.py)."})
def accessibility(_context: Context, output: str | None = None) -> None:
    """Try every page of the built site with axe, and fill the accessibility statement with what it found."""
    from plugins.workbench.statement import RESULT

    site = fit(output_folder, output, CONTENT)
    end(python("-m", "tests.support.accessibility", str(site), str(RESULT)))
    end(python("-m", "plugins.workbench.statement"))


@task
def sbom(_context: Context) -> None:
    """Write what the diary is made of: sbom.cdx.json (CycloneDX) and docs/licences.md."""
    end(python("-m", "plugins.workbench.parts"))


@task
def clean(_context: Context) -> None:
    """Remove what the tasks made: the built site, previews, caches; .venv too, unless you work inside it."""
    traces.remove(with_environment=False)


def _port(port: str) -> str:
    if port.isdecimal() and 0 < int(port) < 65536:
        return port
    raise Exit(f'found --port "{port}"; write a whole number from 1 to 65535, such as {_PORT}', code=MISUSED)


def _looked_at(site: Path, content: Path) -> int:
    return python("-m", "plugins.publishing.lastlook", str(site), "--content", str(content))


def _manifest_digest(site: Path) -> str:
    from plugins.publishing.site import manifest_digest

    return manifest_digest(site)


def _publishing(what: str, to: str, site: Path, *options: str) -> int:
    return python("-m", "plugins.publishing", what, f"--to={to}", "--output", str(site), *options)


def _fit_address(to: str) -> str:
    """The address, before anything is built: whoever mistyped it should not wait for that."""
    from plugins.publishing.address import from_anywhere
    from plugins.publishing.failure import AddressError

    try:
        return from_anywhere(to)
    except AddressError as unfit:
        raise Exit(str(unfit), code=MISUSED) from unfit


def _after_dashes(arguments: list[str]) -> list[str]:
    """Invoke hands these on as one string, which loses the bounds of arguments with blanks in them."""
    return arguments[arguments.index("--") + 1 :] if "--" in arguments else []
