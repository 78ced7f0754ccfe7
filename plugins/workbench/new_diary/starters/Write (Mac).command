#!/bin/sh
# Double-click: the diary opens in the browser. Close this window to stop.
cd "$(dirname "$0")" && exec python3 tasks.py serve --open
