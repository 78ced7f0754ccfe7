"""How long it takes to look for private words in every byte of a site of 500 pages.

`python -m benchmarks.private_words` (`--pages 500`, `--entries 160`, `--rounds 5`). The site is that of the invented
diary of four workshops, as often as it takes; the words are in none of its pages. Each figure is the best of several
rounds, in processor time, which says more than the clock while the computer is busy.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.consent.private_words import PrivateWords
from plugins.consent.private_words.entries import entries
from plugins.workbench.paths import CHECKOUT
from tests.support.builds import built, every_byte

_DIARY = CHECKOUT / "tests" / "sites" / "four-workshops" / "content"
_NOW = {"DIARY_NOW": "2031-06-01T12:00"}


def word_list(count: int) -> PrivateWords:
    """So many entries, a third each of single names, whole names and phone numbers."""
    kinds = ("Quill{0}feather", "Robin{0} Quillfeather", "07700 9{0:05}")
    return PrivateWords(tuple(entries("\n".join(kinds[number % 3].format(number) for number in range(count)))))


def site_of(pages: int, folder: Path) -> list[tuple[str, bytes]]:
    """The files of a site of at least so many pages."""
    one = every_byte(built(_DIARY, folder / "output", environment=_NOW))
    times = -(-pages // sum(path.endswith(".html") for path in one))
    return [(f"{copy}/{path}", content) for copy in range(times) for path, content in one.items()]


def seconds(words: PrivateWords, files: list[tuple[str, bytes]]) -> float:
    """The processor time of one search; the words must not be there, or less was searched than a whole site."""
    began = time.process_time()
    found = sum(len(words.in_file(path, content)) for path, content in files)
    if found:
        raise ValueError(f"{found} private words were found in a site that holds none")
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.private_words", description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--entries", type=int, default=160)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    with TemporaryDirectory() as folder:
        files = site_of(options.pages, Path(folder))
    megabytes = sum(len(content) for _, content in files) / 1e6
    pages = sum(path.endswith(".html") for path, _ in files)
    best = min(seconds(word_list(options.entries), files) for _ in range(options.rounds))
    print(f"{options.entries} entries in {pages} pages, {len(files)} files, {megabytes:.1f} MB: {best:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
