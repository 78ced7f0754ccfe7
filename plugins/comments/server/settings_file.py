"""Settings read from their file and the environment."""

import tomllib
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.comments.server.job_settings import mail, rebuild
from plugins.comments.server.networks import Network
from plugins.comments.server.password import is_hash
from plugins.comments.server.settings import TOKEN, Moderator, Settings, SettingsRefused
from plugins.comments.server.settings_table import SettingsTable
from plugins.comments.web_address import LOOPBACK, address_parts
from plugins.consent.private_words import given_words

_SHORTEST_TOKEN = 24
_HOW_TO_MAKE_ONE = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
_SOFTWARE = Path(__file__).resolve().parents[3]


def settings_of(file: Path, environ: Mapping[str, str]) -> Settings:
    """Read and check everything; raises SettingsRefused with every fault, and PrivateWordsRefused."""
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as missing:
        raise SettingsRefused(
            f"There is no file {file}. docs/for-web-officers/comments.md shows one to start from."
        ) from missing
    except (OSError, ValueError) as wrong:
        raise SettingsRefused(f"{file} cannot be read: {wrong}") from wrong
    faults: list[str] = []
    settings = _settings(SettingsTable(values, faults), environ, file.parent)
    if faults:
        raise SettingsRefused(
            "\n".join([f"The service does not start with {file}:", *(f"- {fault}" for fault in faults)])
        )
    return settings


def _settings(table: SettingsTable, environ: Mapping[str, str], folder: Path) -> Settings:
    host, port = _listen(table)
    archive = table.text("archive", '"archive.json"', default="")
    moderators = tuple(map(_moderator, table.tables("moderators")))
    settings = Settings(
        address=address(table, "address", "https://comments.example.org/"),
        site=address(table, "site", "https://diary.example.org/"),
        threads=_threads(table, folder),
        database=folder / table.text("database", '"comments.db"'),
        host=host,
        port=port,
        proxies=_proxies(table),
        moderators=moderators,
        zone=_zone(table),
        token=_token(table, environ, may_be_missing=bool(archive)),
        archive=folder / archive if archive else None,
        mail=mail(table, environ, folder, moderators),
        rebuild=rebuild(table, environ),
        private=given_words(environ, published=(_SOFTWARE,)),
    )
    _refuse_duplicate_names(table, moderators)
    table.refuse_unknown()
    return settings


def address(table: SettingsTable, name: str, example: str) -> str:
    """A whole web address with its slash. Off this computer it is https: passwords and comments travel there."""
    value = table.text(name, f'"{example}"')
    parts = address_parts(value)
    if value and not (parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment):
        table.fault(name, f'found "{value}"; write a whole address, such as "{example}"')
    elif parts.scheme == "http" and parts.hostname not in LOOPBACK:
        table.fault(name, f'found "{value}"; write https, since what is sent there would be read on the way')
    return value if value.endswith("/") else f"{value}/"


def _threads(table: SettingsTable, folder: Path) -> str:
    where = table.text("threads", '"https://diary.example.org/comments/threads.json"')
    return where if where.startswith(("http://", "https://")) else str(folder / where)


def _listen(table: SettingsTable) -> tuple[str, int]:
    value = table.text("listen", '"127.0.0.1:8010"', default="127.0.0.1:8010")
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        table.fault("listen", f'found "{value}"; write an address and a port, such as "127.0.0.1:8010"')
    elif host.strip("[]") not in LOOPBACK:
        message = (
            f'found "{value}"; listen to this computer alone, such as "127.0.0.1:8010": '
            "the proxy in front keeps off whoever sends so slowly that nobody else gets through"
        )
        table.fault("listen", message)
        return "127.0.0.1", 8010
    return host.strip("[]"), int(port)


def _proxies(table: SettingsTable) -> tuple[Network, ...]:
    networks = []
    for entry in table.texts("proxies", '"127.0.0.1"'):
        try:
            networks.append(ip_network(entry))
        except ValueError:
            table.fault("proxies", f'found "{entry}"; write the address of the proxy, such as "127.0.0.1"')
    return tuple(networks)


def _zone(table: SettingsTable) -> ZoneInfo:
    name = table.text("zone", '"Europe/London"', default="Europe/London")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        table.fault("zone", f'found "{name}"; write a time zone, such as "Europe/London"')
        return ZoneInfo("UTC")


def _token(table: SettingsTable, environ: Mapping[str, str], *, may_be_missing: bool) -> str:
    token = environ.get(TOKEN, "")
    if not token and not may_be_missing:
        table.faults.append(
            f"{TOKEN} is not set: the build of the diary could not fetch the comments. {_HOW_TO_MAKE_ONE}"
        )
    elif token and len(token) < _SHORTEST_TOKEN:
        table.faults.append(f"{TOKEN} has {len(token)} letters, and could be guessed. {_HOW_TO_MAKE_ONE}")
    return token


def _moderator(table: SettingsTable) -> Moderator:
    name = table.text("name", '"Moderator 1"')
    password = table.text("password", "a line that `python3 tasks.py comments --password` makes")
    if password and not is_hash(password):
        table.fault("password", "this is no hash; make one with: python3 tasks.py comments --password")
    email = table.text("email", '"moderator@example.org"', default="")
    if email and ("@" not in email or any(letter.isspace() for letter in email)):
        table.fault("email", f'found "{email}"; write an e-mail address, such as "moderator@example.org"')
    table.refuse_unknown()
    return Moderator(name=name, password=password, email=email)


def _refuse_duplicate_names(table: SettingsTable, moderators: tuple[Moderator, ...]) -> None:
    names = [moderator.name.casefold() for moderator in moderators]
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        table.fault("moderators", f'two of them are called "{name}"; the log could not tell them apart')
