"""A Word document (.docx) read: what stands in it to be read, its pictures, and what stays behind.

Of a document nothing is taken that its readers do not see: no properties, no names, no struck or hidden words.
"""

from plugins.imports.word.document import WordDocument, read_word

__all__ = ["WordDocument", "read_word"]
