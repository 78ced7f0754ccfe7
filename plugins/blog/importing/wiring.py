"""What an import must know of the diary: its threads, its zone, and where archives are kept."""

import os
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.settings import read_settings

from plugins.comments.archive import ArchiveFolder
from plugins.comments.gate import Gate
from plugins.comments.settings import comments_settings
from plugins.consent.private_words import given_words
from plugins.consent.register import read_register
from plugins.engine.build_moment import build_moment
from plugins.records import dataclass
from plugins.settings import with_diary_file
from plugins.workshops.intake import read_diary

_SOFTWARE = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The keys of the pages that can have comments by each address of theirs, the zone, the archives, the gate."""

    threads: Mapping[str, str]
    zone: ZoneInfo
    folder: ArchiveFolder
    gate: Gate


def surroundings(settings_file: Path, content: Path) -> Surroundings:
    """What the settings and the posts say; drafts count, since their comments may have come first."""
    settings = with_diary_file(read_settings(str(settings_file), override={"PATH": str(content)}))
    zone = ZoneInfo(settings["TIMEZONE"])
    diary, _ = read_diary(content, zone=zone, now=build_moment(zone))
    register, _ = read_register(content / "consent.yml", source="content/consent.yml", zone=zone)
    return Surroundings(
        threads={
            address: entry.first_address
            for entry in diary.entries
            if entry.kind != "page"
            for address in (entry.address, *entry.post.formerly)
        },
        zone=zone,
        folder=comments_settings(settings).folder,
        gate=Gate(
            consents=frozenset(register.consents), private=given_words(os.environ, published=(_SOFTWARE, content))
        ),
    )
