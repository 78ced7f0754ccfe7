"""The settings of the preview. What belongs to the diary itself stands in `content/diary.yml`.

Its words are put under Pelican's names when a build knows its content folder (plugins/settings), so that one software
builds many diaries. `publishconf.py` adds what a published build needs.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from plugins.blog.pelican_settings import *  # noqa: F403 - a Pelican settings file is built on another by its names
