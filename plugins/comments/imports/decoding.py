"""The text of an XML file in whatever encoding it names, without the letters that XML does not have.

Old databases hold control characters, and exports write them as they are, or as numbers (`&#8;`). No reader ever saw
them: they are dropped, and the rest is read.
"""

import codecs
import re
from collections.abc import Iterable, Iterator

from plugins.comments.imports.errors import XmlError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""")
_READ_HERE = re.compile(r"utf-(?:8|16|32).*|ascii|iso8859-\d+|cp\d+|koi8-\w|big5.*|gb.*|shift_jis.*|euc_.*|mac-.*")
_NO_LETTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_UNFINISHED = re.compile(r"&#?\w{0,16}$")
_LAST = 0x10FFFF


def decoded_text(pieces: Iterable[bytes]) -> Iterator[str]:
    """The text, piece by piece; what is no text in the file's encoding is shown as such. Raises XmlError."""
    decoder: codecs.IncrementalDecoder | None = None
    rest = ""
    begun = False
    for piece in pieces:
        decoder = decoder or codecs.getincrementaldecoder(_encoding(piece))(errors="replace")
        text = rest + decoder.decode(piece)
        text = text if begun else text.lstrip()  # XML begins with its first letter; files begin with empty lines, too.
        begun = begun or bool(text)
        unfinished = _UNFINISHED.search(text)
        rest = unfinished[0] if unfinished else ""
        yield _fit(text.removesuffix(rest))
    yield _fit(rest + (decoder.decode(b"", True) if decoder else ""))


def _encoding(first: bytes) -> str:
    for mark, name in _MARKS:
        if first.startswith(mark):
            return name
    declared = _DECLARED.match(first)
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
    except LookupError:
        name = ""
    if not _READ_HERE.fullmatch(name):
        raise XmlError("it is in an encoding that is not read here; save it as UTF-8")
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name  # Its first bytes would say so.


def _fit(text: str) -> str:
    return _NUMBER.sub(_numbered, _NO_LETTER.sub("", text))


def _numbered(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    return "" if number > _LAST or _NO_LETTER.match(chr(number)) else found[0]
