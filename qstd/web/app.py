"""The application: the routes of all screens, and the guards that every request passes."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from mimetypes import guess_type
from pathlib import Path
from pkgutil import iter_modules
from re import Pattern
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from qstd import workspace
from qstd.model.finding import Message, message
from qstd.model.theme import ThemeError
from qstd.site.look import public
from qstd.verbs.editing.errors import DraftError, MissingError
from qstd.web import routes
from qstd.web.people import needs
from qstd.web.refusals import LOG, Refusal, answer
from qstd.web.security.answers import Answers
from qstd.web.security.faults import Faults
from qstd.web.security.hosts import Hosts
from qstd.web.security.limits import Limits
from qstd.web.security.scopes import PUBLIC, SAFE
from qstd.web.security.sessions import Sessions
from qstd.web.settings import Settings
from qstd.workspace import Workspace

_STATIC = Path(__file__).parent / "static"


class UnguardedError(Exception):
    """A route does not say what a person needs who uses it."""


def application(routes: Sequence[BaseRoute], settings: Settings, **state: Any) -> Starlette:
    """Put the application together; `state` is what routes find in `request.app.state`: desk, drafts, uploads. Raises
    UnguardedError.
    """
    app = Starlette(
        routes=list(routes),
        middleware=[
            Middleware(Answers),
            Middleware(Faults, settings.debug),
            Middleware(Hosts, settings.origins),
            Middleware(Limits, tuple(_sizes(routes))),
            Middleware(Sessions, settings),
        ],
        exception_handlers={
            Refusal: _refused,
            HTTPException: _failed,
            ClientDisconnect: _gone,
            DraftError: _drafts,
            OSError: _disk,
            ThemeError: _theme,
        },
        lifespan=_lifespan,
    )
    for name, value in {**state, "settings": settings}.items():
        setattr(app.state, name, value)
    return app


def _sizes(routes: Iterable[BaseRoute]) -> Iterator[tuple[Pattern[str], int]]:
    """Yield the path and the limit of each route that takes in something."""
    for each in routes:
        if isinstance(each, Mount | Route) and f"{each.path}/".startswith(PUBLIC):
            continue
        found = needs(each.endpoint) if isinstance(each, Route) else None
        if found is None or not isinstance(each, Route):
            raise UnguardedError(str(each))
        if not (each.methods or SAFE) <= SAFE:
            yield each.path_regex, found.most


async def _refused(request: Request, error: Exception) -> Response:
    return answer(request, error if isinstance(error, Refusal) else Refusal.of(500))


async def _failed(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = answer(request, Refusal.of(status))
    response.status_code = status
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


async def _drafts(request: Request, error: Exception) -> Response:
    """Say what a draft cannot do, where a screen has not said it."""
    finding = error.finding if isinstance(error, DraftError) else None
    if finding is None:
        return answer(request, Refusal.of(500))
    return answer(request, Refusal(404 if isinstance(error, MissingError) else 409, finding.message, finding.hint))


async def _disk(request: Request, error: Exception) -> Response:
    """Say what the disk refused, where a screen has not said it."""
    if not isinstance(error, OSError) or not error.strerror:  # not the disk: some libraries call their own faults so
        raise error
    LOG.error("%s: %s", request.url.path.encode("unicode_escape").decode()[:200], error)
    what = message("Der kan ikke læses eller skrives: {reason}.", reason=Message(workspace.reason(error)))
    return answer(request, Refusal(503, what, message("Det, du har skrevet, står her endnu. Prøv igen om lidt.")))


async def _theme(request: Request, error: Exception) -> Response:
    """Say which template of the workspace cannot be used."""
    if not isinstance(error, ThemeError):
        return answer(request, Refusal.of(500))
    what = message("Skabelonen kan ikke bruges: {place}: {reason}.", place=error.place, reason=Message(error.reason))
    return answer(request, Refusal(409, what, message("Ret den, eller fjern den, så bruges vores egen.")))


async def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=400)  # nobody is there to read it


def editor(home: Workspace, settings: Settings) -> Starlette:
    """Return the whole editor of a workspace."""
    from qstd.verbs.editing.chronicle import Chronicle
    from qstd.verbs.editing.desk import Desk
    from qstd.verbs.editing.drafts import Drafts
    from qstd.verbs.editing.publishing import Publisher
    from qstd.verbs.editing.reading_apart import Uploads
    from qstd.verbs.editing.reviews import Reviews

    desk = Desk(home, language=settings.language)
    drafts, uploads = Drafts(desk), Uploads(home)
    return application(
        screens(),
        settings,
        desk=desk,
        chronicle=Chronicle(desk),
        drafts=drafts,
        uploads=uploads,
        reviews=Reviews(desk, uploads),
        publisher=Publisher(home, settings.language),
    )


def screens() -> list[BaseRoute]:
    """Return the routes of all screens, which are found by lying in their folder, and of what they look like."""
    modules = (import_module(f"{routes.__name__}.{each.name}") for each in iter_modules(routes.__path__))
    found: list[BaseRoute] = [route for each in modules for route in getattr(each, "ROUTES", ())]
    return [*found, Route("/assets/{path:path}", _asset), Mount("/static", StaticFiles(directory=_STATIC))]


async def _asset(request: Request) -> Response:
    """Send a style sheet, script or font of the published look."""
    found = await run_in_threadpool(_assets, request.app.state.desk.home)
    data = found.get(request.path_params["path"])
    if data is None:
        raise Refusal.of(404)
    mark = f'"{sha256(data).hexdigest()[:32]}"'
    headers = {"ETag": mark}
    if request.headers.get("If-None-Match") == mark:
        return Response(status_code=304, headers=headers)
    kind = guess_type(request.path_params["path"])[0] or "application/octet-stream"
    return Response(data, media_type=kind, headers=headers)


@lru_cache(maxsize=1)
def _assets(home: Workspace) -> Mapping[str, bytes]:
    """Return the look of the workspace, as it was when the editor was started; ours where its own is faulty."""
    try:
        return public(workspace.theme(home))
    except (OSError, ThemeError):
        return public(workspace.theme(None))


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """Look at the workspace before somebody asks, and let everything that works in the background end with the editor."""
    rows = getattr(getattr(app.state, "desk", None), "rows", None)
    first = asyncio.create_task(run_in_threadpool(rows)) if rows else None
    yield
    if first is not None:
        first.cancel()
    for name in ("uploads", "publisher", "desk"):
        close = getattr(getattr(app.state, name, None), "close", None)
        if close is not None:
            close()
