"""Hearing: a standard is sent out with a number at each point, answers are read in, and the note says what came of them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.history import Person
from qstd.model.finding import Finding, Message, message
from qstd.model.hearing import HearingAnswer
from qstd.present.hearing import OUTCOMES
from qstd.present.quantities import date
from qstd.recognise.hearing_rows import who
from qstd.verbs.editing import hearings
from qstd.verbs.editing.archives import Packed
from qstd.verbs.editing.passages import line_text
from qstd.verbs.editing.reading_apart import State, UploadError, Uploads, Wish
from qstd.verbs.editing.staged import Outlined
from qstd.web.about import desk_of, how_far, ref_of
from qstd.web.desk_view import Posted, posted_of
from qstd.web.keeping import chronicle, person
from qstd.web.people import author, right
from qstd.web.refusals import Refusal
from qstd.web.render import go, language, page

_MOST = 60_000_000
_DONE: dict[str, Message] = {
    "sendt": message("Standarden er i høring. Hent filerne, og send dem til dem, I spørger."),
    "laest": message("Svarene er læst ind."),
    "intet": message("Der var intet nyt i filen."),
}
Errors = list[tuple[str, Message]]


# ---------- How it stands ----------


@right("read")
def show(request: Request) -> Response:
    """Show the latest hearing of a standard and its answers."""
    return _page(request)


def _page(request: Request, findings: Sequence[Finding] = (), errors: Errors | None = None) -> Response:
    desk, ref = desk_of(request), ref_of(request)
    disk = desk.read(ref)
    if not disk.there or disk.file is None:
        raise Refusal.of(404)
    heard, wrong = hearings.opened(desk, ref)
    log = heard.hearing if heard else None
    return page(
        request,
        "hearing.html",
        409 if findings else 422 if errors else 200,
        ref=ref,
        title=disk.file.title,
        findings=findings or (wrong if heard is None else ()),
        may_begin=heard is not None,
        log=log,
        days=_days(log.opened, log.closes, language(request)) if log else [],
        answers=[_row(each, disk.file.sections, language(request)) for each in log.answers] if log else [],
        waiting=sum(not each.reply for each in log.answers) if log else 0,
        has_changed=heard is not None and heard.has_changed,
        unknown=_is_unknown(request),
        done=_DONE.get(request.query_params.get("gjort", "")),
        errors=errors or [],
        wrong=dict(errors or []),
        given=_given(request),
    )


def _days(opened: dt.date, closes: dt.date | None, own: str) -> list[tuple[Message, str]]:
    found = [(message("Begyndte"), opened), (message("Svar senest"), closes)]
    return [(name, date(day.isoformat(), own)) for name, day in found if day]


def _row(answer: HearingAnswer, sections: Sequence[Any], own: str) -> dict[str, Any]:
    """Return an answer as its row in the table."""
    name = next((each.heading for each in sections if each.key == answer.section), answer.section or "")
    return {
        "by": answer.by,
        "day": date(answer.date.isoformat(), own) if answer.date else "",
        "point": answer.point or "",
        "section": name,
        "text": answer.text,
        "suggestion": answer.suggestion or "",
        "outcome": OUTCOMES[answer.outcome] if answer.outcome else "",
        "reply": answer.reply or "",
    }


def _given(request: Request) -> dict[str, str]:
    sent: Posted | None = getattr(request.state, "posted", None)
    return {each: sent.one(each) if sent else "" for each in ("senest", "til", "fra", "dag")}


def _is_unknown(request: Request) -> bool:
    """Tell whether there is a history, and nobody knows who it is that writes in it."""
    return bool(request.state.person.may("write") and chronicle(request).is_there and person(request) is None)


def _who(request: Request) -> Person | None:
    return person(request) if chronicle(request).is_there else None


# ---------- Out ----------


@right("write")
async def send(request: Request) -> Response:
    """Send the standard out, or say what is in the way."""
    request.state.posted = posted_of(await request.form())
    return await run_in_threadpool(_send, request, request.state.posted)


def _send(request: Request, posted: Posted) -> Response:
    desk, ref = desk_of(request), ref_of(request)
    if desk.entry(ref) is None:
        raise Refusal.of(404)
    if _is_unknown(request):
        return go(request, f"/historik/hvem?til=hoering/{ref}")
    closes, errors = _day(posted, "senest")
    if errors:
        return _page(request, errors=errors)
    to = [line_text(each) for each in posted.one("til").replace(",", "\n").splitlines()]
    drafts = request.app.state.drafts
    findings = hearings.send(desk, drafts, ref, closes, [each for each in to if each], _who(request))
    wrong = [each for each in findings if each.severity == "error"]
    return _page(request, wrong) if wrong else go(request, f"/hoering/{ref}?gjort=sendt")


def _day(posted: Posted, field: str) -> tuple[dt.date | None, Errors]:
    text = posted.one(field).strip()
    try:
        return (dt.date.fromisoformat(text) if text else None), []
    except ValueError:
        return None, [(field, message("Skriv dagen som 2026-01-31."))]


@right("read")
def papers(request: Request) -> Response:
    """Send the files of the hearing as one archive."""
    return _archive(request, hearings.papers(desk_of(request).home, ref_of(request), language(request)), "hoering")


@right("read")
def note(request: Request) -> Response:
    """Send the note with all answers as one archive."""
    return _archive(request, hearings.note(desk_of(request).home, ref_of(request), language(request)), "hoeringsnotat")


def _archive(request: Request, made: Packed, kind: str) -> Response:
    if not made.data and not made.findings:
        raise Refusal.of(404)
    if not made.data:
        return _page(request, made.findings)
    name = f"{kind}-{ref_of(request).replace('/', '-')}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(made.data, media_type="application/zip", headers=headers)


# ---------- In ----------


@right("write", most=_MOST, files=1)
async def take(request: Request) -> Response:
    """Take a form or a note in, and begin to read it."""
    file = (await request.form()).get("fil")
    ref = ref_of(request)
    if desk_of(request).entry(ref) is None:
        raise Refusal.of(404)
    if not isinstance(file, UploadFile) or not file.filename:
        return await run_in_threadpool(_page, request, (), [("fil", message("Vælg en fil først."))])
    uploads: Uploads = request.app.state.uploads
    wish = Wish(into=ref, answers=True)
    try:
        made = await run_in_threadpool(uploads.take, file.file, file.filename, author(request), wish)
    except UploadError as error:
        said = [each for each in (error.finding.message, error.finding.hint) if each]
        return await run_in_threadpool(_page, request, (), [("fil", each) for each in said])
    return go(request, f"/hoering/{ref}/{made}")


def _state(request: Request) -> State:
    """Return the upload that an address names, which is one's own and of this hearing."""
    found: State | None = request.app.state.uploads.state(request.path_params["id"])
    mine = found is not None and found.by.name == author(request).name
    if found is None or not mine or not found.wish.answers or found.wish.into != ref_of(request):
        raise Refusal(404, message("Filen er her ikke mere."), message("Hent den ind igen."))
    return found


def _meanwhile(request: Request, state: State) -> dict[str, Any]:
    return {
        "base": f"/hoering/{ref_of(request)}/{state.id}",
        "other": f"/hoering/{ref_of(request)}",
        "trail": message("Høring"),
        "meanwhile": message("Det varer som regel nogle få sekunder."),
    }


@right("write")
def look(request: Request) -> Response:
    """Show what is new in a file, before any of it is taken in."""
    state = _state(request)
    found: Outlined | None = request.app.state.uploads.outlined(state.id)
    if found is None:
        return page(request, "reading.html", state=state, **_meanwhile(request, state))
    return _review(request, state, found, who(found.outline), desk_of(request).today())


def _review(
    request: Request, state: State, found: Outlined, by: str, day: dt.date, errors: Errors | None = None
) -> Response:
    desk, ref = desk_of(request), ref_of(request)
    disk = desk.read(ref)
    # Who answers may be said on this page: until then the rows are shown, and only then is it in the way.
    new, findings = hearings.look(desk, ref, found.outline, by or "…", day)
    sections = disk.file.sections if disk.file else ()
    own = language(request)
    return page(
        request,
        "hearing_answers.html",
        422 if errors else 200,
        ref=ref,
        title=disk.file.title if disk.file else ref,
        here_base=f"/hoering/{ref}/{state.id}",
        file=state.file,
        findings=findings,
        answers=[_row(each, sections, own) for each in new.answers],
        replies=[_row(each, sections, own) for each in new.replies.values()],
        may=not any(each.severity == "error" for each in findings),
        errors=errors or [],
        wrong=dict(errors or []),
        given={"fra": by, "dag": day.isoformat()},
    )


@right("write")
def progress(request: Request) -> Response:
    """Say how far the reading is."""
    state = _state(request)
    return how_far(request, state, f"/hoering/{ref_of(request)}/{state.id}", _meanwhile(request, state))


@right("write")
async def decide(request: Request) -> Response:
    """Take the answers in."""
    posted = posted_of(await request.form())
    return await run_in_threadpool(_decide, request, posted)


def _decide(request: Request, posted: Posted) -> Response:
    state, ref, desk = _state(request), ref_of(request), desk_of(request)
    uploads: Uploads = request.app.state.uploads
    found = uploads.outlined(state.id)
    if found is None:
        return go(request, f"/hoering/{ref}/{state.id}")
    if _is_unknown(request):
        return go(request, f"/historik/hvem?til=hoering/{ref}")
    by = line_text(posted.one("fra"))
    day, errors = _day(posted, "dag")
    new, _ = hearings.look(desk, ref, found.outline, by or "…", day or desk.today())
    if new.answers and not by:
        errors.append(("fra", message("Skriv, hvem svaret er fra, fx Handicaprådet.")))
    if errors:
        return _review(request, state, found, by, day or desk.today(), errors)
    wrong = hearings.take_in(desk, request.app.state.drafts, ref, found.outline, by, day or desk.today(), _who(request))
    if wrong:
        return _page(request, wrong)
    uploads.drop(state.id)
    return go(request, f"/hoering/{ref}?gjort={'laest' if new.answers or new.replies else 'intet'}")


@right("write")
def drop(request: Request) -> Response:
    """Throw an upload away."""
    request.app.state.uploads.drop(_state(request).id)
    return go(request, f"/hoering/{ref_of(request)}")


@right("write")
def again(request: Request) -> Response:
    """Read an upload once more."""
    state = _state(request)
    if state.phase in ("failed", "done"):
        request.app.state.uploads.again(state.id, None)
    return go(request, f"/hoering/{ref_of(request)}/{state.id}")


_HERE = "/hoering/{municipality}/{slug}"
ROUTES = [
    Route(_HERE, show),
    Route(_HERE, send, methods=["POST"]),
    Route(f"{_HERE}/filer", papers),
    Route(f"{_HERE}/notat", note),
    Route(f"{_HERE}/svar", take, methods=["POST"]),
    Route(f"{_HERE}/{{id}}", look),
    Route(f"{_HERE}/{{id}}", decide, methods=["POST"]),
    Route(f"{_HERE}/{{id}}/fremgang", progress),
    Route(f"{_HERE}/{{id}}/igen", again, methods=["POST"]),
    Route(f"{_HERE}/{{id}}/slet", drop, methods=["POST"]),
]
