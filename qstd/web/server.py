"""The server: one process, a socket that is ours before anybody is told of it, and no patience with slow callers."""

import asyncio
import ipaddress
import logging
import socket
import sys
from contextlib import suppress
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

PORT = 8131
"""Where the editor is to be found when nothing is in the way, so that open pages find it again."""
_NEAR = 20
_HEAD = 20.0  # seconds in which the head of a request must be there
_TAKEN = 60.0  # seconds in which something more of an answer must be taken
_LOOK = 5.0
_CONNECTIONS = 500


def is_loopback(host: str) -> bool:
    """Tell whether a name or address is this machine's for itself alone."""
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def bound(host: str, port: int | None) -> socket.socket:
    """Return a socket on a port: 0 is any that is free, None the usual one or, where that is taken, one near to it. Raises
    OSError.
    """
    if port is not None:
        return _bound(host, port)
    for each in range(PORT, PORT + _NEAR):
        with suppress(OSError):
            return _bound(host, each)
    return _bound(host, 0)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio sends small packets at once; else each answer may wait 40 ms for the caller's word.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # Elsewhere than on Windows it lets us come back at once; there it would let others in.
        if sys.platform == "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except BaseException:
        made.close()
        raise
    return made


def run(app: Starlette, listening: socket.socket, debug: bool = False) -> None:
    """Serve until somebody stops it (KeyboardInterrupt)."""
    logging.getLogger("uvicorn.error").setLevel(logging.INFO if debug else logging.CRITICAL)
    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=3,
        limit_concurrency=_CONNECTIONS,
        h11_max_incomplete_event_size=32_768,
    )
    uvicorn.Server(config).run(sockets=[listening])


class PatientProtocol(H11Protocol):
    """HTTP, but with an end to patience: whoever does not get the head of a request said, or does not take an answer, is
    not waited for.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._since = 0.0
        self._left = 0
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in the class above
        """Begin to look at the clock."""
        super().connection_made(transport)
        self._since = self.loop.time()
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop looking."""
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._since = self.loop.time()
        super().on_response_complete()

    def _look(self) -> None:
        now = self.loop.time()
        left = self.transport.get_write_buffer_size()
        if left and left != self._left:  # it is being read
            self._since = now
        self._left = left
        cycle: RequestResponseCycle | None = self.cycle
        busy = cycle is not None and not cycle.response_complete
        if now - self._since > (_TAKEN if left else _HEAD) and (left or not busy):
            self.transport.abort()
            return
        self._timer = self.loop.call_later(_LOOK, self._look)
