"""The settings of an invented diary, as it is published."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.settings.pelicanconf import *  # noqa: F403 - a Pelican settings file is built on another by its names

SITEURL = os.environ.get("DIARY_SITE_URL", "https://diary.example.org")
DIARY_PREVIEW = False
