#!/bin/sh
# Double-click, and choose to run it: the diary opens in the browser. Close its window to stop.
cd "$(dirname "$0")" && exec python3 tasks.py serve --open
