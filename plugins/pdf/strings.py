"""What a PDF says beside its pages: properties, notes, fields, bookmarks, descriptions, whatever it calls them.

Every string of every object, but those that are numbers. A list of the places where texts may stand would miss one.
"""

import re
from collections.abc import Iterator

from plugins.pdf.objects import Objects, PdfObject
from plugins.pdf.syntax import Name, Value, value_at

_PDF_DOC = dict(
    zip(range(0x80, 0xA1), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", strict=True)  # [ISO 32000-2, annex D.2]
)
_NUMBERS = frozenset(("ID", "FontFamily", "Panose", "CharSet"))
_TEXT_STREAMS = ("V", "DV", "RV")
_MARK = re.compile(rb"<<")
_WITH_WORDS = frozenset(("DCTDecode", "DCT", "JPXDecode"))
"""JPEG and JPEG 2000, which have room for words beside their pixels."""
_STREAM = re.compile(rb"stream\r?\n[\s\S]*?endstream")
_COMMENT = re.compile(rb"(?<=[\r\n])%(?!%EOF)[^\r\n]+")
_OTHER_KINDS = frozenset(
    "XRef ObjStm Metadata XML EmbeddedFile Image Type1C CIDFontType0C OpenType".split()  # noqa: SIM905 - a list of words
)
_OTHER_ENTRIES = frozenset(("Length1", "FunctionType", "CMapName", "Alternate", "ShadingType"))


def strings_of(objects: Objects) -> Iterator[str]:
    """Every text of every object, and of what is marked in content as standing for something else."""
    for entries in objects.dictionaries():
        for named in objects.meant(entries.get("Dests")):
            yield from named if isinstance(named, dict) else ()
    for each in objects.all:
        yield from _texts(each.value)
        if each.packed is not None and _may_be_content(objects, each):
            content = objects.stream(each)
            for mark in _MARK.finditer(content):
                yield from _texts(value_at(content, mark.start())[0])


def files_of(objects: Objects) -> Iterator[tuple[str, bytes]]:
    """What is a file of its own, with a name that tells its kind: descriptions, pictures, texts, attachments."""
    long_texts = {id(stream) for stream in _long_texts(objects)}
    for each in objects.all:
        if each.packed is None:
            continue
        kinds = objects.kinds(each)
        if kinds & {"Metadata", "XML"}:
            yield "description.xml", objects.stream(each)
        elif "EmbeddedFile" in kinds or id(each) in long_texts:
            yield "text", objects.stream(each)
        elif "Image" in kinds and _WITH_WORDS.intersection(objects.filters(each)):
            yield "picture", objects.stream(each)


def comments_of(content: bytes) -> Iterator[str]:
    """What stands beside the objects, for people who open the file in an editor."""
    for comment in _COMMENT.findall(_STREAM.sub(b"", content)):
        yield text_string(comment)


def _long_texts(objects: Objects) -> Iterator[PdfObject]:
    """What a form holds where it is too long for a string."""
    return (
        stream
        for entries in objects.dictionaries()
        for key in _TEXT_STREAMS
        for stream in objects.of(entries.get(key))
        if stream.packed is not None
    )


def _may_be_content(objects: Objects, each: PdfObject) -> bool:
    return _OTHER_KINDS.isdisjoint(objects.kinds(each)) and _OTHER_ENTRIES.isdisjoint(each.entries)


def _texts(value: Value) -> Iterator[str]:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, bytes):
            yield text_string(value)
        elif isinstance(value, dict):
            numbers = {*_NUMBERS, "Contents"} if "ByteRange" in value else _NUMBERS
            waiting += [inner for key, inner in value.items() if key not in numbers]
        elif isinstance(value, list) and value[:1] != [Name("Indexed")]:
            waiting += value


def text_string(data: bytes) -> str:
    """A string as text [7.9.2.2]."""
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_PDF_DOC)
