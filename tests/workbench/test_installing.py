"""What set-up fetches: packages that are ready made, each with its hash. A real installer, and packages made here."""

import base64
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from plugins.workbench.installing import installs_with_pip, installs_with_uv
from plugins.workbench.locking import locking
from plugins.workbench.paths import CHECKOUT, python_of

METADATA = "Metadata-Version: 2.1\nName: made-here\nVersion: 1.0\n"
BUILD = """
import pathlib
pathlib.Path({mark!r}).write_text("built")
raise SystemExit("this was to be built")
"""


def wheel(folder: Path) -> Path:
    """A package ready made."""
    files = {
        "made_here.py": "",
        "made_here-1.0.dist-info/METADATA": METADATA,
        "made_here-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={digest(text)},{len(text)}\n" for name, text in files.items())
    place = folder / "made_here-1.0-py3-none-any.whl"
    with zipfile.ZipFile(place, "w") as made:
        for name, text in (*files.items(), ("made_here-1.0.dist-info/RECORD", record)):
            made.writestr(name, text)
    return place


def digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def source(folder: Path) -> Path:
    """The same package as it comes to be built; who builds it leaves a mark."""
    files = {
        "PKG-INFO": METADATA,
        "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "build"\nbackend-path = ["."]\n',
        "build.py": BUILD.format(mark=str(folder / "built")),
    }
    place = folder / "made_here-1.0.tar.gz"
    with tarfile.open(place, "w:gz") as made:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"made_here-1.0/{name}")
            entry.size = len(text)
            made.addfile(entry, io.BytesIO(text.encode()))
    return place


def lock_of(package: Path) -> Path:
    lock = package.with_name("requirements.lock")
    lock.write_text(f"made-here==1.0 --hash=sha256:{hashlib.sha256(package.read_bytes()).hexdigest()}\n", "utf-8")
    return lock


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that both installers take for all the packages there are; pip installs into one beside it."""
    for name, value in {"NO_INDEX": "1", "FIND_LINKS": str(tmp_path)}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
        monkeypatch.setenv(f"UV_{name}", value)
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "installed"))
    return tmp_path


@pytest.fixture
def python(tmp_path: Path) -> Path:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "environment"], check=True)
    return python_of(tmp_path / "environment")


UV = str(Path(sys.executable).with_name("uv.exe" if sys.platform == "win32" else "uv"))


def test_a_package_that_is_ready_made_is_installed(here: Path, python: Path) -> None:
    lock = lock_of(wheel(here))
    assert installs_with_pip(Path(sys.executable), lock)
    assert (here / "installed" / "made_here.py").is_file()
    assert installs_with_uv(UV, python, lock)
    assert subprocess.run([python, "-c", "import made_here"], check=False).returncode == 0


def test_a_package_that_would_have_to_be_built_is_refused_and_not_built(here: Path, python: Path) -> None:
    lock = lock_of(source(here))
    assert not installs_with_pip(Path(sys.executable), lock)
    assert not installs_with_uv(UV, python, lock)
    assert not (here / "built").exists()


def test_a_package_with_another_hash_is_refused(here: Path, python: Path) -> None:
    lock = lock_of(wheel(here))
    lock.write_text(lock.read_text("utf-8")[:-3] + "00\n", "utf-8")
    assert not installs_with_pip(Path(sys.executable), lock)
    assert not installs_with_uv(UV, python, lock)


def test_each_lock_is_made_of_packages_that_are_ready_made() -> None:
    assert all("--only-binary=:all:" in command for command in locking(upgrade=True))


def test_no_job_fetches_a_package_but_by_the_tasks() -> None:
    """Debian's packages are signed; all else comes by `tasks.py`, from the lock."""
    jobs = [*(CHECKOUT / ".github").rglob("*.yml"), *(CHECKOUT / ".ci").iterdir()]
    jobs += [CHECKOUT / ".gitlab-ci.yml", CHECKOUT / "netlify.toml"]
    fetching = re.compile(
        r"\b(?:pip3? install|pipx|uvx|uv (?:tool|pip|run|sync)|npx|npm i(?:nstall)?|gem|cargo install)\b|\|\s*(?:ba)?sh\b"
    )
    found = [
        f"{job.name}: {line}" for job in jobs for line in job.read_text("utf-8").splitlines() if fetching.search(line)
    ]
    assert found == []
