"""A built site as it lies on the disk: which files, with which bytes; and what may not be published at all."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from plugins.engine.manifest import digests, fault
from plugins.engine.paths import MARKER
from plugins.publishing.failure import PublishingStopped
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file: its path below the site's root, where it lies on this computer, and the SHA-256 of its bytes."""

    path: str
    location: Path
    digest: str

    def content(self) -> bytes:
        return self.location.read_bytes()


@dataclass(frozen=True, slots=True)
class Site:
    """Every file of a site by its path."""

    files: Mapping[str, SiteFile]

    @property
    def digests(self) -> dict[str, str]:
        return {path: file.digest for path, file in self.files.items()}


_SAYS_WHERE = re.compile(r'<meta property="og:url" content="(?P<address>https?://(?P<host>[^/:\s"]+)[^\s"]*)"')
_EXAMPLE_HOSTS = ("example.org", "example.com", "example.net", "localhost")


def is_example_host(host: str) -> bool:
    """Whether nobody finds a site there [RFC 2606]."""
    return any(host == name or host.endswith(f".{name}") for name in _EXAMPLE_HOSTS)


def refuse_example_address(site: Site) -> None:
    """A site that says on every page that it lies at an address of examples was built without its own."""
    home = site.files.get("index.html")
    address = _SAYS_WHERE.search(home.content().decode("utf-8", "replace")) if home else None
    if address and is_example_host(address["host"]):
        raise PublishingStopped(
            f"The site says that it lies at {address['address']}, which is an address of examples. "
            "Write the address at which readers find it, such as https://diary.our-council.gov.uk, as “address” into "
            "content/diary.yml, or set DIARY_SITE_URL to it, and publish again."
        )


def manifest_digest(folder: Path) -> str:
    """The SHA-256 of the manifest in `folder`, the same for the same build of the same diary; empty without one."""
    marker = folder / MARKER
    return sha256(marker.read_bytes()).hexdigest() if marker.is_file() else ""


def refuse_another(folder: Path, *, looked_at: str | None) -> None:
    """Between the last look and now a build of somebody else may have put another site there."""
    if looked_at is not None and manifest_digest(folder) != looked_at:
        raise PublishingStopped(
            f"Another build has replaced {folder} since it was looked at. Nothing was published: "
            "run the same line again."
        )


def built_site(folder: Path) -> Site:
    """The site that a build left in `folder`; raises PublishingStopped for a folder that is none."""
    if not folder.is_dir():
        raise PublishingStopped(f"There is no built site in {folder}: run python3 tasks.py build first.")
    links = sorted(path for path in folder.rglob("*") if path.is_symlink())
    if links:
        raise PublishingStopped(f"{links[0]} is a link, and no build makes links. Nothing was published: build again.")
    present = digests(folder)
    wrong = fault(folder, present)
    if wrong:
        further = "Build again with --no-cache, and publish that."
        raise PublishingStopped(f"{folder} cannot be published: {wrong}. {further}")
    return Site({path: SiteFile(path, folder / path, digest) for path, digest in present.items()})
