"""How much the comments service takes: many readers at once, against the real program over real HTTP and a real disk.

`python -m benchmarks.comments` (`--comments 300`, `--readers 50`). Readers come from networks of their own, as behind a
proxy, and are spread over posts so that rate_limiter slows nobody: this measures the machine, not the manners. Every
comment that was thanked for is looked for in the file afterwards. Then what a moderator does with all of them, and the
archive.
"""

import argparse
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.comments.gate import Gate
from plugins.comments.server.audit_log import AuditLog
from plugins.comments.server.moderation_actions import ModerationActions
from plugins.comments.server.settings import LIMITS
from plugins.comments.server.store import Store
from tests.support.comment_services import RunningService, running, write_threads

_POSTS = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print; 1 if a comment was lost."""
    options = _options(arguments)
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_threads(folder, **{f"post-{number}": {} for number in range(_POSTS)})
        with running(folder, proxies=("127.0.0.1",)) as service:
            thanked = _write_all(service, options.comments, options.readers)
            lost = thanked - _kept(service)
        print(f"thanked for and not in the file: {len(lost)}")
        _approve_all(folder / "comments.db")
        with running(folder, proxies=("127.0.0.1",)) as service:
            print(f"the archive of {len(thanked)} comments: {_median(service.archive) * 1000:.0f} ms")
    return 1 if lost else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.comments", description=__doc__)
    most = LIMITS["service"].at_once
    parser.add_argument("--comments", type=int, default=most, help=f"how many are written (at most {most})")
    parser.add_argument("--readers", type=int, default=50, help="how many write at the same time")
    options = parser.parse_args(arguments)
    options.comments = min(options.comments, most)
    return options


def _write_all(service: RunningService, comments: int, readers: int) -> set[str]:
    """The words that were thanked for."""

    def write(number: int) -> tuple[str, int, float]:
        words, began = f"Comment {number}: " + "words and more words. " * 10, time.perf_counter()
        network = {"X-Forwarded-For": f"10.{number // 250}.{number % 250}.7"}
        status = service.write(words, thread=f"posts/post-{number % _POSTS}/", headers=network).status
        return words.strip(), status, time.perf_counter() - began

    began = time.perf_counter()
    with ThreadPoolExecutor(readers) as writers:
        answers = list(writers.map(write, range(comments)))
    took = time.perf_counter() - began
    waits = sorted(seconds for _, _, seconds in answers)
    thanked = {words for words, status, _ in answers if status == 303}
    print(f"{comments} comments from {readers} readers at once: {took:.1f} s, {comments / took:.0f} a second")
    median, slow = statistics.median(waits) * 1000, waits[-(len(waits) // 100) - 1] * 1000
    print(f"a reader waits {median:.0f} ms, one in a hundred {slow:.0f} ms")
    print(f"thanked: {len(thanked)}, sent back: {len(answers) - len(thanked)}")
    return thanked


def _kept(service: RunningService) -> set[str]:
    with closing(sqlite3.connect(service.settings.database)) as file:
        return {row[0] for row in file.execute("SELECT text FROM comments")}


def _approve_all(database: Path) -> None:
    """As a moderator does who reads through the whole queue."""
    store = Store(database, time.time)
    log = AuditLog(database=store.database, clock=time.time)
    actions = ModerationActions(store=store, log=log, gate=Gate())
    waiting, began = store.waiting(), time.perf_counter()
    for comment in waiting:
        actions.approve(comment.id, comment.text, by="Robin")
    took = time.perf_counter() - began
    print(f"approving: {took / len(waiting) * 1000:.1f} ms each")
    began = time.perf_counter()
    actions.delete(waiting[0].id, with_replies=True, by="Robin")
    print(f"deleting one for good, the file overwritten and packed: {(time.perf_counter() - began) * 1000:.0f} ms")
    store.database.close()


def _median(action: Callable[[], object], rounds: int = 9) -> float:
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


if __name__ == "__main__":
    sys.exit(main())
