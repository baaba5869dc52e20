"""The package for a committee: since when, beside whom, and one button that sends all of it as one archive."""

from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.model.finding import Finding
from qstd.verbs.editing.packing import packed
from qstd.web.about import desk_of, ref_of
from qstd.web.desk_view import Posted, posted_of
from qstd.web.people import right
from qstd.web.refusals import Refusal
from qstd.web.render import language, page

_FIELDS = ("ved1", "ved2")
_NEW = "ny"


@right("write")
def show(request: Request) -> Response:
    """Show what can be chosen."""
    return _page(request, {})


def _page(request: Request, given: dict[str, str], findings: Sequence[Finding] = ()) -> Response:
    desk, ref = desk_of(request), ref_of(request)
    disk = desk.read(ref)
    if not disk.there or disk.file is None:
        raise Refusal.of(404)
    service = disk.file.service
    others = [each for each in desk.rows() if each.ref != ref and each.service == service]
    return page(
        request,
        "package.html",
        422 if findings else 200,
        ref=ref,
        title=disk.file.title,
        others=others,
        given=dict.fromkeys(("siden", *_FIELDS), "") | given,
        fields=_FIELDS,
        findings=findings,
    )


@right("write")
async def send(request: Request) -> Response:
    """Make the package and send it."""
    desk, ref = desk_of(request), ref_of(request)
    if desk.entry(ref) is None:
        raise Refusal.of(404)
    form: Posted = posted_of(await request.form())
    given = {name: form.one(name) for name in ("siden", *_FIELDS)}
    since = "" if given["siden"] == _NEW else "approved"
    known = {each.ref for each in desk.rows()}
    beside = [given[each] for each in _FIELDS if given[each] in known and given[each] != ref]
    made = await run_in_threadpool(packed, desk.home, ref, since, list(dict.fromkeys(beside)), language(request))
    if not made.data:
        return await run_in_threadpool(_page, request, given, made.findings)
    name = f"udvalgspakke-{ref.replace('/', '-')}.zip"
    return Response(
        made.data, media_type="application/zip", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


ROUTES = [
    Route("/pakke/{municipality}/{slug}", show),
    Route("/pakke/{municipality}/{slug}", send, methods=["POST"]),
]
