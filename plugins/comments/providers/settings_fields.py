"""A provider out of what the settings say: what is missing, unknown or of the wrong kind is refused with a sentence."""

import re
from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, field, fields
from typing import Any, TypeVar

from plugins.comments.web_address import LOOPBACK, address_parts
from plugins.frontmatter import place_in_words
from plugins.patterns import lazy_pattern
from plugins.problems import FieldPath, nearest

FILE = "content/diary.yml"
HERE: FieldPath = ("comments",)
"""Where in the file the settings of comments stand."""
_HOST = lazy_pattern(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?|\[::1\](?::\d{1,5})?", re.IGNORECASE)


class CommentsSettingsError(SystemExit):
    """A setting that comments cannot be shown with: what to write, and `at` which field of the file.

    One out of the environment is `at` none, and ends the build with its sentence.
    """

    def __init__(self, message: str, at: FieldPath = ()) -> None:
        super().__init__(f"{FILE}: {place_in_words(at)}: {message}" if at else message)
        self.message, self.at = message, at


def text(pattern: str, example: str, *, usual: Any = MISSING) -> Any:
    """A setting that must match, and be written unless it has a usual value; `example` is what the refusal shows."""
    return field(default=usual, metadata={"pattern": pattern, "example": example})


def table(example: Mapping[str, str], *, needed: bool = True) -> Any:
    """A setting of pairs of texts; one that is not `needed` may be left out."""
    return field(default=MISSING if needed else (), metadata={"example": dict(example)})


def address() -> Any:
    """A setting that is a whole address; it is kept with a slash at its end."""
    return field(metadata={"address": True, "example": "https://comments.example.org/"})


Made = TypeVar("Made")


def provider_from(kind: type[Made], at: FieldPath, written: object) -> Made:
    """The provider that the settings write there; raises CommentsSettingsError."""
    known = {setting.name: setting for setting in fields(kind)}  # type: ignore[arg-type]  # Every provider is a dataclass.
    if not isinstance(written, Mapping):
        examples = {setting.name: setting.metadata["example"] for setting in known.values()}
        raise CommentsSettingsError(f"write its fields below it, such as {examples}", at)
    refuse_unknown(written, known, at)
    for missing in [
        setting for setting in known.values() if setting.default is MISSING and not written.get(setting.name)
    ]:
        raise CommentsSettingsError(
            f"this has no “{missing.name}”; write one, such as {missing.metadata['example']!r}: "
            "half of it would show readers a door that does not open",
            at,
        )
    return kind(**{key: _value((*at, key), known[key], value) for key, value in written.items()})


def refuse_unknown(written: Mapping[Any, Any], known: Collection[str], at: FieldPath) -> None:
    """Raise CommentsSettingsError for a name that nobody knows there."""
    for unknown in sorted(set(written) - set(known), key=str):
        raise CommentsSettingsError(f"there is no field “{unknown}” here; {hint(unknown, known)}", (*at, str(unknown)))


def hint(written: object, known: Collection[str]) -> str:
    """What may have been meant; else all that there is."""
    meant = nearest(str(written), known)
    return f"did you mean “{meant}”?" if meant else f"the fields here are {', '.join(known) or 'none'}"


def _value(at: FieldPath, setting: Field[Any], value: Any) -> Any:
    if isinstance(setting.metadata["example"], dict):
        if isinstance(value, Mapping) and all(isinstance(part, str) for pair in value.items() for part in pair):
            return tuple(sorted(value.items()))
    elif isinstance(value, str):
        if setting.metadata.get("address"):
            return service_address(value, at)
        if re.fullmatch(setting.metadata["pattern"], value):
            return value
    raise CommentsSettingsError(f"found {value!r}; write it as in {setting.metadata['example']!r}", at)


def service_address(address: str, at: FieldPath) -> str:
    """A whole address with its slash; in the clear only to this computer, since comments would be read on the way."""
    parts = address_parts(address)
    whole = bool(_HOST.fullmatch(parts.netloc)) and not parts.query and not parts.fragment
    if not whole or not re.fullmatch(r"[\w./~-]*", parts.path, re.ASCII) or parts.scheme not in ("http", "https"):
        raise CommentsSettingsError(
            f"found {address!r}; write a whole address, such as https://comments.example.org/", at
        )
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise CommentsSettingsError(
            f"found {address!r}; write it with https, since others could read on the way what is sent there", at
        )
    return address.rstrip("/") + "/"
