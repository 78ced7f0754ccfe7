"""What a warm last look starts in the place of Java: says what the HTML checker that runs already finds in folders and files."""

import json
import sys
from pathlib import Path

from tests.support.warm.html_checker import HTML_CHECKER

_LAST_OPTION = "--exit-zero-always"
paths = sys.argv[sys.argv.index(_LAST_OPTION) + 1 :]
print(json.dumps({"messages": list(HTML_CHECKER.messages(map(Path, paths)))}))
