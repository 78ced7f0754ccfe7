"""Comments that were written under an earlier website, brought into an archive."""

from plugins.comments.imports.adding_up import added_up
from plugins.comments.imports.disqus import read_disqus
from plugins.comments.imports.export import Export, Found
from plugins.comments.imports.matching import Matching, matched
from plugins.comments.imports.refusal import XmlError
from plugins.comments.imports.wordpress import read_wordpress
from plugins.comments.imports.xml import read_xml

__all__ = [
    "Export",
    "Found",
    "Matching",
    "XmlError",
    "added_up",
    "matched",
    "read_disqus",
    "read_wordpress",
    "read_xml",
]
