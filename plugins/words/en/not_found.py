"""The page that a reader sees who followed a link that leads nowhere."""

TITLE = "This page is not here"
INTRODUCTION = "It may have moved, or part of the address may be missing. Here is the way back:"
