"""Where comments are kept: one interface, and one module for each kind of place."""

from plugins.comments.providers.interface import CommentedPage, Provider, Ways
from plugins.comments.providers.shelf import PROVIDERS

__all__ = ["PROVIDERS", "CommentedPage", "Provider", "Ways"]
