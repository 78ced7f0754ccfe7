"""The page that a reader sees who followed a link that leads nowhere."""

TITLE = "This page is not here"
INTRODUCTION = "Perhaps it has moved, or the address was cut short. Here is the way back:"
