"""What stands around the diary: the environment its tasks run in, the tasks, the quality gates.

Nothing here is a Pelican plugin. `commands.py` alone knows Invoke; the other rooms must run on a bare Python,
before anything is installed, so they import the standard library and nothing else.
"""
