"""Who uses the editor, and what each route lets whom do.

Every route says by `right` what a person must be allowed to, how much it takes in, and whether its answer may stand in a
frame of ours. An application with a route that says nothing does not start.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

if TYPE_CHECKING:
    from qstd.verbs.editing.drafts import Author

Role = Literal["reader", "author", "approver"]
Right = Literal["read", "write", "publish", "approve"]
ROLES: dict[Role, frozenset[Right]] = {
    "reader": frozenset({"read"}),
    "author": frozenset({"read", "write"}),
    "approver": frozenset({"read", "write", "publish", "approve"}),
}
"""What each role may do."""

USUAL = 2_000_000
"""Bytes that a request may bring, where its route says nothing else."""
_FIELDS = 2_000

Endpoint = Callable[[Request], Any]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the editor, in one browser: `session` is a random name of that. `mail` is what the login calls them,
    most often their address; empty for whoever sits at the machine.
    """

    name: str
    role: Role
    session: str
    mail: str = ""

    def may(self, right: Right) -> bool:
        """Tell whether this person may do that."""
        return right in ROLES[self.role]


@dataclass(frozen=True, slots=True)
class Needs:
    """What a route needs of the person, and the most that it takes: bytes, files; `framed`: it may stand in a frame of
    ours.
    """

    right: Right
    most: int = USUAL
    files: int = 0
    framed: bool = False


def right(
    needed: Right, *, most: int = USUAL, files: int = 0, framed: bool = False
) -> Callable[[Endpoint], Callable[[Request], Awaitable[Response]]]:
    """Let only those use a route who may; a change only with the session's own token, in a header or in its form."""
    needs = Needs(needed, most, files, framed)

    def guard(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
        @wraps(endpoint)
        async def guarded(request: Request) -> Response:
            from qstd.web.security import forms

            if not request.state.person.may(needs.right):
                from qstd.web.refusals import Refusal

                raise Refusal.forbidden()
            try:
                await forms.proved(request, needs.most, needs.files, _FIELDS)
                if inspect.iscoroutinefunction(endpoint):
                    answer: Response = await endpoint(request)
                else:
                    answer = await run_in_threadpool(endpoint, request)
                return answer
            finally:
                await request.close()

        guarded.needs = needs  # type: ignore[attr-defined]  # what `needs` below asks of a route
        return guarded

    return guard


def needs(endpoint: object) -> Needs | None:
    """Return what a route needs; None where it has not said."""
    found = getattr(endpoint, "needs", None)
    return found if isinstance(found, Needs) else None


def author(request: Request) -> "Author":
    """Return the person of a request as drafts know them."""
    from qstd.verbs.editing.drafts import Author

    return Author(request.state.person.name, request.state.person.session)
