"""WebDAV: many content management systems and file services take files in by it."""

import io

import httpx
from webdav4.client import ForbiddenOperation, HTTPError, InsufficientStorage, ResourceConflict, ResourceNotFound
from webdav4.fsspec import WebdavFileSystem

from qstd.remote.address import Address
from qstd.remote.store import RemoteError
from qstd.remote.tree import Tree

_BUSY = (408, 423, 425, 429, 500, 502, 503, 504)


def opened(address: Address, user: str, password: str, seconds: float) -> "Webdav":
    """Open a connection. A password is never sent where others on the way can read it."""
    scheme = "https" if address.scheme == "webdavs" else "http"
    who = address.user or user
    if scheme == "http" and who and not address.is_own_machine:
        raise RemoteError("login", "http")
    system = WebdavFileSystem(
        f"{scheme}://{address.machine}",
        auth=(who, password) if who else None,
        retry=False,
        timeout=seconds,
        skip_instance_cache=True,
    )
    return Webdav(system, address.path, judged)


class Webdav(Tree):
    """A folder that is reached by WebDAV."""

    def close(self) -> None:
        """Let go of the connection."""
        self._system.client.http.close()

    def _send(self, where: str, data: bytes) -> None:
        self._system.client.upload_fileobj(io.BytesIO(data), where, overwrite=True, size=len(data))

    def _replace(self, old: str, new: str) -> None:
        self._system.client.move(old, new, overwrite=True)


def judged(error: Exception, path: str) -> RemoteError:
    """Return what an error of WebDAV means."""
    if isinstance(error, InsufficientStorage):
        return RemoteError("full", "", path)
    if isinstance(error, FileNotFoundError | ResourceNotFound | ResourceConflict):
        return RemoteError("missing", "", path)
    if isinstance(error, ForbiddenOperation):
        return RemoteError("denied", "", path)
    if isinstance(error, HTTPError):
        return _answered(error, path)
    if isinstance(error, httpx.ConnectError) and "[Errno -" in str(error):
        return RemoteError("no_host", "", path)
    if isinstance(error, httpx.ConnectError) and "CERTIFICATE" in str(error):
        return RemoteError("unknown_host", str(error), path)
    if isinstance(error, httpx.TransportError):
        return RemoteError("lost", str(error) or type(error).__name__, path)
    return RemoteError("refused", str(error), path)


def _answered(error: HTTPError, path: str) -> RemoteError:
    status = error.status_code
    if status == 401:
        return RemoteError("login", "", path)
    if status in (403, 405):
        return RemoteError("denied", "", path)
    if status == 409:  # the folder that it was to go to is not there
        return RemoteError("missing", "", path)
    return RemoteError("lost" if status in _BUSY else "refused", str(error), path)
