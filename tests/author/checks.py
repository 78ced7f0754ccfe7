"""What a check of a whole diary finds: a build of the preview, as its author's desk is told of it."""

import time
from pathlib import Path

from plugins.author.checked import Checked
from plugins.engine.settings_files import preview_settings
from plugins.preview.wiring import build


def checked(content: Path) -> Checked:
    began = time.time_ns()
    output = content.parent / ".preview" / "site"
    found = build(preview_settings(), content=content, output=output, address="http://localhost:8000")
    assert found.failure == ""
    return Checked(found.problems, found.advice, began)
