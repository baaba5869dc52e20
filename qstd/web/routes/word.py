"""Word: a standard taken out as a Word file, and one that somebody has edited read back into one's draft."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.merge import Choice, Taken
from qstd.model.finding import Message, message
from qstd.readers.docx.edited import Edited
from qstd.verbs.editing import merging, word
from qstd.verbs.editing.reading_apart import State, UploadError, Uploads, Wish
from qstd.verbs.word_merge import Plan
from qstd.web import clashes
from qstd.web.about import desk_of, how_far, ref_of
from qstd.web.desk_view import Open, Posted, changing, lead, opened, showing
from qstd.web.people import author, right
from qstd.web.refusals import Refusal
from qstd.web.render import go, language, page

_MOST = 60_000_000
_LARGE = 5_000_000
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WHAT: Mapping[str, Message] = {
    "changed": message("rettet"),
    "added": message("nyt"),
    "removed": message("fjernet"),
    "moved": message("flyttet"),
}
_HOW: Mapping[str, Message] = {
    "heading": message("fundet på overskriften"),
    "text": message("fundet på teksten"),
    "new": message("et nyt afsnit"),
}


# ---------- Out ----------


@right("read")
def download(request: Request) -> Response:
    """Send the standard as a Word file."""
    ref, desk = ref_of(request), desk_of(request)
    data = word.document(desk, ref, language(request)) if desk.entry(ref) else None
    if data is None:
        raise Refusal.of(404)
    name = ref.replace("/", "-").encode("ascii", "replace").decode().replace("?", "_")
    return Response(data, media_type=_WORD, headers={"Content-Disposition": f'attachment; filename="{name}.docx"'})


# ---------- In ----------


def _show(request: Request) -> Response:
    return _start(opened(request), [])


def _start(shown: Open, errors: list[tuple[str, Message]]) -> Response:
    title = shown.draft.file.title if shown.draft.file else shown.ref
    values = {"ref": shown.ref, "title": title, "base": shown.base, "errors": errors, "wrong": dict(errors)}
    return page(shown.request, "word.html", 422 if errors else 200, **values)


@right("write", most=_MOST, files=1)
async def take(request: Request) -> Response:
    """Take an edited Word file in, and begin to read it."""
    file = (await request.form()).get("fil")
    if not isinstance(file, UploadFile) or not file.filename:
        return await run_in_threadpool(_refused, request, [("fil", message("Vælg en fil først."))])
    uploads: Uploads = request.app.state.uploads
    ref = ref_of(request)
    if desk_of(request).entry(ref) is None:
        raise Refusal.of(404)
    try:
        made = await run_in_threadpool(uploads.take, file.file, file.filename, author(request), Wish(into=ref))
    except UploadError as error:
        said = [each for each in (error.finding.message, error.finding.hint) if each]
        return await run_in_threadpool(_refused, request, [("fil", each) for each in said])
    return go(request, f"/word/{ref}/{made}")


def _refused(request: Request, errors: list[tuple[str, Message]]) -> Response:
    return _start(opened(request), errors)


def _state(request: Request) -> State:
    """Return the upload that an address names, which is one's own and of this standard."""
    uploads: Uploads = request.app.state.uploads
    found = uploads.state(request.path_params["id"])
    mine = found is not None and found.by.name == author(request).name
    if found is None or not mine or found.wish.kind != "edited" or found.wish.into != ref_of(request):
        raise Refusal(404, message("Word-filen er her ikke mere."), message("Hent den ind igen."))
    return found


def _meanwhile(state: State) -> dict[str, Any]:
    return {
        "base": f"/word/{state.wish.into}/{state.id}",
        "other": f"/word/{state.wish.into}",
        "trail": message("Word"),
        "meanwhile": message("Det varer som regel nogle få sekunder."),
    }


def _look(request: Request) -> Response:
    state = _state(request)
    found = request.app.state.uploads.edited(state.id)
    if found is None:
        return page(request, "reading.html", state=state, **_meanwhile(state))
    return _review(opened(request), state, found, {}, tried=False)


def _progress(request: Request) -> Response:
    state = _state(request)
    return how_far(request, state, f"/word/{state.wish.into}/{state.id}", _meanwhile(state))


def _review(shown: Open, state: State, found: Edited, choices: Mapping[str, Choice], tried: bool) -> Response:
    """Show what the Word file changes, and what must be chosen first."""
    plan = word.planned(shown.desk, shown.draft, found, state, {})
    own = language(shown.request)
    return page(
        shown.request,
        "word_merge.html",
        422 if tried else 200,
        ref=shown.ref,
        title=shown.draft.file.title if shown.draft.file else shown.ref,
        here_base=f"/word/{shown.ref}/{state.id}",
        file=state.file,
        plan=plan,
        refused=_is_refused(plan),
        taken=[_line(each) for each in plan.taken],
        authors=[(each, _is_taken(state, each.name)) for each in found.authors],
        unsure=[(each, _HOW[each.how]) for each in plan.sections if each.how in _HOW],
        **clashes.values(plan.conflicts, choices, tried, own),
    )


def _is_taken(state: State, name: str) -> bool:
    return state.wish.accepted is None or name in state.wish.accepted


def _is_refused(plan: Plan) -> bool:
    return plan.text is None and not plan.conflicts


def _line(taken: Taken) -> tuple[str, Message, Message]:
    """Return where something was changed, what, and how."""
    where = " ".join(filter(None, (f"{taken.number}." if taken.number else "", taken.heading)))
    return where, merging.field(taken.field), _WHAT[taken.what]


def _decide(request: Request, posted: Posted) -> Response:
    """Put what the Word file changes into the draft."""
    state, shown = _state(request), opened(request)
    found = request.app.state.uploads.edited(state.id)
    if found is None:
        return go(request, f"/word/{shown.ref}/{state.id}")
    first = word.planned(shown.desk, shown.draft, found, state, {})
    choices = clashes.chosen(first.conflicts, posted)
    plan = word.planned(shown.desk, shown.draft, found, state, choices) if choices else first
    if plan.text is None:
        return _review(shown, state, found, choices, tried=bool(plan.conflicts))
    before = shown.draft.text
    shown.draft, notes = word.take(shown.desk, shown.drafts, shown.who, shown.draft, plan)
    request.app.state.uploads.drop(state.id)
    said = "ens" if shown.draft.text == before and not notes else "ind"
    return lead(shown, _first(shown, plan), word=said)


def _first(shown: Open, plan: Plan) -> int:
    """Return the first section that the Word file changed."""
    sections = shown.draft.file.sections if shown.draft.file else ()
    changed = {each.heading for each in plan.taken}
    return next((at for at, each in enumerate(sections) if each.heading in changed), shown.at)


def _drop(request: Request, posted: Posted) -> Response:
    state = _state(request)
    request.app.state.uploads.drop(state.id)
    return go(request, f"/skriv/{state.wish.into}")


def _again(request: Request, posted: Posted) -> Response:
    """Read the file once more, with the changes of those who were chosen, if somebody has chosen."""
    state = _state(request)
    wish = replace(state.wish, accepted=tuple(posted.values.get("med", ()))) if posted.one("valgt") else None
    if state.phase in ("failed", "done"):
        request.app.state.uploads.again(state.id, wish)
    return go(request, f"/word/{state.wish.into}/{state.id}")


_HERE = "/word/{municipality}/{slug}"
ROUTES = [
    Route(_HERE, showing(_show)),
    Route(_HERE, take, methods=["POST"]),
    Route(f"{_HERE}/hent", download),
    Route(f"{_HERE}/{{id}}", showing(_look)),
    Route(f"{_HERE}/{{id}}", changing(_decide, _LARGE), methods=["POST"]),
    Route(f"{_HERE}/{{id}}/fremgang", showing(_progress)),
    Route(f"{_HERE}/{{id}}/igen", changing(_again), methods=["POST"]),
    Route(f"{_HERE}/{{id}}/slet", changing(_drop), methods=["POST"]),
]
