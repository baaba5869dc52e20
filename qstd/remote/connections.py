"""From an address to an open connection: each protocol is a module here, loaded when it is used."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial

from qstd.remote.address import Address
from qstd.remote.store import RemoteError, Store

# Their own words for a lost connection would stand between ours; what matters of them comes as an error.
_LOUD = ("paramiko", "httpx", "httpcore", "webdav4", "s3fs", "fsspec", "botocore", "aiobotocore", "asyncio")
SECONDS = 60  # without an answer, after which a connection counts as lost


@dataclass(frozen=True, slots=True)
class Access:
    """Who somebody is, beside keys that lie on the machine. The password never shows."""

    user: str = ""
    password: str = field(default="", repr=False)


def connect(address: Address, access: Access) -> Callable[[], Store]:
    """Return a function that opens a connection; it raises RemoteError. Connections that can be shared are one."""
    for name in _LOUD:
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    if address.scheme == "s3":
        return lru_cache(maxsize=1)(partial(_opened, address, access))
    return partial(_opened, address, access)


def _opened(address: Address, access: Access) -> Store:
    try:
        if address.scheme == "sftp":
            from qstd.remote import sftp

            return sftp.opened(address, access.user, access.password, SECONDS)
        if address.scheme == "s3":
            from qstd.remote import s3

            return s3.opened(address, SECONDS)
        from qstd.remote import webdav

        return webdav.opened(address, access.user, access.password, SECONDS)
    except ImportError as error:
        raise RemoteError("library", error.name or "") from error
