"""The overview: drafts and imports that are not finished, and all standards, found as one types."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd import workspace
from qstd.model.finding import Finding, message
from qstd.verbs.editing import listing
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.errors import DraftError
from qstd.verbs.editing.listing import Asked
from qstd.verbs.editing.reviews import Reviews
from qstd.verbs.editing.rows import Row
from qstd.web.about import desk_of
from qstd.web.keeping import chronicle
from qstd.web.people import author, right
from qstd.web.render import go, language, page, part
from qstd.web.times import moment

N_ = str  # marks a Danish text that is translated where it is shown
_COLUMNS = (
    ("titel", N_("Standard")),
    ("kommune", N_("Kommune")),
    ("ydelse", N_("Ydelse")),
    ("status", N_("Status")),
    ("fund", N_("Fejl og advarsler")),
    ("aendret", N_("Senest ændret")),
)
_FAULTS = 5  # findings shown of a file that cannot be read


@dataclass(frozen=True, slots=True)
class Line:
    """A standard as the overview shows it: when it was changed in words, and what is wrong where it cannot be read."""

    row: Row
    changed: str
    status: str
    faults: tuple[Finding, ...] = ()


@right("read")
def show(request: Request) -> Response:
    """Show the overview; to htmx only what was found."""
    desk = desk_of(request)
    wish = listing.asked(request.query_params)
    rows = desk.rows()
    found = listing.found(rows, wish)
    today, own = workspace.today(), language(request)
    values: dict[str, Any] = {
        "wish": wish,
        "found": found,
        "lines": [_line(desk, each, today, own) for each in found.rows],
        "columns": [_column(wish, key, name) for key, name in _COLUMNS],
        "more": urlencode(listing.address(wish, vis=wish.shown + listing.SHOWN)) if found.count > wish.shown else "",
        "first_new": wish.shown - listing.SHOWN if wish.shown > listing.SHOWN else -1,
        "said": _said(found, wish),
    }
    if request.headers.get("HX-Request-Type") == "partial":
        shown = urlencode(listing.address(wish))
        there = {"HX-Replace-Url": f"/?{shown}" if shown else "/"}
        return part(request, "overview_found.html", headers=there, part=True, **values)
    who = author(request)
    drafts: Drafts = request.app.state.drafts
    reviews: Reviews = request.app.state.reviews
    return page(
        request,
        "overview.html",
        **values,
        choices=listing.choices(rows),
        drafts=[(each, moment(each.when, today, own)) for each in drafts.all(who) if each.own]
        if _writes(request)
        else [],
        imports=[(each, moment(each.when, today, own)) for each in reviews.open(who, own)] if _writes(request) else [],
        gone=request.query_params.get("kasseret", ""),
        begun=request.query_params.get("historik") == "begyndt",
        lacking=_writes(request) and chronicle(request).is_lacking,
    )


def _writes(request: Request) -> bool:
    person = getattr(request.state, "person", None)
    return person is not None and bool(person.may("write"))


def _line(desk: Desk, row: Row, today: dt.date, own: str) -> Line:
    faults = desk.read(row.ref).findings if row.broken else ()
    worst = tuple(each for each in faults if each.severity == "error")
    return Line(row, moment(row.changed, today, own), listing.STATUSES.get(row.status, row.status), worst[:_FAULTS])


def _column(wish: Asked, key: str, name: str) -> tuple[str, str, str, str]:
    """Return a column's key and name, the address that orders by it, and how it is ordered now (as `aria-sort`)."""
    own = wish.order == key
    turned = "ja" if own and not wish.turned else ""
    query = urlencode(listing.address(wish, orden=key if key != listing.ORDERS[0] else "", vend=turned, vis=""))
    state = ("descending" if wish.turned else "ascending") if own else ""
    return key, name, f"/?{query}" if query else "/", state


def _said(found: listing.Found, wish: Asked) -> object:
    """Return in words how many were found."""
    if not found.count:
        return (
            message("Ingen standarder passer til det, du har valgt.") if wish.filters else message("Ingen standarder")
        )
    if wish.filters:
        return message("{count} af {total} standarder", count=found.count, total=found.total)
    return message("{count} standarder", count=found.count) if found.count > 1 else message("1 standard")


@right("write")
async def discard(request: Request) -> Response:
    """Set a draft aside; it can be brought back."""
    form = await request.form()
    ref = str(form.get("ref", ""))
    try:
        await run_in_threadpool(request.app.state.drafts.discard, ref, author(request))
    except DraftError:
        return page(request, "gone.html", status=404)
    return go(request, f"/?{urlencode({'kasseret': ref})}")


@right("write")
async def adopt(request: Request) -> Response:
    """Go on here with a draft of one's own that was begun in another window."""
    form = await request.form()
    ref, session = str(form.get("ref", "")), str(form.get("vindue", ""))
    try:
        await run_in_threadpool(request.app.state.drafts.adopt, ref, author(request), session)
    except DraftError:
        return page(request, "gone.html", status=404)
    return go(request, f"/skriv/{ref}")


@right("write")
async def restore(request: Request) -> Response:
    """Bring a draft back that was set aside, and go on with it."""
    form = await request.form()
    ref = str(form.get("ref", ""))
    try:
        draft = await run_in_threadpool(request.app.state.drafts.restore, ref, author(request))
    except DraftError:
        draft = None
    return go(request, f"/skriv/{ref}") if draft else page(request, "gone.html", status=404)


ROUTES = [
    Route("/", show),
    Route("/kladder/kasser", discard, methods=["POST"]),
    Route("/kladder/fortsaet", adopt, methods=["POST"]),
    Route("/kladder/hent-igen", restore, methods=["POST"]),
]
