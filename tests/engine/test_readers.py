"""Somebody reads while the site is swapped under them."""

from pathlib import Path

from plugins.engine.staging import Staging
from tests.engine.rehearsal import started
from tests.support.systems import needs_forks

pytestmark = needs_forks


def publish_many(output: Path, times: int) -> None:
    for number in range(times):
        staging = Staging(output, check=lambda _: None, say=print)
        for name in ("index.html", "about.html"):
            (staging.fresh / name).write_text(f"version {number}")
        staging.finish(durable=False)
        staging.swap_in()


def test_a_reader_never_finds_the_home_page_missing(tmp_path: Path) -> None:
    output = tmp_path / "public" / "output"
    publish_many(output, 1)
    publisher = started(publish_many, output, 150)
    versions = set()
    while publisher.is_alive():
        versions.add((output / "index.html").read_text())
    assert publisher.exitcode == 0
    assert len(versions) > 10
    assert "" not in versions
