"""A folder that is reached by SFTP, on a real sshd."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.publishing.address import HostAddress
from plugins.publishing.lease import NAME as LEASE
from plugins.publishing.targets.sftp import Sftp
from plugins.publishing.targets.target import TargetOptions
from plugins.workbench.paths import CHECKOUT
from tests.publishing.sites import FILES, PHOTO, WITHDRAWN, build, publish, published, texts
from tests.support.cutting import cutting
from tests.support.sshd import SshServer
from tests.support.systems import needs_signals


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """Where the host's files lie; nothing is there yet."""
    (tmp_path / "host").mkdir()
    return tmp_path / "host" / "ht docs"


def address(server: SshServer, served: Path, port: int | None = None) -> str:
    return f"sftp:{server.user}@127.0.0.1:{port or server.port}{served}"


def test_the_folder_gets_the_site_and_nothing_changes_the_second_time(
    output: Path, served: Path, ssh_server: SshServer
) -> None:
    to = address(ssh_server, served)
    assert "This was a dry run" in published(output, to, "--dry-run", environ=ssh_server.environ)
    assert not served.exists()
    assert published(output, to, environ=ssh_server.environ) == (
        f"127.0.0.1{served}: 3 pages new; 4 other files new.\nPublished: 127.0.0.1{served} shows the new site.\n"
    )
    assert texts(served) == FILES
    assert published(output, to, environ=ssh_server.environ) == (
        f"Nothing to publish: 127.0.0.1{served} shows this site already.\n"
    )
    assert not (served / LEASE).exists()


def test_what_pages_need_arrives_first_and_stale_files_and_empty_folders_go_last(
    output: Path, served: Path, ssh_server: SshServer
) -> None:
    to = address(ssh_server, served)
    published(output, to, environ=ssh_server.environ)
    (served / "theirs.txt").write_text("theirs")
    changed = {path: f"{text} anew" for path, text in WITHDRAWN.items()}
    build(output, {**changed, "static/new.0123abcd.css": "p {}"})
    before = len(ssh_server.done())
    said = published(output, to, environ=ssh_server.environ)
    assert said.startswith("Left alone, since they are not the diary's: 1 file.\n")
    done = [each for each in ssh_server.done()[before:] if ".coproduction-diary" not in each]
    assert done == [
        f"{what} {served}/{path}"
        for what, path in (
            ("put", "static/new.0123abcd.css"),
            ("put", "static/site.0123abcd.css"),
            ("put", "robots.txt"),
            ("put", "about/index.html"),
            ("put", "workshops/first/index.html"),
            ("put", "feed.xml"),
            ("put", "index.html"),
            ("remove", PHOTO),
        )
    ]
    assert texts(served) == {**changed, "static/new.0123abcd.css": "p {}", "theirs.txt": "theirs"}
    assert not (served / "pictures").exists()


@pytest.mark.parametrize("after", [6_000, 9_000])
def test_a_connection_cut_in_mid_upload_is_told_and_run_again_ends_whole(
    output: Path, served: Path, ssh_server: SshServer, after: int
) -> None:
    with cutting(ssh_server.port, after=after) as cut:
        broken = publish(output, address(ssh_server, served, cut.port), environ=ssh_server.known_at(cut.port))
        assert cut.is_cut
    assert (broken.returncode, broken.stderr.splitlines()[-1]) == (
        1,
        f"127.0.0.1{served} cannot be reached, or the connection broke. Run the same line again: it goes on from here.",
    )
    assert texts(served) != FILES
    published(output, address(ssh_server, served), environ=ssh_server.environ)
    assert texts(served) == FILES
    assert sorted(path.name for path in served.iterdir() if path.is_file()) == [
        ".coproduction-diary",
        "feed.xml",
        "index.html",
        "robots.txt",
    ]


@needs_signals
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_publication_that_is_stopped_gives_the_place_back_and_run_again_ends_whole(
    tmp_path: Path, served: Path, ssh_server: SshServer, number: signal.Signals, code: int
) -> None:
    files = {"index.html": "home", **{f"notes/{each}.html": "note" for each in range(150)}}
    output, to = build(tmp_path / "output", files), address(ssh_server, served)
    command = [sys.executable, "-m", "plugins.publishing", "publish", f"--to={to}", f"--output={output}"]
    with subprocess.Popen(command, cwd=CHECKOUT, env={**os.environ, **ssh_server.environ}) as process:
        while process.poll() is None and not (served / "notes" / "1.html").exists():
            time.sleep(0.01)
        process.send_signal(number)
    assert process.returncode == code
    assert len(texts(served)) < len(files)
    assert not (served / LEASE).exists()
    published(output, to, environ=ssh_server.environ)
    assert texts(served) == files


def test_a_host_that_is_not_known_is_refused(output: Path, served: Path, ssh_server: SshServer) -> None:
    other = ssh_server.folder / "known_hosts-other"
    other.write_text("")
    environ = {**ssh_server.environ, "DIARY_SSH_KNOWN_HOSTS": str(other)}
    refused = publish(output, address(ssh_server, served), environ=environ)
    assert (refused.returncode, refused.stderr) == (
        1,
        "The key of 127.0.0.1 is not known here, so it could be another computer. Ask who runs it for its fingerprint, "
        f"look at it with ssh-keyscan -p {ssh_server.port} 127.0.0.1 | ssh-keygen -lf -, "
        "and put it into ~/.ssh/known_hosts (see docs/for-web-officers/publishing.md).\n",
    )


def test_a_wrong_password_is_told_and_not_shown(output: Path, served: Path, ssh_server: SshServer) -> None:
    environ = {**ssh_server.environ, "DIARY_SSH_KEY": "", "DIARY_SSH_PASSWORD": "hush-hush", "HOME": str(served.parent)}
    refused = publish(output, address(ssh_server, served), environ=environ)
    assert (refused.returncode, refused.stderr) == (
        1,
        "127.0.0.1 lets nobody in with what it was shown: load the key into the agent, "
        "or set DIARY_SSH_KEY or DIARY_SSH_PASSWORD in the environment.\n",
    )


def test_a_lease_is_created_once_and_its_age_told_by_the_hosts_clock(
    output: Path, served: Path, ssh_server: SshServer
) -> None:
    where = HostAddress("sftp", ssh_server.user, "127.0.0.1", ssh_server.port, str(served))
    with Sftp(where, TargetOptions(output, ssh_server.environ, print)) as remote:
        assert remote.create(LEASE, b"somebody else")
        assert not remote.create(LEASE, b"me")
        assert remote.read(LEASE) == b"somebody else"
        age = remote.age(LEASE)
        assert age is not None
        assert 0 <= age < 60
        assert remote.age("nothing") is None
        assert list(remote.stamps()) == [LEASE]


def test_a_slip_in_the_folders_name_is_told(output: Path, served: Path, ssh_server: SshServer) -> None:
    refused = publish(output, address(ssh_server, served / "no" / "where"), environ=ssh_server.environ)
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        1,
        f"127.0.0.1{served}/no/where: the host has no such folder, nor the one above it. "
        "Look for a slip; or make it there first.",
    )


def test_nothing_is_written_through_a_link_that_lies_in_the_folder(
    output: Path, served: Path, ssh_server: SshServer, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    served.mkdir()
    (served / "static").symlink_to(theirs)
    published(
        build(tmp_path / "one", {"index.html": "home"}),
        address(ssh_server, served),
        "--take-over",
        "--yes",
        environ=ssh_server.environ,
    )
    (served / "static").symlink_to(theirs)
    refused = publish(output, address(ssh_server, served), environ=ssh_server.environ)
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        1,
        f"{served}/static on 127.0.0.1 is a link. Take it away; nothing goes through it.",
    )
    assert list(theirs.iterdir()) == []


def test_a_host_that_gives_no_reason_is_told(output: Path, served: Path, ssh_server: SshServer) -> None:
    """A folder lies where a page is to come."""
    published(output, address(ssh_server, served), environ=ssh_server.environ)
    build(output, {**FILES, "new": "a file"})
    (served / "new" / "inside").mkdir(parents=True)
    refused = publish(output, address(ssh_server, served), environ=ssh_server.environ)
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        1,
        f"127.0.0.1{served}: the host refuses, and gives no reason. Is its disk, or your share of it, full?",
    )


def test_a_host_that_only_takes_files_has_no_way_back(output: Path, served: Path, ssh_server: SshServer) -> None:
    refused = publish(output, address(ssh_server, served), "--yes", what="rollback", environ=ssh_server.environ)
    assert refused.stderr.startswith("No earlier site is kept there, so that nothing withdrawn stays.")
