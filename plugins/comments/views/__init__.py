"""What templates see of comments: every text ready to show."""

from plugins.comments.views.thread import CommentsView, CommentView
from plugins.comments.views.ways import EmbedView, FormView, WayOut

__all__ = ["CommentView", "CommentsView", "EmbedView", "FormView", "WayOut"]
