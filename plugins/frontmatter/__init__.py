"""Front matter: files found, text read, YAML as a tree that knows every value's line.

Values stay text here; what they are is for the record to say. Nothing in this room raises for what an author wrote.
"""

from plugins.frontmatter.alike_names import source_key
from plugins.frontmatter.document import Document, document_in, read_document, read_yaml
from plugins.frontmatter.fence import Halves, cut
from plugins.frontmatter.folder import (
    ContentFile,
    content_files,
    may_be_the_register,
    next_version_of,
    slug_of,
)
from plugins.frontmatter.late_tree import LateTree
from plugins.frontmatter.line import quoted, taken_apart
from plugins.frontmatter.source import read_text
from plugins.frontmatter.tree import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    as_written,
    line_of,
    place_in_words,
    problem_at,
)
from plugins.frontmatter.yaml_hints import forgotten_colon

__all__ = [
    "ContentFile",
    "Document",
    "Entry",
    "Halves",
    "LateTree",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "as_written",
    "content_files",
    "cut",
    "document_in",
    "forgotten_colon",
    "line_of",
    "may_be_the_register",
    "next_version_of",
    "place_in_words",
    "problem_at",
    "quoted",
    "read_document",
    "read_text",
    "read_yaml",
    "slug_of",
    "source_key",
    "taken_apart",
]
