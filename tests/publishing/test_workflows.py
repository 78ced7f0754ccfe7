"""The workflows that publish the diary, read as their hosts read them."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from plugins.workbench.places import CHECKOUT, OUTPUT
from tests.support.nginx import BROTLI
from tests.support.programs import PACKAGES

WORKFLOWS = CHECKOUT / ".github" / "workflows"
PUBLISH, TEST = WORKFLOWS / "publish.yml", WORKFLOWS / "test.yml"
GITLAB, NETLIFY, DEPENDABOT = (
    CHECKOUT / ".gitlab-ci.yml",
    CHECKOUT / "netlify.toml",
    CHECKOUT / ".github/dependabot.yml",
)
PINNED = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/cache": ("27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5"),
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
}
SECRETS = {"DIARY_COMMENTS_TOKEN", "DIARY_PRIVATE_WORDS_LIST"}
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the hosts' machines run a POSIX shell")


def read(file: Path) -> Any:
    """YAML as GitHub and GitLab read it; `on` is a word there, and True to PyYAML."""
    read = yaml.safe_load(file.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def said(*command: str, given: str | None = None, more: Mapping[str, str] | None = None) -> tuple[int, str]:
    run = subprocess.run(
        command, input=given, env={**os.environ, **(more or {})}, capture_output=True, encoding="utf-8", check=False
    )
    return run.returncode, run.stdout + run.stderr


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is in no environment that requirements.lock makes"
    return found


@pytest.mark.parametrize(
    ("schema", "files", "more"),
    [
        ("vendor.github-workflows", (PUBLISH, TEST), ()),
        ("vendor.dependabot", (DEPENDABOT,), ()),
        ("vendor.gitlab-ci", (GITLAB,), ("--data-transform", "gitlab-ci")),
    ],
)
def test_every_file_is_what_its_host_asks_for(schema: str, files: tuple[Path, ...], more: tuple[str, ...]) -> None:
    command = (tool("check-jsonschema"), "--builtin-schema", schema, *more, *map(str, files))
    assert said(*command) == (0, "ok -- validation done\n")


def test_no_job_runs_on_for_hours() -> None:
    assert [name for file in (PUBLISH, TEST) for name, job in jobs(file) if job.get("timeout-minutes", 360) > 60] == []


def zizmor(folder: Path) -> list[str]:
    _, answer = said(tool("zizmor"), "--offline", "--quiet", "--persona=auditor", "--format=json", str(folder))
    return sorted({finding["ident"] for finding in json.loads(answer)})


def test_zizmor_finds_no_way_in() -> None:
    assert zizmor(CHECKOUT / ".github") == []


def test_zizmor_would_find_one(tmp_path: Path) -> None:
    loose = PUBLISH.read_text("utf-8").replace(
        "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", "actions/checkout@v7"
    )
    loose = loose.replace("run: python3 tasks.py look", "run: echo ${{ github.event.client_payload.words }}")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/publish.yml").write_text(
        loose.replace("persist-credentials: false", "fetch-depth: 1"), "utf-8"
    )
    assert set(zizmor(tmp_path / ".github")) >= {"artipacked", "template-injection", "unpinned-uses"}


def jobs(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from read(file)["jobs"].items()


def steps(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in jobs(file):
        yield from ((name, step) for step in job["steps"])


def test_every_action_is_pinned_by_its_commit_and_says_its_release() -> None:
    text = PUBLISH.read_text("utf-8") + TEST.read_text("utf-8")
    used = re.findall(r"uses: (\S+)@([0-9a-f]{40}) # (\S+)", text)
    assert len(used) == text.count("uses:")
    assert {name: (commit, release) for name, commit, release in used} == PINNED


def test_nothing_may_be_written_but_the_site_by_the_job_that_publishes_it() -> None:
    for file in (PUBLISH, TEST):
        assert read(file)["permissions"] == {}
    may = {(file.stem, name): job["permissions"] for file in (PUBLISH, TEST) for name, job in jobs(file)}
    assert may.pop(("publish", "publish")) == {"pages": "write", "id-token": "write"}
    assert set(map(str, may.values())) == {"{'contents': 'read'}"}


def test_secrets_are_given_to_the_steps_that_need_them_alone() -> None:
    given = {
        (name, step.get("name", step.get("uses", ""))): set(re.findall(r"secrets\.(\w+)", json.dumps(step)))
        for name, step in steps(PUBLISH)
    }
    assert {place: secrets for place, secrets in given.items() if secrets} == {
        ("build", "Build"): SECRETS,
        ("build", "Take a last look"): {"DIARY_PRIVATE_WORDS_LIST"},
    }
    assert PUBLISH.read_text("utf-8").count("secrets.") == 3
    assert "secrets" not in TEST.read_text("utf-8").replace("no secret,", "")


def test_it_publishes_on_a_push_by_hand_by_the_clock_and_when_an_answer_is_approved_and_for_nobody_else() -> None:
    on = read(PUBLISH)["on"]
    assert set(on) == {"push", "schedule", "workflow_dispatch", "repository_dispatch"}
    assert on["push"] == {"branches": ["main"]}
    assert on["repository_dispatch"] == {"types": ["comment-approved"]}


@pytest.mark.parametrize("day", ["2026-01-15", "2026-07-15"])
def test_the_clock_is_early_morning_in_the_united_kingdom_in_winter_and_summer(day: str) -> None:
    for entry in read(PUBLISH)["on"]["schedule"]:
        minute, hour, *every_day = entry["cron"].split()
        assert every_day == ["*", "*", "*"]
        utc = datetime.fromisoformat(f"{day}T00:00+00:00") + timedelta(hours=int(hour), minutes=int(minute))
        assert 3 <= utc.astimezone(ZoneInfo("Europe/London")).hour < 7


def test_what_the_tests_drive_is_installed_where_nobody_is_root() -> None:
    """GitLab's machines are root's, and Debian's: there the tests install it by themselves."""
    driven = {*PACKAGES.values(), BROTLI}
    for file in (PUBLISH, TEST):
        (script,) = (step["run"] for name, step in steps(file) if "apt-get" in step.get("run", ""))
        assert set(script.split("--no-install-recommends")[1].split()) == driven
        named = [step.get("name") for name, step in steps(file) if name == "test"]
        assert named.index("Install what the tests drive") < named.index("Run every gate")
    assert read(GITLAB)["default"]["image"].startswith("python:")


def test_runs_stand_in_one_queue_and_none_is_cut_short_but_by_an_urgent_one() -> None:
    assert read(PUBLISH)["concurrency"] == {"group": "publish", "cancel-in-progress": "${{ inputs.urgent == true }}"}
    pages = read(GITLAB)["pages"]
    assert (pages["resource_group"], pages["interruptible"], pages["environment"]) == ("pages", False, "pages")


def test_the_software_is_tested_before_it_publishes_unless_something_must_come_off_now() -> None:
    workflow = read(PUBLISH)
    assert workflow["jobs"]["test"]["if"] == "${{ !inputs.urgent }}"
    assert workflow["on"]["workflow_dispatch"]["inputs"]["urgent"]["default"] is False
    assert (workflow["jobs"]["build"]["needs"], workflow["jobs"]["publish"]["needs"]) == ("test", "build")
    assert read(GITLAB)["pages"]["needs"] == [{"job": "test", "optional": True}]


def ordered(script: str) -> list[str]:
    return re.findall(r"python3 tasks\.py (\S+)", script)


def test_each_host_builds_and_looks_before_it_publishes() -> None:
    build = read(PUBLISH)["jobs"]["build"]["steps"]
    assert ordered("\n".join(step.get("run", "") for step in build)) == ["--list", "build", "look"]
    assert [step["with"]["path"] for step in build if "upload" in step.get("uses", "")] == [OUTPUT.name]
    assert ordered("\n".join(read(GITLAB)["pages"]["script"])) == ["build", "look"]
    netlify = tomllib.loads(NETLIFY.read_text("utf-8"))["build"]
    assert ordered(netlify["command"]) == ["build", "look"]
    assert netlify["publish"] == OUTPUT.name


def scripts() -> Iterator[tuple[str, str]]:
    for file in (PUBLISH, TEST):
        for name, step in steps(file):
            if "run" in step:
                yield f"{file.name}: {name}: {step['name']}", f"#!/bin/bash -e\n{step['run']}\n"
    for name in ("test", "pages"):
        yield f"{GITLAB.name}: {name}", "#!/bin/bash -e\n" + "\n".join(read(GITLAB)[name]["script"]) + "\n"
    netlify = tomllib.loads(NETLIFY.read_text("utf-8"))["build"]
    yield "netlify: command", f"#!/bin/bash\n{netlify['command']}\n"
    yield "netlify: ignore", f"#!/bin/bash\n{netlify['ignore']}\n"


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in scripts()])
def test_shellcheck_has_nothing_to_say_of_a_script(script: str) -> None:
    assert said(tool("shellcheck"), "--enable=all", "--exclude=SC2250,SC2154", "-", given=script) == (0, "")


@posix_only
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
    tmp_path: Path, named: str, repository: str, address: str
) -> None:
    script = next(step["run"] for _, step in steps(PUBLISH) if step.get("name") == "Build")
    python = tmp_path / "python3"
    python.write_text('#!/bin/sh\necho "$DIARY_SITE_URL $*"\n', "utf-8")
    python.chmod(0o755)
    given = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "DIARY_SITE_URL": named,
        "GITHUB_REPOSITORY": repository,
        "GITHUB_REPOSITORY_OWNER": repository.partition("/")[0],
    }
    assert said("bash", "-e", "-c", script, more=given) == (0, f"{address} tasks.py build\n")


@posix_only
@pytest.mark.parametrize(
    ("context", "is_built"), [("production", True), ("deploy-preview", False), ("branch-deploy", False)]
)
def test_netlify_builds_the_published_site_alone(context: str, is_built: bool) -> None:
    ignore = tomllib.loads(NETLIFY.read_text("utf-8"))["build"]["ignore"]
    code, _ = said("bash", "-c", ignore, more={"CONTEXT": context})
    assert (code != 0) == is_built


def test_newer_packages_wait_until_others_have_tried_them() -> None:
    for update in read(DEPENDABOT)["updates"]:
        assert update["cooldown"]["default-days"] >= 14
