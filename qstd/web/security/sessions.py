"""Who asks: the session that a token has opened, kept in a signed cookie, or whoever the identity proxy says it is."""

import hmac
import re
import secrets
import time
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Message, Receive, Scope, Send

from qstd.model.finding import message
from qstd.web.people import Person
from qstd.web.refusals import Refusal, answer
from qstd.web.security import proxy
from qstd.web.security.scopes import SAFE, App, header, headers, is_public
from qstd.web.settings import Settings

ENTRANCE = "/ind"
_AGE = 14 * 24 * 3600  # seconds that a session lasts
# A strict cookie does not come along when somebody follows a link from another site, or comes back from logging in.
# Asked for once more by a page of ours, it does.
_ONCE_MORE = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0"><title>…</title>'
_COOKIE = re.compile(r"([0-9a-f]{32})\.(\d{1,12})\.([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Signer:
    """Makes and knows the signatures of one workspace."""

    secret: bytes

    def sign(self, *parts: str) -> str:
        """Return the signature of some texts, in that order."""
        told = b"".join(b"%d:%b" % (len(each), each) for each in (part.encode() for part in parts))
        return hmac.new(self.secret, told, sha256).hexdigest()

    def cookie(self, session: str, name: str, now: int) -> str:
        """Return what the cookie of a person's session says."""
        return f"{session}.{now}.{self.sign('session', session, str(now), name)}"

    def session(self, cookie: str, name: str, now: int) -> str:
        """Return the session that a cookie of this person's says; empty where it does not say so, or is too old."""
        found = _COOKIE.fullmatch(cookie)
        if found is None or not -_AGE <= int(found[2]) - now <= 60:
            return ""
        return found[1] if hmac.compare_digest(found[3], self.sign("session", found[1], found[2], name)) else ""

    def csrf(self, session: str) -> str:
        """Return the token that changes of this session carry."""
        return self.sign("csrf", session)


class Sessions:
    """Lets in whoever has a session, and says to the screens who it is."""

    def __init__(self, app: App, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self.signer = Signer(settings.secret)
        self._ticket = settings.ticket.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            found = self._person(scope)
        except Refusal as refusal:
            await answer(Request(scope), refusal)(scope, receive, send)
            return
        if scope["path"] == ENTRANCE and scope["method"] in SAFE:
            await self._enter(scope, found)(scope, receive, send)
            return
        if found is None and is_public(scope):
            await self.app(scope, receive, send)
            return
        if (found is None or found[1]) and _is_from_elsewhere(scope):
            await HTMLResponse(_ONCE_MORE)(scope, receive, send)
            return
        if found is None:
            await answer(Request(scope), _unknown())(scope, receive, send)
            return
        person, is_new = found
        scope.setdefault("state", {}).update(person=person, csrf=self.signer.csrf(person.session))

        async def sent(message: Message) -> None:
            if is_new and message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", self._cookie(person))
            await send(message)

        await self.app(scope, receive, sent)

    def _person(self, scope: Scope) -> tuple[Person, bool] | None:
        """Return who it is, and whether the session begins with this request; None for somebody unknown."""
        settings = self.settings
        if settings.proxy is None:
            session = self._session(scope, settings.person)
            return (Person(settings.person, "approver", session), False) if session else None
        name, role = proxy.identity(settings.proxy, scope)
        session = self._session(scope, name)
        mail = proxy.login(settings.proxy, scope)
        return Person(name, role, session or secrets.token_hex(16), mail), not session

    def _session(self, scope: Scope, name: str) -> str:
        now = int(time.time())
        found = (self.signer.session(each, name, now) for each in _cookies(scope, self.settings.cookie))
        return next((each for each in found if each), "")

    def _enter(self, scope: Scope, found: tuple[Person, bool] | None) -> Response:
        """Open a session for whoever has the token, and go on to an address without it."""
        given = _token(scope["query_string"])
        if self.settings.proxy is None and not self._is_right(given):
            return answer(Request(scope), _unknown())
        response = RedirectResponse("/", 303)
        response.headers["Referrer-Policy"] = "no-referrer"
        person = found[0] if found else Person(self.settings.person, "approver", secrets.token_hex(16))
        response.headers.append("Set-Cookie", self._cookie(person))
        return response

    def _is_right(self, token: bytes) -> bool:
        """Tell whether a token opens a session."""
        if self._ticket and hmac.compare_digest(token, self._ticket):
            self._ticket = b""
            return True
        return hmac.compare_digest(token, self.settings.token.encode())

    def _cookie(self, person: Person) -> str:
        value = self.signer.cookie(person.session, person.name, int(time.time()))
        secure = "; Secure" if self.settings.is_encrypted else ""
        return f"{self.settings.cookie}={value}; Path=/; Max-Age={_AGE}; HttpOnly; SameSite=Strict{secure}"


def _is_from_elsewhere(scope: Scope) -> bool:
    """Tell whether somebody follows a link that is not on a page of ours."""
    return scope["method"] in SAFE and header(scope, "sec-fetch-site") in ("cross-site", "same-site")


def _token(query: bytes) -> bytes:
    """Return the token that an address has; empty where it has none."""
    try:
        found = parse_qs(query.decode("latin-1"), errors="replace", max_num_fields=20)
    except ValueError:
        return b""
    return found.get("token", [""])[0].encode()


def _unknown() -> Refusal:
    return Refusal(
        403,
        message("Editoren kender ikke denne browser."),
        message("Åbn den med den adresse, som »qstd serve« viser, også efter at den er startet igen."),
    )


def _cookies(scope: Scope, name: str) -> list[str]:
    """Return the values of our cookie: another site on this machine may have set one of the same name."""
    found = []
    for line in headers(scope, "cookie"):
        for each in line.split(";"):
            key, _, value = each.strip().partition("=")
            if key == name:
                found.append(value)
    return found[:8]
