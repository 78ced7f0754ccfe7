"""The files that a server may answer with in a compressed form, made once, beside their plain forms.

The same bytes compress to the same bytes: no time and no name is written into them. It is done for the places whose
servers can use it, after the site was looked at, and never in the built site itself (docs/decisions/0060).
"""

import os
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import brotli

from plugins.files import create_file
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site, SiteFile

_KINDS = (".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
_WORTH_IT = 256  # Below that the answer's own head is longer than what is saved.
_BEST = 9
_GZIP = 31  # zlib's number for the frame of a .gz file with the longest memory; it writes no name and no time.


def with_compressed(site: Site, folder: Path, progress: Progress) -> Site:
    """The site with a `.br` and a `.gz` beside each text that gets smaller so; they are written below `folder`."""
    texts = [file for path, file in site.files.items() if path.endswith(_KINDS)]
    progress.begin("Compressing", len(texts))
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Both compressors work beside Python.
        made: dict[str, SiteFile] = {}
        for files in pool.map(lambda file: tuple(_forms(file, folder)), texts):
            made.update({file.path: file for file in files})
            progress.step()
    progress.end()
    return Site({**site.files, **made})


def _forms(file: SiteFile, folder: Path) -> Iterator[SiteFile]:
    content = file.content()
    if len(content) < _WORTH_IT:
        return
    as_brotli: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=11)
    for suffix, compressed in ((".br", as_brotli), (".gz", gzipped(content))):
        if len(compressed) < len(content):
            place = folder / f"{file.path}{suffix}"
            create_file(place, compressed, below=folder)
            changed = file.location.stat()
            os.utime(place, ns=(changed.st_atime_ns, changed.st_mtime_ns))
            yield SiteFile(f"{file.path}{suffix}", place, sha256(compressed).hexdigest())


def gzipped(content: bytes) -> bytes:
    compressor = zlib.compressobj(_BEST, zlib.DEFLATED, _GZIP)
    return compressor.compress(content) + compressor.flush()
