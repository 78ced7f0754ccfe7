"""The settings of a published build: nothing that is not public yet, at the address where readers find it."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403 (a Pelican settings file is built on another by its names)

SITEURL = os.environ.get("DIARY_SITE_URL", "https://diary.example.org")
DIARY_PREVIEW = False
