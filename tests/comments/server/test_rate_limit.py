from plugins.comments.server.rate_limit import RateLimit, RateLimiter
from plugins.comments.server.settings import LIMITS

SMALL = {"network": RateLimit(at_once=2, a_minute=6), "thread": RateLimit(at_once=3, a_minute=60)}


def test_so_many_at_once_and_then_one_after_the_other() -> None:
    rate_limiter = RateLimiter(SMALL)
    waits = [rate_limiter.seconds_to_wait(0.0, network="here", thread="a") for _ in range(3)]
    assert waits == [0, 0, 11]
    assert rate_limiter.seconds_to_wait(9.0, network="here", thread="a") > 0
    assert rate_limiter.seconds_to_wait(10.0, network="here", thread="a") == 0


def test_another_network_is_not_slowed_and_one_post_is_slowed_for_all() -> None:
    rate_limiter = RateLimiter(SMALL)
    waits = [rate_limiter.seconds_to_wait(0.0, network=str(number), thread="a") for number in range(4)]
    assert waits == [0, 0, 0, 2]
    assert rate_limiter.seconds_to_wait(0.0, network="0", thread="b") == 0


def test_who_must_wait_has_taken_nothing_from_the_others() -> None:
    rate_limiter = RateLimiter(SMALL)
    for _ in range(10):
        rate_limiter.seconds_to_wait(0.0, network="here", thread="a")
    assert rate_limiter.seconds_to_wait(0.0, network="there", thread="a") == 0


def test_a_classroom_behind_one_address_is_not_locked_out() -> None:
    rate_limiter = RateLimiter(LIMITS)
    waits = [rate_limiter.seconds_to_wait(pupil, network="school", thread="a", service="") for pupil in range(60)]
    assert set(waits) == {0}


def test_a_flood_from_everywhere_takes_no_memory_without_end() -> None:
    rate_limiter = RateLimiter(SMALL)
    for number in range(25_000):
        rate_limiter.seconds_to_wait(0.0, network=str(number), thread=str(number))
    assert len(rate_limiter._buckets) <= 10_000


def test_buckets_that_are_full_again_are_forgotten_first() -> None:
    rate_limiter = RateLimiter(SMALL)
    rate_limiter.seconds_to_wait(0.0, network="early", thread="a")
    for number in range(9_998):
        rate_limiter.seconds_to_wait(100.0, network=str(number), thread="b" if number % 2 else "c")
    rate_limiter.seconds_to_wait(100.0, network="late", thread="d")
    assert ("network", "early") not in rate_limiter._buckets
