"""Comparing: choosing what to lay beside each other, the grid, and taking over a wording."""

from collections import defaultdict
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd import workspace
from qstd.model.edit import Insert, Put
from qstd.model.finding import message
from qstd.verbs.editing import comparing
from qstd.verbs.editing.comparing import Laid, Wording
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Draft
from qstd.verbs.editing.rows import Row
from qstd.verbs.refs import law
from qstd.web.about import desk_of
from qstd.web.people import author, right
from qstd.web.render import go, language, page
from qstd.writers import html

_MOST_COLUMNS = 120


@right("read")
def choose(request: Request) -> Response:
    """Show what can be chosen, and, when two or more have been, the comparison."""
    desk = desk_of(request)
    asked = request.query_params
    words = asked.getlist("vaelg") or [asked[each] for each in ("aeldre", "nyere") if asked.get(each)]
    service, into = request.query_params.get("ydelse", ""), request.query_params.get("til", "")
    columns = request.query_params.get("vis") == "kolonner"
    laid = comparing.laid(desk, request.app.state.drafts, author(request), words, into, language(request), columns)
    parts = rendered = None
    services = comparing.services(desk)
    if laid.document:
        theme = workspace.theme(desk.home)
        parts = html.inside(laid.document, language(request))
        rendered = html.tools(theme, parts, language(request)) if not laid.versions else ""
    return page(
        request,
        "compare.html",
        laid=laid,
        parts=parts,
        tools=rendered,
        chosen=set(words),
        service=service or _service_of(desk, laid),
        services=services,
        laws={key for key in services if law(f"law/{key}")},
        groups=_groups(desk, service or _service_of(desk, laid)),
        into=into,
        targets=[each for each in laid.words if "@" not in each and desk.entry(each)],
        query=urlencode([("vaelg", each) for each in words]),
        errors=_errors(laid, words),
    )


def _errors(laid: Laid, words: list[str]) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = [("", each.message) for each in laid.findings if each.severity == "error"]
    if len(words) == 1 and not found:
        found.append(("valg", message("Vælg mindst to: standarder, loven eller to udgaver af den samme.")))
    return found


def _service_of(desk: Desk, laid: Laid) -> str:
    """Return the service of what was chosen first."""
    names = {each.ref: each.service for each in desk.rows()}
    first = next(iter(laid.words), "").partition("@")[0]
    return names.get(first, first.removeprefix("law/") if law(first) else "")


def _groups(desk: Desk, service: str) -> list[tuple[str, str, list[Row]]]:
    """Return the standards to choose among, by service: (key, name, standards); only one service's where it is chosen."""
    by_service: dict[str, list[Row]] = defaultdict(list)
    for row in desk.rows():
        if not row.broken and service in ("", row.service):
            by_service[row.service].append(row)
    names = comparing.services(desk)
    return [(key, names.get(key, key), rows) for key, rows in sorted(by_service.items())]


@right("read")
def column_styles(request: Request) -> Response:
    """Send the rules that hide the columns a reader has not chosen: pages carry no styles of their own here."""
    count = min(int(request.path_params["count"]), _MOST_COLUMNS)
    rules = (f'body:has(#col-{n}:not(:checked)) .cmp [data-place="{n}"]' for n in range(1, count + 1))
    css = ",\n".join(rules) + " { display: none !important; }\n" if count else ""
    return Response(css, media_type="text/css", headers={"Cache-Control": "max-age=86400"})


# ---------- Taking over ----------


@right("write")
def use(request: Request) -> Response:
    """Show a wording beside the own text, and how it can be taken over."""
    asked = request.query_params
    desk = desk_of(request)
    found = comparing.wording(desk, asked.get("fra", "").partition("@")[0], asked.get("afsnit", ""))
    into = asked.get("til", "")
    if found is None or desk.entry(into) is None:
        return page(request, "gone.html", status=404)
    draft = request.app.state.drafts.open(into, author(request))
    return page(request, "use.html", wording=found, into=into, at=_same_topic(draft, found), draft=draft)


def _same_topic(draft: Draft, found: Wording) -> int | None:
    """Return the number (from 0) of the own section about the same."""
    sections = draft.file.sections if draft.file else ()
    return next((at for at, each in enumerate(sections) if found.topic and each.topic == found.topic), None)


@right("write")
async def take(request: Request) -> Response:
    """Take a wording over into the draft, and go there."""
    form = await request.form()
    return await run_in_threadpool(_take, request, {key: str(value) for key, value in form.items()})


def _take(request: Request, form: dict[str, str]) -> Response:
    desk = desk_of(request)
    into = form.get("til", "")
    found = comparing.wording(desk, form.get("fra", ""), form.get("afsnit", ""))
    if found is None or desk.entry(into) is None:
        return page(request, "gone.html", status=404)
    who = author(request)
    draft = request.app.state.drafts.open(into, who)
    at = _same_topic(draft, found)
    edits, number = _edits(draft, found, at, form.get("hvordan", ""))
    if edits:
        request.app.state.drafts.change(into, who, edits, f"sections/{number}/body")
    return go(request, f"/skriv/{into}?afsnit={number + 1}")


def _edits(draft: Draft, found: Wording, at: int | None, how: str) -> tuple[list[Put | Insert], int]:
    """Return the edits that take a wording over, and the number of the section where it then stands."""
    sections = draft.file.sections if draft.file else ()
    if at is None or how == "nyt":
        entry = {
            "topic": found.topic or None,
            "heading": found.heading,
            "body": found.body,
            "derived_from": found.origin,
        }
        if any(each.key == found.topic for each in sections):
            entry["id"] = _free(found.topic, {each.key for each in sections})
        order = ("topic", "id", "heading", "body", "derived_from")
        value = {key: entry[key] for key in order if entry.get(key)}
        return [Insert(("sections", len(sections)), value, ("approval", "status"))], len(sections)
    own = sections[at].body.strip("\n")
    body = f"{own}\n\n{found.body}" if own and how == "efter" else found.body
    put = [
        Put(("sections", at, "body"), body, ("heading",)),
        Put(("sections", at, "derived_from"), found.origin, ("use", "body", "heading")),
    ]
    return list(put), at


def _free(topic: str, taken: set[str]) -> str:
    return next(f"{topic}_{n}" for n in range(2, len(taken) + 3) if f"{topic}_{n}" not in taken)


ROUTES = [
    Route("/sammenlign", choose),
    Route("/sammenlign/kolonner-{count:int}.css", column_styles),
    Route("/sammenlign/brug", use),
    Route("/sammenlign/brug", take, methods=["POST"]),
]
