"""What a browser is told about our pages beside the pages: one table, whatever host tells it."""

from plugins.headers.media import lifetime, media_type
from plugins.headers.table import Rule, content_security_policy, table

__all__ = ["Rule", "content_security_policy", "lifetime", "media_type", "table"]
