"""The two optional tables of the settings: the mail server, and the hook that asks for a rebuild."""

import json
from collections.abc import Mapping
from pathlib import Path

from plugins.comments.server.settings import REBUILD_HEADERS, REBUILD_URL, SMTP_PASSWORD, Mail, Moderator, Rebuild
from plugins.comments.server.settings_table import SettingsTable
from plugins.comments.web_address import LOOPBACK, address_parts

_PORTS = {"tls": 465, "starttls": 587, "none": 25}


def mail(
    settings: SettingsTable, environ: Mapping[str, str], folder: Path, moderators: tuple[Moderator, ...]
) -> Mail | None:
    """The mail server, if moderators are told by e-mail."""
    table = settings.table("mail")
    readers = [moderator.name for moderator in moderators if moderator.email]
    if table is None:
        if readers:
            settings.faults.append(
                f"{readers[0]} has an email, and there is no [mail] to write from: add it, or take the email out"
            )
        return None
    if not readers and moderators:
        settings.faults.append(
            "there is a [mail], and no moderator has an email to write to: add one, or take [mail] out"
        )
    security = table.text("security", '"starttls"', default="starttls")
    if security not in _PORTS:
        table.fault("security", f'found "{security}"; write "tls", "starttls" or "none"')
    host = table.text("host", '"mail.example.org"')
    if security == "none" and host and host not in LOOPBACK:
        table.fault(
            "security",
            'found "none" with a server elsewhere; write "starttls" or "tls", or the mails would be read on the way',
        )
    user, password = table.text("user", '"diary"', default=""), environ.get(SMTP_PASSWORD, "")
    if bool(user) != bool(password):
        missing = SMTP_PASSWORD if user else "mail.user"
        settings.faults.append(f"{missing} is missing: a mail server wants a user and a password, or neither")
    authority = table.text("authority", '"ca.pem"', default="")
    if authority and not (folder / authority).is_file():
        table.fault("authority", f"there is no file {folder / authority}")
    made = Mail(
        host=host,
        port=table.number("port", _PORTS.get(security, 587), 65535),
        security=security,
        sender=table.text("from", '"diary@example.org"'),
        user=user,
        password=password,
        authority=folder / authority if authority else None,
    )
    table.refuse_unknown()
    return made


def rebuild(settings: SettingsTable, environ: Mapping[str, str]) -> Rebuild | None:
    """The hook of CI, if one is asked. Its address may be a secret itself, and then stands in the environment."""
    table = settings.table("rebuild")
    url, headers = environ.get(REBUILD_URL, ""), environ.get(REBUILD_HEADERS, "")
    if table is None:
        if url or headers:
            name = REBUILD_URL if url else REBUILD_HEADERS
            settings.faults.append(
                f"{name} is set, and there is no [rebuild] that says what to send: add it, or unset it"
            )
        return None
    url = table.text("url", f'"https://api.github.com/…", or set {REBUILD_URL}', default=url or None)
    parts = address_parts(url)
    if url and not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)):
        table.fault("url", "write an address that begins with https, since a secret is sent there")
    body = table.text("body", """'{"event_type": "comments"}'""", default="{}")
    try:
        json.loads(body if body.lstrip().startswith(("{", "[")) else "{}")
    except ValueError:
        table.fault("body", "it begins like JSON and is none")
    made = Rebuild(url=url, body=body, headers=_headers(settings, headers))
    table.refuse_unknown()
    return made


def _headers(settings: SettingsTable, text: str) -> tuple[tuple[str, str], ...]:
    """One header a line, as in `Authorization: Bearer …`; lines may be parted by a written-out backslash and n."""
    headers = []
    for line in filter(None, (line.strip() for line in text.replace("\\n", "\n").split("\n"))):
        name, colon, value = line.partition(":")
        if not colon or not name.replace("-", "").isalnum() or not value.strip():
            settings.faults.append(
                f"{REBUILD_HEADERS} has a line that is no header; write one a line, such as Authorization: Bearer …"
            )
        else:
            headers.append((name.strip(), value.strip()))
    return tuple(headers)
