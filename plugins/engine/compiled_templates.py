"""Templates as Python compiled them, kept in a cache of this checkout: compiling is half of what a small build costs.

One whose file is damaged, older, or of another version is compiled anew and replaced.
"""

import marshal
import sys
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from plugins.files.kept import KEPT, keep, kept

FOLDER = KEPT / "templates"


class CompiledTemplates(BytecodeCache):
    """Where Jinja keeps what it compiled; `made_by` is whatever else decides what a template becomes."""

    def __init__(self, made_by: bytes, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._made_by = sha256(f"{sys.version} {jinja2.__version__} ".encode() + made_by).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            if code := kept(self._folder / bucket.key, self._made_of(bucket)):
                bucket.code = marshal.loads(code)  # noqa: S302 - our own file, as Python's own compiled modules are
        except (EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where files can be written at all."""
        keep(self._folder / bucket.key, marshal.dumps(bucket.code), self._made_of(bucket))

    def _made_of(self, bucket: Bucket) -> bytes:
        return self._made_by + bucket.checksum.encode()
