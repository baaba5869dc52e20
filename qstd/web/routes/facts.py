"""Facts on the write screen: made of words that somebody has marked, changed, confirmed, given another quote, taken away."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.model.facts import FACT_KINDS
from qstd.model.finding import Message, message
from qstd.verbs.editing import fact_forms, facts
from qstd.web.desk_view import Open, Posted, answer, changing, opened
from qstd.web.refusals import Refusal
from qstd.web.render import language, part

_FIELD = "felt."


def _form(
    shown: Open,
    kind: str,
    values: Mapping[str, Any],
    quote: str,
    number: int = -1,
    kinds: tuple[str, ...] = FACT_KINDS,
    errors: tuple[tuple[str, Message], ...] = (),
    focus: str = "oplysning-form-h",
) -> Response:
    own = language(shown.request)
    return part(
        shown.request,
        "fact_form.html",
        status=422 if errors else 200,
        base=shown.base,
        at=shown.at,
        number=number,
        kind=kind,
        kinds=facts.kinds(own, kinds),
        fields=fact_forms.form(kind, values, own),
        quote=quote,
        errors=[(f"felt-{name}" if name else "", words) for name, words in errors],
        wrong=dict(errors),
        focus=focus,
    )


def _new(request: Request, posted: Posted) -> Response:
    """Show the form for words that were marked, with what could be read of them."""
    shown = _at_section(request, posted)
    found = facts.read(shown.file, shown.looked.municipality, shown.at, posted.one("ord"))
    if not found.quote:
        what = message("De ord, du har markeret, står ikke i afsnittets tekst.")
        raise Refusal(422, what, message("Markér hele ord inden for ét afsnit, og prøv igen."))
    kind = posted.one("slags") if posted.one("slags") in FACT_KINDS else found.kinds[0]
    focus = "oplysning-slags" if posted.one("slags") else "oplysning-form-h"
    return _form(shown, kind, found.values.get(kind, {}), found.quote, kinds=found.kinds, focus=focus)


def _edit(request: Request, posted: Posted) -> Response:
    """Show the form of a fact that is there; with another quote, what that says is filled in."""
    shown = _at_section(request, posted, whole=True)
    number = _number(shown, posted)
    fact = shown.file.facts[number]
    quote = posted.one("ord") or fact.evidence.quote
    kind = posted.one("slags") if posted.one("slags") in FACT_KINDS else fact.kind
    values: Mapping[str, Any] = fact_forms.values_of(fact) if kind == fact.kind else {}
    if posted.one("ord") and shown.at >= 0:
        values = facts.read(shown.file, shown.looked.municipality, shown.at, quote).values.get(kind, values)
    focus = "oplysning-slags" if posted.one("slags") else "oplysning-form-h"
    return _form(shown, kind, values, quote, number, focus=focus)


def _put(request: Request, posted: Posted) -> Response:
    """Keep what a form says, as a new fact or in place of the one that it is about."""
    shown = _at_section(request, posted, whole=True)
    kind, quote = posted.one("slags"), posted.one("ord")
    number = _number(shown, posted) if posted.one("nr") else -1
    if kind not in FACT_KINDS or (number < 0 and shown.at < 0):
        raise Refusal.of(400)
    given = {name.removeprefix(_FIELD): each for name, each in posted.values.items() if name.startswith(_FIELD)}
    filled = fact_forms.filled(kind, given)
    if filled.errors:
        told = {name: list(each) if len(each) > 1 else each[0] for name, each in given.items()}
        return _form(shown, kind, told, quote, number, errors=filled.errors, focus="")
    if number < 0:
        edits = facts.add_edits(shown.file, shown.at, filled.values, quote)
    else:
        edits = facts.change_edits(shown.file, number, filled.values, quote)
    shown.change(edits, "facts", posted.one("kladde"))
    return answer(shown, message("Oplysningen er gemt i kladden."))


def _confirm(request: Request, posted: Posted) -> Response:
    shown = _at_section(request, posted, whole=True)
    number = _number(shown, posted)
    shown.change(facts.confirm_edits(shown.file, number), "facts", posted.one("kladde"))
    return answer(shown, message("Oplysningen er bekræftet."), focus=f"oplysning-{number}")


def _requote(request: Request, posted: Posted) -> Response:
    """Let a fact rest on another sentence, with its values as they are or as the sentence has them."""
    shown = _at_section(request, posted)
    number, quote = _number(shown, posted), posted.one("ord")
    values: Mapping[str, Any] | None = None
    if posted.one("nyt") == "ja":
        kind = shown.file.facts[number].kind
        read = facts.read(shown.file, shown.looked.municipality, shown.at, quote).values.get(kind)
        values = {"kind": kind, **read} if read else None
    shown.change(facts.requote_edits(shown.file, number, quote, values), "facts", posted.one("kladde"))
    return answer(shown, message("Oplysningen bygger nu på den nye sætning."), focus=f"oplysning-{number}")


def _drop(request: Request, posted: Posted) -> Response:
    shown = _at_section(request, posted, whole=True)
    shown.change(facts.drop_edits(_number(shown, posted)), "facts", posted.one("kladde"))
    return answer(shown, message("Oplysningen er fjernet. Du kan fortryde."), focus="oplysninger-h")


def _at_section(request: Request, posted: Posted, whole: bool = False) -> Open:
    shown = opened(request, posted.number("afsnit") - 1)
    if not (0 <= shown.at < len(shown.file.sections) or (whole and shown.at < 0)):
        raise Refusal.of(404)
    return shown


def _number(shown: Open, posted: Posted) -> int:
    found = facts.number_of(shown.file, posted.one("nr"))
    if found is None:
        raise Refusal.of(404)
    return found


_HERE = "/skriv/{municipality}/{slug}/oplysning"
ROUTES = [
    Route(f"{_HERE}/ny", changing(_new), methods=["POST"]),
    Route(f"{_HERE}/ret", changing(_edit), methods=["POST"]),
    Route(f"{_HERE}/gem", changing(_put), methods=["POST"]),
    Route(f"{_HERE}/bekraeft", changing(_confirm), methods=["POST"]),
    Route(f"{_HERE}/citat", changing(_requote), methods=["POST"]),
    Route(f"{_HERE}/fjern", changing(_drop), methods=["POST"]),
]
