"""How the diary's generator meets Pelican."""

from pelican import signals

from plugins import blog
from plugins.blog.wiring import diary_generator


def test_registering_twice_runs_one_generator() -> None:
    blog.register()
    blog.register()
    try:
        assert list(signals.get_generators.receivers_for(None)).count(diary_generator) == 1
    finally:
        signals.get_generators.disconnect(diary_generator)
