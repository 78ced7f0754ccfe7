"""Why an export is not read, in plain words."""

from xml.parsers import expat

BROKEN_OFF = "it breaks off or is damaged; export it again, or copy it again"
_BREAKS_OFF = (
    expat.errors.XML_ERROR_NO_ELEMENTS,
    expat.errors.XML_ERROR_UNCLOSED_TOKEN,
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    expat.errors.XML_ERROR_PARTIAL_CHAR,
)
_REASONS = {
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "there is a short name for a sign, such as &nbsp;, that XML has not",
    expat.errors.XML_ERROR_TAG_MISMATCH: "an element ends that did not begin last",
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something stands after the end",
}


class XmlError(Exception):
    """A file that cannot be read as an export, or that must not be; the message says why."""


def parse_error(error: expat.ExpatError) -> XmlError:
    """What the parser stumbled over."""
    what = expat.ErrorString(error.code)
    if what in _BREAKS_OFF:
        return XmlError(f"line {error.lineno}: {BROKEN_OFF}")
    reason = _REASONS.get(what, "it is not written as XML here")
    return XmlError(f"line {error.lineno}: {reason}; export it again, or mend that line")
