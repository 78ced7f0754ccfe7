"""What is asked, what is refused and what is never shown, whatever the place."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.publishing.__main__ import loud_without_secrets
from plugins.publishing.address import FolderAddress
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.progress import Progress
from plugins.publishing.publication import Interaction
from plugins.publishing.publication import publish as publish_here
from plugins.publishing.secrets import VARIABLES
from plugins.publishing.site import built_site
from plugins.publishing.target_factory import target_for
from plugins.publishing.targets.target import TargetOptions
from plugins.workbench.paths import CHECKOUT
from tests.publishing.sites import FILES, build, publish, published, texts

SMALL = {"index.html": "home"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return build(tmp_path / "output")


@pytest.fixture
def served(tmp_path: Path) -> Path:
    return tmp_path / "diary"


def answered(answer: bool, output: Path, served: Path) -> list[str]:
    """What is said when somebody at a keyboard gives this answer."""
    said: list[str] = []
    options = TargetOptions(output, {}, said.append)

    def ask(question: str) -> bool:
        said.append(f"? {question}")
        return answer

    interaction = Interaction(said.append, Progress(io.StringIO()), ask)
    try:
        publish_here(built_site(output), target_for(FolderAddress(served), options), interaction)
    except PublishingStopped as stopped:
        said.append(str(stopped))
    return said


def test_deleting_more_than_half_of_a_site_asks(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    build(output, SMALL)
    summary = f"{served}: 1 page changed, 2 gone; 4 other files gone."
    question = f"? This deletes 8 of the 9 files at {served}."
    assert answered(False, output, served) == [
        summary,
        question,
        "Stopped before deleting more than half of a site: nothing was changed.",
    ]
    assert texts(served) == FILES
    assert answered(True, output, served) == [summary, question, f"Published: {served} shows the new site."]
    assert texts(served) == SMALL


def test_where_nobody_can_be_asked_it_is_refused_unless_it_was_said_before(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    build(output, SMALL)
    refused = publish(output, f"folder:{served}")
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        1,
        f"This deletes 8 of the 9 files at {served}. "
        "Nobody is here to be asked: run it again with --yes if it is meant.",
    )
    assert texts(served) == FILES
    published(output, f"folder:{served}", "--yes")
    assert texts(served) == SMALL


def test_a_preview_is_never_published(tmp_path: Path, served: Path) -> None:
    preview = build(tmp_path / ".preview", preview=True)
    refused = publish(preview, f"folder:{served}")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f"{preview} cannot be published: it is a preview")
    assert not served.exists()


def test_a_mistyped_address_has_an_exit_code_of_its_own(output: Path) -> None:
    refused = publish(output, "s3:No")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("What stands behind s3: can be no bucket")


def test_while_it_is_published_no_build_takes_the_site_away(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    assert sorted(path.name for path in output.parent.iterdir()) == ["diary", "output"]


@pytest.mark.parametrize(
    "to", ["git:https://me:hush@127.0.0.1:9/d.git#pages", "s3:diary", "sftp:me@127.0.0.1:9/htdocs"]
)
def test_no_secret_is_shown_when_a_place_refuses(output: Path, to: str) -> None:
    secrets = {name: f"hush-{name.lower()}" for name in VARIABLES}
    run = publish(output, to, environ={**secrets, "AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"})
    assert run.returncode in (1, 2)
    assert "hush" not in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_how_many_are_kept_is_a_number(output: Path, served: Path) -> None:
    with pytest.raises(SystemExit):
        publish(output, f"folder:{served}", "--keep", "-1")
    assert not served.exists()


def test_a_mistake_of_ours_is_loud_and_holds_no_secret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hush-hush")
    loud_without_secrets(ValueError, ValueError("what is hush-hush?"), None)
    assert capsys.readouterr().err == "ValueError: what is ***?\n"


def test_how_it_is_wanted_can_be_shown_without_its_secrets(output: Path) -> None:
    assert "hush" not in repr(TargetOptions(output, {"AWS_SECRET_ACCESS_KEY": "hush-hush"}, print))


def test_the_task_answers_a_slip_before_it_builds() -> None:
    run = subprocess.run(
        [sys.executable, "tasks.py", "publish", "--to", "fodler:/srv/diary"],
        cwd=CHECKOUT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "Write first which kind of place it is (git, s3, rsync, sftp, folder), then a colon, as in git:origin#gh-pages. "
        "Did you mean an address such as folder:/srv/diary?\n"
    )
