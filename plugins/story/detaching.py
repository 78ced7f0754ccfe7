"""Elements taken out of a tree; the letters around them stay."""

from xml.etree.ElementTree import Element


def unwrap(parent: Element, child: Element) -> None:
    """Leave what is in the child, and no child."""
    index = list(parent).index(child)
    inside, text, tail = list(child), child.text or "", child.tail or ""
    parent.remove(child)
    parent[index:index] = inside
    _insert_text(parent, index, text)
    _insert_text(parent, index + len(inside), tail)


def remove(parent: Element, child: Element) -> None:
    """Take the child out, with all that is in it."""
    index = list(parent).index(child)
    parent.remove(child)
    _insert_text(parent, index, child.tail or "")


def _insert_text(parent: Element, index: int, text: str) -> None:
    if index == 0:
        parent.text = (parent.text or "") + text
    else:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
