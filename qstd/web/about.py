"""What a request is about: the office's desk, the standard that its address names, and a file that is being read."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.reading_apart import State
from qstd.web.render import part


def desk_of(request: Request) -> Desk:
    """Return what lies on the office's desk: the workspace."""
    found: Desk = request.app.state.desk
    return found


def ref_of(request: Request) -> str:
    """Return the standard that the address names, as municipality/name; whether it is there is another matter."""
    return f"{request.path_params['municipality']}/{request.path_params['slug']}"


def how_far(request: Request, state: State, after: str, told: Mapping[str, Any]) -> Response:
    """Show how far the reading of a file is; when it is over, lead to the address that comes `after`. What is there already
    is not read aloud again. `told` is what the page about the reading is told beside that.
    """
    if state.phase in ("done", "failed"):
        return Response(status_code=204, headers={"HX-Redirect": after})
    if state.phase == request.query_params.get("fase"):
        return Response(status_code=204)
    return part(request, "reading.html#progress", state=state, **told)
