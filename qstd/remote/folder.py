"""A folder that this machine reaches as its own: a disk, a drive of the network, what a web server shows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qstd.remote.store import EMPTY, Listing, part


class Folder:
    """A folder, as a Store. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def listing(self, folder: str) -> Listing:
        """Return what lies in a folder."""
        with suppress(FileNotFoundError), os.scandir(self._path / folder) as found:
            entries = [(each.name, each.is_dir(), each) for each in found]
            files = {name: each.stat().st_size for name, _, each in entries if each.is_file()}
            return Listing(files, frozenset(name for name, is_folder, _ in entries if is_folder))
        return EMPTY

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes."""
        with suppress(FileNotFoundError):
            return (self._path / path).read_bytes()
        return None

    def write(self, path: str, data: bytes) -> None:
        """Put a file there, first under another name."""
        with _named(self._path / path) as whole:
            whole.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path / part(path)
            try:
                with temporary.open("wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                temporary.replace(whole)
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)

    def remove(self, path: str) -> None:
        """Take a file away."""
        (self._path / path).unlink(missing_ok=True)

    def remove_folder(self, folder: str) -> None:
        """Take a folder away if there is nothing in it."""
        with suppress(OSError):
            (self._path / folder).rmdir()

    def close(self) -> None:
        """There is nothing to let go of."""


@contextmanager
def _named(path: Path) -> Iterator[Path]:
    """Let an error name the file that people know, and not the one that it was to be for a moment."""
    try:
        yield path
    except OSError as error:
        error.filename = str(path)
        raise
