"""Pictures opened, made safe and written anew, from their pixels alone. The only room that knows Pillow.

Whatever else a file holds (place, time and device, a smaller picture of what was cut off, comments, a film behind
the picture) is not copied, so it need not be found.
"""

from importlib.metadata import version

from plugins.photos.develop.exposing import Exposure, Frame, exposed
from plugins.photos.develop.opening import UnreadableError, ending_of

__all__ = ["SOFTWARE", "Exposure", "Frame", "UnreadableError", "ending_of", "exposed"]

_OUR_RECIPES = 2  # Counted up by whoever changes what comes out of this room.
SOFTWARE = f"{_OUR_RECIPES} pillow {version('pillow')} pillow-heif {version('pillow-heif')}"
"""What decides about the bytes beside a picture and its recipe."""
