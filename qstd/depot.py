"""Many files at once, on disk: what lies in a folder, contents kept by their digest, and files put in place together."""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

N_ = str  # marks a Danish text that is translated where it is shown
_DIGEST = re.compile(r"[0-9a-f]{64}")
_START = 40


class Stamp(NamedTuple):
    """What the disk tells of a file without reading it: size in bytes and time of the last change in nanoseconds."""

    size: int
    changed: int


def stamps(top: Path, deepest: int = 20) -> dict[str, Stamp]:
    """Return the stamps of all files in a folder and below it, by path from there; hidden ones left out. A folder that
    is not there, or may not be opened, has none.
    """
    return dict(_stamps(str(top), "", deepest))


def _stamps(folder: str, before: str, deepest: int) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        return
    for each in entries:
        if each.name[:1] == ".":
            continue
        with suppress(OSError):  # gone while we looked
            if each.is_dir():
                if deepest and not _leads_up(each):
                    yield from _stamps(each.path, f"{before}{each.name}/", deepest - 1)
            else:
                found = each.stat()
                yield f"{before}{each.name}", Stamp(found.st_size, found.st_mtime_ns)


def _leads_up(found: "os.DirEntry[str]") -> bool:
    """Tell whether a folder is a link to one on the way to it: there would be no end of it."""
    if not found.is_symlink():
        return False
    path = Path(found.path)
    there = path.resolve()
    return any(each.resolve().is_relative_to(there) for each in path.parents)


def stamp(path: Path) -> Stamp | None:
    """Return the stamp of a file; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns)


class Store:
    """Contents by their digest. What is taken out is what was put in: a file that has changed meanwhile is thrown away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spoilt = 0
        self._made: set[Path] = set()

    def path(self, digest: str) -> Path:
        """Return where a content is kept. Raises FileNotFoundError for what is no digest: it could name any file."""
        if not _DIGEST.fullmatch(digest):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), digest)
        return self.folder / digest[:2] / digest

    def put(self, data: bytes) -> str:
        """Keep a content and return its digest. Raises OSError."""
        digest = sha256(data).hexdigest()
        path = self.path(digest)
        if not self._holds(path, data):
            self._write(path, data)
        return digest

    def _holds(self, path: Path, data: bytes) -> bool:
        found = stamp(path)
        return found is not None and found.size == len(data) and path.read_bytes() == data

    def _write(self, path: Path, data: bytes) -> None:
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        part = _part(path)
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)

    def get(self, digest: str) -> bytes | None:
        """Return a content; None where it is not kept, or no longer what it was."""
        try:
            path = self.path(digest)
            data = path.read_bytes()
        except OSError:
            return None
        if sha256(data).hexdigest() == digest:
            return data
        self.spoilt += 1
        with suppress(OSError):
            path.unlink()
        return None

    def count_above(self, most: int) -> bool:
        """Tell whether more contents than so many are kept."""
        return sum(1 for _ in _stamps(str(self.folder), "", 1)) > most

    def keep_only(self, digests: frozenset[str], older_than: int) -> int:
        """Throw away what is not among the digests and was not touched since a time (nanoseconds); return how many."""
        gone = 0
        for name, found in stamps(self.folder, 1).items():
            if name.rpartition("/")[2] not in digests and found.changed < older_than:
                with suppress(OSError):
                    (self.folder / name).unlink()
                    gone += 1
        return gone


def place(source: Path, target: Path) -> Stamp:
    """Put a kept content where people find it, whole or not at all, and return its stamp. Where the disk can, it is the
    same file under two names and costs no space. Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = _part(target)
    try:
        try:
            os.link(source, part)  # Path has no such thing that fails where the disk cannot
        except OSError:
            part.write_bytes(source.read_bytes())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    found = target.stat()
    return Stamp(found.st_size, found.st_mtime_ns)


def _part(path: Path) -> Path:
    """Return what a file is called until it is whole. Of a long name only the start: with more it would be too long."""
    return path.with_name(f".{path.name[:_START]}.{os.getpid()}.part")


def now() -> int:
    """Return the time in nanoseconds, as files are stamped with it."""
    import time

    return time.time_ns()


def append(path: Path, lines: Iterable[bytes]) -> None:
    """Add lines to the end of a file. Each begins with its line break, so that what was written by half spoils no other
    one. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.writelines(b"\n" + each for each in lines)


def digest(path: Path, limit: int) -> str:
    """Return the digest of a file; "" for one that cannot be read. Of a huge one only as much as the limit counts."""
    try:
        with path.open("rb") as file:
            return sha256(file.read(limit + 1)).hexdigest()
    except OSError:
        return ""


class BusyError(OSError):
    """Somebody else is at work in a folder."""


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold a file that one process at a time can hold; whatever ends the process lets go of it. Raises BusyError where
    another one holds it, and OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            _hold(file.fileno())
        except OSError as error:
            reason = N_("der bygges allerede; vent, til det er færdigt, og prøv igen")
            raise BusyError(None, reason, str(path.parent)) from error
        yield


def _hold(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # Not flock: processes that are forked meanwhile would hold it too, and longer.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def libraries() -> tuple[str, ...]:
    """Return the names and versions of all libraries that this program finds."""
    return tuple(sorted(name for each in dict.fromkeys(sys.path) for name in _installed(each)))


def _installed(folder: str) -> Iterator[str]:
    with suppress(OSError):
        yield from (each for each in os.listdir(folder or ".") if each.endswith((".dist-info", ".egg-info")))  # noqa: PTH208  # names are all that is asked for
