"""Refusals: what the editor does not do, told as a page, or to htmx as words where the page shows its status."""

import logging

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from qstd.model.finding import Message, message
from qstd.web.render import page, part

LOG = logging.getLogger("qstd.web")
_STATUS = {"HX-Retarget": "#status", "HX-Reswap": "innerHTML"}


class Refusal(Exception):  # noqa: N818  # what happens, as people say it
    """A request that is not answered as it was asked: the status, what is wrong, and what to do."""

    def __init__(self, status: int, what: Message, hint: Message | None = None) -> None:
        super().__init__(status, what.text)
        self.status, self.what, self.hint = status, what, hint

    @classmethod
    def forbidden(cls) -> "Refusal":
        """Return the refusal of what a person may not do."""
        return cls(403, message("Det har du ikke adgang til."), message("Spørg den, der giver adgang til editoren."))

    @classmethod
    def of(cls, status: int) -> "Refusal":
        """Return the refusal that goes with a status."""
        what, hint = _WORDS.get(status, _WORDS[400])
        return cls(status, what, hint)


_WORDS: dict[int, tuple[Message, Message]] = {
    400: (
        message("Det, browseren sendte, kunne ikke forstås."),
        message("Gå tilbage, og prøv igen. Det, du har skrevet, er gemt som kladde."),
    ),
    404: (
        message("Det findes ikke her."),
        message("Det, du bad om, er flyttet, slettet eller har fået et andet navn."),
    ),
    405: (message("Siden kan ikke bruges på den måde."), message("Gå til oversigten, og find den derfra.")),
    408: (message("Det tog for længe at sende."), message("Se efter, om forbindelsen er i orden, og prøv igen.")),
    413: (
        message("Det er mere, end der kan sendes på én gang."),
        message("Del det op, eller send en mindre fil. Intet er gemt af det."),
    ),
    415: (message("Den slags indhold kan ikke sendes hertil."), message("Brug siderne i editoren.")),
    500: (
        message("Der er en fejl i programmet, og det, du bad om, blev ikke gjort."),
        message(
            "Det, du har skrevet, er gemt som kladde. Prøv igen; sker det igen, så fortæl det til dem, der passer editoren."
        ),
    ),
    503: (message("Editoren har for travlt lige nu."), message("Vent et øjeblik, og prøv igen.")),
}


def answer(request: Request, refusal: Refusal) -> Response:
    """Return a refusal as what was asked for: a page, or words for the page that is open."""
    values = {"what": refusal.what, "hint": refusal.hint}
    try:
        if request.headers.get("HX-Request"):
            return part(request, "refused_words.html", status=refusal.status, headers=_STATUS, **values)
        return page(request, "refused.html", status=refusal.status, **values)
    except Exception as error:  # the templates themselves are broken, and somebody must still be told
        LOG.error("refused.html: %s", type(error).__name__, exc_info=error)
        plain = "<!doctype html><title>Fejl</title><p>Der er en fejl i programmet.</p>"
        return HTMLResponse(plain, refusal.status)
