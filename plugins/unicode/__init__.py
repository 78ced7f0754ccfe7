"""What Unicode says of letters: which of them nobody sees, and what a word is, whatever letters spell it."""

from plugins.unicode.folding import folded
from plugins.unicode.unseen import UNSEEN, holds, is_unseen, readings, without_stray_unseen, without_unseen

__all__ = ["UNSEEN", "folded", "holds", "is_unseen", "readings", "without_stray_unseen", "without_unseen"]
