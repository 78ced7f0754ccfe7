"""How fast comments may come, so that a flood is slowed and a classroom is not locked out.

A bucket holds so many comments and fills up again so many a minute. One for each network (a whole classroom may share
one), one for each post, one for the whole service. Nothing of it is kept: it lives in memory, under digests.
"""

from collections.abc import Mapping
from dataclasses import field
from threading import Lock

from plugins.records import dataclass

_MOST_BUCKETS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """So many at once, and so many more each minute."""

    at_once: int
    a_minute: int


@dataclass(slots=True)
class _Bucket:
    left: float
    seen: float


@dataclass(slots=True)
class RateLimiter:
    """The buckets of one service; may be asked by many threads at once."""

    limits: Mapping[str, RateLimit]
    _buckets: dict[tuple[str, str], _Bucket] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def seconds_to_wait(self, now: float, **who: str) -> int:
        """Take one from every bucket named, as in `network="…", thread="…"`; or take none, and say how long to wait."""
        with self._lock:
            buckets = [(self._bucket(kind, name, now), self.limits[kind]) for kind, name in who.items()]
            wait = max((1 - bucket.left) * 60 / limit.a_minute for bucket, limit in buckets)
            if wait > 0:
                return int(wait) + 1
            for bucket, _ in buckets:
                bucket.left -= 1
        return 0

    def _bucket(self, kind: str, name: str, now: float) -> _Bucket:
        limit = self.limits[kind]
        if len(self._buckets) >= _MOST_BUCKETS:
            self._forget(now)
        bucket = self._buckets.setdefault((kind, name), _Bucket(limit.at_once, now))
        bucket.left = min(limit.at_once, bucket.left + max(0.0, now - bucket.seen) * limit.a_minute / 60)
        bucket.seen = now
        return bucket

    def _forget(self, now: float) -> None:
        """Those that are full again; and if that frees nothing, the half that was seen longest ago."""
        full = [
            key
            for key, bucket in self._buckets.items()
            if bucket.left + (now - bucket.seen) * self.limits[key[0]].a_minute / 60 >= self.limits[key[0]].at_once
        ]
        old = sorted(self._buckets, key=lambda key: self._buckets[key].seen)[: _MOST_BUCKETS // 2]
        for key in full or old:
            del self._buckets[key]
