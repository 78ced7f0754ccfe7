"""The service's settings: one TOML file, and the environment for what is secret. Checked once, all of it, at the start.

Half a configuration is refused: a mail server without anybody to write to, a hook without its address, a password that
would travel in the clear.
"""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.comments.server.networks import Network
from plugins.comments.server.rate_limit import RateLimit
from plugins.consent.private_words import PrivateWords
from plugins.records import dataclass

TOKEN = "DIARY_COMMENTS_TOKEN"  # noqa: S105 - the name of a variable, not a secret
SMTP_PASSWORD = "DIARY_COMMENTS_SMTP_PASSWORD"  # noqa: S105 - the name of a variable, not a secret
REBUILD_URL = "DIARY_COMMENTS_REBUILD_URL"
REBUILD_HEADERS = "DIARY_COMMENTS_REBUILD_HEADERS"

LIMITS: Mapping[str, RateLimit] = {
    "network": RateLimit(at_once=60, a_minute=10),
    "thread": RateLimit(at_once=250, a_minute=20),
    "service": RateLimit(at_once=400, a_minute=60),
}
"""A classroom of thirty behind one address writes two comments each before it waits for a minute."""


class SettingsRefused(SystemExit):
    """Ends the start; Python prints the sentences and exits with code 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderator:
    """Who may read what waits; `password` is a hash, `email` may be empty."""

    name: str
    password: str
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The mail server; `user` and `password` may be empty, `authority` (certificates) None for the system's."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = ""
    authority: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """What is asked of CI when the archive has changed."""

    url: str
    body: str
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`address` and `site` end in a slash; `threads` is a file or an address; `archive` is a file kept up to date.

    `private` are words that no comment may be published with.
    """

    address: str
    site: str
    threads: str
    database: Path
    host: str
    port: int
    proxies: tuple[Network, ...]
    moderators: tuple[Moderator, ...]
    token: str
    zone: ZoneInfo
    archive: Path | None = None
    mail: Mail | None = None
    rebuild: Rebuild | None = None
    private: PrivateWords | None = None
