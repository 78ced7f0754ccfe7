"""What templates see of comments: every text ready to show."""

from plugins.comments.views.thread import CommentsView, CommentView
from plugins.comments.views.widgets import EmbedView, ExternalLink, FormView

__all__ = ["CommentView", "CommentsView", "EmbedView", "ExternalLink", "FormView"]
