"""`python -m plugins.publishing publish|rollback --to ADDRESS`: a built site published, or the one before it."""

import argparse
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType, TracebackType

from plugins.engine.failure import BuildFailed
from plugins.engine.lock import lock
from plugins.problems.console import say
from plugins.publishing.address import address
from plugins.publishing.failure import AddressError, PublishingStopped
from plugins.publishing.progress import Progress
from plugins.publishing.publication import Interaction, publish, roll_back
from plugins.publishing.repository import repository_warning
from plugins.publishing.secrets import without_secrets
from plugins.publishing.site import built_site, refuse_another, refuse_example_address
from plugins.publishing.target_factory import target_for
from plugins.publishing.targets.target import TargetOptions

_MISUSED = 2
_INTERRUPTED = 130
_TERMINATED = 143


def main(arguments: Sequence[str]) -> int:
    """The exit code; nothing that is printed holds a secret."""
    asked = _parser().parse_args(arguments)
    try:
        _run(asked)
    except AddressError as unfit:
        _complain(str(unfit))
        return _MISUSED
    except (PublishingStopped, BuildFailed) as stopped:
        _complain(str(stopped))
        return 1
    except KeyboardInterrupt:
        _complain("Stopped. Run the same line again: it goes on from here.")
        return _INTERRUPTED
    return 0


def _run(asked: argparse.Namespace) -> None:
    output = asked.output.resolve()
    where = address(asked.to)
    options = TargetOptions(
        output, os.environ, _say, keep=asked.keep, take_over=asked.take_over, diary=asked.diary or Path()
    )
    ask = _ask if sys.stdin.isatty() and sys.stdout.isatty() else None
    switches = {"dry_run": asked.dry_run, "sure": asked.yes, "new_place": asked.new_branch}
    interaction = Interaction(_say, Progress(sys.stderr), ask, **switches)
    if asked.what == "rollback":
        roll_back(target_for(where, options), interaction)
        return
    # The build's own lock: no build may swap the site while it is read.
    build_lock = lock(output.with_name(f".{output.name}.lock"), output=output, say=_say)
    try:
        site = built_site(output)
        refuse_another(output, looked_at=asked.looked_at)
        refuse_example_address(site)
        publish(
            site,
            target_for(where, options),
            interaction,
            warning=repository_warning(asked.diary) if asked.diary else "",
        )
    finally:
        build_lock.release()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.publishing")
    parser.add_argument("what", choices=("publish", "rollback"))
    parser.add_argument("--to", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--looked-at", help="The SHA-256 of the manifest that the last look saw.")
    parser.add_argument("--keep", type=_count, default=0)
    parser.add_argument("--diary", type=Path, help="The folder whose repository knows the remotes.")
    for switch in ("--dry-run", "--yes", "--take-over", "--new-branch"):
        parser.add_argument(switch, action="store_true")
    return parser


def _count(written: str) -> int:
    if not written.isdecimal():
        raise argparse.ArgumentTypeError(f'found "{written}"; write a whole number, such as 1')
    return int(written)


def _ask(question: str) -> bool:
    _say(question)
    return input("Type yes to go on: ").strip().casefold() == "yes"


def _say(text: str) -> None:
    say(without_secrets(text, os.environ), sys.stdout)


def _complain(text: str) -> None:
    say(without_secrets(text, os.environ), sys.stderr)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(_TERMINATED)


def loud_without_secrets(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a mistake of ours as Python does, with every secret struck out."""
    _complain("".join(traceback.format_exception(kind, error, trace)).rstrip())


if __name__ == "__main__":
    sys.excepthook = loud_without_secrets
    signal.signal(signal.SIGTERM, _end)  # So that locks and leases are given back.
    sys.exit(main(sys.argv[1:]))
