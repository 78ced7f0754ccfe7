"""The tree of a post without what was left out of its record, so that both still tell the same places."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from plugins.frontmatter import Entry, Mapping, Node, Sequence
from plugins.problems import FieldPath
from plugins.workshops.intake.consented import Consenting
from plugins.workshops.record.post import Post


def pruned(tree: Mapping, post: Post, consenting: Consenting) -> Mapping:
    """The tree without the photos and quotes of `post` that may not be shown."""
    quotes = post.feedback.quotes if post.feedback else ()
    hidden = tuple(index for index, quote in enumerate(quotes) if not consenting.shows(quote))
    tree = without_photos_in(tree, post, consenting.left_out(post))
    return without_parts(tree, ("feedback", "quotes"), hidden)


def without_photos_in(tree: Mapping, post: Post, lost: Collection[str]) -> Mapping:
    """The tree of `post` without the photos of these files."""
    photos = tuple(index for index, photo in enumerate(post.photos) if photo.file in lost)
    return without_parts(tree, ("photos",), photos)


def without_parts(tree: Mapping, path: FieldPath, lost: tuple[int, ...]) -> Mapping:
    """The tree without the items of these numbers in the list at `path`."""
    return replace(tree, entries=tuple(_entries(tree, path, lost))) if lost else tree


def _entries(tree: Mapping, path: FieldPath, lost: tuple[int, ...]) -> Iterator[Entry]:
    """The fields of a mapping, with the items `lost` taken out of the list at `path`."""
    for entry in tree.entries:
        if entry.key != path[0]:
            yield entry
        elif path[1:] and isinstance(entry.node, Mapping):
            node = replace(entry.node, entries=tuple(_entries(entry.node, path[1:], lost)))
            yield replace(entry, node=node)
        else:
            yield replace(entry, node=_without(entry.node, lost))


def _without(node: Node, lost: tuple[int, ...]) -> Node:
    """A list without some of its items; one value stands for a list of one, so nothing is left of it."""
    return (node if isinstance(node, Sequence) else Sequence((node,), node.line)).without(lost)
