"""Passwords of moderators: kept as scrypt hashes [RFC 7914], one at a time so that guessing cannot eat the memory."""

import base64
import hashlib
import hmac
import secrets
from threading import Lock

SHORTEST = 12
_COST, _BLOCK, _PARALLEL = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024
_PARTS = 3
_one_at_a_time = Lock()


def hash_of(password: str) -> str:
    """One line for the settings."""
    salt = secrets.token_bytes(16)
    return f"scrypt${_text(salt)}${_text(_digest(password, salt))}"


def hash_of_nobody() -> str:
    """A hash that no password has, so that asking for nobody takes as long as asking for somebody."""
    return f"scrypt${_text(secrets.token_bytes(16))}${_text(secrets.token_bytes(32))}"


def is_hash(kept: str) -> bool:
    """The line looks like one of ours."""
    parts = kept.split("$")
    return len(parts) == _PARTS and parts[0] == "scrypt" and all(_bytes(part) for part in parts[1:])


def is_right(password: str, kept: str) -> bool:
    """Whether the password is the one; takes as long if it is not."""
    _, salt, digest = kept.split("$")
    return hmac.compare_digest(_digest(password, _bytes(salt)), _bytes(digest))


def _digest(password: str, salt: bytes) -> bytes:
    with _one_at_a_time:
        return hashlib.scrypt(
            password.encode("utf-8"), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, maxmem=_MEMORY, dklen=32
        )


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return b""
