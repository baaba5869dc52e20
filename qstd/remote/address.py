"""Addresses of places, as people write them: `sftp://user@host/folder`, `s3://bucket/folder`, `webdavs://host/folder`."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

Fault = Literal["scheme", "password", "host", "plain"]
SCHEMES = ("sftp", "s3", "webdavs", "webdav")
_SAME = {"ssh": "sftp", "dav": "webdav", "davs": "webdavs"}
_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Address:
    """A place on another machine. `path` has no slash at its ends; `from_home` says that it begins where the user does."""

    scheme: str
    host: str
    path: str
    user: str = ""
    port: int = 0
    from_home: bool = False

    def __str__(self) -> str:
        """The address as it may be shown: without the user."""
        home = "/~" if self.from_home else ""
        return f"{self.scheme}://{self.machine}{home}/{self.path}"

    @property
    def machine(self) -> str:
        """The host, with the port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}" if self.port else host

    @property
    def is_own_machine(self) -> bool:
        """Tell whether the address stays on this machine."""
        return self.host in _OWN_MACHINE


def is_address(text: str) -> bool:
    """Tell whether a destination is an address and no folder."""
    return "://" in text


def read_address(text: str) -> Address | Fault:
    """Read an address; where it cannot be used, tell why. An address with a password in it is refused: it would be kept
    in a file that others read, or in the history of the command line.
    """
    try:
        split = urlsplit(text.strip())
        host, port, user = split.hostname or "", split.port or 0, split.username or ""
    except ValueError:
        return "host"
    scheme = _SAME.get(split.scheme, split.scheme)
    if split.password is not None:
        return "password"
    if scheme not in SCHEMES:
        return "scheme"
    if not host or split.query or split.fragment:
        return "host"
    if scheme == "s3":
        host = split.netloc.rpartition("@")[2]  # names of buckets tell small letters from large
    path = unquote(split.path).strip("/")
    from_home = scheme == "sftp" and path.partition("/")[0] == "~"
    return Address(scheme, host, path[2:].strip("/") if from_home else path, unquote(user), port, from_home)
