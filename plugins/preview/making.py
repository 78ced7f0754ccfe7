"""What a preview makes when it is asked for: what fails over it stands among the findings until a build without it."""

import traceback

from plugins.engine.page import Offered
from plugins.preview.build_events import BuildEvents


def made(offered: Offered, path: str, events: BuildEvents) -> tuple[bytes | None, str]:
    """A page or a file, None where there is none of this path; or why it could not be made, a sentence."""
    try:
        return offered.make(path), ""
    except Exception as error:  # noqa: BLE001 - whatever it is is told to whoever can mend it, and the preview lives on
        traceback.print_exc()
        offered.failed[path] = " ".join(map(str.strip, traceback.format_exception_only(error)))
        events.tell_failure("; ".join(dict.fromkeys(tuple(offered.failed.values()))))
        return None, offered.failed[path]


def made_again(before: Offered, offered: Offered, events: BuildEvents) -> None:
    """Make what failed in the build before, so that it is known whether it still does."""
    for path in (*before.failed, *offered.failed):
        made(offered, path, events)
