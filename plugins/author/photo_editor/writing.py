"""A drawing written into the post that shows the photo: two of its fields, and nothing beside them."""

from hashlib import sha256
from pathlib import Path

from plugins.author.photo_editor.drawing import Drawing, UnfitDrawing
from plugins.author.photo_editor.post_photos import PostPhoto
from plugins.files import write_file
from plugins.frontmatter.editing import CannotEdit, with_fields


def version_of(post: Path) -> str:
    """A word for what a post says now, so that nobody writes into one that has changed meanwhile."""
    return sha256(post.read_bytes()).hexdigest()[:16]


def write(photo: PostPhoto, drawing: Drawing, *, version: str, content: Path) -> None:
    """Put the drawing into the post, one of the folder `content`; raises UnfitDrawing, and then nothing is changed."""
    try:
        before = photo.post.read_bytes()
        if sha256(before).hexdigest()[:16] != version:
            raise UnfitDrawing("The post has changed since this page was opened. Look at it, then write again.")
        written = with_fields(before, ("photos", photo.number), drawing.fields, is_post=True)
        write_file(photo.post, written, below=content)
    except CannotEdit as reason:
        raise UnfitDrawing(
            f"It could not be written: {reason}. Copy the lines and put them under the photo yourself."
        ) from None
    except OSError as refused:
        raise UnfitDrawing(
            f"It could not be written ({refused.strerror}). Copy the lines into the post yourself."
        ) from None
