"""Jobs against a real mail server, a real CI and a real disk."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.comments.server.assembly import Assembled, assembled
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.jobs.archive_file import ArchiveFile
from plugins.comments.server.jobs.job import JobFailed
from plugins.comments.server.jobs.notifications import Notifications, notification
from plugins.comments.server.jobs.rebuild_hook import RebuildHook
from plugins.comments.server.settings import Mail, Moderator, Rebuild
from plugins.comments.server.store import ThreadPosition
from tests.comments.server.forms import sent
from tests.support.comment_services import (
    ADDRESS,
    MEETING,
    SITE,
    Clock,
    password_hash,
    running,
    settings_in,
    write_threads,
)
from tests.support.hook_hosts import hook_host
from tests.support.mail_hosts import PASSWORD, USER, certificate_in, mail_host
from tests.support.ports import free_port
from tests.support.waiting import wait_until

WORDS, NAME = "the blue door", "Marmaduke"


def add(app: Assembled) -> int:
    return app.store.add(ThreadPosition(thread=MEETING, title="We met"), CommentText(name=NAME, words=WORDS))


def approve(app: Assembled, number: int) -> None:
    app.actions.approve(number, CommentText(name=NAME, words=WORDS), by="Robin")


def notifications(app: Assembled, mail: Mail) -> Notifications:
    return Notifications(
        mail=mail,
        to=("moderator@example.org", "ada@example.org"),
        address=f"{ADDRESS}moderate/",
        site=lambda: "The Lamp Diary",
        store=app.store,
    )


def run(job: Notifications | RebuildHook | ArchiveFile) -> None:
    goal = job.goal()
    assert goal is not None
    job.run(goal)


def test_moderators_are_told_that_something_waits_and_no_word_of_it(app: Assembled) -> None:
    port = free_port()
    job = notifications(app, Mail(host="127.0.0.1", port=port, security="none", sender="Diary <diary@example.org>"))
    assert job.goal() is None
    add(app)
    add(app)
    with mail_host(port) as host:
        run(job)
        assert job.goal() is None
        assert [to for to, _ in host.letters] == [["moderator@example.org"], ["ada@example.org"]]
        _, message = host.letters[0]
        assert (message["Subject"], message["Auto-Submitted"]) == (
            "2 comments wait to be read: The Lamp Diary",
            "auto-generated",
        )
        assert message["Message-ID"].endswith("@example.org>")
        assert f"Read here: {ADDRESS}moderate/" in str(message.get_payload())
        assert WORDS not in str(message)
        assert NAME not in str(message)
        add(app)
        assert job.goal() is not None


def test_mail_is_encrypted_and_the_server_is_who_it_says(app: Assembled, tmp_path: Path) -> None:
    add(app)
    port = free_port()
    own = certificate_in(tmp_path)
    mail = Mail(
        host="localhost", port=port, security="starttls", sender="diary@example.org", user=USER, password=PASSWORD
    )
    with mail_host(port, own) as host:
        with pytest.raises(JobFailed, match="SSLCertVerificationError"):
            run(notifications(app, mail))  # Nobody vouches for it.
        assert host.logins == []
        run(notifications(app, replace(mail, authority=own)))
        assert (len(host.letters), host.logins) == (2, [USER.encode()])


@pytest.mark.parametrize("failure", ["down", "refuses", "password"])
def test_mail_that_fails_is_still_owed(app: Assembled, tmp_path: Path, failure: str) -> None:
    add(app)
    port = free_port()
    own = certificate_in(tmp_path)
    mail = Mail(
        host="localhost",
        port=port,
        security="starttls",
        sender="d@example.org",
        user=USER,
        password=PASSWORD,
        authority=own,
    )
    job = notifications(app, replace(mail, password="wrong") if failure == "password" else mail)
    if failure == "down":
        with pytest.raises(JobFailed):
            run(job)
    else:
        with mail_host(port, own) as host:
            host.refuses = failure == "refuses"
            with pytest.raises(JobFailed):
                run(job)
    assert job.goal() is not None


def test_one_comment_is_one() -> None:
    message = notification(
        "diary@example.org", "moderator@example.org", "https://x.example/moderate/", "The Lamp Diary", 1
    )
    assert message["Subject"] == "1 comment waits to be read: The Lamp Diary"
    assert "1 comment waits to be read before anybody else can see it." in message.get_content()


@pytest.mark.parametrize(
    ("body", "kind", "asked"),
    [
        ('{"event_type": "comments", "client_payload": {"site": "$site"}}', "application/json", f'{{"event_type": "comments", "client_payload": {{"site": "{SITE}"}}}}'),
        ("token=t&ref=main", "application/x-www-form-urlencoded", "token=t&ref=main"),
        ("{}", "application/json", "{}"),
    ],
)  # fmt: skip
def test_ci_is_asked_once_for_all_that_changed(app: Assembled, body: str, kind: str, asked: str) -> None:
    with hook_host() as host:
        rebuild = Rebuild(url=f"{host.address}hook", body=body, headers=(("Authorization", "Bearer hush"),))
        job = RebuildHook(rebuild=rebuild, site=SITE, database=app.store.database)
        assert job.goal() is None
        add(app)
        assert job.goal() is None
        for comment in app.store.waiting():
            approve(app, comment.id)
        approve(app, add(app))
        run(job)
        assert job.goal() is None
        ((path, headers, said),) = host.asked
        assert (path, headers["content-type"], headers["authorization"], said) == ("/hook", kind, "Bearer hush", asked)


def test_every_change_that_readers_can_see_asks_for_a_build_and_no_other(app: Assembled) -> None:
    database = app.store.database

    def changes(action: Callable[[], object]) -> bool:
        before = database.number("changes")
        action()
        return database.number("changes") != before

    number, other = add(app), add(app)
    assert not changes(lambda: app.actions.rewrite(other, CommentText(name="", words="x"), by="L"))
    assert not changes(lambda: app.actions.set_aside(other, by="L"))
    assert not changes(lambda: app.actions.pass_on(other, by="L"))
    assert changes(lambda: approve(app, number))
    assert changes(lambda: app.actions.rewrite(number, CommentText(name="", words="x"), by="L"))
    assert changes(lambda: app.actions.take_back(number, by="L"))
    assert changes(lambda: app.actions.close(MEETING, by="L"))
    assert changes(lambda: app.actions.delete(number, with_replies=False, by="L"))


@pytest.mark.parametrize(("status", "said"), [(500, "answers 500"), (401, "answers 401"), (302, "answers 302")])
def test_a_ci_that_does_not_take_it_is_asked_again(app: Assembled, status: int, said: str) -> None:
    approve(app, add(app))
    with hook_host() as host, hook_host() as other:
        host.status, host.location = status, f"{other.address}stolen" if status == 302 else ""
        rebuild = Rebuild(url=f"{host.address}s3cret", body="{}", headers=(("Authorization", "Bearer hush"),))
        job = RebuildHook(rebuild=rebuild, site=SITE, database=app.store.database)
        with pytest.raises(JobFailed, match=said) as failed:
            run(job)
        assert "s3cret" not in str(failed.value)
        assert job.goal() is not None
        assert other.asked == []
    with pytest.raises(JobFailed):
        run(job)


def test_the_archive_lies_in_its_file_as_soon_as_it_has_changed(app: Assembled, tmp_path: Path) -> None:
    job = ArchiveFile(path=tmp_path / "kept" / "archive.json", store=app.store)
    run(job)
    assert json.loads(job.path.read_bytes())["threads"] == []
    assert job.goal() is None
    add(app)
    assert job.goal() is None
    approve(app, 1)
    run(job)
    assert json.loads(job.path.read_bytes())["threads"][0]["comments"][0]["name"] == NAME
    job.path.unlink()
    assert job.goal() is not None


def mailing(folder: Path, port: int) -> Assembled:
    """A service at work, whose letters go to this port at once."""
    mail = Mail(host="127.0.0.1", port=port, security="none", sender="diary@example.org")
    moderator = Moderator(name="Robin", password=password_hash(), email="moderator@example.org")
    service = assembled(settings_in(folder, mail=mail, moderators=(moderator,)), Clock())
    for scheduled in service.worker._schedule:
        scheduled.settle = 0
    service.worker.start()
    return service


def test_a_mail_server_that_is_down_slows_no_reader_and_the_desk_says_so(tmp_path: Path) -> None:
    write_threads(tmp_path)
    service = mailing(tmp_path, free_port())
    assert sent(service, "A word").status_code == 303
    wait_until(service.worker.failures)
    assert service.worker.failures() == ("We could not send the e-mail that tells moderators of new comments.",)
    assert len(service.store.waiting()) == 1
    service.close()


def test_a_mail_server_that_does_not_answer_slows_no_reader(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        write_threads(tmp_path)
        service = mailing(tmp_path, silent.getsockname()[1])
        assert sent(service, "A word").status_code == 303
        kept_waiting, _ = silent.accept()
        assert service.worker.failures() == ()  # Whoever had waited for the mail would have found out by now.
        assert len(service.store.waiting()) == 1
        kept_waiting.close()
    wait_until(service.worker.failures)
    service.close()


def test_a_program_writes_the_archive_and_forgets_no_job_over_a_restart(tmp_path: Path) -> None:
    write_threads(tmp_path)
    archive = tmp_path / "archive.json"
    app = assembled(settings_in(tmp_path), Clock())
    approve(app, add(app))
    app.close()
    with running(tmp_path, archive=archive):
        wait_until(archive.is_file)
        assert json.loads(archive.read_bytes())["threads"][0]["thread"] == MEETING
