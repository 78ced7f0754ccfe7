"""What a pasted text does not have any more, told to whoever pasted it."""

from collections import Counter

_KINDS = {
    "form": "all but the plain words, since it lies too deep",
    "pictures": "pictures (add them under “Photos”)",
    "films and players": "films and players (put their address in)",
    "colours": "colours",
    "comments": "comments",
    "hidden words": "words that were hidden",
    "struck words": "words that somebody had struck out",
    "footnotes": "footnotes whose words were not copied",
}
_MERGED = "The words of a merged cell stand in each cell that it covered."


def lost_in_words(lost: Counter[str]) -> str:
    """One or two sentences; empty where everything came along."""
    kinds = [words for kind, words in _KINDS.items() if lost[kind]]
    names = " and ".join(filter(None, (", ".join(kinds[:-1]), *kinds[-1:])))
    sentences = [f"Left behind: {names}." if names else "", _MERGED if lost["merged cells"] else ""]
    return " ".join(filter(None, sentences))
