"""The moderators' desk: who may sit at it, what lies on it, and what is done there. Whole without a script."""
