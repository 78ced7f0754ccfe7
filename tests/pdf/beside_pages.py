"""Where words can stand in a PDF beside its pages: each technique makes a file with a text there."""

import io
import zlib
from collections.abc import Callable, Mapping

from PIL import Image

from tests.support.papers import FONT, Paper, literal, paper, revised, said, shown


def _with(change: Callable[[Paper, str], None]) -> Callable[[str], bytes]:
    def made(text: str) -> bytes:
        file = paper("Hello there")
        change(file, text)
        return file.saved()

    return made


def _drawing(file: Paper, content: bytes, more: bytes = b"") -> int:
    return file.stream(
        content,
        b"/Type /XObject /Subtype /Form /BBox [0 0 500 800] /Resources << /Font << /F1 %d 0 R >> %b >>" % (FONT, more),
    )


def _noted(file: Paper, entries: bytes) -> None:
    file.page(shown("More"), b"/Annots [<< /Type /Annot /Rect [50 50 200 100] %b >>]" % entries)


def _appearance(file: Paper, text: str) -> None:
    _noted(file, b"/Subtype /Stamp /AP << /N %d 0 R >>" % _drawing(file, shown(text, at=(5, 5))))


def _other_state(file: Paper, text: str) -> None:
    drawing = _drawing(file, shown(text, at=(5, 5), operators="3 Tr"))
    _noted(file, b"/Subtype /Widget /FT /Btn /F 2 /AS /Off /AP << /N << /On %d 0 R >> >>" % drawing)


def _in_form(file: Paper, text: str) -> None:
    inner = _drawing(file, shown(text))
    outer = _drawing(file, b"/X Do", b"/XObject << /X %d 0 R >>" % inner)
    file.page(b"/X Do", resources=b"/XObject << /X %d 0 R >>" % outer)


def _hidden_layer(file: Paper, text: str) -> None:
    layer = file.add(b"<< /Type /OCG /Name (A layer) >>")
    file.catalog = b"/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] >> >>" % (layer, layer)
    content = b"/OC /L BDC " + shown(text) + b"EMC"
    file.page(content, resources=b"/Properties << /L %d 0 R >>" % layer)


def _layer(file: Paper, text: str) -> None:
    layer = file.add(b"<< /Type /OCG /Name %b >>" % said(text))
    file.catalog = b"/OCProperties << /OCGs [%d 0 R] /D << >> >>" % layer


def _field(entry: bytes) -> Callable[[Paper, str], None]:
    def change(file: Paper, text: str) -> None:
        field = file.add(b"<< /FT /Tx /T (a) %b %b >>" % (entry, said(text)))
        file.catalog = b"/AcroForm << /Fields [%d 0 R] >>" % field

    return change


def _long_field(file: Paper, text: str) -> None:
    value = file.stream(zlib.compress(text.encode()), b"/Filter /FlateDecode")
    file.catalog = b"/AcroForm << /Fields [<< /FT /Tx /T (a) /V %d 0 R >>] >>" % value


def _structure(entry: bytes) -> Callable[[Paper, str], None]:
    def change(file: Paper, text: str) -> None:
        part = file.add(b"<< /Type /StructElem /S /Figure /P 1 0 R %b %b >>" % (entry, said(text)))
        file.catalog = b"/StructTreeRoot << /Type /StructTreeRoot /K %d 0 R >>" % part

    return change


def _catalog(entries: Callable[[bytes], bytes]) -> Callable[[Paper, str], None]:
    def change(file: Paper, text: str) -> None:
        file.catalog = entries(said(text))

    return change


def _description(packed: Callable[[bytes], bytes], filters: bytes) -> Callable[[Paper, str], None]:
    def change(file: Paper, text: str) -> None:
        xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{text}</dc:creator></x:xmpmeta>'.encode()
        place = file.stream(packed(xmp), b"/Type /Metadata /Subtype /XML " + filters)
        file.pages.append(file.add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Metadata %d 0 R >>" % place))

    return change


def _run_length(data: bytes) -> bytes:
    return (
        b"".join(bytes([len(piece) - 1]) + piece for piece in (data[at : at + 100] for at in range(0, len(data), 100)))
        + b"\x80"
    )


def _lzw(data: bytes) -> bytes:
    """Each letter by its own code of nine bits, the table cleared before it grows."""
    codes = [code for at in range(0, len(data), 200) for code in (256, *data[at : at + 200])] + [257]
    bits = "".join(f"{code:09b}" for code in codes)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def _photo(file: Paper, text: str) -> None:
    stream, exif = io.BytesIO(), Image.Exif()
    exif[0x9C9D] = text.encode("utf-16-le")
    Image.new("RGB", (8, 8), "red").save(stream, "JPEG", exif=exif.tobytes())
    picture = file.stream(
        stream.getvalue(),
        b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
    )
    file.page(shown("A photo") + b"q 90 0 0 90 9 9 cm /X Do Q", resources=b"/XObject << /X %d 0 R >>" % picture)


def _attached(name: str, content: str) -> Callable[[Paper, str], None]:
    def change(file: Paper, text: str) -> None:
        inner = file.stream(content.format(text).encode(), b"/Type /EmbeddedFile")
        spec = file.add(b"<< /Type /Filespec /F %b /EF << /F %d 0 R >> >>" % (said(name.format(text)), inner))
        file.catalog = b"/Names << /EmbeddedFiles << /Names [(a) %d 0 R] >> >>" % spec

    return change


def _earlier(text: str) -> bytes:
    file = paper("Hello there")
    content = shown(text)
    stream = file.stream(content)
    page = file.add(
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        % stream
    )
    file.pages = [page]
    return revised(file.saved(), {stream: b"<< /Length 2 >>\nstream\n  \nendstream"})


def _earlier_note(text: str) -> bytes:
    file = paper("Hello there")
    file.catalog = b"/Note %b" % said(text)
    return revised(file.saved(), {1: b"<< /Type /Catalog /Pages 2 0 R >>"})


def _nowhere(text: str) -> bytes:
    """An object that no table knows."""
    file = paper("Hello there").saved()
    place = file.index(b"xref\n")
    return file[:place] + b"99 0 obj\n<< /Title %b >>\nendobj\n" % said(text) + file[place:]


def _comment(text: str) -> bytes:
    file = paper("Hello there").saved()
    return file.replace(b"2 0 obj", b"% " + text.encode() + b"\n2 0 obj", 1)


def _packed(change: Callable[[Paper, str], None]) -> Callable[[str], bytes]:
    def made(text: str) -> bytes:
        file = paper("Hello there")
        change(file, text)
        return file.packed()

    return made


def _octal(text: str) -> bytes:
    return b"(" + b"".join(b"\\%03o" % byte for byte in text.encode("cp1252")) + b")"


def _info(string: Callable[[str], bytes]) -> Callable[[str], bytes]:
    return lambda text: paper("Hello there", trailer=b"/Info << /Title %b >>" % string(text)).saved()


BESIDE_PAGES: Mapping[str, Callable[[str], bytes]] = {
    "a drawing in a drawing": _with(_in_form),
    "a layer that is turned off": _with(_hidden_layer),
    "the name of a layer": _with(_layer),
    "a note": _with(lambda file, text: _noted(file, b"/Subtype /Text /Contents " + said(text))),
    "the author of a note": _with(lambda file, text: _noted(file, b"/Subtype /Text /T " + said(text))),
    "a note with markup": _with(
        lambda file, text: _noted(file, b"/Subtype /FreeText /RC " + said(f"<body><p>We met {text[:3]}<b>{text[3:]}</b></p></body>"))
    ),
    "how a note looks": _with(_appearance),
    "a state that is not shown": _with(_other_state),
    "the value of a field": _with(_field(b"/V")),
    "the name of a field": _with(_field(b"/TU")),
    "a choice of a field": _with(_field(b"/Opt")),
    "a long value": _with(_long_field),
    "an alternative": _with(_structure(b"/Alt")),
    "the text that is meant": _with(_structure(b"/ActualText")),
    "what is written out": _with(_structure(b"/E")),
    "a bookmark": _with(_catalog(lambda text: b"/Outlines << /First << /Title %b /Dest [4 0 R /Fit] >> >>" % text)),
    "the label of a page": _with(_catalog(lambda text: b"/PageLabels << /Nums [0 << /P %b >>] >>" % text)),
    "the name of a place": _with(_catalog(lambda text: b"/Names << /Dests << /Names [%b [4 0 R /Fit]] >> >>" % text)),
    "the old name of a place": lambda text: paper("a", catalog=b"/Dests << /%b [4 0 R /Fit] >>" % "".join(f"#{byte:02x}" for byte in text.encode("latin-1")).encode()).saved(),
    "a property": _info(said),
    "a property in bytes": _info(lambda text: b"(" + text.encode("latin-1") + b")"),
    "a property in UTF-8": _info(lambda text: b"(\xef\xbb\xbf" + text.encode() + b")"),
    "a property in octal numbers": _info(_octal),
    "a property in hexadecimal numbers": _info(lambda text: b" ".join(literal(text).partition(b"C"))),
    "a packed property": _packed(_catalog(lambda text: b"/Outlines << /First << /Title %b >> >>" % text)),
    "a description": _with(_description(bytes, b"")),
    "a compressed description": _with(_description(zlib.compress, b"/Filter /FlateDecode")),
    "a description in hexadecimal numbers": _with(_description(lambda data: data.hex().encode() + b">", b"/Filter [/ASCIIHexDecode]")),
    "a description in runs": _with(_description(_run_length, b"/Filter /RunLengthDecode")),
    "a description in LZW": _with(_description(_lzw, b"/Filter [ /LZWDecode ]")),
    "a photo": _with(_photo),
    "a file in it": _with(_attached("a.txt", "We met {}")),
    "the name of a file in it": _with(_attached("{}.txt", "")),
    "an earlier revision": _earlier,
    "an earlier catalogue": _earlier_note,
    "an object that nothing leads to": _nowhere,
    "a comment": _comment,
}  # fmt: skip
