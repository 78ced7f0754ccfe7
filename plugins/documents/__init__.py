"""Documents that readers keep, typeset as PDF (the only room that knows Typst and draws QR codes)."""

from plugins.documents.document import Block, Cell, Document, Fit, Kind
from plugins.documents.epub import epub, text_inside
from plugins.documents.typesetting import Design, NotTypeset, fingerprint, software, typeset

__all__ = [
    "Block",
    "Cell",
    "Design",
    "Document",
    "Fit",
    "Kind",
    "NotTypeset",
    "epub",
    "fingerprint",
    "software",
    "text_inside",
    "typeset",
]
