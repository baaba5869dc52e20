"""What SFTP and WebDAV have in common: folders that must be there before a file, and a file that is sent under another name
and then takes the place of the old one.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from qstd.remote.store import EMPTY, Listing, RemoteError, part

_ATTEMPTS = 3
Judge = Callable[[Exception, str], RemoteError]


class Tree(ABC):
    """A Store over a file system of fsspec. `base` is the folder that is published to, `judge` turns the errors of the
    protocol into ours.
    """

    def __init__(self, system: Any, base: str, judge: Judge) -> None:
        self._system, self._base, self._judge = system, base, judge

    def listing(self, folder: str) -> Listing:
        """Return what lies in a folder."""
        with self._judged(folder), suppress(FileNotFoundError):
            found = [self._followed(each) for each in self._system.ls(self._at(folder), detail=True)]
            files = {_name(each): int(each["size"] or 0) for each in found if each["type"] == "file"}
            return Listing(files, frozenset(_name(each) for each in found if each["type"] == "directory"))
        return EMPTY

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes."""
        with self._judged(path), suppress(FileNotFoundError):
            return bytes(self._system.cat_file(self._at(path)))
        return None

    def write(self, path: str, data: bytes) -> None:
        """Put a file there, first under another name."""
        temporary = self._at(part(path))
        with self._judged(path):
            try:
                self._send_to_folder(temporary, data)
                self._replace(temporary, self._at(path))
            except Exception:
                with suppress(Exception):
                    self._system.rm_file(temporary)
                raise

    def remove(self, path: str) -> None:
        """Take a file away."""
        with self._judged(path), suppress(FileNotFoundError):
            self._system.rm_file(self._at(path))

    def remove_folder(self, folder: str) -> None:
        """Take a folder away if there is nothing in it."""
        with suppress(Exception):  # somebody has put something there, or it is gone: both are well
            if not self._system.ls(self._at(folder), detail=False):
                self._system.rmdir(self._at(folder))

    @abstractmethod
    def close(self) -> None:
        """Let go of the connection."""

    @abstractmethod
    def _send(self, where: str, data: bytes) -> None:
        """Put bytes there, as they come."""

    @abstractmethod
    def _replace(self, old: str, new: str) -> None:
        """Let one file take the place of another."""

    def _followed(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Return what a link leads to; most entries are none."""
        if entry["type"] != "link":
            return entry
        with suppress(FileNotFoundError):
            return {**self._system.info(entry["name"]), "name": entry["name"]}
        return entry

    def _send_to_folder(self, where: str, data: bytes) -> None:
        """Send a file. Most folders are there, so none is asked for before it is missed."""
        try:
            self._send(where, data)
        except Exception as error:
            if self._judge(error, "").kind != "missing":
                raise
            self._make(where.rpartition("/")[0])
            self._send(where, data)

    def _make(self, folder: str) -> None:
        for _ in range(_ATTEMPTS):
            try:
                self._system.makedirs(folder, exist_ok=True)
                return
            except Exception:
                if self._system.isdir(folder):
                    return  # another of our connections was quicker; it may also have been so one folder higher
        self._system.makedirs(folder, exist_ok=True)

    def _at(self, path: str) -> str:
        return "/".join(filter(None, (self._base, path))) or "."

    @contextmanager
    def _judged(self, path: str) -> Iterator[None]:
        try:
            yield
        except RemoteError:
            raise
        except Exception as error:
            raise self._judge(error, path) from error


def _name(entry: dict[str, Any]) -> str:
    return str(entry["name"]).rstrip("/").rpartition("/")[2]
