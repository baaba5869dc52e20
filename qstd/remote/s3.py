"""S3 and what speaks like it. Every file is put there whole or not at all, so none needs another name first."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from botocore.exceptions import (
    BotoCoreError,
    HTTPClientError,
    NoCredentialsError,
    PartialCredentialsError,
)
from botocore.exceptions import (
    ConnectionError as BotoConnectionError,
)
from s3fs import S3FileSystem

from qstd.remote.address import Address
from qstd.remote.store import EMPTY, Listing, RemoteError

# What a browser has to be told of a file; the machine that publishes may know other types than the next one.
_TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
_BUSY = ("SlowDown", "reduce your request rate", "InternalError", "ServiceUnavailable", "(50")
_LOGIN = ("access key", "signature", "token", "credentials")


def opened(address: Address, seconds: float) -> "S3":
    """Open a connection. Who publishes is said to S3 as to all its programs: by the environment or `~/.aws`."""
    times = {"connect_timeout": seconds, "read_timeout": seconds, "retries": {"max_attempts": 0}}
    system = S3FileSystem(config_kwargs=times, use_listings_cache=False, skip_instance_cache=True)
    system.retries = 1  # who waits and tries again is decided in one place
    return S3(system, "/".join(filter(None, (address.host, address.path))))


class S3:
    """A part of a bucket: all files whose names begin alike."""

    def __init__(self, system: Any, base: str) -> None:
        self._system, self._base = system, base
        self._listed: dict[str, Listing] = {}

    def listing(self, folder: str) -> Listing:
        """Return what lies in a folder. A thousand names come with each answer, so the first call asks for all."""
        if not folder:
            self._listed = self._whole()
        return self._listed.get(folder, EMPTY)

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes."""
        with _judged(path), suppress(FileNotFoundError):
            return bytes(self._system.cat_file(self._at(path)))
        return None

    def write(self, path: str, data: bytes) -> None:
        """Put a file there, with what browsers have to know of it."""
        kind = _TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
        with _judged(path):
            self._system.pipe_file(self._at(path), data, ContentType=kind)

    def remove(self, path: str) -> None:
        """Take a file away."""
        with _judged(path), suppress(FileNotFoundError):
            self._system.rm_file(self._at(path))

    def remove_folder(self, folder: str) -> None:
        """There are no folders, only names with slashes in them."""

    def close(self) -> None:
        """Connections are kept for the next call, and end with the program."""

    def _whole(self) -> dict[str, Listing]:
        files: dict[str, dict[str, int]] = {"": {}}
        folders: dict[str, set[str]] = {"": set()}
        with _judged(""):
            found = self._system.find(self._base, detail=True)
        for name, entry in found.items():
            folder, _, last = name.removeprefix(f"{self._base}/").rpartition("/")
            files.setdefault(folder, {})[last] = int(entry["size"])
            while folder:
                above, _, last = folder.rpartition("/")
                folders.setdefault(above, set()).add(last)
                folder = above
        every = files.keys() | folders.keys()
        return {each: Listing(files.get(each, {}), frozenset(folders.get(each, ()))) for each in every}

    def _at(self, path: str) -> str:
        return f"{self._base}/{path}"


@contextmanager
def _judged(path: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise judged(error, path) from error


def judged(error: Exception, path: str) -> RemoteError:
    """Return what an error of S3 means."""
    said = str(error)
    if isinstance(error, NoCredentialsError | PartialCredentialsError):
        return RemoteError("login", "", path)
    if isinstance(error, PermissionError):
        return RemoteError("login" if any(word in said.lower() for word in _LOGIN) else "denied", "", path)
    if isinstance(error, FileNotFoundError):
        return RemoteError("missing", "", path)
    lost = isinstance(error, BotoConnectionError | HTTPClientError | ConnectionError | TimeoutError)
    if lost or (isinstance(error, OSError) and any(word in said for word in _BUSY)):
        return RemoteError("lost", said, path)
    return RemoteError("refused", said if isinstance(error, OSError | BotoCoreError) else type(error).__name__, path)
