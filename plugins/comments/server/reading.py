"""Settings read from their file and the environment."""

import tomllib
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.comments.server.networks import Network
from plugins.comments.server.password import is_hash
from plugins.comments.server.reading_errands import mail, rebuild
from plugins.comments.server.settings import TOKEN, Moderator, Settings, SettingsRefused
from plugins.comments.server.sheet import Sheet
from plugins.consent.private_words import given_words

_SHORTEST_TOKEN = 24
_SOFTWARE = Path(__file__).resolve().parents[3]
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def settings_of(file: Path, environ: Mapping[str, str]) -> Settings:
    """Read and check everything; raises SettingsRefused with every fault, and PrivateWordsRefused."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as missing:
        raise SettingsRefused(f"There is no file {file}. docs/comments.md shows one to start from.") from missing
    except (OSError, ValueError) as wrong:
        raise SettingsRefused(f"{file} cannot be read: {wrong}") from wrong
    faults: list[str] = []
    settings = _settings(Sheet(table, faults), environ, file.parent)
    if faults:
        raise SettingsRefused(
            "\n".join([f"The service does not start with {file}:", *(f"- {fault}" for fault in faults)])
        )
    return settings


def _settings(sheet: Sheet, environ: Mapping[str, str], folder: Path) -> Settings:
    host, port = _listen(sheet)
    archive = sheet.text("archive", '"archive.json"', default="")
    moderators = tuple(map(_moderator, sheet.each("moderators")))
    settings = Settings(
        address=address(sheet, "address", "https://comments.example.org/"),
        site=address(sheet, "site", "https://diary.example.org/"),
        threads=_threads(sheet, folder),
        database=folder / sheet.text("database", '"comments.db"'),
        host=host,
        port=port,
        proxies=_proxies(sheet),
        moderators=moderators,
        zone=_zone(sheet),
        token=_token(sheet, environ, may_be_missing=bool(archive)),
        archive=folder / archive if archive else None,
        mail=mail(sheet, environ, folder, moderators),
        rebuild=rebuild(sheet, environ),
        private=given_words(environ, published=(_SOFTWARE,)),
    )
    _refuse_twins(sheet, moderators)
    sheet.nothing_else()
    return settings


def address(sheet: Sheet, name: str, example: str) -> str:
    """A whole web address with its slash. Off this computer it is https: passwords and comments travel there."""
    value = sheet.text(name, f'"{example}"')
    parts = urlsplit(value)
    if value and not (parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment):
        sheet.fault(name, f'found "{value}"; write a whole address, such as "{example}"')
    elif parts.scheme == "http" and parts.hostname not in LOOPBACK:
        sheet.fault(name, f'found "{value}"; write https, since what is sent there would be read on the way')
    return value if value.endswith("/") else f"{value}/"


def _threads(sheet: Sheet, folder: Path) -> str:
    where = sheet.text("threads", '"https://diary.example.org/comments/threads.json"')
    return where if where.startswith(("http://", "https://")) else str(folder / where)


def _listen(sheet: Sheet) -> tuple[str, int]:
    value = sheet.text("listen", '"127.0.0.1:8010"', default="127.0.0.1:8010")
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        sheet.fault("listen", f'found "{value}"; write an address and a port, such as "127.0.0.1:8010"')
        return "127.0.0.1", 8010
    return host.strip("[]"), int(port)


def _proxies(sheet: Sheet) -> tuple[Network, ...]:
    networks = []
    for entry in sheet.texts("proxies", '"127.0.0.1"'):
        try:
            networks.append(ip_network(entry))
        except ValueError:
            sheet.fault("proxies", f'found "{entry}"; write the address of the proxy, such as "127.0.0.1"')
    return tuple(networks)


def _zone(sheet: Sheet) -> ZoneInfo:
    name = sheet.text("zone", '"Europe/London"', default="Europe/London")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        sheet.fault("zone", f'found "{name}"; write a time zone, such as "Europe/London"')
        return ZoneInfo("UTC")


def _token(sheet: Sheet, environ: Mapping[str, str], *, may_be_missing: bool) -> str:
    token = environ.get(TOKEN, "")
    if not token and not may_be_missing:
        sheet.faults.append(f"{TOKEN} is not set: the build of the diary could not fetch the comments. {_make_token()}")
    elif token and len(token) < _SHORTEST_TOKEN:
        sheet.faults.append(f"{TOKEN} has {len(token)} letters, and could be guessed. {_make_token()}")
    return token


def _make_token() -> str:
    return "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"


def _moderator(sheet: Sheet) -> Moderator:
    name = sheet.text("name", '"Laura"')
    password = sheet.text("password", "a line that `python3 tasks.py comments --password` makes")
    if password and not is_hash(password):
        sheet.fault("password", "this is no hash; make one with: python3 tasks.py comments --password")
    email = sheet.text("email", '"laura@example.org"', default="")
    if email and ("@" not in email or any(letter.isspace() for letter in email)):
        sheet.fault("email", f'found "{email}"; write an e-mail address, such as "laura@example.org"')
    sheet.nothing_else()
    return Moderator(name=name, password=password, email=email)


def _refuse_twins(sheet: Sheet, moderators: tuple[Moderator, ...]) -> None:
    names = [moderator.name.casefold() for moderator in moderators]
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        sheet.fault("moderators", f'two of them are called "{name}"; the log could not tell them apart')
