"""PDFs, as readers and their programs get something out of them (the only room that knows pdfium)."""

from plugins.pdf.document import Document, document, is_pdf
from plugins.pdf.failure import Unreadable

__all__ = ["Document", "Unreadable", "document", "is_pdf"]
