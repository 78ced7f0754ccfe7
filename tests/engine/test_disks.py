"""Disks that are full, closed or of the wrong kind: real ones, and the old site stands on each."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.engine.failure import OLD_SITE_STANDS
from tests.engine.small_site import SmallSite, run
from tests.support.systems import needs_posix_shell

pytestmark = needs_posix_shell

FULL = "There is no room for the new site: the disk, or your share of it, is full. Make room and build again."
MOUNTING_IS_NOT_FOR_US = "mounting is for the owner of this computer; the limit on file size stands in for a full disk"


def test_a_disk_that_takes_no_more_leaves_the_old_site(built: SmallSite) -> None:
    """A limit on the size of files, which every system has and nobody has to be root for."""
    built.write(second="x" * 100_000)
    limited = ["sh", "-c", 'ulimit -f 32; exec "$@"', "sh", *built.command()]
    build = run(limited, cwd=built.folder)
    assert build.returncode == 1
    assert build.stderr == f"{FULL} {OLD_SITE_STANDS}\n"
    assert built.stands()


def in_a_world_of_its_own(site: SmallSite, prepare: str) -> subprocess.CompletedProcess[str]:
    """Build the site where `prepare` (shell lines; $1 is the output's folder) has changed the mounts for us alone."""
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    script = f'set -e; parent=$1; shift; {prepare}; code=0; "$@" || code=$?; echo "exit $code"; ls -A "$parent"; cat "$parent"/output/index.html'
    if (
        shutil.which("unshare") is None
        or run([*unshare, "mount", "-t", "tmpfs", "none", "/mnt"], cwd=Path("/")).returncode
    ):
        pytest.skip(reason=MOUNTING_IS_NOT_FOR_US)
    return run([*unshare, "sh", "-c", script, "sh", str(site.output.parent), *site.command()], cwd=site.folder)


def test_a_full_disk_leaves_the_old_site(site: SmallSite) -> None:
    site.output.parent.mkdir()
    site.write(second="x" * 300_000)
    build = in_a_world_of_its_own(
        site,
        'mount -t tmpfs -o size=256k tmpfs "$parent"; mkdir "$parent/output"; '
        'touch "$parent/output/.coproduction-diary"; printf "the old site" > "$parent/output/index.html"',
    )
    assert build.stderr == f"{FULL} {OLD_SITE_STANDS}\n"
    assert build.stdout == "exit 1\noutput\nthe old site"


def test_a_disk_that_may_only_be_read_leaves_the_old_site(built: SmallSite) -> None:
    build = in_a_world_of_its_own(built, 'mount --bind "$parent" "$parent"; mount -o remount,bind,ro "$parent"')
    assert build.stderr == (
        f"{built.output.parent} cannot be written to (Read-only file system). Choose another output folder. {OLD_SITE_STANDS}\n"
    )
    assert build.stdout == "exit 1\noutput\nhome the first text"


def test_a_folder_that_is_a_disk_of_its_own_is_refused(site: SmallSite) -> None:
    site.output.mkdir(parents=True)
    build = in_a_world_of_its_own(
        site, 'mount -t tmpfs tmpfs "$parent/output"; echo mine > "$parent/output/index.html"'
    )
    assert build.stderr == (
        f"{site.output} is a disk of its own (a mount), which cannot be replaced in one step. "
        "Choose another output folder, one that is the site's alone.\n"
    )
    assert build.stdout == "exit 1\noutput\nmine\n"


def test_a_folder_that_is_closed_to_us_leaves_the_old_site(built: SmallSite) -> None:
    built.output.parent.chmod(0o555)
    try:
        build = run([*_without_the_powers_of_root(), *built.command()], cwd=built.folder)
    finally:
        built.output.parent.chmod(0o755)
    assert build.stderr == (
        f"{built.output.parent} cannot be written to (Permission denied). Choose another output folder. {OLD_SITE_STANDS}\n"
    )
    assert build.returncode == 1
    assert built.stands()


def _without_the_powers_of_root() -> list[str]:
    """Permissions do not bind root; as others run the tests, nothing is needed."""
    powers = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", "--bounding-set", powers, "--inh-caps", powers] if os.geteuid() == 0 else []
