"""What an import must know of the diary: its threads, its zone, and where archives are kept."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.settings import read_settings

from plugins.comments.archive import ArchiveFolder
from plugins.comments.settings import comments_settings
from plugins.workshops.intake import read_diary


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The keys of the pages that can have comments, the diary's zone, and the folder of archives."""

    threads: frozenset[str]
    zone: ZoneInfo
    folder: ArchiveFolder


def surroundings(settings_file: Path, content: Path) -> Surroundings:
    """What the settings and the posts say; drafts count, since their comments may have come first."""
    settings = read_settings(str(settings_file), override={"PATH": str(content)})
    zone = ZoneInfo(settings["TIMEZONE"])
    diary, _ = read_diary(content, zone=zone, now=datetime.now(UTC))
    return Surroundings(
        threads=frozenset(entry.address for entry in diary.entries if entry.kind != "page"),
        zone=zone,
        folder=comments_settings(settings).folder,
    )
