"""The site as it lies on disk, shown on this machine while somebody works on it; the only door to `http` and watchfiles.

It listens on loopback only. A page that is open asks to be told when the site has changed, and then loads itself again;
the script for that is put in as the page is sent and stands in no file.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_EVENTS = "/.qstd/events"
# It says which change the page has seen, so that none is missed that comes before somebody listens.
_SCRIPT = (
    '<script>new EventSource("/.qstd/events?%d").onmessage = () => location.reload();</script>\n'
    "<script>/* added while the site is being worked on */</script>\n</body>"
)
_HOSTS = ("127.0.0.1", "localhost")
_PULSE = 15.0  # seconds after which a silent connection is tried, so that pages that are gone let go of theirs


class Live:
    """A server of a folder. `changed` tells every open page to load again."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self._news = threading.Condition()
        self._count = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, self, directory=str(folder)))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the site can be seen."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def changed(self) -> None:
        """Tell all open pages."""
        with self._news:
            self._count += 1
            self._news.notify_all()

    def wait(self, seen: int) -> int:
        """Return the number of the newest change, at once where it is not the one that was seen."""
        with self._news:
            self._news.wait_for(lambda: self._count != seen, _PULSE)
            return self._count

    @property
    def count(self) -> int:
        """How often the site has changed."""
        return self._count

    def close(self) -> None:
        """Stop showing the site."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    """Answers for one connection."""

    def __init__(self, live: Live, *args: Any, **more: Any) -> None:
        self._live = live
        super().__init__(*args, **more)

    def do_GET(self) -> None:  # the library's name
        """Send a file, or the news."""
        if self._may_ask():
            path, _, seen = self.path.partition("?")
            if path == _EVENTS:
                self._tell(int(seen) if seen.isdecimal() else self._live.count)
            else:
                self._send_page_or_file()

    def do_HEAD(self) -> None:  # the library's name
        """Tell of a file without sending it."""
        if self._may_ask():
            super().do_HEAD()

    def _may_ask(self) -> bool:
        if self.headers.get("Host", "").partition(":")[0].lower() not in _HOSTS:  # another name that leads here
            self.send_error(403)
            return False
        with suppress(ValueError, OSError):  # what no file can be called
            if Path(self.translate_path(self.path)).resolve().is_relative_to(Path(self.directory).resolve()):
                return True
        self.send_error(404)
        return False

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Show no list of a folder: the site has none."""
        self.send_error(404)

    def _send_page_or_file(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        script = (_SCRIPT % self._live.count).encode()
        data = page.read_bytes().replace(b"</body>", script, 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _tell(self, seen: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                now = self._live.wait(seen)
                self.wfile.write(b"data: changed\n\n" if now != seen else b": still here\n\n")
                self.wfile.flush()
                seen = now
        except OSError:
            return  # the page is gone

    def end_headers(self) -> None:
        """Have nothing kept: the next look must show what is there then."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the library's name
        """Say nothing: the terminal is for what was built."""


def changes(*folders: Path) -> Iterator[None]:
    """Yield whenever something in these folders has changed and all is quiet again."""
    import watchfiles

    there = [each for each in folders if each.is_dir()]
    for _ in watchfiles.watch(*there, raise_interrupt=True, debounce=400, step=60):
        yield
