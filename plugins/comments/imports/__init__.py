"""Comments that were written under an earlier website, brought into an archive."""

from plugins.comments.imports.disqus import read_disqus
from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.export import Export, ExportedComment
from plugins.comments.imports.matching import Matching, matched
from plugins.comments.imports.merging import merged_imports
from plugins.comments.imports.wordpress import read_wordpress
from plugins.comments.imports.xml import read_xml

__all__ = [
    "Export",
    "ExportedComment",
    "Matching",
    "XmlError",
    "matched",
    "merged_imports",
    "read_disqus",
    "read_wordpress",
    "read_xml",
]
