"""The theme of the checkout, read for the tests of the writers for page and paper, and a site around some pages."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from qstd.model.theme import Theme

TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def theme() -> Theme:
    paths = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    files = {path.relative_to(TEMPLATES).as_posix(): path.read_bytes() for path in paths}
    return Theme(
        templates={name: data.decode() for name, data in files.items() if name.endswith(".html")},
        assets={name: data for name, data in files.items() if not name.endswith(".html")},
    )


def lay_out(folder: Path, pages: dict[str, bytes]) -> list[Path]:
    """Write pages and what they load below a folder, as on the site."""
    assets = {f"assets/{name.removeprefix('html/')}": data for name, data in theme().assets.items()}
    for name, data in (assets | pages).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return [folder / name for name in pages]


class Quiet(SimpleHTTPRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine: a browser lets a page that is a file read no other file, and so does axe."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
