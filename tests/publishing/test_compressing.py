"""Compressed forms beside plain ones."""

import gzip
import io
from pathlib import Path

import brotli

from plugins.publishing.compressing import gzipped, with_compressed
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site
from tests.publishing.sites import FILES, site


def compressed(folder: Path) -> Site:
    files = {**FILES, "long.txt": "word " * 500, "photos/long.jpg": "x" * 5000, "short.html": "short"}
    return with_compressed(site(folder / "output", files), folder / "forms", Progress(io.StringIO()))


def test_what_is_text_and_gets_smaller_has_two_more_forms(tmp_path: Path) -> None:
    made = compressed(tmp_path)
    forms = sorted(path for path in made.files if path.endswith((".br", ".gz")))
    assert forms == ["index.html.br", "index.html.gz", "long.txt.br", "long.txt.gz"]


def test_each_form_holds_the_same_text_and_has_the_time_of_its_file(tmp_path: Path) -> None:
    made = compressed(tmp_path)
    plain = made.files["index.html"]
    assert brotli.decompress(made.files["index.html.br"].content()) == plain.content()
    assert gzip.decompress(made.files["index.html.gz"].content()) == plain.content()
    for form in ("index.html.br", "index.html.gz"):
        assert made.files[form].location.stat().st_mtime_ns == plain.location.stat().st_mtime_ns


def test_the_built_site_itself_stays_as_it_was_looked_at(tmp_path: Path) -> None:
    compressed(tmp_path)
    assert not list((tmp_path / "output").rglob("*.gz"))


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    assert compressed(tmp_path / "one").digests == compressed(tmp_path / "two").digests
    assert gzipped(b"text")[4:8] == b"\0\0\0\0"  # The time in a .gz file.
