"""Many files at once, on disk: what lies in a folder, contents kept by their digest, and files put in place together."""

import errno
import os
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

N_ = str  # marks a Danish text that is translated where it is shown
_DIGEST = re.compile(r"[0-9a-f]{64}")
_START = 40
_CHANGED = N_("filen blev ændret i samme øjeblik; prøv igen")


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

    def path(self, digest: str) -> Path:
        """Return where a content is kept. Raises FileNotFoundError for what is no digest: it could name any file."""
        if not _DIGEST.fullmatch(digest):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), digest)
        return self.folder / digest[:2] / digest

    def put(self, data: bytes) -> str:
        """Keep a content and return its digest. Raises OSError."""
        digest = sha256(data).hexdigest()
        self._write(self.path(digest), data)
        return digest

    def _write(self, path: Path, data: bytes) -> None:
        """Write a content. One that is not kept yet needs no other name until it is whole: nobody takes out what is not
        what its name says.
        """
        try:
            file = _new(path)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = _new(path)
        except FileExistsError:
            return self._renew(path, data)
        try:
            _write_all(file, data)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        finally:
            os.close(file)

    def _renew(self, path: Path, data: bytes) -> None:
        """See that what is kept is what it was. A file that is not may be a page too, and is not written into."""
        found = stamp(path)
        if found is not None and found.size == len(data) and path.read_bytes() == data:
            return
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


def _new(path: Path) -> int:
    """Open a file that is not there yet. Raises FileExistsError."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)


def place(source: Path, target: Path) -> Stamp:
    """Put a kept content where people find it, whole or not at all, and return its stamp. Where the disk can, it is the
    same file under two names and costs no space. Raises OSError.
    """
    try:
        _link(source, target)  # where nothing is yet it comes there whole
    except OSError:
        _put_over(source, target)
    found = target.stat()
    return Stamp(found.st_size, found.st_mtime_ns)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)


def _put_over(source: Path, target: Path) -> None:
    """Put a content where there is something else, or where the disk knows no two names for a file."""
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


class ChangedError(OSError):
    """A file is not what it was when somebody last looked at it."""


def keep(path: Path, data: bytes, size: int, whole: int) -> Stamp:
    """Add data to the end of a file, and return its stamp only when all of it is on disk. The file must have the size that
    it had when it was read (0: it need not be there), and what follows its first `whole` bytes is cut off: a line that
    was written by half. Where the disk refuses, the file is left as it was. Raises ChangedError, and OSError.
    """
    make_folder(path.parent)
    flags = os.O_RDWR | (0 if size else os.O_CREAT) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0) as file:
        held = _is_free(file.fileno())
        found = os.fstat(file.fileno())
        if held is False or found.st_size != size or not os.path.samestat(found, path.stat()):
            raise ChangedError(None, _CHANGED, str(path))
        try:
            file.truncate(whole)
            file.seek(whole)
            _write_all(file.fileno(), data)
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                file.truncate(whole)
            raise
        found = os.fstat(file.fileno())
    if not size:
        settle(path.parent)
    return Stamp(found.st_size, found.st_mtime_ns)


def _write_all(file: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]


def swap(path: Path, data: bytes, still: Callable[[], bool] = lambda: True) -> Stamp:
    """Write a file so that at any moment the old or the new one is there, whole, and return its stamp only when it is on
    disk. A file keeps its mode, and a link goes on leading to it. `still` is asked last, so that what somebody else wrote
    meanwhile is not written over: raises ChangedError. Raises OSError.
    """
    target = path.resolve() if path.is_symlink() else path
    make_folder(target.parent)
    # Threads of one process may write the same file at once, each in a part of its own.
    part = target.with_name(f".{target.name[:_START]}.{threading.get_ident()}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            if target.exists():
                _may_write(target)
                part.chmod(target.stat().st_mode & 0o777)
            os.fsync(file.fileno())
        if not still():
            raise ChangedError(None, _CHANGED, str(path))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    settle(target.parent)
    found = target.stat()
    return Stamp(found.st_size, found.st_mtime_ns)


def _may_write(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def move(source: Path, target: Path) -> None:
    """Give a file another name, in place of what is there. Raises OSError."""
    make_folder(target.parent)
    source.replace(target)
    settle(target.parent)
    if source.parent != target.parent:
        settle(source.parent)


def touch(path: Path) -> None:
    """Mark a file as in use now, if it is there and the disk lets us."""
    with suppress(OSError):
        os.utime(path)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, so that they are there after a power cut too. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    settle(folder.parent)


def settle(folder: Path) -> None:
    """Have the names in a folder written to disk, where the system can."""
    with suppress(OSError):
        found = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(found)
        finally:
            os.close(found)


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


@contextmanager
def in_turn(path: Path, patience: float = 10.0) -> Iterator[bool]:
    """Hold a file that one process at a time can hold, and wait for it. Yields False where the folder knows no locks, as
    some of the network do. Raises BusyError where it is still held by another one in the end, and OSError.
    """
    import time

    make_folder(path.parent)
    until = time.monotonic() + patience
    with path.open("ab") as file:
        while not (is_held := _is_free(file.fileno())) and is_held is not None:
            if time.monotonic() > until:
                reason = N_("et andet program er ved at gemme her; prøv igen om lidt")
                raise BusyError(None, reason, str(path.parent))
            time.sleep(0.02)
        yield is_held is True


def _is_free(file: int) -> bool | None:
    """Hold a file if nobody else does, and tell whether that went well; None where the folder knows no locks."""
    try:
        _hold(file)
    except OSError as error:
        return False if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK) else None
    return True


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
