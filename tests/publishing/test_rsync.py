"""A computer with rsync and a real sshd: releases and the switch."""

import gzip
import subprocess
from pathlib import Path

import pytest

from plugins.publishing import lease
from tests.publishing.sites import FILES, PHOTO, READERS_KEEP, WITHDRAWN, build, publish, published, texts
from tests.support.cutting import cutting
from tests.support.programs import program
from tests.support.sshd import SshServer


@pytest.fixture
def root(tmp_path: Path) -> Path:
    program("rsync")
    return tmp_path / "srv" / "diary"


def address(server: SshServer, root: Path, port: int | None = None) -> str:
    return f"rsync:{server.user}@127.0.0.1:{port or server.port}{root}"


def test_the_site_comes_to_lie_in_a_release_and_a_link_leads_to_it(
    output: Path, root: Path, ssh_server: SshServer
) -> None:
    to = address(ssh_server, root)
    assert "This was a dry run" in published(output, to, "--dry-run", environ=ssh_server.environ)
    assert not root.exists()
    assert published(output, to, environ=ssh_server.environ) == (
        f"127.0.0.1:{root}/current: 3 pages new; 4 other files new.\n"
        f"Published: 127.0.0.1:{root}/current shows the new site.\n"
    )
    assert (root / "current").readlink() == Path("releases/1")
    assert texts(root / "current") == FILES
    assert gzip.decompress((root / "current" / "index.html.gz").read_bytes()).decode() == FILES["index.html"]
    assert published(output, to, environ=ssh_server.environ) == (
        f"Nothing to publish: 127.0.0.1:{root}/current shows this site already.\n"
    )


def test_a_withdrawn_photo_is_gone_with_the_release_that_had_it(
    output: Path, root: Path, ssh_server: SshServer
) -> None:
    published(output, address(ssh_server, root), environ=ssh_server.environ)
    build(output, WITHDRAWN)
    published(output, address(ssh_server, root), environ=ssh_server.environ)
    assert texts(root / "current") == WITHDRAWN
    assert [path.name for path in (root / "releases").iterdir()] == ["2"]
    assert not [path for path in root.rglob("*") if path.name == Path(PHOTO).name]


def test_releases_that_are_kept_lose_what_was_withdrawn_and_one_can_go_back(
    output: Path, root: Path, ssh_server: SshServer
) -> None:
    to = address(ssh_server, root)
    for model in ("one", "two", "three"):
        changing = {"index.html": model, "plan.pdf": "a plan", **dict.fromkeys(READERS_KEEP, model)}
        build(output, {**(WITHDRAWN if model == "three" else FILES), **changing})
        published(output, to, "--keep", "1", environ=ssh_server.environ)
    assert sorted(path.name for path in (root / "releases").iterdir()) == ["2", "3"]
    assert not [path for path in root.rglob("*") if path.name == Path(PHOTO).name]
    assert published(output, to, "--yes", what="rollback", environ=ssh_server.environ).endswith(
        f"127.0.0.1:{root}/current shows the site before the last one again.\n"
    )
    photo_page = FILES["workshops/first/index.html"]
    back = {**WITHDRAWN, "workshops/first/index.html": photo_page, "index.html": "two", "plan.pdf": "a plan"}
    assert texts(root / "current") == back
    assert [path.name for path in (root / "releases").iterdir()] == ["2"]
    again = publish(output, to, "--yes", what="rollback", environ=ssh_server.environ)
    assert again.stderr.startswith("No earlier site was kept there, so there is nothing to go back to.")


@pytest.mark.parametrize("after", [14_000, 26_000])
def test_a_connection_cut_in_mid_upload_changes_nothing_for_readers_and_run_again_ends_whole(
    output: Path, root: Path, ssh_server: SshServer, after: int
) -> None:
    published(output, address(ssh_server, root), environ=ssh_server.environ)
    changed = {**WITHDRAWN, "index.html": "new", "big.txt": "".join(f"{number} " for number in range(20_000))}
    build(output, changed)
    with cutting(ssh_server.port, after=after) as cut:
        broken = publish(output, address(ssh_server, root, cut.port), environ=ssh_server.known_at(cut.port))
        assert cut.is_cut
    assert broken.returncode == 1
    assert "127.0.0.1 cannot be reached, or the connection broke. Readers see what they saw before." in broken.stderr
    assert texts(root / "current") == FILES
    published(output, address(ssh_server, root), environ=ssh_server.environ)
    assert texts(root / "current") == changed
    assert not (root / "incoming").exists()


def test_a_publication_that_broke_off_after_the_switch_is_run_again_and_forgets_the_withdrawn_photo(
    output: Path, root: Path, ssh_server: SshServer
) -> None:
    to = address(ssh_server, root)
    published(output, to, environ=ssh_server.environ)
    build(output, WITHDRAWN)
    published(output, to, "--keep", "1", environ=ssh_server.environ)
    for left in ("releases/1", "releases/7", "incoming"):  # As they lie there when the connection ends too early.
        (root / left / PHOTO).parent.mkdir(parents=True, exist_ok=True)
        (root / left / PHOTO).write_text(FILES[PHOTO])
    for keep, names in (("1", ["1", "2"]), ("0", ["2"])):
        assert "Nothing to publish" in published(output, to, "--keep", keep, environ=ssh_server.environ)
        assert sorted(path.name for path in (root / "releases").iterdir()) == names
        assert not [path for path in root.rglob("*") if path.name == Path(PHOTO).name]
    assert texts(root / "current") == WITHDRAWN
    assert not (root / "incoming").exists()


def test_two_at_once_are_kept_apart_and_a_dead_one_keeps_nobody_out(
    output: Path, root: Path, ssh_server: SshServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "_BETWEEN_LOOKS", 0.0)
    monkeypatch.setattr(lease, "_PATIENCE", 0.0)
    root.mkdir(parents=True)
    with subprocess.Popen(["flock", root / ".coproduction-diary.lock", "cat"], stdin=subprocess.PIPE) as other:
        refused = publish(output, address(ssh_server, root), environ=ssh_server.environ)
        other.kill()
    assert refused.stdout == "Another publication is under way there; waiting for it to finish …\n"
    assert refused.stderr.splitlines()[-1] == (
        "Another publication has been under way there for long. Nothing was published."
    )
    published(output, address(ssh_server, root), environ=ssh_server.environ)
    assert texts(root / "current") == FILES


def test_a_folder_with_somebody_elses_files_is_refused(output: Path, root: Path, ssh_server: SshServer) -> None:
    root.mkdir(parents=True)
    (root / "letters.txt").write_text("private")
    refused = publish(output, address(ssh_server, root), environ=ssh_server.environ)
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        1,
        f"There are files in {root} that no publication of the diary put there (letters.txt). Choose an empty folder; "
        "or publish with --take-over: they stay, and the site comes to lie beside them.",
    )
    published(output, address(ssh_server, root), "--take-over", environ=ssh_server.environ)
    assert (root / "letters.txt").read_text() == "private"
    assert texts(root / "current") == FILES


def test_a_file_that_somebody_changed_there_is_put_right(output: Path, root: Path, ssh_server: SshServer) -> None:
    published(output, address(ssh_server, root), environ=ssh_server.environ)
    (root / "current" / "index.html").write_text("hoax")
    published(output, address(ssh_server, root), environ=ssh_server.environ)
    assert texts(root / "current") == FILES


def test_a_host_that_is_not_known_is_refused(output: Path, root: Path, ssh_server: SshServer) -> None:
    other = ssh_server.folder / "known_hosts-none"
    other.write_text("")
    environ = {**ssh_server.environ, "DIARY_SSH_KNOWN_HOSTS": str(other)}
    refused = publish(output, address(ssh_server, root), environ=environ)
    assert refused.returncode == 1
    assert "The key of 127.0.0.1 is not known here, so it could be another computer." in refused.stderr
