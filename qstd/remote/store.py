"""What every place looks like to those who publish to it, and the few ways in which it can refuse."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Kind = Literal[
    "lost",  # the connection broke, or the server has no time: it may go well in a moment
    "login",
    "denied",
    "full",
    "missing",
    "unknown_host",
    "changed_host",
    "no_host",
    "library",
    "refused",
]


class RemoteError(Exception):
    """A place refused. `detail` is what it said itself, or the one word that the kind needs; never a password."""

    def __init__(self, kind: Kind, detail: str = "", path: str = "") -> None:
        super().__init__(kind, detail, path)
        self.kind, self.detail, self.path = kind, detail, path


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in one folder: its files with their sizes, and the names of its folders."""

    files: Mapping[str, int]
    folders: frozenset[str]


EMPTY = Listing({}, frozenset())


class Store(Protocol):
    """A place for files. Paths are relative to it, with "/" between their parts."""

    def listing(self, folder: str) -> Listing:
        """Return what lies in a folder ("" for the place itself); nothing where there is no such folder."""

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes; None where there is none."""

    def write(self, path: str, data: bytes) -> None:
        """Put a file there so that at any moment the old or the new one is there, whole."""

    def remove(self, path: str) -> None:
        """Take a file away; one that is not there is no fault."""

    def remove_folder(self, folder: str) -> None:
        """Take a folder away if there is nothing in it."""

    def close(self) -> None:
        """Let go of the connection."""


def part(path: str) -> str:
    """Return the name under which a file is sent before it takes the place of the old one."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}.{name.lstrip('.')}.qstd-part"


def is_part(path: str) -> bool:
    """Tell whether a file is one that was never sent to its end."""
    name = path.rpartition("/")[2]
    return name.startswith(".") and name.endswith(".qstd-part")
