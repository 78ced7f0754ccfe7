"""Which settings files Pelican reads: the software's own, or those of the folder that `DIARY_SETTINGS` names.

What belongs to one diary stands in its `content/diary.yml`; this is for what only Pelican's settings know.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from plugins.files.typed import typed_path

VARIABLE = "DIARY_SETTINGS"
_CHECKOUT = Path(__file__).resolve().parents[2]


def preview_settings(environ: Mapping[str, str] = os.environ) -> Path:
    """The settings of the diary while it is written."""
    return _folder(environ) / "pelicanconf.py"


def published_settings(environ: Mapping[str, str] = os.environ) -> Path:
    return _folder(environ) / "publishconf.py"


def _folder(environ: Mapping[str, str]) -> Path:
    named = environ.get(VARIABLE)
    return typed_path(named) if named else _CHECKOUT
