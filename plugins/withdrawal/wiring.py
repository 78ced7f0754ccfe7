"""The diary's clock and zone, as its settings say."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.settings import read_settings

from plugins.blog.settings import blog_settings

SETTINGS = Path(__file__).resolve().parents[2] / "publishconf.py"


def clock() -> tuple[datetime, ZoneInfo]:
    """Now, and the zone in which the diary's days begin."""
    settings = blog_settings(read_settings(str(SETTINGS)))
    return settings.now, settings.zone
