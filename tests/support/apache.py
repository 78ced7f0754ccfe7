"""A real Apache on loopback, over a folder, with the lines that our task prints."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.ports import free_port, wait_for
from tests.support.programs import program

_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate")
_PLACES = ("/usr/lib/apache2/modules", "/usr/libexec/apache2", "/opt/homebrew/lib/httpd/modules")
_CONFIG = """
ServerName localhost
ServerRoot {folder}
PidFile {folder}/pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
{modules}
{whose}
TypesConfig /dev/null
DocumentRoot {root}
<Directory {site}>
    Options FollowSymLinks
    Require all granted
    AllowOverride {overridden}
    {included}
</Directory>
"""


@contextmanager
def apache(root: Path, settings: str, *, below: str = "", in_site: bool = False) -> Iterator[str]:
    """Serve a copy of `root` until the end of the block; the address ends in a slash.

    The `settings` are included for the site's folder, `below` the root, or read by Apache `in_site`, as a `.htaccess`.
    Apache never serves as root, so what it serves lies where anybody may read.
    """
    server = program("apache2")
    port = free_port()
    with TemporaryDirectory(prefix="apache-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        copy = Path(shutil.copytree(root, folder / "www"))
        site = copy / below
        settings_file = site / ".htaccess" if in_site else folder / "diary.conf"
        settings_file.write_text(settings, "utf-8")
        place = next(Path(each) for each in _PLACES if Path(each).is_dir())
        text = _CONFIG.format(
            folder=folder,
            port=port,
            modules="\n".join(f"LoadModule {each}_module {place}/mod_{each}.so" for each in _MODULES),
            whose=_nobody() if os.geteuid() == 0 else "",
            root=copy,
            site=site,
            overridden="All" if in_site else "None",
            included="" if in_site else f"Include {settings_file}",
        )
        (folder / "apache.conf").write_text(text, "utf-8")
        command = [server, "-D", "FOREGROUND", "-d", str(folder), "-f", str(folder / "apache.conf")]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
            try:
                wait_for(port, process)
                yield f"http://127.0.0.1:{port}/"
            finally:
                process.terminate()
                process.wait(timeout=20)


def _nobody() -> str:
    import grp  # Not above: Windows has neither, and no Apache is driven there.
    import pwd

    nobody = pwd.getpwnam("nobody")
    return f"User nobody\nGroup {grp.getgrgid(nobody.pw_gid).gr_name}"
