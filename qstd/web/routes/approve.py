"""Approving: where a standard stands in its life, what is in the way, and the next step; only for those who may."""

import datetime as dt
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.model.finding import Message, message
from qstd.model.standard import Approval
from qstd.present.quantities import date
from qstd.verbs.approval_steps import HELD, Asked, Status
from qstd.verbs.editing import approvals, listing
from qstd.verbs.editing.passages import line_text
from qstd.web.about import desk_of, ref_of
from qstd.web.desk_view import Posted, posted_of
from qstd.web.keeping import chronicle, person
from qstd.web.people import author, right
from qstd.web.refusals import Refusal
from qstd.web.render import go, language, page

_STEPS: dict[Status, Message] = {
    "draft": message("Tilbage til kladde"),
    "hearing": message("Sendt i høring"),
    "approved": message("Godkendt"),
    "in_force": message("Sat i kraft"),
    "withdrawn": message("Ophævet"),
}
_DONE: dict[str, Message] = {
    "draft": message("Standarden er kladde igen."),
    "hearing": message("Standarden er i høring."),
    "approved": message("Standarden er godkendt. Den gælder, når den er sat i kraft."),
    "in_force": message("Standarden gælder nu."),
    "withdrawn": message("Standarden er ophævet og gælder ikke længere."),
}
_DAYS = {"dato": "day", "fra": "effective_from", "igen": "review_due"}
Errors = list[tuple[str, Message]]


@right("read")
def show(request: Request) -> Response:
    """Show where a standard stands."""
    return _page(request)


def _page(request: Request, step: approvals.Step | None = None, errors: Errors | None = None) -> Response:
    desk, ref = desk_of(request), ref_of(request)
    disk = desk.read(ref)
    if not disk.there or disk.file is None:
        raise Refusal.of(404)
    found = approvals.standing(desk.look(ref, disk.text))
    status: Status = found.status if found else disk.file.status
    may = bool(request.state.person.may("approve"))
    return page(
        request,
        "approve.html",
        409 if step else 422 if errors else 200,
        ref=ref,
        title=disk.file.title,
        found=found,
        told=_told(found.approval, language(request)) if found else [],
        path=[(each, listing.STATUSES[each]) for each in approvals.PATH],
        now=status,
        ways=[(each, _label(each, found)) for each in approvals.ways(status) if each != status or each == "approved"],
        may=may,
        done=_DONE.get(request.query_params.get("gjort", "")),
        has_draft=may and request.app.state.drafts.has(ref, author(request)),
        hindrances=step.hindrances if step else approvals.hindrances(desk, ref) if may else (),
        refused=step.findings if step else (),
        unknown=may and chronicle(request).is_there and person(request) is None,
        others=[each for each in desk.rows() if each.ref != ref and each.municipality == ref.partition("/")[0]],
        errors=errors or [],
        wrong=dict(errors or []),
        given=_given(request),
    )


def _label(step: Status, found: approvals.Standing | None) -> Message:
    again = step == "approved" and found is not None and found.status in HELD and found.approval.date
    return message("Godkendt igen") if again else _STEPS[step]


def _told(approval: Approval, own: str) -> list[tuple[Message, str]]:
    """Return what there is to say of an approval: what it is, and when or by whom."""
    days = (
        (message("Godkendt den"), approval.date),
        (message("Gælder fra"), approval.effective_from),
        (message("Tages op igen senest"), approval.review_due),
    )
    found = [(name, date(day.isoformat(), own)) for name, day in days if day]
    return [*found, *([(message("Godkendt af"), approval.body)] if approval.body else [])]


def _given(request: Request) -> dict[str, Any]:
    """Return what the form holds: what was sent, else nothing."""
    sent: Posted | None = getattr(request.state, "posted", None)
    names = ("trin", "organ", "dato", "referat", "fra", "igen", "samme", "afloest")
    return {each: sent.one(each) if sent else "" for each in names}


@right("approve")
async def take(request: Request) -> Response:
    """Take the step that was chosen, or say what is in the way."""
    request.state.posted = posted_of(await request.form())
    return await run_in_threadpool(_take, request, request.state.posted)


def _take(request: Request, posted: Posted) -> Response:
    desk, ref = desk_of(request), ref_of(request)
    if desk.entry(ref) is None:
        raise Refusal.of(404)
    asked, errors = _asked(posted)
    if asked is None or errors:
        return _page(request, errors=errors)
    who = person(request) if chronicle(request).is_there else None
    if who is None and chronicle(request).is_there:
        return go(request, f"/historik/hvem?til=godkend/{ref}")
    step = approvals.take(desk, request.app.state.drafts, ref, asked, who)
    if step.findings or step.hindrances:
        return _page(request, step)
    return go(request, f"/godkend/{ref}?gjort={step.status}")


def _asked(posted: Posted) -> tuple[Asked | None, Errors]:
    """Read what was asked for, and what is wrong with that, by field."""
    wanted = next((each for each in approvals.PATH if each == posted.one("trin")), None)
    if wanted is None:
        return None, [("trin", message("Vælg, hvad der er sket."))]
    if wanted not in HELD:
        return Asked(wanted, replaced_by=(posted.one("afloest") or None) if wanted == "withdrawn" else None), []
    days, errors = _days(posted)
    minutes, body = posted.one("referat").strip(), line_text(posted.one("organ"))
    if minutes and (not minutes.startswith(("https://", "http://")) or len(minutes.split()) > 1):
        errors.append(("referat", message("Skriv adressen, som den står i browseren: https://…")))
    if wanted == "approved" and "day" not in days and "dato" not in dict(errors):
        errors.append(("dato", message("Skriv dagen, den blev godkendt.")))
    if "day" in days and not body:
        errors.append(("organ", message("Skriv, hvem der har godkendt den, fx Byrådet.")))
    return Asked(wanted, body=body or None, minutes=minutes or None, again=posted.one("samme") == "ja", **days), errors


def _days(posted: Posted) -> tuple[dict[str, Any], Errors]:
    days: dict[str, Any] = {}
    errors: Errors = []
    for field, name in _DAYS.items():
        text = posted.one(field).strip()
        try:
            if text:
                days[name] = dt.date.fromisoformat(text)
        except ValueError:
            errors.append((field, message("Skriv dagen som 2026-01-31.")))
    return days, errors


@right("read")
def difference(request: Request) -> Response:
    """Lead to what has been changed since the approval: in the file, or in one's own draft."""
    desk, ref = desk_of(request), ref_of(request)
    word = approvals.approved(desk, ref)
    if not word:
        what = message("Historikken har ikke den udgave, der blev godkendt.")
        raise Refusal(404, what, message("Den er der, når standarden er godkendt, mens mappen har en historik."))
    drafted = request.state.person.may("write") and request.app.state.drafts.has(ref, author(request))
    return go(request, f"/sammenlign?aeldre={word}&nyere={ref}{'@kladde' if drafted else ''}")


_HERE = "/godkend/{municipality}/{slug}"
ROUTES = [
    Route(_HERE, show),
    Route(_HERE, take, methods=["POST"]),
    Route(f"{_HERE}/forskel", difference),
]
