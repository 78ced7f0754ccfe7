"""An editor for the photographs: draw what is to be blurred, set the point that crops keep, write both into the post.

It shows pictures as they came from the camera, so it is served by the author's desk alone, to this computer alone.
"""
