"""Pages of the diary as the preview shows them in a frame: without what other companies load, and as on paper."""

import re

PRINTED = "?printed"
_EMBED_SCRIPT = re.compile(rb"<script[^>]*comment-embed[^>]*></script>\s*")
_EMBED_WITHOUT = re.compile(rb'(<p class="comment-embed__without">)[^<]*(</p>)')
_NOT_HERE = rb"\1In the preview nothing of it is loaded.\2"
_SHEET = re.compile(rb"(\.css)(?=[\"'])")
_MEDIA = (
    (re.compile(rb"@media\s+print\b"), b"@media all"),
    (re.compile(rb"@media\s+screen\b"), b"@media not all"),
    (re.compile(rb'media="?print"?(?=[ >])'), b'media="all"'),
)


def without_embeds(page: bytes) -> bytes:
    """The page with the box that names who would show something there, and without the script that loads it."""
    return _EMBED_WITHOUT.sub(_NOT_HERE, _EMBED_SCRIPT.sub(b"", page))


def as_printed(content: bytes) -> bytes:
    """A page or a style sheet as paper has it: what is for print alone is for all, and so in the sheets it asks for."""
    for pattern, instead in _MEDIA:
        content = pattern.sub(instead, content)
    return _SHEET.sub(rb"\1" + PRINTED.encode(), content)
