"""Sites to publish and places to publish to, for the tests: a place in memory that can be told to break."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from qstd.remote import Listing, RemoteError, Store
from qstd.verbs.publish import Ready, prepare, send
from qstd.verbs.publish_lanes import Lanes

SITE = {
    "index.html": "forside",
    "404.html": "findes ikke",
    "assets/qstd.css": "p {}",
    "feed.xml": "<feed/>",
    "lejre/index.html": "kommunen",
    "lejre/ledsagelse/index.html": "standarden",
    "lejre/ledsagelse/ledsagelse.pdf": "på papir",
    "lejre/standarder.json": "{}",
}
Files = Mapping[str, str]


def lay_out(folder: Path, files: Files = SITE) -> Path:
    """Write a site."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


class Memory:
    """A place in memory. `breaks` is asked before each change, and may raise; `log` has every change that was made."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self.files: dict[str, bytes] = dict(files or {})
        self.log: list[str] = []
        self.breaks: Callable[[str], None] = lambda change: None
        self._lock = threading.Lock()

    def listing(self, folder: str) -> Listing:
        start = f"{folder}/" if folder else ""
        below = [(each.removeprefix(start), len(data)) for each, data in self.files.items() if each.startswith(start)]
        files = {name: size for name, size in below if "/" not in name}
        return Listing(files, frozenset(name.partition("/")[0] for name, _ in below if "/" in name))

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def write(self, path: str, data: bytes) -> None:
        self._change(f"+{path}")
        self.files[path] = data

    def remove(self, path: str) -> None:
        self._change(f"-{path}")
        self.files.pop(path, None)

    def remove_folder(self, folder: str) -> None:
        pass

    def close(self) -> None:
        pass

    def _change(self, change: str) -> None:
        with self._lock:
            self.breaks(change)
            self.log.append(change)

    @property
    def texts(self) -> dict[str, str]:
        """What visitors see, without our list."""
        return {path: data.decode() for path, data in self.files.items() if not path.startswith(".")}


def connected(reach: Callable[[], Store]) -> Lanes:
    """Connections that say nothing when they are lost."""
    return Lanes(reach, lambda seconds, attempt, attempts: None)


def publish(site: Path, reach: Callable[[], Store]) -> Ready:
    """Publish once, and return what was decided."""
    with connected(reach) as lanes:
        ready = prepare(site, lanes)
        send(ready, lanes, lambda path, size: None)
    return ready


def lost(change: str) -> None:
    """Break, as a line does."""
    raise RemoteError("lost", change)
