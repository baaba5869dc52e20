"""SFTP. A server is trusted only when its key is among those that the user's own ssh knows."""

from contextlib import suppress

import paramiko
from fsspec.implementations.sftp import SFTPFileSystem

from qstd.remote.address import Address
from qstd.remote.store import RemoteError
from qstd.remote.tree import Tree

_BLOCK = 32_768  # what every server takes at a time
_FOR_ALL_USERS = "/etc/ssh/ssh_known_hosts"


class _Strict(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # the library has no types
    """Refuse a server that nobody on this machine knows, and tell its fingerprint."""

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:
        raise RemoteError("unknown_host", key.fingerprint)


class _System(SFTPFileSystem):  # type: ignore[misc]  # the library has no types
    """fsspec's own file system; it would look at no list of known servers."""

    def _connect(self) -> None:
        self.client = paramiko.SSHClient()
        self.client.load_system_host_keys()
        with suppress(OSError):
            self.client.load_system_host_keys(_FOR_ALL_USERS)
        self.client.set_missing_host_key_policy(_Strict())
        try:
            self.client.connect(self.host, **self.ssh_kwargs)
            self.ftp = self.client.open_sftp()
        except BaseException:
            self.client.close()
            raise


def opened(address: Address, user: str, password: str, seconds: float) -> "Sftp":
    """Open a connection. Keys come from the user's own ssh: its agent, and the files in `.ssh`."""
    options = {"username": address.user or user, "password": password, "port": address.port}
    times = dict.fromkeys(("timeout", "banner_timeout", "auth_timeout", "channel_timeout"), seconds)
    try:
        given = {name: each for name, each in options.items() if each}
        system = _System(address.host, **given, **times, skip_instance_cache=True)
    except Exception as error:
        raise judged(error, "") from error
    system.ftp.get_channel().settimeout(seconds)
    return Sftp(system, address.path if address.from_home else f"/{address.path}".rstrip("/"), judged)


class Sftp(Tree):
    """A folder that is reached by SFTP."""

    def close(self) -> None:
        """Let go of the connection."""
        with suppress(Exception):
            self._system.client.close()

    def _send(self, where: str, data: bytes) -> None:
        """Send all but the end without waiting for answers. The answer to the end is waited for, and with it all others:
        the library's own way to send a file would not look at them.
        """
        with self._system.ftp.open(where, "wb") as file:
            file.set_pipelined(True)
            file.write(data[:-_BLOCK])
            file.set_pipelined(False)
            file.write(data[-_BLOCK:])

    def _replace(self, old: str, new: str) -> None:
        try:
            self._system.mv(old, new)
        except OSError as error:
            if "unsupported" not in str(error).lower():
                raise
            # A server of the old kind can only rename to a name that is free.
            with suppress(FileNotFoundError):
                self._system.ftp.remove(new)
            self._system.ftp.rename(old, new)


def judged(error: Exception, path: str) -> RemoteError:
    """Return what an error of SFTP means."""
    said = str(error)
    if isinstance(error, RemoteError):
        return error
    if isinstance(error, paramiko.BadHostKeyException):
        return RemoteError("changed_host", error.key.fingerprint)
    if isinstance(error, paramiko.AuthenticationException) or "authentication methods" in said:
        return RemoteError("login", "", path)
    if isinstance(error, PermissionError):
        return RemoteError("denied", "", path)
    if isinstance(error, FileNotFoundError):
        return RemoteError("missing", "", path)
    if type(error).__name__ == "gaierror":
        return RemoteError("no_host", "", path)
    if any(word in said.lower() for word in ("no space", "quota", "disk full")):
        return RemoteError("full", "", path)
    if isinstance(error, EOFError | ConnectionError | TimeoutError | paramiko.SSHException) or _is_broken(error):
        return RemoteError("lost", said, path)
    return RemoteError("refused", said, path)


def _is_broken(error: Exception) -> bool:
    """Tell a line that broke from a server that said no: only the latter has no number, and answers."""
    return isinstance(error, OSError) and (bool(error.errno) or "closed" in str(error) or "dropped" in str(error))
