"""Starting a standard in one of three ways: from the provision's template, from another standard, from a file."""

from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.model.finding import message
from qstd.verbs.editing import listing, starting
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.errors import BadNameError, NameTakenError
from qstd.verbs.editing.starting import Place
from qstd.web.about import desk_of
from qstd.web.people import author, right
from qstd.web.render import go, language, page, part

Errors = list[tuple[str, object]]
_NONE: Errors = []


@right("write")
def show(request: Request) -> Response:
    """Show the three ways."""
    return _show(request, {}, _NONE)


def refused(request: Request, errors: Errors) -> Response:
    """Show the three ways again, with what is wrong with a file."""
    return _show(request, {}, errors, 422)


def _show(request: Request, given: dict[str, str], errors: Errors, status: int = 200) -> Response:
    asked = given or dict(request.query_params)
    return page(request, "start.html", status, errors=errors, **_choices(request, asked, errors))


def _choices(request: Request, asked: dict[str, str], errors: Errors) -> dict[str, object]:
    """Return what the fields of a new standard's place have to choose among, and what is chosen."""
    desk = desk_of(request)
    homes = starting.homes(desk)
    only = homes.here[0][0] if len(homes.here) == 1 else ""
    municipality = asked.get("kommune", only)
    service = asked.get("ydelse", "")
    return {
        "homes": homes,
        "services": starting.services(language(request)),
        "municipality": municipality,
        "service": service,
        "slug": asked.get("navn", "") or starting.proposed(desk, municipality, service, drafted(request)),
        "wrong": dict(errors),
    }


def drafted(request: Request) -> frozenset[str]:
    """Return the standards that this person has begun and not saved."""
    drafts: Drafts = request.app.state.drafts
    return frozenset(each.ref for each in drafts.all(author(request)) if each.new)


@right("write")
def name(request: Request) -> Response:
    """Propose a name for the municipality and service chosen, or say what becomes of the one that was typed."""
    desk = desk_of(request)
    asked = request.query_params
    municipality, service = asked.get("kommune", ""), asked.get("ydelse", "")
    typed, before = asked.get("navn", "").strip(), asked.get("forslag", "")
    own = drafted(request)
    proposal = starting.proposed(desk, municipality, service, own)
    there, wrong = starting.place(desk, municipality, service, "" if typed == before else typed, own)
    return part(
        request,
        "start_name.html",
        proposal=proposal,
        put=proposal if typed == before else None,
        place=there,
        trouble=dict(wrong).get("navn"),
        ready=bool(municipality and service),
    )


@right("write")
async def template(request: Request) -> Response:
    """Begin a draft from the template of a provision."""
    form = {key: str(value) for key, value in (await request.form()).items()}
    return await run_in_threadpool(_template, request, form)


def _template(request: Request, form: dict[str, str]) -> Response:
    there, wrong = _place(request, form)
    if not wrong:
        wrong = _begun(request, there, starting.from_template(there))
    return _show(request, form, wrong, 422) if wrong else go(request, f"/skriv/{there.ref}")


def _place(request: Request, form: dict[str, str]) -> tuple[Place, Errors]:
    desk = desk_of(request)
    named = form.get("kommune", ""), form.get("ydelse", ""), form.get("navn", "")
    there, wrong = starting.place(desk, *named, drafted(request))
    return there, list(wrong)


def _begun(request: Request, there: Place, text: str) -> Errors:
    """Begin a draft; where its name cannot be had after all, say so."""
    drafts: Drafts = request.app.state.drafts
    try:
        drafts.begin(there.ref, text, author(request))
    except (NameTakenError, BadNameError) as error:
        return [("navn", error.finding.message)]
    return []


# ---------- From another standard ----------


@right("write")
def others(request: Request) -> Response:
    """Show the standards that sections can be taken from, or the sections of the one chosen."""
    return _others(request, dict(request.query_params), _NONE)


def _others(request: Request, given: dict[str, str], errors: Errors, status: int = 200) -> Response:
    desk = desk_of(request)
    found = starting.source(desk, given.get("kilde", ""), language(request)) if given.get("kilde") else None
    if found is None:
        return _sources(request, given)
    asked = {"ydelse": found.standard.service} | given
    chosen = set(_numbers(given.get("afsnit", "")))
    return page(
        request,
        "start_sections.html",
        status,
        errors=errors,
        source=found,
        chosen=chosen if errors else {each.at for each in found.sections if each.topic and each.section.body.strip()},
        fill=given.get("fyld", "" if errors else "ja") == "ja",
        **_choices(request, asked, errors),
    )


def _sources(request: Request, given: dict[str, str]) -> Response:
    desk = desk_of(request)
    rows = [each for each in desk.rows() if not each.broken]
    wish = listing.Asked(
        words=given.get("soeg", ""), municipality=given.get("kommune", ""), service=given.get("ydelse", "")
    )
    found = listing.found(rows, wish)
    values: dict[str, Any] = {"found": found, "wish": wish, "errors": []}
    if request.headers.get("HX-Request-Type") == "partial":
        return part(request, "start_sources.html#found", **values)
    gone = [("kilde", message("Standarden er her ikke mere, eller den kan ikke læses. Vælg en anden."))]
    return page(
        request,
        "start_sources.html",
        **values | {"errors": gone if given.get("kilde") else []},
        choices=listing.choices(rows),
    )


@right("write")
async def take(request: Request) -> Response:
    """Begin a draft with the sections that were ticked."""
    form = await request.form()
    given = {key: str(value) for key, value in form.items()}
    given["afsnit"] = ",".join(str(each) for each in form.getlist("afsnit"))
    return await run_in_threadpool(_take, request, given)


def _take(request: Request, form: dict[str, str]) -> Response:
    desk = desk_of(request)
    found = starting.source(desk, form.get("kilde", ""))
    if found is None:
        return go(request, f"/ny/fra?{urlencode({'kilde': form.get('kilde', '')})}")
    there, wrong = _place(request, form)
    numbers = _numbers(form["afsnit"])
    if found.digest != form.get("udgave"):
        wrong.append(("afsnit", message("Standarden er ændret imens. Se afsnittene efter, og vælg igen.")))
    if not numbers:
        wrong.append(("afsnit", message("Vælg mindst ét afsnit.")))
    if not wrong:
        text = starting.from_sections(there, found, numbers, form.get("fyld") == "ja")
        wrong = _begun(request, there, text)
    return _others(request, form, wrong, 422) if wrong else go(request, f"/skriv/{there.ref}")


def _numbers(words: str) -> list[int]:
    """Return the numbers of sections that a form names."""
    return [int(each) for each in words.split(",") if each.isascii() and each.isdigit() and len(each) < 6]


ROUTES = [
    Route("/ny", show),
    Route("/ny/navn", name),
    Route("/ny/skabelon", template, methods=["POST"]),
    Route("/ny/fra", others),
    Route("/ny/fra", take, methods=["POST"]),
]
