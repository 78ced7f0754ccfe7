"""The moderators' pages: who may see them, what they show, and what is done there. Whole without a script."""
