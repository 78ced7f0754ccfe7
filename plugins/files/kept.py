"""Bytes kept in a folder of this checkout, each behind a digest of all that it was made of.

One that is damaged, older or of another version is none. Nothing but our own files may be kept so, as with Python's own
`__pycache__`: whoever can write there can change the software anyway (docs/decisions/0178).
"""

from hashlib import sha256
from pathlib import Path

from plugins.files.writing import write_file

_CHECKOUT = Path(__file__).resolve().parents[2]
KEPT = _CHECKOUT / ".cache"


def kept(place: Path, made_of: bytes) -> bytes | None:
    """What lies there, if it was made of just that."""
    try:
        found = place.read_bytes()
    except OSError:
        return None
    content = found[32:]
    return content if found[:32] == _digest(made_of, content) else None


def keep(place: Path, content: bytes, made_of: bytes) -> None:
    """Keep it, where files can be written at all."""
    try:
        write_file(place, _digest(made_of, content) + content, below=place.parents[2], private=True, durable=False)
    except OSError:
        return


def _digest(made_of: bytes, content: bytes) -> bytes:
    return sha256(b"%d\0%b" % (len(made_of), made_of) + content).digest()
