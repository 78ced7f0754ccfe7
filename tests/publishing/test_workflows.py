"""The workflows as their hosts and those who look for weak places read them."""

import json
import re
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

import jsonschema_rs
import pytest

from plugins.workbench.paths import CHECKOUT
from tests.publishing.workflows import CHECK, GITLAB, PUBLISH, TEST, gitlab_jobs, jobs, read, said, scripts, steps, tool
from tests.support.nginx import BROTLI
from tests.support.programs import PACKAGES

DEPENDABOT = CHECKOUT / ".github" / "dependabot.yml"
CACHE = ("27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5")
PINNED = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/cache": CACHE,
    "actions/cache/restore": CACHE,
    "actions/cache/save": CACHE,
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
}
SECRETS = {"DIARY_COMMENTS_TOKEN", "DIARY_PRIVATE_WORDS_LIST"}


SCHEMAS = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", (PUBLISH, TEST, CHECK)), ("dependabot", (DEPENDABOT,)), ("gitlab-ci", (GITLAB,))],
)
def test_every_file_is_what_its_host_asks_for(schema: str, files: tuple[Path, ...]) -> None:
    asked = jsonschema_rs.validator_for(json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8")))
    assert [(file.name, str(error)) for file in files for error in asked.iter_errors(read(file))] == []
    assert not asked.is_valid({"on": 1, "version": 0, "stages": 1})


def test_no_workflow_is_there_that_these_tests_do_not_know() -> None:
    assert sorted(PUBLISH.parent.iterdir()) == [CHECK, PUBLISH, TEST]


def test_no_job_runs_on_for_hours() -> None:
    assert [
        name for file in (PUBLISH, TEST, CHECK) for name, job in jobs(file) if job.get("timeout-minutes", 360) > 60
    ] == []


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
        loose.replace("persist-credentials: false", "show-progress: false"), "utf-8"
    )
    assert set(zizmor(tmp_path / ".github")) >= {"artipacked", "template-injection", "unpinned-uses"}


def test_every_action_is_pinned_by_its_commit_and_says_its_release() -> None:
    text = "".join(file.read_text("utf-8") for file in (PUBLISH, TEST, CHECK))
    used = re.findall(r"uses: (\S+)@([0-9a-f]{40}) # (\S+)", text)
    assert len(used) == text.count("uses:")
    assert {name: (commit, release) for name, commit, release in used} == PINNED


def test_nothing_may_be_written_but_the_site_by_the_job_that_publishes_it() -> None:
    for file in (PUBLISH, TEST, CHECK):
        assert read(file)["permissions"] == {}
    may = {(file.stem, name): job["permissions"] for file in (PUBLISH, TEST, CHECK) for name, job in jobs(file)}
    assert may.pop(("publish", "publish")) == {"pages": "write", "id-token": "write"}
    assert may.pop(("publish", "afterwards")) == {}
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
    assert [name for name, job in jobs(PUBLISH) if job.get("environment", {}).get("name") == "diary"] == ["build"]
    assert "secrets" not in TEST.read_text("utf-8").replace("no secret,", "")


def test_it_publishes_on_a_push_by_hand_by_the_clock_and_when_an_answer_is_approved_and_for_nobody_else() -> None:
    on = read(PUBLISH)["on"]
    assert set(on) == {"push", "schedule", "workflow_dispatch", "repository_dispatch"}
    assert on["push"] == {"branches": ["main"]}
    assert on["workflow_dispatch"] is None
    assert on["repository_dispatch"] == {"types": ["comment-approved"]}


def test_a_change_that_somebody_proposes_is_checked_without_a_secret_and_leaves_nothing_behind() -> None:
    assert read(CHECK)["on"] == {"pull_request": None}
    assert [step["run"] for _, step in steps(CHECK) if "run" in step] == [
        "python3 tasks.py --list",
        'python3 tasks.py check --github "$GITHUB_STEP_SUMMARY" 2>&1',
    ]
    text = CHECK.read_text("utf-8")
    assert not [word for word in ("secrets", "vars.", "GITHUB_TOKEN", "artifact", "cache", "_target") if word in text]
    job = gitlab_jobs()["check"]
    assert (job["script"], job["rules"]) == (
        ["python3 tasks.py check"],
        [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}],
    )
    assert "artifacts" not in job


@pytest.mark.parametrize("day", ["2026-01-15", "2026-07-15"])
def test_the_clock_is_early_morning_in_the_united_kingdom_in_winter_and_summer(day: str) -> None:
    for entry in read(PUBLISH)["on"]["schedule"]:
        minute, hour, *every_day = entry["cron"].split()
        assert every_day == ["*", "*", "*"]
        utc = datetime.fromisoformat(f"{day}T00:00+00:00") + timedelta(hours=int(hour), minutes=int(minute))
        assert 3 <= utc.astimezone(ZoneInfo("Europe/London")).hour < 7


def test_the_software_is_tried_on_every_system_and_on_the_oldest_and_the_newest_python() -> None:
    tried = {(each["system"], each["python"]) for each in read(TEST)["jobs"]["test"]["strategy"]["matrix"]["include"]}
    assert {system.partition("-")[0] for system, _ in tried} == {"ubuntu", "windows", "macos"}
    assert {python for system, python in tried if system.startswith("ubuntu")} == {"3.11", "3.14"}
    assert read(GITLAB)["test"]["parallel"]["matrix"] == [{"PYTHON": ["3.11", "3.14"]}]


def test_what_the_tests_drive_is_installed_where_nobody_is_root() -> None:
    """GitLab's machines are root's, and Debian's: there the tests install it by themselves."""
    (script,) = (step["run"] for _, step in steps(TEST) if "apt-get" in step.get("run", ""))
    assert set(script.split("--no-install-recommends")[1].split()) == {*PACKAGES.values(), BROTLI}
    named = [step.get("name") for name, step in steps(TEST) if name == "test"]
    assert named[-1] == "Run every gate"
    assert read(GITLAB)["default"]["image"].startswith("python:")
    assert read(GITLAB)["test"]["image"] == "python:$PYTHON-bookworm"


def test_the_software_is_tried_when_anything_but_the_diary_changes() -> None:
    on = read(TEST)["on"]
    assert on["push"] == {"branches": ["main"], "paths": ["**", "!content/**"]}
    assert on["pull_request"] == {"paths": ["**", "!content/**"]}
    (rule,) = read(GITLAB)[".software"]["rules"]
    assert "merge_request_event" in rule["if"]
    assert '"push"' in rule["if"]
    _, tracked = said("git", "-C", str(CHECKOUT), "ls-files")
    tops = {PurePosixPath(file).parts[0] for file in tracked.splitlines() if "/" in file}
    assert set(rule["changes"]) == {"*", *(f"{top}/**/*" for top in tops - {"content"})}


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in scripts()])
def test_shellcheck_has_nothing_to_say_of_a_script(script: str) -> None:
    assert said(tool("shellcheck"), "--enable=all", "--exclude=SC2250,SC2154", "-", given=script) == (0, "")


def test_newer_packages_wait_until_others_have_tried_them() -> None:
    for update in read(DEPENDABOT)["updates"]:
        assert update["cooldown"]["default-days"] >= 14
