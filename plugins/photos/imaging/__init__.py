"""Pictures opened, made safe and written anew, from their pixels alone. The only room that knows Pillow.

Whatever else a file holds (place, time and device, a smaller picture of what was cut off, comments, a film behind
the picture) is not copied, so it need not be found.
"""

from plugins.photos.imaging.original import Crop, plain_photo
from plugins.photos.imaging.scaling import DecodedPicture, UnencodedRendition, render
from plugins.photos.imaging.traces import Traces, traces, without_traces
from plugins.photos.picture_kinds import UnreadableError, ending_of, with_article

__all__ = [
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
