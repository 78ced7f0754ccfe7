"""A real nginx on loopback, over a folder, with the lines that our task prints."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.ports import free_port, wait_for
from tests.support.programs import has_package, program

BROTLI = "libnginx-mod-http-brotli-static"
_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_CONFIG = """
{module}
daemon off;
user {user};
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {folder}/diary.conf;
    }}
}}
"""


def serves_brotli() -> bool:
    """Whether nginx has its module for `.br` files; Debian packs it apart."""
    program("nginx")
    return has_package(BROTLI) and _MODULE.is_file()


@contextmanager
def nginx(folder: Path, root: Path, settings: str, *, brotli: bool) -> Iterator[str]:
    """Serve `root` until the end of the block, with `settings` included; the address ends in a slash."""
    server = program("nginx")
    folder.mkdir()
    port = free_port()
    (folder / "diary.conf").write_text(settings)
    module = f"load_module {_MODULE};" if brotli else ""
    text = _CONFIG.format(module=module, user=root.owner(), folder=folder, port=port, root=root)
    (folder / "nginx.conf").write_text(text)
    command = [server, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(timeout=20)
