"""A branch of a bare repository."""

import io
import subprocess
from contextlib import nullcontext
from pathlib import Path

import pytest

from plugins.publishing.address import GitAddress
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import plan
from plugins.publishing.progress import Progress
from plugins.publishing.publication import Interaction
from plugins.publishing.publication import publish as publish_here
from plugins.publishing.site import built_site
from plugins.publishing.targets.git_branch import GitBranch
from plugins.publishing.targets.target import TargetOptions
from tests.publishing.sites import FILES, PHOTO, WITHDRAWN, build, publish, published

WHO = ("-c", "user.name=L", "-c", "user.email=l@example.org")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return build(tmp_path / "output")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--bare", "diary.git")
    return tmp_path / "diary.git"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=True).stdout


def on_branch(bare: Path, branch: str = "gh-pages") -> dict[str, str]:
    names = git(bare, "ls-tree", "-r", "--name-only", branch).splitlines()
    return {name: git(bare, "show", f"{branch}:{name}") for name in names}


def committed(bare: Path, branch: str, **files: str) -> None:
    """Somebody else's commit on a branch."""
    clone = bare.parent / f"clone-{branch}"
    git(bare.parent, "clone", "--quiet", str(bare), str(clone))
    if branch in git(clone, "branch", "--remotes"):
        git(clone, "checkout", "--quiet", branch)
    else:
        git(clone, "checkout", "--quiet", "--orphan", branch)
    for name, text in files.items():
        (clone / name).write_text(text)
    git(clone, "add", ".")
    git(clone, *WHO, "commit", "--quiet", "-m", "by hand")
    git(clone, "push", "--quiet", "origin", branch)


def test_the_branch_gets_the_site_and_the_two_files_that_hosts_look_for(output: Path, bare: Path) -> None:
    published(output, f"git:{bare}#gh-pages")
    found = on_branch(bare)
    assert found.pop(".nojekyll") == ""
    assert found.pop(".coproduction-diary").startswith("Every publication of the diary replaces this branch")
    assert found == FILES


def test_a_withdrawn_photo_is_in_no_commit_of_the_branch(output: Path, bare: Path) -> None:
    published(output, f"git:{bare}#gh-pages")
    build(output, WITHDRAWN)
    said = published(output, f"git:{bare}#gh-pages")
    assert "docs/for-web-officers/publishing.md says what to do after a withdrawal." in said
    assert git(bare, "rev-list", "--count", "gh-pages") == "1\n"
    assert (
        git(bare, "log", "--format=%an %ae", "gh-pages") == "Coproduction Diary publisher@coproduction-diary.invalid\n"
    )
    assert PHOTO not in on_branch(bare)
    git(bare, "reflog", "expire", "--expire=now", "--all")
    git(bare, "gc", "--quiet", "--prune=now")
    assert "a photo" not in git(bare, "cat-file", "--batch", "--batch-all-objects")


def test_published_again_nothing_is_pushed(output: Path, bare: Path) -> None:
    published(output, f"git:{bare}#gh-pages")
    before = git(bare, "rev-parse", "gh-pages")
    assert published(output, f"git:{bare}#gh-pages") == (
        f"Nothing to publish: the branch gh-pages of {bare} shows this site already.\n"
    )
    assert git(bare, "rev-parse", "gh-pages") == before


def test_a_dry_run_pushes_nothing(output: Path, bare: Path) -> None:
    assert "This was a dry run: nothing was changed." in published(output, f"git:{bare}#gh-pages", "--dry-run")
    assert git(bare, "for-each-ref") == ""


def test_a_branch_that_holds_anything_else_is_refused(output: Path, bare: Path) -> None:
    committed(bare, "main", letter="private")
    refused = publish(output, f"git:{bare}#main")
    assert (refused.returncode, refused.stderr) == (
        1,
        f"the branch main of {bare} holds files that no publication of the diary put there. Choose a branch that is the "
        "site's alone; or publish with --take-over: then the branch is replaced, and its history is gone.\n",
    )
    assert on_branch(bare, "main") == {"letter": "private"}
    published(output, f"git:{bare}#main", "--take-over", "--yes")
    assert "index.html" in on_branch(bare, "main")


def test_the_hosts_note_of_the_sites_address_stays(output: Path, bare: Path) -> None:
    published(output, f"git:{bare}#gh-pages")
    committed(bare, "gh-pages", CNAME="diary.example.org\n")
    build(output, WITHDRAWN)
    said = published(output, f"git:{bare}#gh-pages")
    assert said.startswith("Left alone, since they are not the diary's: 1 file.\n")
    assert on_branch(bare)["CNAME"] == "diary.example.org\n"


def test_a_branch_is_made_only_when_somebody_says_so(output: Path, bare: Path) -> None:
    question = f"There is no branch gh-page at {bare} yet"
    refused = publish(output, f"git:{bare}#gh-page", "--yes")
    assert (refused.returncode, refused.stderr) == (
        1,
        f"{question}. Publishing makes it. Nobody is here to be asked: run it again with --new-branch if it is meant.\n",
    )
    committed(bare, "main", letter="private")
    published(output, f"git:{bare}#gh-pages")
    dry = publish(output, f"git:{bare}#gh-page", "--dry-run")
    assert dry.stdout.endswith(
        f"{question}; there are gh-pages and main. Publishing makes it, and asks first.\n"
        "This was a dry run: nothing was changed.\n"
    )
    assert "gh-page\n" not in git(bare, "branch")


@pytest.mark.parametrize("answer", [True, False])
def test_whoever_is_at_the_keyboard_is_asked_before_a_branch_is_made(output: Path, bare: Path, answer: bool) -> None:
    said: list[str] = []

    def ask(question: str) -> bool:
        said.append(question)
        return answer

    target = GitBranch(GitAddress(str(bare), "gh-pages"), TargetOptions(output, {}, print))
    with nullcontext() if answer else pytest.raises(PublishingStopped, match="Stopped before making it: nothing"):
        publish_here(built_site(output), target, Interaction(said.append, Progress(io.StringIO()), ask))
    assert f"There is no branch gh-pages at {bare} yet. Publishing makes it." in said
    assert git(bare, "branch") == ("  gh-pages\n" if answer else "")


@pytest.mark.parametrize("url", ["{bare}", "../diary.git"])
def test_a_remote_is_known_by_its_name_where_the_diary_lies(output: Path, bare: Path, url: str) -> None:
    content = bare.parent / "our-diary" / "content"
    content.mkdir(parents=True)
    git(bare.parent, "init", "--quiet", "our-diary")
    git(content, "remote", "add", "web", url.format(bare=bare))
    said = published(output, "git:web#gh-pages", f"--diary={content}")
    assert said.startswith("the branch gh-pages of web: 3 pages new; 4 other files new.\n")
    assert "index.html" in on_branch(bare)


def test_a_remote_that_the_diary_does_not_know_is_told_with_the_line_to_type(output: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "our-diary")
    refused = publish(output, "git:origin#gh-pages", f"--diary={tmp_path / 'our-diary'}")
    assert (refused.returncode, refused.stderr) == (
        1,
        "The repository of the diary knows no “origin”: git remote -v, typed in its folder, lists those that it knows. "
        "Type there git remote add origin ADDRESS, with the address that your host shows.\n",
    )


def test_what_the_diarys_own_repository_shows_is_said_once(output: Path, bare: Path, tmp_path: Path) -> None:
    warning = "The diary's repository has a copy elsewhere (origin). Whoever can read it sees drafts, "
    git(tmp_path, "init", "--quiet", "alone")
    git(tmp_path / "alone", "remote", "add", "web", str(bare))
    alone = f"--diary={tmp_path / 'alone'}"
    assert "copy elsewhere" not in published(output, "git:web#gh-pages", alone, "--dry-run")
    git(tmp_path / "alone", *WHO, "commit", "--quiet", "--allow-empty", "-m", "A draft")
    published(output, "git:web#gh-pages", alone)
    git(tmp_path / "alone", "fetch", "--quiet", "web")
    assert "copy elsewhere" not in published(output, "git:web#drafts", alone, "--dry-run")
    git(tmp_path, "init", "--quiet", "--bare", "forge.git")
    committed(tmp_path / "forge.git", "main", post="a draft")
    pushed = f"--diary={tmp_path / 'clone-main'}"
    assert warning in published(output, f"git:{bare}#pages", pushed, "--dry-run")
    assert warning in published(output, f"git:{bare}#pages", pushed)
    build(output, WITHDRAWN)
    assert "copy elsewhere" not in published(output, f"git:{bare}#pages", pushed)


def test_whoever_is_overtaken_overwrites_nobody(output: Path, bare: Path) -> None:
    """Somebody pushes after we have looked and before we push."""
    published(output, f"git:{bare}#gh-pages")
    site = built_site(build(output, WITHDRAWN))
    with GitBranch(GitAddress(str(bare), "gh-pages"), TargetOptions(output, {}, print)) as branch:
        planned = plan(branch.published_state(site).files, site.digests)
        committed(bare, "gh-pages", other="mine")
        with pytest.raises(PublishingStopped) as refused:
            branch.publish(site, planned, Progress(io.StringIO()))
    assert str(refused.value) == (
        f"Somebody else published to the branch gh-pages of {bare} in the meantime. Run the same line again."
    )
    assert on_branch(bare)["other"] == "mine"


def test_a_repository_that_is_not_there_is_told_plainly(output: Path, tmp_path: Path) -> None:
    refused = publish(output, f"git:{tmp_path / 'nowhere.git'}#gh-pages")
    assert refused.returncode == 1
    assert refused.stderr.startswith(
        f"the branch gh-pages of {tmp_path / 'nowhere.git'} could not be reached, and is as it was. git says: fatal:"
    )


def test_a_branch_has_no_way_back(output: Path, bare: Path) -> None:
    refused = publish(output, f"git:{bare}#gh-pages", "--yes", what="rollback")
    assert (refused.returncode, refused.stderr) == (
        1,
        "No earlier site is kept there, so that nothing withdrawn stays. Build the diary as it was (git revert, or an older "
        "commit) and publish that: it is looked at like every other, with today's consents.\n",
    )


def test_without_git_a_sentence_says_so(output: Path, bare: Path, tmp_path: Path) -> None:
    run = publish(output, f"git:{bare}#gh-pages", environ={"PATH": str(tmp_path)})
    assert (run.returncode, run.stderr) == (
        1,
        "Git is not installed on this computer, and a branch is reached with it alone. "
        "Install it from https://git-scm.com, then publish again.\n",
    )
