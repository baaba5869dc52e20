"""Real servers on this machine, on free ports, that end with the test: SFTP, S3 and WebDAV.

Each can be told to fail: a connection that breaks after so many files, a disk that is full, a place that can only be read.
"""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import asyncssh

USER, PASSWORD = "redaktion", "hemmelig-kode"


@dataclass
class Trouble:
    """What goes wrong: after how many writes the line breaks, and how many bytes fit on the disk. `met` counts the lines
    that broke, `lines` those that were opened.
    """

    break_after: list[int] = field(default_factory=list)
    room: int | None = None
    read_only: bool = False
    writes: int = 0
    met: int = 0
    lines: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def on_write(self, size: int) -> str:
        """Note a write; return "break", "full", "denied" or "" for what happens to it."""
        with self._lock:
            if self.read_only:
                return "denied"
            self.writes += 1
            if self.break_after and self.writes >= self.break_after[0]:
                self.break_after.pop(0)
                self.met += 1
                return "break"
            if self.room is not None:
                self.room -= size
                return "full" if self.room < 0 else ""
            return ""


@dataclass
class Server:
    """A place to publish to: its address, the folder that it shows where it has one, and what is to go wrong."""

    address: str
    folder: Path
    trouble: Trouble


# ---- SFTP


def sftp(folder: Path, home: Path, *, known: bool = True, renames: bool = True) -> _Running:
    """Start an SFTP server; `known` puts its key among those that the user trusts."""
    import asyncssh

    trouble = Trouble()
    key = asyncssh.generate_private_key("ssh-ed25519")
    client = asyncssh.generate_private_key("ssh-ed25519")
    keys = home / ".ssh"
    keys.mkdir(parents=True)
    (keys / "id_ed25519").write_bytes(client.export_private_key())
    (keys / "id_ed25519").chmod(0o600)

    lines: list[asyncssh.SSHServerConnection] = []
    login, files = _login(trouble, lines), _files(folder, trouble, renames)

    async def serve() -> tuple[Any, int]:
        trusted = asyncssh.import_authorized_keys(client.export_public_key().decode())
        server = await asyncssh.create_server(
            login, "127.0.0.1", 0, server_host_keys=[key], sftp_factory=files, authorized_client_keys=trusted
        )
        return server, server.get_port()

    async def end(server: Any) -> None:
        server.close()
        for line in lines:
            line.abort()
        await asyncio.sleep(0.01)  # a line that is broken off lets go of its socket a moment later

    running = _Loop(serve, end)
    if known:
        line = f"[127.0.0.1]:{running.port} {key.export_public_key().decode()}"
        (keys / "known_hosts").write_text(line)
    return _Running(Server(f"sftp://{USER}@127.0.0.1:{running.port}/", folder, trouble), running.stop)


def _login(trouble: Trouble, lines: list[Any]) -> type[asyncssh.SSHServer]:
    import asyncssh

    class Login(asyncssh.SSHServer):
        def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
            trouble.lines += 1
            lines.append(conn)

        def begin_auth(self, username: str) -> bool:
            return True

        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, username: str, password: str) -> bool:
            return (username, password) == (USER, PASSWORD)

    return Login


def _files(folder: Path, trouble: Trouble, renames: bool) -> type[asyncssh.SFTPServer]:
    import asyncssh

    class Files(asyncssh.SFTPServer):
        def __init__(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
            super().__init__(chan, chroot=os.fsencode(folder))
            self._line = chan.get_connection()

        def write(self, file_obj: Any, offset: int, data: bytes) -> Any:
            happens = trouble.on_write(len(data))
            if happens == "break":
                self._line.abort()
            if happens == "full":
                raise asyncssh.SFTPFailure("No space left on device")
            if happens == "denied":
                raise asyncssh.SFTPPermissionDenied("read only")
            return super().write(file_obj, offset, data)

        def posix_rename(self, oldpath: bytes, newpath: bytes) -> Any:
            if not renames:
                raise asyncssh.SFTPOpUnsupported("Operation unsupported")
            return super().posix_rename(oldpath, newpath)

    return Files


class _Loop:
    """An event loop in a thread of its own."""

    def __init__(self, serve: Callable[[], Any], end: Callable[[Any], Any]) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._end = end
        self._server, self.port = asyncio.run_coroutine_threadsafe(serve(), self._loop).result(20)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._end(self._server), self._loop).result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(20)
        self._loop.close()


@dataclass
class _Running:
    server: Server
    stop: Callable[[], None]

    def __enter__(self) -> Server:
        return self.server

    def __exit__(self, *_: object) -> None:
        self.stop()


# ---- WebDAV


def webdav(folder: Path) -> _Running:
    """Start a WebDAV server."""
    wsgi: Any = import_module("cheroot.wsgi")  # its types and its code do not agree
    from wsgidav.wsgidav_app import WsgiDAVApp

    trouble = Trouble()
    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(folder)},
            "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
            "verbose": 0,
            "logging": {"enable": False},
            "dir_browser": {"enable": False},
        }
    )

    def troubled(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        happens = ""
        if environ["REQUEST_METHOD"] in ("PUT", "MKCOL") and "HTTP_AUTHORIZATION" in environ:
            happens = trouble.on_write(int(environ.get("CONTENT_LENGTH") or 0))
        if happens:
            while environ["wsgi.input"].read(65536):
                pass
        if happens == "break":
            environ["test.socket"].shutdown(socket.SHUT_RDWR)
            raise ConnectionError("the line breaks")
        if happens in _ANSWERS:
            start_response(_ANSWERS[happens], [("Content-Length", "0")])
            return [b""]
        return app(environ, start_response)

    def get_environ(gateway: Any) -> dict[str, Any]:
        return {**wsgi.Gateway_10.get_environ(gateway), "test.socket": gateway.req.conn.socket}

    server = wsgi.Server(("127.0.0.1", 0), troubled, numthreads=4)
    server.gateway = type("Gateway", (wsgi.Gateway_10,), {"get_environ": get_environ})
    server.error_log = lambda *_, **__: None
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()

    def stop() -> None:
        server.stop()
        thread.join(20)

    return _Running(Server(f"webdav://127.0.0.1:{server.bind_addr[1]}/", folder, trouble), stop)


_ANSWERS = {"full": "507 Insufficient Storage", "denied": "403 Forbidden"}


# ---- S3


@contextmanager
def s3(patch: pytest.MonkeyPatch, home: Path) -> Iterator[Server]:
    """Start an S3 server with one empty bucket, and let the environment tell who publishes."""
    import boto3
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  # as the base class calls it
            """Say nothing."""

    trouble = Trouble()
    app = DomainDispatcherApplication(create_backend_app)

    def troubled(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        happens = trouble.on_write(int(environ.get("CONTENT_LENGTH") or 0)) if _is_put(environ) else ""
        if happens == "break":
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
            raise ConnectionError("the line breaks")
        if happens:
            body = b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
            start_response("403 Forbidden", [("Content-Type", "application/xml")])
            return [body]
        return app(environ, start_response)

    server = make_server("127.0.0.1", 0, troubled, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}",
        "AWS_ACCESS_KEY_ID": USER,
        "AWS_SECRET_ACCESS_KEY": PASSWORD,
        "AWS_DEFAULT_REGION": "eu-north-1",
        "AWS_CONFIG_FILE": str(home / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(home / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    for name, value in settings.items():
        patch.setenv(name, value)
    bucket = f"sider-{server.server_port}"  # all servers of a process share one memory
    where = {"LocationConstraint": "eu-north-1"}
    with closing(boto3.client("s3")) as client:
        client.create_bucket(Bucket=bucket, CreateBucketConfiguration=where)
    trouble.writes = 0
    try:
        yield Server(f"s3://{bucket}/www", home, trouble)
    finally:
        server.shutdown()
        server.server_close()
        thread.join(20)


def _is_put(environ: dict[str, Any]) -> bool:
    return environ["REQUEST_METHOD"] == "PUT" and str(environ["PATH_INFO"]).count("/") > 1
