"""How much and how long, over real connections: bodies that grow on the way, heads that never end, readers that stop."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from qstd.web import server
from qstd.web.app import application
from qstd.web.people import right
from qstd.web.security import limits
from qstd.web.security.sessions import Signer
from qstd.web.settings import local
from tests.web.editors import SECRET, SESSION

_FEW = 1_000_000


@right("write", most=20_000_000, files=1)
async def _take(request: Request) -> Response:
    """Say how much came."""
    form = await request.form()
    file = form["fil"]
    return PlainTextResponse(str(file if isinstance(file, str) else file.size))


@right("write", most=_FEW)
async def _small(request: Request) -> Response:
    """Say how much came."""
    return PlainTextResponse(str(len(str((await request.form()).get("x", "")))))


@right("read")
async def _large(request: Request) -> Response:
    """Send more than fits on the way."""
    return PlainTextResponse("x" * 60_000_000)


class Running:
    """A server in a thread."""

    def __init__(self) -> None:
        self.socket = server.bound("127.0.0.1", 0)
        self.port = self.socket.getsockname()[1]
        routes = [
            Route("/tag", _take, methods=["POST"]),
            Route("/lille", _small, methods=["POST"]),
            Route("/stor", _large),
        ]
        app = application(routes, local(self.port, SECRET, person="Kim"))
        self.thread = threading.Thread(target=server.run, args=(app, self.socket), daemon=True)
        self.thread.start()

    def head(self, path: str, *more: str, method: str = "POST") -> bytes:
        """The head of a request of a person with a session."""
        cookie = Signer(SECRET).cookie(SESSION, "Kim", int(time.time()))
        lines = (
            f"{method} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            f"Origin: http://127.0.0.1:{self.port}",
            f"Cookie: qstd-{self.port}={cookie}",
            f"X-Qstd-Token: {Signer(SECRET).csrf(SESSION)}",
            *more,
        )
        return "\r\n".join(lines).encode() + b"\r\n\r\n"

    def call(self) -> socket.socket:
        """A connection."""
        made = socket.create_connection(("127.0.0.1", self.port), 20)
        made.settimeout(20)
        return made


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(server, "_HEAD", 0.8)
        patch.setattr(server, "_LOOK", 0.2)
        patch.setattr(limits, "_STILL", 0.8)
        patch.setattr(server, "_TAKEN", 0.8)
        patch.setattr(limits, "_TAKEN", 0.8)
        patch.setattr(limits, "_DRAIN_TIME", 3.0)
        yield Running()


def status(connection: socket.socket) -> int:
    """The status of the answer; 0 where the connection was closed without one."""
    data = b""
    with suppress(ConnectionError):
        while b"\r\n" not in data and (more := connection.recv(65_536)):
            data += more
    return int(data.split(b" ")[1]) if data else 0


FORM = "Content-Type: application/x-www-form-urlencoded"


def test_a_form_is_taken(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(running.head("/lille", FORM, "Content-Length: 5") + b"x=abc")
        assert status(connection) == 200


def test_a_length_that_is_too_large_is_refused(running: Running) -> None:
    with running.call() as connection:
        body = b"x=" + b"a" * (2 * _FEW)
        connection.sendall(running.head("/lille", FORM, f"Content-Length: {len(body)}") + body)
        assert status(connection) == 413


def test_a_body_without_a_length_is_counted_as_it_comes(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(running.head("/lille", FORM, "Transfer-Encoding: chunked"))
        piece = b"a" * 50_000
        for _ in range(2 * _FEW // len(piece)):
            connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
        connection.sendall(b"0\r\n\r\n")
        assert status(connection) == 413


def test_a_body_that_never_ends_is_given_up(running: Running) -> None:
    """Only so much is thrown away before the connection is closed."""
    with running.call() as connection, suppress(ConnectionError):
        connection.sendall(running.head("/lille", FORM, "Transfer-Encoding: chunked"))
        piece = b"a" * 1_000_000
        for _ in range(150):
            connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
        assert status(connection) in (0, 413)


def test_an_upload_may_be_larger(running: Running) -> None:
    start = b'--b\r\nContent-Disposition: form-data; name="fil"; filename="a.pdf"\r\n\r\n'
    with running.call() as connection:
        body = start + b"a" * 5_000_000 + b"\r\n--b--\r\n"
        kind = "Content-Type: multipart/form-data; boundary=b"
        connection.sendall(running.head("/tag", kind, f"Content-Length: {len(body)}") + body)
        assert status(connection) == 200


def test_but_not_more_than_one_file(running: Running) -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="fil"; filename="a.pdf"\r\n\r\na\r\n'
    with running.call() as connection:
        body = part * 2 + b"--b--\r\n"
        kind = "Content-Type: multipart/form-data; boundary=b"
        connection.sendall(running.head("/tag", kind, f"Content-Length: {len(body)}") + body)
        assert status(connection) == 413


def test_a_head_that_never_ends_is_not_waited_for(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(b"GET /stor HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        began = time.monotonic()
        with suppress(ConnectionError):
            for _ in range(60):
                connection.sendall(b"X-Slow: a\r\n")
                time.sleep(0.1)
        assert time.monotonic() - began < 4
        assert status(connection) == 0


def test_nor_is_a_body(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(running.head("/lille", FORM, "Content-Length: 1000") + b"x=")
        assert status(connection) == 408


def test_a_head_that_is_too_large_is_refused(running: Running) -> None:
    with running.call() as connection, suppress(ConnectionError):
        connection.sendall(running.head("/stor", "X-Large: " + "a" * 1_000_000, method="GET"))
        assert status(connection) in (0, 400)


def test_a_reader_that_stops_is_not_waited_for(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(running.head("/stor", method="GET"))
        time.sleep(2.5)
        got = 0
        with suppress(ConnectionError):
            while more := connection.recv(1 << 20):
                got += len(more)
        assert got < 60_000_000


def test_a_reader_that_is_slow_is(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(running.head("/stor", method="GET"))
        got = 0
        while got < 60_000_000 and (more := connection.recv(1_000_000)):
            got += len(more)
            time.sleep(0.02)
        assert got >= 60_000_000


def test_two_lengths_are_no_request(running: Running) -> None:
    """What the one in front of us counts and what we count must be the same."""
    with running.call() as connection:
        connection.sendall(running.head("/lille", FORM, "Content-Length: 5", "Content-Length: 6") + b"x=abc")
        assert status(connection) == 400


def test_two_hosts_are_no_request(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(running.head("/stor", "Host: ond.eksempel.dk", method="GET"))
        assert status(connection) == 400


def test_no_host_is_no_request(running: Running) -> None:
    with running.call() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert status(connection) == 400
    with running.call() as connection:
        connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert status(connection) == 400


def test_others_are_answered_meanwhile(running: Running) -> None:
    slow = [running.call() for _ in range(50)]
    for each in slow:
        each.sendall(b"GET / HT")
    with running.call() as connection:
        connection.sendall(running.head("/lille", FORM, "Content-Length: 5") + b"x=abc")
        assert status(connection) == 200
    for each in slow:
        each.close()


def test_a_body_may_not_take_for_ever_in_small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece comes in time, and all of it does not."""
    monkeypatch.setattr(limits, "_GRACE", 0.2)
    monkeypatch.setattr(limits, "_SLOWEST", 10**9)

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def read() -> int:
        body = limits._Body(receive, _FEW)
        count = 0
        with suppress(limits._TooSlowError):
            while True:
                await body()
                count += 1
        return count

    assert asyncio.run(read()) < 10


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with server.bound("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(OSError):
            server.bound("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.1.2.3", True), ("0.0.0.0", False), ("::", False),
     ("10.0.0.1", False), ("localhost.eksempel.dk", False), ("", False)],
)  # fmt: skip
def test_which_addresses_are_this_machine_alone(host: str, own: bool) -> None:
    assert server.is_loopback(host) == own
