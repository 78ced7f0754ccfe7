"""How another computer is reached over ssh: it must be known, and our keys come from the agent or the environment.

`DIARY_SSH_KEY` names the file of a private key, `DIARY_SSH_KNOWN_HOSTS` a file of known host keys; without them ssh's
own places are looked at.
"""

from collections.abc import Mapping

from plugins.publishing.address import HostAddress

KEY = "DIARY_SSH_KEY"
KNOWN_HOSTS = "DIARY_SSH_KNOWN_HOSTS"
PASSWORD = "DIARY_SSH_PASSWORD"  # noqa: S105 - the variable's name, not what it holds.
PASSPHRASE = "DIARY_SSH_PASSPHRASE"  # noqa: S105 - the variable's name, not what it holds.


def ssh_command(address: HostAddress, environ: Mapping[str, str]) -> list[str]:
    """The ssh of this computer, which asks nobody anything and trusts no unknown host; the host comes after it."""
    options = ["BatchMode=yes", "StrictHostKeyChecking=yes", "ConnectTimeout=20"]
    options += ["ServerAliveInterval=15", "ServerAliveCountMax=4"]
    if environ.get(KNOWN_HOSTS):
        options += [f'UserKnownHostsFile="{environ[KNOWN_HOSTS]}"', "GlobalKnownHostsFile=none"]
    if environ.get(KEY):
        options += [f'IdentityFile="{environ[KEY]}"', "IdentitiesOnly=yes"]
    port = ["-p", str(address.port)] if address.port else []
    return ["ssh", *port, *(part for option in options for part in ("-o", option))]


def destination(address: HostAddress) -> str:
    return f"{address.user}@{address.host}" if address.user else address.host


def unknown_host(address: HostAddress) -> str:
    """What to do when the host's key is not known; nothing but a person can know whether it is the right one."""
    port = f"-p {address.port} " if address.port else ""
    return (
        f"The key of {address.host} is not known here, so it could be another computer. "
        f"Ask who runs it for its fingerprint, look at it with ssh-keyscan {port}{address.host} | ssh-keygen -lf -, "
        "and put it into ~/.ssh/known_hosts (see docs/for-web-officers/publishing.md)."
    )
