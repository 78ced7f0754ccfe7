"""Where comments are kept: one interface, and one module for each kind of place."""

from plugins.comments.providers.interface import CommentedPage, Provider, Widgets
from plugins.comments.providers.registry import PROVIDERS

__all__ = ["PROVIDERS", "CommentedPage", "Provider", "Widgets"]
