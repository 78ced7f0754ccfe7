"""Templates as Python compiled them, kept in a cache of this checkout: compiling is half of what a small build costs.

A file holds the code of one template, behind a digest of all that it was made of. One that is damaged, older, or of
another version is compiled anew and replaced; nobody else writes there, as with Python's own `__pycache__`.
"""

import marshal
import sys
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from plugins.files import write_file

_CHECKOUT = Path(__file__).resolve().parents[2]
FOLDER = _CHECKOUT / ".cache" / "templates"


class CompiledTemplates(BytecodeCache):
    """Where Jinja keeps what it compiled; `made_by` is whatever else decides what a template becomes."""

    def __init__(self, made_by: bytes, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._made_by = sha256(f"{sys.version} {jinja2.__version__} ".encode() + made_by).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            kept = (self._folder / bucket.key).read_bytes()
            code = kept[32:]
            if kept[:32] == self._digest(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 - our own file, as Python's own compiled modules are
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where files can be written at all."""
        try:
            code = marshal.dumps(bucket.code)
            content = self._digest(bucket, code) + code
            write_file(self._folder / bucket.key, content, below=self._folder.parents[1], private=True, durable=False)
        except OSError:
            return

    def _digest(self, bucket: Bucket, code: bytes) -> bytes:
        return sha256(self._made_by + bucket.checksum.encode() + code).digest()
