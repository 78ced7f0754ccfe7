"""Errands against a real mail server, a real CI and a real disk."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.comments.server.assembly import Assembled, assembled
from plugins.comments.server.errands.archive_file import ArchiveFile
from plugins.comments.server.errands.errand import ErrandFailed
from plugins.comments.server.errands.letters import Letters, letter
from plugins.comments.server.errands.rebuild_hook import RebuildHook
from plugins.comments.server.settings import Mail, Moderator, Rebuild
from plugins.comments.server.store import ThreadPosition
from plugins.comments.server.words import Writing
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


def add(desk: Assembled) -> int:
    return desk.store.add(ThreadPosition(thread=MEETING, title="We met"), Writing(name=NAME, words=WORDS))


def approve(desk: Assembled, number: int) -> None:
    desk.deeds.approve(number, Writing(name=NAME, words=WORDS), by="Laura")


def letters(desk: Assembled, mail: Mail) -> Letters:
    to = ("laura@example.org", "ada@example.org")
    return Letters(
        mail=mail,
        to=to,
        desk=f"{ADDRESS}moderate/",
        site=lambda: "The Lamp Diary",
        store=desk.store,
        ledger=desk.deeds.ledger,
    )


def run(errand: Letters | RebuildHook | ArchiveFile) -> None:
    goal = errand.goal()
    assert goal is not None
    errand.run(goal)


def test_moderators_are_told_that_something_waits_and_no_word_of_it(desk: Assembled) -> None:
    port = free_port()
    errand = letters(desk, Mail(host="127.0.0.1", port=port, security="none", sender="Diary <diary@example.org>"))
    assert errand.goal() is None
    add(desk)
    add(desk)
    with mail_host(port) as host:
        run(errand)
        assert errand.goal() is None
        assert [to for to, _ in host.letters] == [["laura@example.org"], ["ada@example.org"]]
        _, message = host.letters[0]
        assert (message["Subject"], message["Auto-Submitted"]) == (
            "2 comments wait to be read: The Lamp Diary",
            "auto-generated",
        )
        assert message["Message-ID"].endswith("@example.org>")
        assert f"Read here: {ADDRESS}moderate/" in str(message.get_payload())
        assert WORDS not in str(message)
        assert NAME not in str(message)
        add(desk)
        assert errand.goal() is not None


def test_mail_is_encrypted_and_the_server_is_who_it_says(desk: Assembled, tmp_path: Path) -> None:
    add(desk)
    port = free_port()
    own = certificate_in(tmp_path)
    mail = Mail(
        host="localhost", port=port, security="starttls", sender="diary@example.org", user=USER, password=PASSWORD
    )
    with mail_host(port, own) as host:
        with pytest.raises(ErrandFailed, match="SSLCertVerificationError"):
            run(letters(desk, mail))  # Nobody vouches for it.
        assert host.logins == []
        run(letters(desk, replace(mail, authority=own)))
        assert (len(host.letters), host.logins) == (2, [USER.encode()])


@pytest.mark.parametrize("trouble", ["down", "refuses", "password"])
def test_mail_that_fails_is_still_owed(desk: Assembled, tmp_path: Path, trouble: str) -> None:
    add(desk)
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
    errand = letters(desk, replace(mail, password="wrong") if trouble == "password" else mail)
    if trouble == "down":
        with pytest.raises(ErrandFailed):
            run(errand)
    else:
        with mail_host(port, own) as host:
            host.refuses = trouble == "refuses"
            with pytest.raises(ErrandFailed):
                run(errand)
    assert errand.goal() is not None


def test_one_comment_is_one() -> None:
    message = letter("diary@example.org", "laura@example.org", "https://x.example/moderate/", "The Lamp Diary", 1)
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
def test_ci_is_asked_once_for_all_that_changed(desk: Assembled, body: str, kind: str, asked: str) -> None:
    with hook_host() as host:
        rebuild = Rebuild(url=f"{host.address}hook", body=body, headers=(("Authorization", "Bearer hush"),))
        errand = RebuildHook(rebuild=rebuild, site=SITE, ledger=desk.deeds.ledger)
        assert errand.goal() is None
        add(desk)
        assert errand.goal() is None
        for comment in desk.store.waiting():
            approve(desk, comment.id)
        approve(desk, add(desk))
        run(errand)
        assert errand.goal() is None
        ((path, headers, said),) = host.asked
        assert (path, headers["content-type"], headers["authorization"], said) == ("/hook", kind, "Bearer hush", asked)


def test_every_change_that_readers_can_see_asks_for_a_build_and_no_other(desk: Assembled) -> None:
    ledger = desk.deeds.ledger

    def changes(deed: Callable[[], object]) -> bool:
        before = ledger.number("changes")
        deed()
        return ledger.number("changes") != before

    number, other = add(desk), add(desk)
    assert not changes(lambda: desk.deeds.rewrite(other, Writing(name="", words="x"), by="L"))
    assert not changes(lambda: desk.deeds.set_aside(other, by="L"))
    assert not changes(lambda: desk.deeds.pass_on(other, by="L"))
    assert changes(lambda: approve(desk, number))
    assert changes(lambda: desk.deeds.rewrite(number, Writing(name="", words="x"), by="L"))
    assert changes(lambda: desk.deeds.take_back(number, by="L"))
    assert changes(lambda: desk.deeds.close(MEETING, by="L"))
    assert changes(lambda: desk.deeds.delete(number, with_replies=False, by="L"))


@pytest.mark.parametrize(("status", "said"), [(500, "answers 500"), (401, "answers 401"), (302, "answers 302")])
def test_a_ci_that_does_not_take_it_is_asked_again(desk: Assembled, status: int, said: str) -> None:
    approve(desk, add(desk))
    with hook_host() as host, hook_host() as other:
        host.status, host.location = status, f"{other.address}stolen" if status == 302 else ""
        rebuild = Rebuild(url=f"{host.address}s3cret", body="{}", headers=(("Authorization", "Bearer hush"),))
        errand = RebuildHook(rebuild=rebuild, site=SITE, ledger=desk.deeds.ledger)
        with pytest.raises(ErrandFailed, match=said) as failed:
            run(errand)
        assert "s3cret" not in str(failed.value)
        assert errand.goal() is not None
        assert other.asked == []
    with pytest.raises(ErrandFailed):
        run(errand)


def test_the_archive_lies_in_its_file_as_soon_as_it_has_changed(desk: Assembled, tmp_path: Path) -> None:
    errand = ArchiveFile(path=tmp_path / "kept" / "archive.json", store=desk.store, ledger=desk.deeds.ledger)
    run(errand)
    assert json.loads(errand.path.read_bytes())["threads"] == []
    assert errand.goal() is None
    add(desk)
    assert errand.goal() is None
    approve(desk, 1)
    run(errand)
    assert json.loads(errand.path.read_bytes())["threads"][0]["comments"][0]["name"] == NAME
    errand.path.unlink()
    assert errand.goal() is not None


def mailing(folder: Path, port: int) -> Assembled:
    """A service at work, whose letters go to this port at once."""
    mail = Mail(host="127.0.0.1", port=port, security="none", sender="diary@example.org")
    moderator = Moderator(name="Laura", password=password_hash(), email="laura@example.org")
    service = assembled(settings_in(folder, mail=mail, moderators=(moderator,)), Clock())
    for turn in service.errands._turns:
        turn.settle = 0
    service.errands.start()
    return service


def test_a_mail_server_that_is_down_slows_no_reader_and_the_desk_says_so(tmp_path: Path) -> None:
    write_threads(tmp_path)
    service = mailing(tmp_path, free_port())
    assert sent(service, "A word").status == 303
    wait_until(service.errands.troubles)
    assert service.errands.troubles() == ("The e-mail that tells moderators of new comments could not be sent.",)
    assert len(service.store.waiting()) == 1
    service.close()


def test_a_mail_server_that_does_not_answer_slows_no_reader(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        write_threads(tmp_path)
        service = mailing(tmp_path, silent.getsockname()[1])
        assert sent(service, "A word").status == 303
        kept_waiting, _ = silent.accept()
        assert service.errands.troubles() == ()  # Whoever had waited for the mail would have found out by now.
        assert len(service.store.waiting()) == 1
        kept_waiting.close()
    wait_until(service.errands.troubles)
    service.close()


def test_a_program_writes_the_archive_and_forgets_no_errand_over_a_restart(tmp_path: Path) -> None:
    write_threads(tmp_path)
    archive = tmp_path / "archive.json"
    desk = assembled(settings_in(tmp_path), Clock())
    approve(desk, add(desk))
    desk.close()
    with running(tmp_path, archive=archive):
        wait_until(archive.is_file)
        assert json.loads(archive.read_bytes())["threads"][0]["thread"] == MEETING
