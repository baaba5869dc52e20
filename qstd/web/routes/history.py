"""History: the versions of a standard, one of them as it was, and beginning a history where there is none."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.history import Person
from qstd.language import translator
from qstd.model.finding import Message
from qstd.present.quantities import date
from qstd.verbs.editing import versions
from qstd.web.about import desk_of, ref_of
from qstd.web.keeping import chronicle, person, retried
from qstd.web.people import author, right
from qstd.web.refusals import Refusal
from qstd.web.render import go, language, page

N_ = str  # marks a Danish text that is translated where it is shown
_BEGIN = "begynd"
_SCREENS = ("godkend/", "hoering/")  # that ask who it is before they do something


# ---------- Versions ----------


@right("read")
def show(request: Request) -> Response:
    """Show the versions of a standard: which is in force, and two to be compared."""
    desk, ref = desk_of(request), ref_of(request)
    if desk.entry(ref) is None:
        raise Refusal.of(404)
    found = versions.life(desk, ref)
    own = language(request)
    may_write = request.state.person.may("write")
    return page(
        request,
        "versions.html",
        ref=ref,
        title=_title(request, ref),
        versions=[(each, date(each.day, own)) for each in found.versions],
        held={each.commit: date(each.holds_from.isoformat(), own) for each in found.versions if each.holds_from},
        refused=found.findings,
        has_draft=may_write and request.app.state.drafts.has(ref, author(request)),
        lacking=may_write and chronicle(request).is_lacking,
    )


@right("read")
def version(request: Request) -> Response:
    """Show a standard as it was in a version."""
    desk, ref, own = desk_of(request), ref_of(request), language(request)
    found = versions.one(desk, ref, request.path_params["commit"])
    then = versions.page(desk, found, own) if found else None
    if found is None or then is None:
        raise Refusal.of(404)
    title, parts = then
    return page(request, "version.html", ref=ref, version=found, day=date(found.day, own), title=title, parts=parts)


def _title(request: Request, ref: str) -> str:
    return next((each.title for each in desk_of(request).rows() if each.ref == ref), ref)


# ---------- Beginning one, and whose it is ----------


@right("write")
async def begin(request: Request) -> Response:
    """Begin a history; first ask who it is, where nobody knows."""
    return await run_in_threadpool(_begin, request, _BEGIN)


def _begin(request: Request, to: str) -> Response:
    who = person(request)
    return _who(request, to) if who is None else _begun(request, who)


def _begun(request: Request, who: Person) -> Response:
    words = translator(language(request))(N_("Begynd historikken med de standarder, der er"))
    wrong = chronicle(request).begin(words, who)
    if wrong:
        raise Refusal(409, wrong[0].message, wrong[0].hint)
    return go(request, "/?historik=begyndt")


@right("write")
def ask(request: Request) -> Response:
    """Ask who it is that saves; where that is known, go back."""
    to = request.query_params.get("til", "")
    return go(request, _back(request, to)) if person(request) else _who(request, to)


@right("write")
async def introduce(request: Request) -> Response:
    """Note who it is that saves, and do what waited for that."""
    form = await request.form()
    name, mail, to = (str(form.get(each, "")) for each in ("navn", "adresse", "til"))
    return await run_in_threadpool(_introduce, request, name, mail, to)


def _introduce(request: Request, name: str, mail: str, to: str) -> Response:
    if request.app.state.settings.proxy is not None:  # the login says it
        raise Refusal.of(404)
    wrong = chronicle(request).introduce(name, mail)
    if wrong:
        return _who(request, to, name, mail, wrong)
    who = person(request)
    if to == _BEGIN and who is not None:
        return _begun(request, who)
    retried(request, to)
    return go(request, _back(request, to))


def _who(
    request: Request, to: str, name: str = "", mail: str = "", wrong: tuple[tuple[str, Message], ...] = ()
) -> Response:
    status = 422 if wrong else 200
    return page(request, "who.html", status, to=to, own_name=name, mail=mail, errors=list(wrong), wrong=dict(wrong))


def _back(request: Request, to: str) -> str:
    """Return where somebody came from: a standard, or the overview."""
    own = next((each for each in _SCREENS if to.startswith(each)), "")
    if desk_of(request).entry(to.removeprefix(own)) is None:
        return "/"
    return f"/{to}" if own else f"/skriv/{to}"


_HERE = "/udgaver/{municipality}/{slug}"
ROUTES = [
    Route(_HERE, show),
    Route(f"{_HERE}/{{commit}}", version),
    Route("/historik/begynd", begin, methods=["POST"]),
    Route("/historik/hvem", ask),
    Route("/historik/hvem", introduce, methods=["POST"]),
]
