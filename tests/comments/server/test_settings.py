"""Settings are checked at the start, all of them, in sentences."""

from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path

import pytest

from plugins.comments.gate import Gate
from plugins.comments.server.settings import Mail, Moderator, Rebuild, SettingsRefused
from plugins.comments.server.settings_file import settings_of
from plugins.consent.private_words import PrivateWordsRefused
from tests.support.comment_services import SECRET, password_hash

WHOLE = """
address = "https://comments.example.org"
site = "https://diary.example.org/"
threads = "https://diary.example.org/comments/threads.json"
database = "data/comments.db"
proxies = ["127.0.0.1", "10.0.0.0/8"]
[[moderators]]
name = "Robin"
password = "{hash}"
email = "moderator@example.org"
[mail]
host = "mail.example.org"
user = "diary"
from = "diary@example.org"
[rebuild]
url = "https://ci.example.org/hook"
body = '{{"event_type": "comments"}}'
"""
SECRETS = {
    "DIARY_COMMENTS_TOKEN": SECRET,
    "DIARY_COMMENTS_SMTP_PASSWORD": "hush",
    "DIARY_COMMENTS_REBUILD_HEADERS": "Authorization: Bearer hush\nAccept: application/json",
}


def whole() -> str:
    return WHOLE.format(hash=password_hash())


def refused(folder: Path, text: str, environ: Mapping[str, str] = SECRETS) -> list[str]:
    file = folder / "comments.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsRefused) as stopped:
        settings_of(file, environ)
    first, *faults = str(stopped.value).splitlines()
    assert first == f"The service does not start with {file}:"
    return [fault.removeprefix("- ") for fault in faults]


def test_whole_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "comments.toml").write_text(whole(), "utf-8")
    settings = settings_of(tmp_path / "comments.toml", SECRETS)
    assert settings.address == "https://comments.example.org/"
    assert settings.database == tmp_path / "data/comments.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 8010)
    assert settings.proxies == (ip_network("127.0.0.1"), ip_network("10.0.0.0/8"))
    assert settings.moderators == (Moderator(name="Robin", password=password_hash(), email="moderator@example.org"),)
    assert settings.mail == Mail(
        host="mail.example.org",
        port=587,
        security="starttls",
        sender="diary@example.org",
        user="diary",
        password="hush",
    )
    assert settings.rebuild == Rebuild(
        url="https://ci.example.org/hook",
        body='{"event_type": "comments"}',
        headers=(("Authorization", "Bearer hush"), ("Accept", "application/json")),
    )


MAKE_TOKEN = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"


@pytest.mark.parametrize(
    ("right", "wrong", "sentences"),
    [
        ('address = "https://comments.example.org"', "", ['address: is missing; write a text, such as "https://comments.example.org/"']),
        ("https://comments.example.org", "http://comments.example.org", ['address: found "http://comments.example.org"; write https, since what is sent there would be read on the way']),
        ('"https://diary.example.org/"\n', '"diary.example.org"\n', ['site: found "diary.example.org"; write a whole address, such as "https://diary.example.org/"']),
        ('"https://diary.example.org/"\n', '"http://["\n', ['site: found "http://["; write a whole address, such as "https://diary.example.org/"']),
        ("proxies = [", 'listen = "8010"\nproxies = [', ['listen: found "8010"; write an address and a port, such as "127.0.0.1:8010"']),
        ("proxies = [", 'listen = "0.0.0.0:8010"\nproxies = [', ['listen: found "0.0.0.0:8010"; listen to this computer alone, such as "127.0.0.1:8010": the proxy in front keeps off whoever sends so slowly that nobody else gets through']),
        ('"10.0.0.0/8"', '"nginx"', ['proxies: found "nginx"; write the address of the proxy, such as "127.0.0.1"']),
        ('["127.0.0.1", "10.0.0.0/8"]', '"127.0.0.1"', ["proxies: found '127.0.0.1'; write a list, such as [\"127.0.0.1\"]"]),
        ("database =", "databse =", ['database: is missing; write a text, such as "comments.db"', "databse: there is no such setting; did you mean database?"]),
        ('name = "Robin"', 'name = ""', ["moderators[0].name: found ''; write a text, such as \"Moderator 1\""]),
        ("scrypt$", "plain$", ["moderators[0].password: this is no hash; make one with: python3 tasks.py comments --password"]),
        ('email = "moderator@example.org"\n', 'email = "robin"\n', ['moderators[0].email: found "robin"; write an e-mail address, such as "moderator@example.org"']),
        ('email = "moderator@example.org"\n', "", ["there is a [mail], and no moderator has an email to write to: add one, or take [mail] out"]),
        ("[mail]", 'security = 1\n[mail]', ["moderators[0].security: there is no such setting"]),
        ('host = "mail.example.org"', 'host = "mail.example.org"\nsecurity = "none"', ['mail.security: found "none" with a server elsewhere; write "starttls" or "tls", or the mails would be read on the way']),
        ('host = "mail.example.org"', 'host = "mail.example.org"\nsecurity = "ssl"', ['mail.security: found "ssl"; write "tls", "starttls" or "none"']),
        ('host = "mail.example.org"', 'host = "mail.example.org"\nport = "587"', ["mail.port: found '587'; write a whole number from 1 to 65535, such as 587"]),
        ('user = "diary"\n', "", ["mail.user is missing: a mail server wants a user and a password, or neither"]),
        ('from = "diary@example.org"', 'from = "diary@example.org"\nauthority = "ca.pem"', ["mail.authority: there is no file {folder}/ca.pem"]),
        ('url = "https://ci', 'url = "http://ci', ["rebuild.url: write an address that begins with https, since a secret is sent there"]),
        ('"comments"}', '"comments"', ["rebuild.body: it begins like JSON and is none"]),
        ('url = "https://ci.example.org/hook"', "", ['rebuild.url: is missing; write a text, such as "https://api.github.com/…", or set DIARY_COMMENTS_REBUILD_URL']),
        ("[[moderators]]", '[[moderators]]\nname = "robin"\npassword = "{hash}"\n[[moderators]]', ['moderators: two of them are called "robin"; the log could not tell them apart']),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_used_is_told(tmp_path: Path, right: str, wrong: str, sentences: list[str]) -> None:
    text = whole().replace(right, wrong.replace("{hash}", password_hash()), 1)
    assert text != whole()
    assert refused(tmp_path, text) == [sentence.replace("{folder}", str(tmp_path)) for sentence in sentences]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"DIARY_COMMENTS_TOKEN": ""}, f"DIARY_COMMENTS_TOKEN is not set: the build of the diary could not fetch the comments. {MAKE_TOKEN}"),
        ({"DIARY_COMMENTS_TOKEN": "short"}, f"DIARY_COMMENTS_TOKEN has 5 letters, and could be guessed. {MAKE_TOKEN}"),
        ({"DIARY_COMMENTS_SMTP_PASSWORD": ""}, "DIARY_COMMENTS_SMTP_PASSWORD is missing: a mail server wants a user and a password, or neither"),
        ({"DIARY_COMMENTS_REBUILD_HEADERS": "Bearer hush"}, "DIARY_COMMENTS_REBUILD_HEADERS has a line that is no header; write one a line, such as Authorization: Bearer …"),
    ],
)  # fmt: skip
def test_a_secret_that_is_missing_is_told_and_none_is_shown(
    tmp_path: Path, changes: dict[str, str], sentence: str
) -> None:
    assert refused(tmp_path, whole(), {**SECRETS, **changes}) == [sentence]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    faults = refused(tmp_path, "", {})
    assert [fault.split(":")[0].split(" ")[0] for fault in faults] == [
        "moderators",
        "address",
        "site",
        "threads",
        "database",
        "DIARY_COMMENTS_TOKEN",
    ]


@pytest.mark.parametrize("table", ["mail", "rebuild"])
def test_half_a_configuration_is_refused(tmp_path: Path, table: str) -> None:
    before, _, after = whole().partition(f"[{table}]")
    rest = after[after.find("\n[") :] if "\n[" in after else ""
    expected = {
        "mail": "Robin has an email, and there is no [mail] to write from: add it, or take the email out",
        "rebuild": "DIARY_COMMENTS_REBUILD_HEADERS is set, and there is no [rebuild] that says what to send: add it, or unset it",
    }
    assert refused(tmp_path, before + rest) == [expected[table]]


def test_an_address_of_a_hook_may_be_a_secret(tmp_path: Path) -> None:
    text = whole().replace('url = "https://ci.example.org/hook"\n', "")
    (tmp_path / "comments.toml").write_text(text, "utf-8")
    settings = settings_of(
        tmp_path / "comments.toml", {**SECRETS, "DIARY_COMMENTS_REBUILD_URL": "https://ci.example.org/s3cret"}
    )
    assert settings.rebuild is not None
    assert settings.rebuild.url == "https://ci.example.org/s3cret"


def test_private_words_are_read_as_a_build_reads_them(tmp_path: Path) -> None:
    (tmp_path / "comments.toml").write_text(whole(), "utf-8")
    settings = settings_of(tmp_path / "comments.toml", {**SECRETS, "DIARY_PRIVATE_WORDS_LIST": "Marmaduke"})
    assert settings.private is not None
    assert Gate(private=settings.private).reasons("", "<p>Ask Marmaduke.</p>") == ("line 1 of the private words",)
    with pytest.raises(PrivateWordsRefused, match="line 1 is too short"):
        settings_of(tmp_path / "comments.toml", {**SECRETS, "DIARY_PRIVATE_WORDS_LIST": "M"})


def test_a_file_that_is_not_there_or_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match=r"comments\.md shows one to start from"):
        settings_of(tmp_path / "comments.toml", {})
    (tmp_path / "comments.toml").write_text("address = ", "utf-8")
    with pytest.raises(SettingsRefused, match="cannot be read"):
        settings_of(tmp_path / "comments.toml", {})
