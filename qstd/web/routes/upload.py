"""Uploading a file and looking over what became of it: each decision is kept at once, and a draft comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd import workspace
from qstd.language import translator
from qstd.model.document import Blocks, Document
from qstd.model.finding import Message, message
from qstd.present.review import FURNITURE, STATUS, tallies, where
from qstd.verbs.editing import fact_forms, review_view, reviews, starting
from qstd.verbs.editing.errors import BadNameError, NameTakenError
from qstd.verbs.editing.reading_apart import State, UploadError, Wish
from qstd.verbs.editing.reviews import Review, Reviews
from qstd.web.about import desk_of, how_far
from qstd.web.people import author, right
from qstd.web.refusals import Refusal
from qstd.web.render import go, language, page, part
from qstd.web.routes import start
from qstd.writers import html

_MOST = 60_000_000
_FIELD = "felt."
_LISTED = 200  # furniture and unplaced words named on the screen


# ---------- The file ----------


@right("write", most=_MOST, files=1)
async def take(request: Request) -> Response:
    """Take a file in, begin to read it, and go to its review."""
    file = (await request.form()).get("fil")
    if not isinstance(file, UploadFile) or not file.filename:
        return await run_in_threadpool(start.refused, request, [("fil", message("Vælg en fil først."))])
    uploads = request.app.state.uploads
    try:
        made = await run_in_threadpool(uploads.take, file.file, file.filename, author(request), Wish())
    except UploadError as error:
        said = [error.finding.message, error.finding.hint]
        errors: start.Errors = [("fil", each) for each in said if each]
        return await run_in_threadpool(start.refused, request, errors)
    return go(request, f"/gennemse/{made}")


@right("write")
def show(request: Request) -> Response:
    """Show the review of a file; while it is read, how far that is; where it cannot be read, why."""
    state, review = _found(request)
    if review is None:
        return page(request, "reading.html", state=state, **_reading(state))
    at = _number(request.query_params.get("nr", ""), len(review.standards), review)
    return _whole(request, review, at)


@right("write")
def progress(request: Request) -> Response:
    """Show how far the reading is; when it is over, the review."""
    state, _ = _found(request)
    return how_far(request, state, f"/gennemse/{state.id}", _reading(state))


def _reading(state: State) -> dict[str, Any]:
    """Return what the screen that is shown meanwhile says of an import."""
    return {
        "base": f"/gennemse/{state.id}",
        "other": "/ny#hent-h",
        "trail": message("Ny standard"),
        "meanwhile": message("Du kan roligt lukke siden imens. Filen ligger på oversigten, når den er læst."),
    }


@right("write")
def picture(request: Request) -> Response:
    """Send the picture of a page of the source."""
    state, _ = _found(request)
    data = request.app.state.uploads.picture(state.id, int(request.path_params["page"]))
    if data is None:
        return Response(status_code=404)
    return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})


@right("write")
async def again(request: Request) -> Response:
    """Read a file once more, as a standard of the municipality that was chosen, if one was."""
    form = await request.form()
    chosen = str(form.get("kommune", "")), str(form.get("ydelse", ""))
    return await run_in_threadpool(_again, request, Wish(*chosen) if chosen[0] else None)


def _again(request: Request, wish: Wish | None) -> Response:
    state, _ = _found(request)
    homes = {each.slug for each in desk_of(request).municipalities()}
    if state.phase in ("failed", "done"):
        request.app.state.uploads.again(state.id, wish if wish and wish.municipality in homes else None)
    return go(request, f"/gennemse/{state.id}")


@right("write")
def remove(request: Request) -> Response:
    """Remove an import."""
    request.app.state.reviews.remove(request.path_params["id"], author(request))
    return go(request, "/")


def _found(request: Request) -> tuple[State, Review | None]:
    every: Reviews = request.app.state.reviews
    upload, who = request.path_params["id"], author(request)
    state = every.state(upload, who)
    if state is None:
        raise Refusal(404, message("Importen findes ikke mere."), message("Hent filen ind igen fra »Ny standard«."))
    return state, every.get(upload, who)


def _number(word: str, count: int, review: Review) -> int:
    """Return the standard to show: the one asked for, else the first that no draft was made of."""
    if word.isascii() and word.isdigit() and len(word) < 4 and 1 <= int(word) <= count:
        return int(word) - 1
    return next((each.at for each in review.standards if not each.decided.done), 0)


# ---------- The screen ----------


def _whole(request: Request, review: Review, at: int, errors: start.Errors | None = None) -> Response:
    return page(
        request, "review.html", 422 if errors else 200, errors=errors or [], **_values(request, review, at, errors)
    )


def _values(request: Request, review: Review, at: int, errors: start.Errors | None = None) -> dict[str, Any]:
    own = language(request)
    say = translator(own)
    if not review.standards:
        raise Refusal(422, message("Der er ingen standard i filen."), message("Se efter, om det er den rigtige fil."))
    shown = review_view.view(review, at, own)
    account = review.result.recognition.account
    furniture = review.result.recognition.furniture
    decided = shown.staged.decided
    return {
        "review": review,
        "view": shown,
        "at": at,
        "base": f"/gennemse/{review.state.id}",
        "account": account,
        "balance": say(STATUS[account.status]),
        "tallies": list(tallies(account.words, say)),
        "unplaced": [(each, where(each.spot, say)) for each in account.unplaced[:_LISTED]],
        "furniture": [(say(FURNITURE[each.kind]), each.text, where(each.spot, say)) for each in furniture[:_LISTED]],
        "furniture_count": len(furniture),
        "topics": review_view.topics(own),
        "html": _html(own),
        "homes": starting.homes(desk_of(request)),
        "services": starting.services(own),
        "municipality": decided.municipality,
        "service": decided.service,
        "slug": decided.name
        or starting.proposed(desk_of(request), decided.municipality, decided.service, start.drafted(request)),
        "wrong": dict(errors or []),
    }


def _html(own: str) -> Callable[[Blocks], str]:
    def made(blocks: Blocks) -> str:
        document = Document(title="", blocks=tuple(blocks), kind="review", language="da-DK", around=own)
        parts = html.inside(document, own)
        return parts.intro + "".join(each.html for each in parts.sections)

    return made


# ---------- Decisions ----------


async def _decided(
    request: Request, change: Callable[[Mapping[str, str], Review, int], Mapping[str, Any]]
) -> tuple[Review, int, Mapping[str, str]]:
    """Keep a decision. `change` makes it of the form."""
    form = {key: str(value) for key, value in (await request.form()).items()}
    return await run_in_threadpool(_keep, request, form, change)


def _keep(
    request: Request, form: Mapping[str, str], change: Callable[[Mapping[str, str], Review, int], Mapping[str, Any]]
) -> tuple[Review, int, Mapping[str, str]]:
    every: Reviews = request.app.state.reviews
    _, review = _found(request)
    at = int(request.path_params["at"])
    if review is None or at >= len(review.standards):
        raise Refusal(404, message("Importen findes ikke mere."), message("Hent filen ind igen fra »Ny standard«."))
    try:
        kept = every.decide(review.state.id, author(request), at, change(form, review, at))
    except OSError as error:
        raise Refusal(
            507,
            message("Valget kunne ikke gemmes: {reason}.", reason=Message(workspace.reason(error))),
            message("Det, du valgte før, er gemt."),
        ) from error
    return kept or review, at, form


@right("write")
async def topic(request: Request) -> Response:
    """Keep the topic of a section, or that it is right as it is."""
    review, at, form = await _decided(request, _topic)
    return await run_in_threadpool(_after_section, request, review, at, form)


def _topic(form: Mapping[str, str], review: Review, at: int) -> Mapping[str, Any]:
    number = _index(form.get("afsnit", ""), len(review.standards[at].draft.standard.sections))
    chosen = form.get("emne")
    if number is None:
        return {}
    if chosen is None or form.get("rigtigt"):
        return {"seen": [number]}
    known = {key for key, _ in review_view.topics()}
    return {"topics": {number: chosen if chosen in known else ""}, "seen": [number]}


def _after_section(request: Request, review: Review, at: int, form: Mapping[str, str]) -> Response:
    values = _values(request, review, at)
    number = _index(form.get("afsnit", ""), len(values["view"].sections))
    if not request.headers.get("HX-Request") or number is None:
        return go(request, f"/gennemse/{review.state.id}?nr={at + 1}#afsnit-{number}")
    shown = values["view"].sections[number]
    stays = "rigtigt" if form.get("rigtigt") else "emne"
    return part(request, "review_section.html", each=shown, stays=stays, **values)


def _index(word: str, count: int) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 6 and int(word) < count else None


@right("write")
async def fact(request: Request) -> Response:
    """Keep what a person says of a proposed fact: that it is right, how it should be, or that it is none."""
    form = await request.form()
    given: dict[str, list[str]] = {}
    for key, each in form.multi_items():
        given.setdefault(key, []).append(str(each))
    return await run_in_threadpool(_fact, request, given)


def _fact(request: Request, given: Mapping[str, list[str]]) -> Response:
    _, review = _found(request)
    at = int(request.path_params["at"])
    staged = review.standards[at] if review is not None and at < len(review.standards) else None
    number = _index(given.get("oplysning", [""])[0], len(staged.draft.standard.facts)) if staged else None
    if staged is None or number is None or review is None:
        raise Refusal(404, message("Oplysningen findes ikke mere."), message("Hent siden igen."))
    answer = given.get("svar", [""])[0]
    kept: Any = {"ja": "yes", "nej": "no"}.get(answer)
    if answer == "ret":
        return _facts(request, review, at, editing=_Editing(number))
    if answer == "gem":
        texts = {key.removeprefix(_FIELD): each for key, each in given.items() if key.startswith(_FIELD)}
        filled = fact_forms.filled(staged.draft.standard.facts[number].kind, texts)
        if filled.errors:
            told = {key: each if len(each) > 1 else each[0] for key, each in texts.items()}
            return _facts(request, review, at, editing=_Editing(number, told, filled.errors))
        kept = filled.values
    changed, _, _ = _keep(request, {}, lambda *_: {"facts": {number: kept}})
    return _facts(request, changed, at, after=number - (answer in ("igen", "fortryd")))


@right("write")
async def sure(request: Request) -> Response:
    """Say that all facts are right that are sure."""
    review, at, _ = await _decided(request, _sure)
    return await run_in_threadpool(_facts, request, review, at)


def _sure(form: Mapping[str, str], review: Review, at: int) -> Mapping[str, Any]:
    return {"facts": {each.at: "yes" for each in review_view.view(review, at).sure_facts}}


@dataclass(frozen=True, slots=True)
class _Editing:
    """A fact that is being mended: its number, what was filled in, and what is wrong with that."""

    number: int = -1
    given: Mapping[str, Any] | None = None
    errors: tuple[tuple[str, Message], ...] = ()


def _facts(request: Request, review: Review, at: int, after: int = -1, editing: _Editing = _Editing()) -> Response:
    """Show the facts again; the focus goes on to the next one to decide about, or into the form of the one to mend."""
    if not request.headers.get("HX-Request") and editing.number < 0:
        return go(request, f"/gennemse/{review.state.id}?nr={at + 1}#oplysninger")
    values = _values(request, review, at) | {"errors": []}
    left = [each.at for each in values["view"].open_facts]
    focus = next((each for each in left if each > after), left[0] if left else -1)
    if editing.number >= 0:
        own = values["view"].facts[editing.number].fact
        filled = editing.given if editing.given is not None else fact_forms.values_of(own)
        values["controls"] = fact_forms.form(own.kind, filled, language(request))
        values["wrong_fields"] = dict(editing.errors)
    shown = {**values, "focus": focus, "editing": editing.number}
    if request.headers.get("HX-Request"):
        return part(request, "review_facts.html", moved=True, **shown)
    return page(request, "review.html", **shown)


@right("write")
async def place(request: Request) -> Response:
    """Keep whose a standard is, of which service, and what it is called."""
    review, _, form = await _decided(request, lambda form, *_: _placed(form))
    known = await run_in_threadpool(_known, request, review, form)
    return part(request, "review_kept.html", base=f"/gennemse/{review.state.id}", known=known)


def _known(request: Request, review: Review, form: Mapping[str, str]) -> str:
    """Return the name of the municipality that was chosen, where it has headings that the file was not read with."""
    chosen = form.get("kommune", "")
    read_as = review.state.wish.municipality or review.standards[0].draft.municipality
    homes = desk_of(request).municipalities() if chosen != read_as else ()
    return next(
        (each.name for each in homes if each.slug == chosen and each.municipality and each.municipality.headings), ""
    )


def _placed(form: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        "municipality": form.get("kommune", ""),
        "service": form.get("ydelse", ""),
        "name": form.get("navn", "")[:100],
        "remember": form.get("husk") == "ja",
    }


@right("write")
async def create(request: Request) -> Response:
    """Make a draft of a standard, and go there; where the file has more of them, to the next one."""
    review, at, form = await _decided(request, lambda form, *_: _placed(form))
    return await run_in_threadpool(_create, request, review, at, form)


def _create(request: Request, review: Review, at: int, form: Mapping[str, str]) -> Response:
    staged = review.standards[at]
    own = staged.decided
    if own.done and request.app.state.drafts.has(own.done, author(request)):
        return go(request, f"/skriv/{own.done}")
    there, wrong = starting.place(desk_of(request), own.municipality, own.service, own.name, start.drafted(request))
    errors: start.Errors = list(wrong)
    if not errors:
        try:
            request.app.state.drafts.begin(there.ref, reviews.text(review, staged), author(request))
        except (NameTakenError, BadNameError) as error:
            errors = [("navn", error.finding.message)]
    if errors:
        return _whole(request, review, at, errors)
    kept, _, _ = _keep(request, form, lambda *_: {"done": there.ref, "name": there.name})
    left = [each for each in kept.standards if not each.decided.done]
    return go(request, f"/gennemse/{review.state.id}?nr={left[0].at + 1}" if left else f"/skriv/{there.ref}")


ROUTES = [
    Route("/hent", take, methods=["POST"]),
    Route("/gennemse/{id}", show),
    Route("/gennemse/{id}/fremgang", progress),
    Route("/gennemse/{id}/igen", again, methods=["POST"]),
    Route("/gennemse/{id}/slet", remove, methods=["POST"]),
    Route("/gennemse/{id}/side-{page:int}.png", picture),
    Route("/gennemse/{id}/{at:int}/emne", topic, methods=["POST"]),
    Route("/gennemse/{id}/{at:int}/oplysning", fact, methods=["POST"]),
    Route("/gennemse/{id}/{at:int}/sikre", sure, methods=["POST"]),
    Route("/gennemse/{id}/{at:int}/sted", place, methods=["POST"]),
    Route("/gennemse/{id}/{at:int}/opret", create, methods=["POST"]),
]
