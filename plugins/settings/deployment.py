"""Whether a host builds the site that readers find, or a copy of it for a change that somebody proposes.

Each host says so in variables of its own. Such a copy has an address of its own, and search engines that find it would
go on showing it after a withdrawal, so it asks them not to list it.
"""

from collections.abc import Callable, Mapping

PRODUCTION_BRANCH = "DIARY_PRODUCTION_BRANCH"
"""Cloudflare tells which branch it builds, and not which one readers see."""

_Environ = Mapping[str, str]
_HOSTS: Mapping[str, Callable[[_Environ], bool]] = {
    "NETLIFY": lambda told: told.get("CONTEXT") != "production",
    "CF_PAGES": lambda told: told.get("CF_PAGES_BRANCH") != told.get(PRODUCTION_BRANCH, "main"),
    "GITLAB_CI": lambda told: told.get("CI_COMMIT_BRANCH") != told.get("CI_DEFAULT_BRANCH"),
    "VERCEL": lambda told: told.get("VERCEL_ENV") != "production",
}
HOSTS = tuple(_HOSTS)
"""The variables by which the hosts are known."""


def is_preview_deployment(environ: _Environ) -> bool:
    """Whether a host says that what it builds now is not the site that readers find."""
    return any(environ.get(host) and is_preview(environ) for host, is_preview in _HOSTS.items())
