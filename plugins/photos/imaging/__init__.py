"""Pictures opened, made safe and written anew, from their pixels alone. The only room that knows Pillow.

Whatever else a file holds (place, time and device, a smaller picture of what was cut off, comments, a film behind
the picture) is not copied, so it need not be found.
"""

from importlib.metadata import version

from plugins.photos.imaging.decoding import UnreadableError, ending_of, with_article
from plugins.photos.imaging.original import Crop, plain_photo
from plugins.photos.imaging.scaling import DecodedPicture, UnencodedRendition, render
from plugins.photos.imaging.traces import Traces, traces, without_traces

__all__ = [
    "SOFTWARE",
    "Crop",
    "DecodedPicture",
    "Traces",
    "UnencodedRendition",
    "UnreadableError",
    "ending_of",
    "plain_photo",
    "render",
    "traces",
    "with_article",
    "without_traces",
]

_OUR_VERSION = 4  # Counted up by whoever changes what comes out of this room.
SOFTWARE = f"{_OUR_VERSION} pillow {version('pillow')} pillow-heif {version('pillow-heif')}"
"""What decides about the bytes of a rendition, beside the picture and its spec."""
