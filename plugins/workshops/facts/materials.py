"""The files that an agenda hands out."""

from plugins.workshops.record.post import Post


def material_files(post: Post) -> tuple[str, ...]:
    """The files of an agenda's materials, each once, in the order in which they come first."""
    parts = [part for item in post.agenda for part in (item, *item.items)]
    return tuple(dict.fromkeys(material.file for part in parts for material in part.materials if material.file))
