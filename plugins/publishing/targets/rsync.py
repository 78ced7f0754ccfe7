"""A computer reached over ssh, with rsync on both sides: each site in a folder of its own, and an atomic switch.

Below the address lie `releases/1`, `releases/2`, …, the folder `incoming` while an upload is under way, and the link
`current`, which the web server serves. An upload that breaks is gone on with; readers see nothing of it.
"""

import shlex
import shutil
import subprocess
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from plugins.engine.paths import MARKER
from plugins.publishing.address import HostAddress
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import Plan
from plugins.publishing.progress import Progress
from plugins.publishing.remote import Remote
from plugins.publishing.retention import NO_EARLIER, expired_releases, files_to_scrub
from plugins.publishing.site import Site
from plugins.publishing.ssh import destination
from plugins.publishing.targets.target import PublishedState, Target, TargetOptions

_STATE = f"""
[ -d "$1" ] || exit 0
cd "$1" || exit 1
[ -e {MARKER} ] && echo marked
[ -e current ] && [ ! -L current ] && echo "taken current"
[ -L current ] && echo "current $(readlink current)"
for each in releases/*; do [ -d "$each" ] && echo "release $each"; done
for each in * .[!.]*; do
  case "$each" in current|current.new|releases|incoming|{MARKER}*) ;; *) [ -e "$each" ] && echo "other $each" ;; esac
done
exit 0
"""
_DIGESTS = 'cd "$1/$2/" && find . -type f -exec sha256sum {} +'
_PREPARE = f'mkdir -p "$1/releases" "$1/incoming" && touch "$1/{MARKER}"'
_SWITCH = """
cd "$1" || exit 1
mv incoming "releases/$2" && ln -sfn "releases/$2" current.new || exit 1
mv -fT current.new current 2>/dev/null || mv -fh current.new current
"""
_GO_BACK = """
cd "$1" && ln -sfn "releases/$2" current.new || exit 1
mv -fT current.new current 2>/dev/null || mv -fh current.new current
"""
_UNDER_WAY = 'rm -rf -- "$1/incoming"'
_FORGET = 'cd "$1/releases" && shift && rm -rf -- "$@"'
_SCRUB = 'cd "$1/releases/$2" && xargs -0 rm -f --'


class Rsync(Target):
    """The folder on the other computer, while its block lasts."""

    wants_compressed = True

    def __init__(self, address: HostAddress, options: TargetOptions) -> None:
        self._address = address
        self._root = address.path
        self._options = options
        self._releases: tuple[int, list[int]] = (0, [])
        self._remote = Remote(address, options.environ)
        self.name = f"{address.host}:{address.path}/current"

    def __enter__(self) -> Self:
        for program in ("rsync", "ssh"):
            if shutil.which(program) is None:
                raise PublishingStopped(
                    f"There is no {program} on this computer. On Debian: sudo apt install rsync openssh-client. "
                    "On Windows publish with sftp: instead."
                )
        return self

    def __exit__(self, *_ended: object) -> None:
        self._remote.close()

    def lock(self) -> AbstractContextManager[None]:
        return self._remote.lock(self._root, self._options.say)

    def published_state(self, site: Site) -> PublishedState:
        """What lies in the current release, byte by byte."""
        current, releases = self._releases = self._state()
        if current not in releases:
            return PublishedState({})
        return PublishedState(self._digests("current"))

    def publish(self, site: Site, plan: Plan, progress: Progress) -> None:
        """Bring the whole site beside the current one, switch, then forget what nobody wants to keep."""
        current, releases = self._releases
        number = max((0, *releases)) + 1
        self._remote.run(_PREPARE, self._root)
        with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder:
            for path, file in site.files.items():
                _link(file.location, Path(folder, path))
            self._upload(folder, f"../releases/{current}" if current in releases else None, plan, progress)
        self._remote.run(_SWITCH, self._root, str(number))
        self._forget(site, releases, was=current)

    def tidy(self, site: Site) -> None:
        """A publication that broke off after the switch had no time to forget what was there before."""
        current, releases = self._releases
        self._remote.run(_UNDER_WAY, self._root)
        self._forget(site, [number for number in releases if number != current], was=current)

    def roll_back(self) -> str:
        with self.lock():
            current, releases = self._state()
            before = max((release for release in releases if release < current), default=None)
            if before is None:
                raise PublishingStopped(NO_EARLIER)
            self._remote.run(_GO_BACK, self._root, str(before))
            self._remote.run(_FORGET, self._root, *(str(number) for number in releases if number > before))
        return f"{self.name} shows the site before the last one again."

    def _state(self) -> tuple[int, list[int]]:
        """The number of the current release (0 for none), and of all there are; refuses a folder that is not ours."""
        said = [line.split(maxsplit=1) for line in self._remote.run(_STATE, self._root).splitlines()]
        others = [words[1] for words in said if words[0] == "other"]
        if any(words[0] == "taken" for words in said):
            raise PublishingStopped(f"{self.name} is there and is no link: choose another folder, or move it away.")
        if others and ["marked"] not in said and not self._options.take_over:
            raise PublishingStopped(
                f"There are files in {self._root} that no publication of the diary put there ({others[0]}). "
                "Choose an empty folder; or publish with --take-over: they stay, and the site comes to lie beside them."
            )
        current = [_number(words[1]) for words in said if words[0] == "current"]
        return max((0, *current)), sorted(_number(words[1]) for words in said if words[0] == "release")

    def _digests(self, folder: str) -> dict[str, str]:
        lines = self._remote.run(_DIGESTS, self._root, folder).splitlines()
        found = (line.split(maxsplit=1) for line in lines)
        return {path.removeprefix("*").removeprefix("./"): digest for digest, path in found}

    def _upload(self, folder: str, link_to: str | None, plan: Plan, progress: Progress) -> None:
        command = ["rsync", "-rt", "--checksum", "--delete", "--chmod=D755,F644", "--timeout=60", "--out-format=%n"]
        command += [f"--link-dest={link_to}"] if link_to else []
        command += ["-e", shlex.join(self._remote.ssh), f"{folder}/"]
        command += [f"{destination(self._address)}:{self._root}/incoming/"]
        awaited = set(plan.put)
        progress.begin("Uploading", len(awaited))
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
            with subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=complaints, encoding="utf-8", env=dict(self._options.environ)
            ) as process:
                for line in process.stdout or ():
                    if line.strip() in awaited:
                        progress.step()
            progress.end()
            complaints.seek(0)
            if process.returncode != 0:
                raise self._remote.refusal(process.returncode, complaints.read())

    def _forget(self, site: Site, releases: list[int], *, was: int) -> None:
        """Of the releases from before, those that were never shown go, then the oldest; what stays is scrubbed."""
        shown = [number for number in releases if number <= was]
        going = expired_releases(shown, self._options.keep)
        never = [number for number in releases if number > was]
        if going or never:
            self._remote.run(_FORGET, self._root, *(str(number) for number in (*going, *never)))
        for number in set(shown) - set(going):
            gone = files_to_scrub(self._digests(f"releases/{number}"), site.digests)
            if gone:
                self._remote.run(_SCRUB, self._root, str(number), fed="".join(f"{path}\0" for path in gone))


def _number(name: str) -> int:
    last = name.rstrip("/").rpartition("/")[2]
    return int(last) if last.isdecimal() else 0


def _link(file: Path, name: Path) -> None:
    """The file under another name, or a copy with its time of change where the disk cannot do that."""
    name.parent.mkdir(parents=True, exist_ok=True)
    try:
        name.hardlink_to(file)
    except (OSError, NotImplementedError):
        shutil.copy2(file, name)
