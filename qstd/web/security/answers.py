"""What goes with every answer: the headers that tell a browser what a page of ours may do, and what others may do to it."""

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from qstd.web.people import needs
from qstd.web.security.scopes import SITE, App, is_public

_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors {frames}; base-uri 'none'; object-src 'none'"
)
# The built site carries styles in its pages and finds with a program in WebAssembly.
_SITES = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'; "
    "object-src 'none'"
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with that a browser hides from us too where a form was sent from.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Answers:
    """Puts the headers on every answer, also on refusals."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(scope, MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, sent)


def _complete(scope: Scope, headers: MutableHeaders) -> None:
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    headers["Content-Security-Policy"] = _policy(scope)
    if is_public(scope):
        headers["Cache-Control"] = "no-cache"  # asked for each time, sent again only when it is another
    else:
        headers.setdefault("Cache-Control", "no-store")


def _policy(scope: Scope) -> str:
    if scope["path"].startswith(SITE):
        return _SITES
    found = needs(scope.get("endpoint"))
    return _OURS.format(frames="'self'" if found and found.framed else "'none'")
