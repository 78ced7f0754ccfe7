"""Why an export is not read, in plain words."""

from xml.parsers import expat

BROKEN_OFF = "it breaks off or is damaged; export it again, or copy it again"
_CODES = expat.errors.codes
_BREAKS_OFF = {
    _CODES[name]
    for name in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}
_REASONS = {
    _CODES[
        expat.errors.XML_ERROR_UNDEFINED_ENTITY
    ]: "there is a short name for a sign, such as &nbsp;, that XML has not",
    _CODES[expat.errors.XML_ERROR_TAG_MISMATCH]: "an element ends that did not begin last",
    _CODES[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "something stands after the end",
}


class XmlError(Exception):
    """A file that cannot be read as an export, or that must not be; the message says why."""


def parse_error(error: expat.ExpatError) -> XmlError:
    """What the parser stumbled over."""
    if error.code in _BREAKS_OFF:
        return XmlError(f"line {error.lineno}: {BROKEN_OFF}")
    reason = _REASONS.get(error.code, "it is not written as XML here")
    return XmlError(f"line {error.lineno}: {reason}; export it again, or mend that line")
