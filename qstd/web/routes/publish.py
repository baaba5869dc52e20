"""Publishing: what is new, a trial, one button, and what came of it in plain words; and the built site to look at."""

import mimetypes

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd import workspace
from qstd.verbs.editing.publishing import Publisher, Wish, page_file
from qstd.verbs.publish_goal import Goal
from qstd.web.about import desk_of
from qstd.web.people import author, right
from qstd.web.render import go, page, part

_MOST = 200_000_000


@right("publish")
def show(request: Request) -> Response:
    """Show what waits to be published, and how the last run went."""
    publisher: Publisher = request.app.state.publisher
    desk = desk_of(request)
    names = {each.ref: each for each in desk.rows()}
    waiting = publisher.waiting()
    where = publisher.destination()
    return page(
        request,
        "publish.html",
        state=publisher.state,
        waiting=[(ref, names.get(ref)) for ref in waiting if not ref.endswith("*")],
        common=[ref for ref in waiting if ref.endswith("*")],
        drafts=[each for each in request.app.state.drafts.all(author(request)) if each.changed],
        broken=[row for row in desk.rows() if row.broken],
        where=where.name if isinstance(where, Goal) else "",
        nowhere=where if isinstance(where, tuple) else None,
        is_built=workspace.is_file(publisher.out / "index.html"),
    )


@right("publish")
async def start(request: Request) -> Response:
    """Begin a run; where one is under way, show that one."""
    form = await request.form()
    what = str(form.get("hvad", ""))
    wish = Wish(send=what == "udgiv", dry=what == "proev", sure=str(form.get("sikker", "")) == "ja")
    await run_in_threadpool(request.app.state.publisher.start, wish)
    return go(request, "/udgiv")


@right("publish")
def progress(request: Request) -> Response:
    """Show how far the run is; when it is over, the whole page again."""
    state = request.app.state.publisher.state
    if not state.busy:
        return Response(status_code=204, headers={"HX-Redirect": "/udgiv"})
    return part(request, "publish.html#progress", state=state)


@right("read", framed=True)
def site(request: Request) -> Response:
    """Send a file of the built site."""
    path, out = request.path_params["path"], request.app.state.publisher.out
    found = page_file(out, path)
    if found is None and path and not path.endswith("/") and page_file(out, f"{path}/"):
        return go(request, f"/vis/{path}/")
    if found is None:
        return page(request, "gone.html", status=404)
    data = workspace.read(found, _MOST)
    kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
    return Response(data, media_type=kind)


ROUTES = [
    Route("/udgiv", show),
    Route("/udgiv", start, methods=["POST"]),
    Route("/udgiv/fremgang", progress),
    Route("/vis/{path:path}", site),
]
