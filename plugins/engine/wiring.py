"""Connects the engine to Pelican."""

from typing import Any

from pelican import signals

from plugins.engine.writer import DiaryWriter


def connect() -> None:
    """Connect to Pelican."""
    signals.get_writer.connect(writer)


def writer(_pelican: Any) -> type[DiaryWriter]:
    return DiaryWriter
