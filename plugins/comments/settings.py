"""What the settings say of comments, checked once. Half a configuration is refused at the start, with one sentence.

    comments: {provider: isso, service: "https://comments.example.org/"}
    comments: {provider: email, email: {address: diary@example.org}}

The environment may name our own service (`DIARY_COMMENTS_SERVICE`), as the preview does, its token
(`DIARY_COMMENTS_TOKEN`) and where the archive is kept (`DIARY_COMMENTS_ARCHIVE`).
"""

import os
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from plugins.comments.archive.folder import SERVICE, ArchiveFolder
from plugins.comments.providers import PROVIDERS, Provider
from plugins.comments.providers.links import NoProvider
from plugins.comments.providers.own_service import OwnService
from plugins.comments.providers.settings_fields import (
    FILE,
    HERE,
    CommentsSettingsError,
    hint,
    provider_from,
    refuse_unknown,
    service_address,
)
from plugins.files.typed import typed_path
from plugins.records import dataclass

FOLDER = ".comments"
_SERVICE = "DIARY_COMMENTS_SERVICE"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsSettings:
    """The diary's usual provider, every provider that is set up, and where archives come from and are kept."""

    usual: str
    providers: Mapping[str, Provider]
    folder: ArchiveFolder
    token: str = field(default="", repr=False)

    @property
    def service(self) -> str:
        """The address of our own service; empty if there is none."""
        own = self.providers.get("isso")
        return own.service if isinstance(own, OwnService) else ""

    @property
    def hosts(self) -> frozenset[str]:
        """Every source that some page's policy may let in."""
        sources = [provider.sources for provider in self.providers.values()]
        return frozenset(host for each in sources for hosts in each.values() for host in hosts)


def comments_settings(settings: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> CommentsSettings:
    """Read Pelican's settings and the environment; raises CommentsSettingsError in plain words."""
    written = settings.get("DIARY_COMMENTS", {})
    if not isinstance(written, Mapping):
        raise CommentsSettingsError("write its fields below it, such as provider: none", HERE)
    refuse_unknown(written, sorted({"provider", "service", *PROVIDERS}), HERE)
    providers: dict[str, Provider] = {"none": NoProvider()}
    if service := environ.get(_SERVICE, "").strip():
        providers["isso"] = _service_of_environment(service)
    elif written.get("service"):
        providers["isso"] = provider_from(OwnService, HERE, {"service": written["service"]})
    for name in PROVIDERS:
        if name in written:
            providers[name] = provider_from(PROVIDERS[name], (*HERE, name), written[name])
    token = environ.get("DIARY_COMMENTS_TOKEN", "").strip()
    if token and "isso" not in providers:
        raise CommentsSettingsError(
            "DIARY_COMMENTS_TOKEN is set, and no service to show it to; name it in DIARY_COMMENTS_SERVICE, "
            "or take the token out."
        )
    return CommentsSettings(
        usual=_usual(written.get("provider", "isso" if "isso" in providers else "none"), providers),
        providers=providers,
        folder=_folder(settings, environ),
        token=token,
    )


def _service_of_environment(address: str) -> OwnService:
    try:
        return OwnService(service=service_address(address, HERE))
    except CommentsSettingsError as refused:
        raise CommentsSettingsError(f"{_SERVICE} in the environment: {refused.message}.") from None


def _usual(name: object, providers: Mapping[str, Provider]) -> str:
    if not isinstance(name, str) or name not in PROVIDERS:
        raise CommentsSettingsError(
            f"found {name!r}, which is no provider; {hint(name, PROVIDERS)}", (*HERE, "provider")
        )
    if name not in providers:
        raise CommentsSettingsError(not_set_up(name), (*HERE, "provider"))
    return name


def not_set_up(name: str) -> str:
    """What to do about a provider that a post or the settings name and that has no settings."""
    if name == "isso":
        return (
            f"“comments” in {FILE} has no “service” for the provider “isso”; write the address of the comments service "
            "there, or in DIARY_COMMENTS_SERVICE"
        )
    return f"“comments” in {FILE} has no “{name}” for the provider of this name; write there what it needs"


def _folder(settings: Mapping[str, Any], environ: Mapping[str, str]) -> ArchiveFolder:
    content = Path(settings["PATH"])
    named = environ.get("DIARY_COMMENTS_ARCHIVE", "").strip()
    file = typed_path(named) if named else content.absolute().parent / FOLDER / SERVICE
    if file.is_dir():
        raise CommentsSettingsError(
            f"DIARY_COMMENTS_ARCHIVE is {named!r}, which is a folder; name the file, such as {FOLDER}/{SERVICE}."
        )
    return ArchiveFolder(file, content)
