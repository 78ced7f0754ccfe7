"""The tasks that build the published site and bring it to its readers. Each is a few lines over a program."""

import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from plugins.files.typed import typed_path
from plugins.workbench.build_record import forget_diary
from plugins.workbench.building import build_site
from plugins.workbench.folders import content_folder, output_folder
from plugins.workbench.paths import OUTPUT
from plugins.workbench.programs import MISUSED, end, fit, python

_WHERE = {"content": "The folder with the diary's posts (default: content/ beside tasks.py)."}
_SITE = {"output": "The folder of the built site (default: output/ beside tasks.py)."}
_GOING_WITHOUT = {
    "leave-out": "Leave out every post that has something to mend, and publish the others.",
    "since": "Do so if content has withdrawn, drafted or removed something since this commit.",
}
LEFT_OUT = 3
"""How `publish` ends when the site is published and goes without something that is to be mended."""
_COVERS_NOTHING = 3
"""How `plugins.withdrawal` ends when a consent is not marked, in a register that covers nothing as it stands."""


@task(
    help={
        **_WHERE,
        **_SITE,
        **_GOING_WITHOUT,
        "no-cache": "Use nothing that an earlier build has kept.",
        "profile": "Tell where the time went.",
    }
)
def build(
    _context: Context,
    content: str | None = None,
    output: str | None = None,
    leave_out: bool = False,
    since: str | None = None,
    no_cache: bool = False,
    profile: bool = False,
) -> None:
    """Build the diary as it is published."""
    folder = fit(content_folder, content)
    site = fit(output_folder, output, folder)
    is_leaving_out = _may_go_without(folder, leave_out=leave_out, since=since)
    end(build_site(folder, site, leave_out=is_leaving_out, no_cache=no_cache, profile=profile))


@task(name="left-out", help=_SITE)
def left_out(_context: Context, output: str | None = None) -> None:
    """Print what the last build left out; ends with 1 if that is anything."""
    site = typed_path(output) if output else OUTPUT
    if not site.is_dir():
        raise Exit(f"There is no built site in {site}: run python3 tasks.py build first.", code=MISUSED)
    missing = _left_out(site)
    if missing:
        print(_missing(missing), flush=True)
    end(1 if missing else 0)


@task(help={**_WHERE, **_SITE})
def look(_context: Context, content: str | None = None, output: str | None = None) -> None:
    """Take a last look at every byte of the built site, before it goes out."""
    folder = fit(content_folder, content)
    site = fit(output_folder, output, folder)
    end(_looked_at(site, folder))


_TO = {
    "to": "Where: git:origin#gh-pages, s3:bucket/folder, rsync:me@host:/folder, sftp:me@host/folder, folder:/folder, "
    "or a name under publish_to in diary.yml (default: the only one there)."
}


@task(
    help={
        **_TO,
        **_WHERE,
        **_SITE,
        **_GOING_WITHOUT,
        "built": "Publish the site that is built already; build nothing.",
        "dry-run": "Show what would change; change nothing.",
        "yes": "Go on without asking, where much would be deleted.",
        "keep": "How many earlier sites stay for a rollback (rsync and folder; default: none).",
        "take-over": "Replace what somebody else put there.",
        "new-branch": "Make the branch if it is not there yet, without asking.",
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
    new_branch: bool = False,
    leave_out: bool = False,
    since: str | None = None,
) -> None:
    """Build the diary, look at it and bring it to where readers find it.

    With --leave-out, or --since, it ends with 3 when all is published but what is to be mended.
    """
    folder = fit(content_folder, content)
    where = _fit_address(to, folder)
    site = fit(output_folder, output, folder)
    if not built:
        end(build_site(folder, site, leave_out=_may_go_without(folder, leave_out=leave_out, since=since)))
    digest = _manifest_digest(site)
    end(python("-m", "plugins.author.group_check", "--content", str(folder)))
    missing = _left_out(site) if leave_out or since is not None else ()
    end(_looked_at(site, folder))
    # What is left out may be most of the site: nobody is asked again, since somebody may be waiting to be gone.
    switches = {
        "--dry-run": dry_run,
        "--yes": yes or bool(missing),
        "--take-over": take_over,
        "--new-branch": new_branch,
    }
    chosen = [f"--diary={folder}", "--keep", str(keep), *(switch for switch, is_on in switches.items() if is_on)]
    end(_publishing("publish", where, site, "--looked-at", digest, *chosen))
    if missing:
        print(_missing(missing), file=sys.stderr, flush=True)
        end(LEFT_OUT)


@task(
    help={
        "format": "For whom: nginx, apache, or _headers as Netlify and Cloudflare Pages read it.",
        **_SITE,
        "brotli": "nginx has the module that serves .br files.",
    }
)
def headers(_context: Context, format: str = "nginx", output: str | None = None, brotli: bool = False) -> None:  # noqa: A002 - the word that is typed
    """Print what a server of your own must tell browsers."""
    site = typed_path(output) if output else OUTPUT
    options = ["--format", format, "--output", str(site), *(["--brotli"] if brotli else [])]
    end(python("-m", "plugins.publishing.server_settings", *options))


@task(help={**_TO, **_WHERE, "yes": "Go on without asking."})
def rollback(_context: Context, to: str = "", content: str | None = None, yes: bool = False) -> None:
    """Show readers the site before the last one again, where one was kept."""
    where = _fit_address(to, fit(content_folder, content))
    end(_publishing("rollback", where, OUTPUT, *(["--yes"] if yes else [])))


@task(
    positional=["consent"],
    help={
        "consent": "The number of the consent, such as C-09.",
        **_WHERE,
        **_SITE,
    },
)
def withdraw(_context: Context, consent: str, content: str | None = None, output: str | None = None) -> None:
    """Take a consent back: list where it is used, mark it, build without it, tell what is left to do."""
    folder = fit(content_folder, content)
    place = fit(output_folder, output, folder)
    withdrawal = ("-m", "plugins.withdrawal", "--content", str(folder))
    forget_diary(folder)
    marked = python(*withdrawal, "--", consent)
    if marked not in (0, _COVERS_NOTHING):
        end(marked)
    print("\nBuilding the diary without it …", flush=True)
    outcome = build_site(folder, place, leave_out=True)
    if outcome != 0:
        print("\nThe site could not be built anew: mend what stands above, then run the same line again.", flush=True)
    print("\nWhat no build can do, step by step:\n", flush=True)
    python(*withdrawal, "--steps", "--", consent)
    end(outcome or marked)


def _may_go_without(content: Path, *, leave_out: bool, since: str | None) -> bool:
    """Whether a build may go without posts: it was asked to, or something was taken back since a commit."""
    if leave_out or since is None:
        return leave_out
    return python("-m", "plugins.withdrawal.since", "--content", str(content), "--", since) != 0


def _left_out(site: Path) -> tuple[str, ...]:
    from plugins.engine.manifest import left_out as written_there

    return written_there(site)


def _missing(lines: tuple[str, ...]) -> str:
    places = "\n".join(f"  {line}" for line in lines)
    return (
        f"The site goes without something that is to be mended:\n{places}\n"
        "python3 tasks.py check tells what is to be mended there; then build and publish again."
    )


def _looked_at(site: Path, content: Path) -> int:
    return python("-m", "plugins.publishing.lastlook", str(site), "--content", str(content))


def _manifest_digest(site: Path) -> str:
    from plugins.publishing.site import manifest_digest

    return manifest_digest(site)


def _publishing(what: str, to: str, site: Path, *options: str) -> int:
    return python("-m", "plugins.publishing", what, f"--to={to}", "--output", str(site), *options)


def _fit_address(to: str, content: Path) -> str:
    """The address, before anything is built: whoever mistyped it should not wait for that."""
    from plugins.publishing.address import from_anywhere
    from plugins.publishing.failure import AddressError
    from plugins.publishing.named_targets import target_named

    try:
        return from_anywhere(target_named(to, content))
    except AddressError as unfit:
        raise Exit(str(unfit), code=MISUSED) from unfit
