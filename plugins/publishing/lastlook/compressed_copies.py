"""The compressed twin of a file says the same as the file: an old one would go on telling what was taken out."""

import gzip
import zlib
from collections.abc import Iterator

import brotli

from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite


def compressed_copy_faults(site: BuiltSite) -> Iterator[Problem]:
    """Twins that have no file, or say something else."""
    for path, content in site.files.items():
        name, _, kind = path.rpartition(".")
        if kind in ("br", "gz"):
            if name not in site.files:
                yield site.finding(path, 0, f"there is no {name} that this could be the compressed twin of")
            elif _unpacked(kind, content) != site.files[name]:
                yield site.finding(path, 0, f"this says something else than {name}; compress that anew")


def _unpacked(kind: str, content: bytes) -> bytes | None:
    try:
        return bytes(brotli.decompress(content)) if kind == "br" else gzip.decompress(content)
    except (brotli.error, OSError, EOFError, zlib.error):
        return None
