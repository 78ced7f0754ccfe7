"""A program of ours that counts how often each function of ours is called, in every thread.

`python -m tests.support.counted FILE plugins.preview …` runs that module, and writes the counts into FILE when it ends.
"""

import json
import runpy
import sys
import threading
from collections import Counter
from pathlib import Path
from types import FrameType

_CALLS: Counter[str] = Counter()


def _note(frame: FrameType, event: str, _: object) -> None:
    if event == "call" and (module := str(frame.f_globals.get("__name__"))).startswith(("plugins.", "__main__")):
        _CALLS[f"{module.removeprefix('plugins.')}.{frame.f_code.co_name}"] += 1


def main() -> None:
    counts, module = Path(sys.argv[1]), sys.argv[2]
    sys.argv = [module, *sys.argv[3:]]
    threading.setprofile(_note)
    sys.setprofile(_note)
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        sys.setprofile(None)
        counts.write_text(json.dumps(_CALLS), "utf-8")


if __name__ == "__main__":
    main()
