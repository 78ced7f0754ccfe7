"""What is pasted from Word, a web page, a spreadsheet or an e-mail, as the Markdown of a story.

Nothing is taken over that nobody saw where it came from: hidden words, comments and words that were struck out stay
behind, and it is told.
"""

from plugins.imports.pasting.markdown import Pasted, pasted

__all__ = ["Pasted", "pasted"]
