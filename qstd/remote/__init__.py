"""Places on other machines, by SFTP, S3 or WebDAV: read, list, write whole, take away. The only door to fsspec.

`read_address` understands what people write, `connect` gives a function that opens a connection there, and
`Patient` is a connection that mends itself. Everything that can go wrong is a `RemoteError` of one of a few kinds.
"""

from qstd.remote.address import SCHEMES, Address, Fault, is_address, read_address
from qstd.remote.connections import Access, connect
from qstd.remote.folder import Folder
from qstd.remote.patience import Patient
from qstd.remote.store import Kind, Listing, RemoteError, Store

__all__ = [
    "SCHEMES",
    "Access",
    "Address",
    "Fault",
    "Folder",
    "Kind",
    "Listing",
    "Patient",
    "RemoteError",
    "Store",
    "connect",
    "is_address",
    "read_address",
]
