"""What the diary's settings say that the last look must know, read as Pelican reads them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.settings import read_settings

from plugins.comments.settings import comments_settings
from plugins.consent.private_words import PrivateWords, given_words
from plugins.engine.settings_files import published_settings

_CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class LookSettings:
    """The moment and the zone of the build, the other hosts that pages may ask, and words that nobody may read."""

    now: datetime
    zone: ZoneInfo
    services: tuple[str, ...]
    private: PrivateWords | None


def look_settings(content: Path | None = None, environ: Mapping[str, str] = os.environ) -> LookSettings:
    """What `publishconf.py` and the environment say."""
    settings = read_settings(str(published_settings(environ)))
    zone = ZoneInfo(settings["TIMEZONE"])
    written = environ.get("DIARY_NOW")
    moment = datetime.fromisoformat(written) if written else datetime.now(UTC)
    return LookSettings(
        now=moment if moment.tzinfo else moment.replace(tzinfo=zone),
        zone=zone,
        services=tuple(sorted(comments_settings(settings, environ).hosts)),
        private=given_words(environ, published=(_CHECKOUT, *([content] if content else []))),
    )
