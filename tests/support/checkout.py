"""A fresh clone in small: the tasks, and a lock of one package that lies on this computer as a wheel.

The preview is a stand-in that tells what it was started with and how it was ended.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from plugins.workbench.paths import CHECKOUT

STAND_IN = """
import os, signal, sys, time

def goodbye(number, frame):
    # Not print: the signal may come while another print is at work.
    os.write(1, f"goodbye {number}\\n".encode())
    os._exit(7)

signal.signal(signal.SIGINT, goodbye)
print("started with", sys.argv[1:], flush=True)
if "4321" in sys.argv:
    time.sleep(60)
sys.exit(5)
"""


@dataclass(frozen=True, slots=True)
class Clone:
    folder: Path
    wheels: Path
    home: Path

    def environ(self, *, uv: bool = True, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """No network, an empty home, and on PATH nothing, or uv alone."""
        offline = {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "UV_CONFIG_FILE": str(self.home / "uv.toml"),  # uv knows no variable for this.
            "UV_FIND_LINKS": str(self.wheels),
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
        path = str(Path(sys.executable).parent) if uv else str(self.home)
        return {**kept, "PATH": path, "HOME": str(self.home), **offline, **(more or {})}

    def task(
        self, *arguments: str, uv: bool = True, cwd: Path | None = None, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, self.folder / "tasks.py", *arguments],
            cwd=cwd or self.home,
            env=self.environ(uv=uv, more=more),
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


def clone_below(folder: Path) -> Clone:
    """A clone whose path has blanks in it and letters beyond ASCII."""
    clone = Clone(folder / "Läura's diary", folder / "wheels", folder / "home")
    for made in (clone.folder / "plugins" / "preview", clone.folder / "content", clone.wheels, clone.home):
        made.mkdir(parents=True)
    shutil.copy(CHECKOUT / "tasks.py", clone.folder)
    shutil.copy(CHECKOUT / "plugins" / "__init__.py", clone.folder / "plugins")
    ignored = shutil.ignore_patterns("__pycache__")
    for room in ("files", "records", "workbench"):
        shutil.copytree(CHECKOUT / "plugins" / room, clone.folder / "plugins" / room, ignore=ignored)
    (clone.folder / "plugins" / "engine").mkdir()
    for module in ("__init__.py", "build_moment.py"):
        shutil.copy(CHECKOUT / "plugins" / "engine" / module, clone.folder / "plugins" / "engine")
    (clone.home / "uv.toml").write_text("no-index = true\n", "utf-8")
    (clone.folder / "plugins" / "preview" / "__init__.py").touch()
    (clone.folder / "plugins" / "preview" / "__main__.py").write_text(STAND_IN, "utf-8")
    write_lock(clone)
    return clone


def write_lock(clone: Clone, *, remark: str = "") -> None:
    """Lock Invoke, packed from what is installed here."""
    wheel = _wheel_of("invoke", clone.wheels)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    version = distribution("invoke").version
    (clone.folder / "requirements.lock").write_text(
        f"invoke=={version} \\\n    --hash=sha256:{digest}\n# {remark}\n", "utf-8"
    )


def _wheel_of(name: str, folder: Path) -> Path:
    """An installed package, packed as a wheel again."""
    installed = distribution(name)
    packed = [file for file in installed.files or () if ".." not in file.parts and file.suffix != ".pyc"]
    wheel = folder / f"{name}-{installed.version}-py3-none-any.whl"
    record = next(str(file) for file in packed if file.name == "RECORD")
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in packed:
            if str(file) != record:
                archive.writestr(zipfile.ZipInfo(str(file)), file.read_binary())
        archive.writestr(zipfile.ZipInfo(record), "".join(f"{file},,\n" for file in packed))
    return wheel
