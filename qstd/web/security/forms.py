"""Changes are proved: the session's token comes in a header (htmx) or as a field of the form (a browser without script)."""

import hmac

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from qstd.model.finding import message
from qstd.web.refusals import Refusal
from qstd.web.security.scopes import SAFE

HEADER = "X-Qstd-Token"
FIELD = "csrf"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_TOO_MUCH = ("Part exceeded", "Field exceeded", "Too many")  # how the library says it


async def proved(request: Request, most: int, files: int, fields: int) -> None:
    """See that a change is meant by whoever's session it is; read its form within limits. Raises Refusal."""
    if request.method in SAFE:
        return
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind and kind not in _FORMS:
        raise Refusal.of(415)
    given = request.headers.get(HEADER, "")
    if kind:
        try:
            form = await request.form(max_files=files, max_fields=fields, max_part_size=most)
        except HTTPException as error:
            raise Refusal.of(413 if str(error.detail).startswith(_TOO_MUCH) else 400) from error
        except (ValueError, ClientDisconnect) as error:
            raise Refusal.of(400) from error
        given = given or str(form.get(FIELD, ""))
    if not hmac.compare_digest(given.encode("utf-8", "replace"), request.state.csrf.encode()):
        raise Refusal(
            403,
            message("Siden er for gammel til, at det kan gemmes."),
            message("Hent siden igen i et nyt vindue, og gør det derfra. Det, du har skrevet, står her endnu."),
        )
