"""How the diary's generator meets Pelican."""

from pelican import signals

from plugins.blog.wiring import diary_generator, register


def test_registering_twice_runs_one_generator() -> None:
    register()
    register()
    try:
        assert list(signals.get_generators.receivers_for(None)).count(diary_generator) == 1
    finally:
        signals.get_generators.disconnect(diary_generator)
