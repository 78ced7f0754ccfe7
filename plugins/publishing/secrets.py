"""What must never be shown: words of the environment that open a door.

Every sentence on its way to the screen goes through here, whatever library wrote it.
"""

import re
from collections.abc import Mapping

VARIABLES = (
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "DIARY_SSH_PASSWORD",
    "DIARY_SSH_PASSPHRASE",
    "DIARY_COMMENTS_TOKEN",
    "CI_JOB_TOKEN",
    "GH_TOKEN",
    "GITHUB_TOKEN",
)
"""Those that publishing reads, and those that a build service has lying about."""

_IN_AN_ADDRESS = re.compile(r"(?<=//)[^/\s@]+@")
_SHOWN = "***"


def without_secrets(text: str, environ: Mapping[str, str]) -> str:
    """The text with every secret struck out, and with what stands before the @ of a web address."""
    secrets = sorted((environ[name] for name in VARIABLES if environ.get(name)), key=len, reverse=True)
    for secret in secrets:
        text = text.replace(secret, _SHOWN)
    return _IN_AN_ADDRESS.sub(f"{_SHOWN}@", text)
