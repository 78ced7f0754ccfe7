"""What each host does with a push, a clock and a comment: it builds, looks and publishes, and nothing else comes before."""

import os
import re
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT, OUTPUT
from tests.publishing.workflows import (
    GITLAB,
    HOSTING,
    PUBLISH,
    cloudflare,
    gitlab_jobs,
    jobs,
    netlify,
    publishing,
    read,
    said,
    step,
    steps,
)
from tests.support.systems import needs_posix_shell

HOSTS = publishing()
SEEN = "4f2a9c1"


def tasks_of(script: str) -> list[str]:
    return re.findall(r"tasks\.py ([\w-]+)", script)


@pytest.mark.parametrize("host", HOSTS)
def test_nothing_but_building_and_looking_comes_before_a_publication(host: str) -> None:
    done = [name for name in tasks_of(HOSTS[host]) if name != "--list"]
    assert list(dict.fromkeys(done)) in (["build", "look", "left-out"], ["build", "publish", "left-out"])
    assert [word for word in ("pytest", "audit", "lint", "tasks.py test", ".ci/run") if word in HOSTS[host]] == []


def test_every_host_of_the_page_is_held_by_these_tests() -> None:
    row = next(line for line in HOSTING.read_text("utf-8").splitlines() if line.startswith("| | GitHub"))
    assert [cell.strip() for cell in row.strip("|").split("|")[1:]] == list(HOSTS)


def test_no_publication_waits_for_the_tests_of_the_software() -> None:
    assert [(name, job.get("needs")) for name, job in jobs(PUBLISH)] == [
        ("build", None),
        ("publish", "build"),
        ("afterwards", ["build", "publish"]),
    ]
    waiting = {name: job.get("needs", read(GITLAB)[".software"]["needs"]) for name, job in gitlab_jobs().items()}
    assert waiting == {"pages": [], "left-out": ["pages"], "check": [], "test": [], "audit": []}


def test_what_readers_get_is_what_was_looked_at() -> None:
    named = [
        each.get("name", each.get("uses", "").partition("@")[0]) for name, each in steps(PUBLISH) if name == "build"
    ]
    assert named.index("Take a last look") + 1 == named.index("actions/upload-pages-artifact")
    (upload,) = (each for _, each in steps(PUBLISH) if "upload-pages" in each.get("uses", ""))
    assert upload["with"]["path"] == OUTPUT.name
    assert netlify()["publish"] == OUTPUT.name
    pages = gitlab_jobs()["pages"]["script"]
    assert pages.index("python3 tasks.py look") < pages.index("cp -R output public")


def test_no_run_is_dropped_or_cut_short_and_each_builds_the_newest() -> None:
    """A run that is dropped may be the one that a comment's taking down asked for."""
    assert read(PUBLISH)["concurrency"] == {"group": "publish", "queue": "max"}
    checkout = next(each for _, each in steps(PUBLISH) if "checkout" in each.get("uses", ""))
    assert checkout["with"] == {"ref": "main", "fetch-depth": 0, "persist-credentials": False}
    pages = gitlab_jobs()["pages"]
    assert (pages["resource_group"], pages["interruptible"], pages["environment"]) == ("pages", False, "pages")
    assert pages["variables"] == {"GIT_DEPTH": "0"}
    assert read(GITLAB)["workflow"]["auto_cancel"] == {"on_new_commit": "interruptible"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a python3 that says what it is asked; what is left out stands in LEFT."""
    python = tmp_path / "python3"
    python.write_text('#!/bin/sh\necho "$DIARY_SITE_URL $*"\ntest "$2" != left-out || exit "${LEFT:-0}"\n', "utf-8")
    python.chmod(0o755)
    return tmp_path


def run(script: str, desk: Path, **given: str) -> tuple[int, str]:
    around = {"PATH": f"{desk}:{os.environ['PATH']}", "DIARY_SITE_URL": "", "CI_PAGES_URL": "", **given}
    return said("bash", "-e", "-c", script, more=around, cwd=desk)


def remember(desk: Path, commit: str) -> None:
    (desk / ".published").mkdir()
    (desk / ".published" / "commit").write_text(commit, "utf-8")


@needs_posix_shell
@pytest.mark.parametrize(
    ("event", "attempt", "known", "how"),
    [
        ("push", "1", f"{SEEN}\n", f"--since {SEEN}"),
        ("push", "1", "", "--leave-out"),
        ("push", "1", None, "--leave-out"),
        ("push", "2", f"{SEEN}\n", "--leave-out"),
        ("schedule", "1", f"{SEEN}\n", "--leave-out"),
        ("workflow_dispatch", "1", f"{SEEN}\n", "--leave-out"),
        ("repository_dispatch", "1", f"{SEEN}\n", "--leave-out"),
    ],
)
def test_github_compares_a_push_with_what_readers_see_and_leaves_out_in_every_other_run(
    desk: Path, event: str, attempt: str, known: str | None, how: str
) -> None:
    if known is not None:
        remember(desk, known)
    given = {"GITHUB_EVENT_NAME": event, "GITHUB_RUN_ATTEMPT": attempt, "DIARY_SITE_URL": "https://d.example.org"}
    assert run(step("Build"), desk, **given) == (0, f"https://d.example.org tasks.py build {how}\n")


@needs_posix_shell
@pytest.mark.parametrize(
    ("source", "known", "how"),
    [
        ("push", SEEN, f"--since {SEEN}"),
        ("push", None, "--leave-out"),
        *((source, SEEN, "--leave-out") for source in ("schedule", "web", "trigger", "api", "pipeline")),
    ],
)
def test_gitlab_does_the_same(desk: Path, source: str, known: str | None, how: str) -> None:
    if known:
        remember(desk, known)
    (desk / "output").mkdir()
    given = {"CI_PIPELINE_SOURCE": source, "CI_COMMIT_SHA": "newer", "CI_PAGES_URL": "https://d.example.org"}
    code, told = run("\n".join(gitlab_jobs()["pages"]["script"]), desk, **given)
    assert code == 0
    assert told.splitlines()[0] == f"https://d.example.org tasks.py build {how}"
    assert (desk / ".published" / "commit").read_text("utf-8") == "newer\n"
    assert (desk / "built.env").read_text("utf-8") == "WHOLE=yes\n"


def test_what_readers_see_is_remembered_only_after_it_was_published() -> None:
    kept = [
        (name, each["uses"].partition("@")[0], each["with"])
        for name, each in steps(PUBLISH)
        if each.get("with", {}).get("path") == ".published"
    ]
    key = "published-${{ github.run_id }}-${{ github.run_attempt }}"
    assert kept == [
        ("build", "actions/cache/restore", {"path": ".published", "key": key, "restore-keys": "published-"}),
        ("afterwards", "actions/cache/save", {"path": ".published", "key": key}),
    ]
    assert gitlab_jobs()["pages"]["cache"] == {"key": "published", "paths": [".comments", ".published"]}


@needs_posix_shell
def test_what_was_left_out_ends_a_run_red_and_only_after_publishing(desk: Path) -> None:
    (desk / "GITHUB_OUTPUT").touch()
    given = {"GITHUB_OUTPUT": str(desk / "GITHUB_OUTPUT"), "GIT_DIR": str(CHECKOUT / ".git")}
    for left, whole in (("0", "yes"), ("1", "no"), ("2", "no")):
        (desk / "GITHUB_OUTPUT").write_text("", "utf-8")
        code, _ = run(step("Note what was built"), desk, LEFT=left, **given)
        assert code == 0
        assert re.fullmatch(f"commit=[0-9a-f]{{40}}\nwhole={whole}\n", (desk / "GITHUB_OUTPUT").read_text("utf-8"))
    assert run(step("Tell what was left out"), desk)[0] == 1
    (tell,) = (each for _, each in steps(PUBLISH) if each.get("name") == "Tell what was left out")
    assert tell["if"] == "${{ !cancelled() && needs.build.outputs.whole != 'yes' }}"


@needs_posix_shell
@pytest.mark.parametrize(("left", "code"), [("0", 0), ("1", 1), ("2", 1)])
def test_gitlab_tells_it_in_a_job_of_its_own(desk: Path, left: str, code: int) -> None:
    (desk / "output").mkdir()
    assert run("\n".join(gitlab_jobs()["pages"]["script"]), desk, LEFT=left, CI_PIPELINE_SOURCE="web")[0] == 0
    whole = (desk / "built.env").read_text("utf-8").strip().partition("=")[2]
    assert run("\n".join(gitlab_jobs()["left-out"]["script"]), desk, WHOLE=whole)[0] == code
    assert gitlab_jobs()["pages"]["artifacts"]["reports"] == {"dotenv": "built.env"}


@needs_posix_shell
@pytest.mark.parametrize("command", [netlify()["command"], cloudflare()])
def test_a_host_that_publishes_what_its_build_leaves_says_it_at_the_end_of_the_log(desk: Path, command: str) -> None:
    code, told = run(command, desk, LEFT="1")
    assert code == 0
    assert told.splitlines() == [
        *(f" tasks.py {task}" for task in ("build --leave-out", "look", "left-out")),
        "######## The site goes without what stands above. Mend it and push. ########",
    ]
    assert "####" not in run(command, desk)[1]


@needs_posix_shell
@pytest.mark.parametrize(
    ("named", "repository", "address"),
    [
        ("", "mo/diary", "https://mo.github.io/diary"),
        ("", "mo/mo.github.io", "https://mo.github.io/"),
        ("", "Mo-Council/mo-council.github.io", "https://Mo-Council.github.io/"),
        ("https://diary.example.org", "mo/diary", "https://diary.example.org"),
    ],
)
def test_the_site_is_built_for_the_address_where_it_is_read(
    desk: Path, named: str, repository: str, address: str
) -> None:
    owner = repository.partition("/")[0]
    github = {"GITHUB_REPOSITORY": repository, "GITHUB_REPOSITORY_OWNER": owner, "GITHUB_EVENT_NAME": "schedule"}
    built = run(step("Build"), desk, DIARY_SITE_URL=named, **github)
    assert built == (0, f"{address} tasks.py build --leave-out\n")


@needs_posix_shell
@pytest.mark.parametrize(
    ("context", "is_built"), [("production", True), ("deploy-preview", False), ("branch-deploy", False)]
)
def test_netlify_builds_the_published_site_alone(context: str, is_built: bool) -> None:
    code, _ = said("bash", "-c", netlify()["ignore"], more={"CONTEXT": context})
    assert (code != 0) == is_built
