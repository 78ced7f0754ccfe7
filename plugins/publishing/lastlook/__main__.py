"""`python -m plugins.publishing.lastlook FOLDER --content FOLDER`."""

import sys

from plugins.publishing.lastlook.command import main

sys.exit(main(sys.argv[1:]))
