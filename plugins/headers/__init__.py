"""What a browser is told about our pages beside the pages: one table, whatever host tells it."""

from plugins.headers.media import lifetime, media_type
from plugins.headers.policy import content_security_policy
from plugins.headers.table import Rule, table

__all__ = ["Rule", "content_security_policy", "lifetime", "media_type", "table"]
