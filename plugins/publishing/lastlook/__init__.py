"""The last look: every byte of a built folder, before anything leaves."""

from plugins.publishing.lastlook.look import LookSettings, look

__all__ = ["LookSettings", "look"]
