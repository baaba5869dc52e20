"""How much and how long: the size of what is sent, counted as it comes, and the time that it may take on the way."""

import asyncio
from collections.abc import Sequence
from re import Pattern

from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from qstd.web.people import USUAL
from qstd.web.refusals import Refusal, answer
from qstd.web.security.scopes import App, header

_STILL = 15.0  # seconds in which something more must come
_SLOWEST = 100_000  # bytes a second, on top of the time that everybody gets
_GRACE = 30.0
_TAKEN = 60.0  # seconds in which a reader must take a piece of an answer
_DRAINED = (
    100_000_000  # bytes too many that are still taken in, and thrown away: else the browser never sees the answer
)
_DRAIN_TIME = 30.0


class _TooMuchError(Exception):
    """More came than the route takes."""


class _TooSlowError(Exception):
    """It did not come in time."""


class Limits:
    """Stops requests that are larger than their route takes, or slower than any browser. `routes` are the paths that take
    more (or less) than usual.
    """

    def __init__(self, app: App, routes: Sequence[tuple[Pattern[str], int]] = ()) -> None:
        self.app = app
        self.routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = next((size for path, size in self.routes if path.match(scope["path"])), USUAL)
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            async with asyncio.timeout(_TAKEN):
                await send(message)

        body = _Body(receive, most)
        try:
            announced = header(scope, "content-length")
            if announced.isdecimal() and int(announced) > most:
                raise _TooMuchError
            await self.app(scope, body, sent)
        except (_TooMuchError, _TooSlowError) as error:
            if begun:  # too late to say anything
                raise
            refusal = Refusal.of(413 if isinstance(error, _TooMuchError) else 408)
            if isinstance(error, _TooMuchError):
                await body.drain()
            response = answer(Request(scope), refusal)
            response.headers["Connection"] = "close"
            await response(scope, receive, sent)


class _Body:
    """What is sent to us, counted and timed."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most = receive, most
        self._size = 0
        self._over = False
        self._begun = 0.0

    async def __call__(self) -> Message:
        """Return the next piece. Raises where it is too much or too late."""
        if self._over:  # what comes now is only that the other end has gone
            return await self._receive()
        clock = asyncio.get_running_loop().time
        self._begun = self._begun or clock()
        try:
            async with asyncio.timeout_at(min(clock() + _STILL, self._begun + _GRACE + self._most / _SLOWEST)):
                message = await self._receive()
        except TimeoutError as error:
            raise _TooSlowError from error
        self._size += len(message.get("body", b""))
        self._over = not message.get("more_body", False)
        if self._size > self._most:
            raise _TooMuchError
        return message

    async def drain(self) -> None:
        """Throw away what still comes, for a while."""
        try:
            async with asyncio.timeout(_DRAIN_TIME):
                while not self._over and self._size < self._most + _DRAINED:
                    message = await self._receive()
                    self._size += len(message.get("body", b""))
                    self._over = not message.get("more_body", False)
        except TimeoutError:
            return
