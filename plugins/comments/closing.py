"""Until when readers may answer."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.moments import When
from plugins.records import dataclass
from plugins.words import comments


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What a post says of its comments, and whether a moderator has closed them."""

    is_open: bool = True
    closes: When | None = None
    is_closed_by_moderator: bool = False

    def takes_comments(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether readers may answer at `now`; on the last day they may until midnight."""
        end = self.end(zone)
        return self.is_open and not self.is_closed_by_moderator and (end is None or now < end)

    def end(self, zone: ZoneInfo) -> datetime | None:
        """The first moment at which comments are closed; None if they stay open."""
        if self.closes is None:
            return None
        return self.closes.first(zone) if self.closes.clock else self.closes.last(zone) + timedelta(seconds=1)

    def sentence(self, now: datetime, zone: ZoneInfo) -> str:
        """What readers are told; empty while there is nothing to tell."""
        if not self.takes_comments(now, zone):
            return comments.CLOSED
        return comments.closing(self.closes) if self.closes else ""
