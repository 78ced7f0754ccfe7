@echo off
rem Double-click: the diary opens in the browser. Close this window to stop.
cd /d "%~dp0"
py -3 tasks.py serve --open
if errorlevel 1 pause
