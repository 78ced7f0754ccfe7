"""The author's editor: the diary written in forms, on a port of its own on this computer.

Markdown and YAML files stay the truth: a form is read off a file, and a save changes what was changed in the form.
No build imports anything of it.
"""
