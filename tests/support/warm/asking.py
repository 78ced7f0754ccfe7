"""What a warm last look starts in the place of Java: says what the HTML checker that runs already finds in a folder."""

import json
import sys
from pathlib import Path

from tests.support.warm.html_checker import HTML_CHECKER

print(json.dumps({"messages": list(HTML_CHECKER.messages(Path(sys.argv[-1])))}))
