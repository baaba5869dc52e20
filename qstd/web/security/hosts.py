"""Where a request comes from: under our own name (DNS rebinding), and from a page of ours (forged requests).

A name that leads here is no proof: any site can have its own name point at this machine. And to a browser another port
of this machine is the same site, so its cookie goes along; only `Origin` and `Sec-Fetch-Site` tell the two apart.
"""

from collections.abc import Collection

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from qstd.model.finding import message
from qstd.web.refusals import Refusal, answer
from qstd.web.security.scopes import SAFE, App, header, headers


class Hosts:
    """Lets through what is meant for one of our `origins` and, where it changes something, comes from it."""

    def __init__(self, app: App, origins: Collection[str]) -> None:
        self.app = app
        self.names = {origin.partition("://")[2]: origin for origin in origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and (refusal := self._wrong(scope)):
            await answer(Request(scope), refusal)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _wrong(self, scope: Scope) -> Refusal | None:
        origin = self.names.get(header(scope, "host").lower())
        if origin is None:
            return Refusal(
                400,
                message("Editoren svarer ikke under det navn."),
                message("Brug den adresse, som »qstd serve« viser."),
            )
        if not (_may_read(scope) if scope["method"] in SAFE else _may_change(scope, origin)):
            return Refusal(
                403,
                message("Det kommer ikke fra editorens egne sider."),
                message("Åbn editoren, og gør det derfra."),
            )
        return None


def _may_read(scope: Scope) -> bool:
    """Tell whether a page may be read: from another site only by somebody who follows a link to it."""
    site = headers(scope, "sec-fetch-site")
    if not site or site in (["same-origin"], ["none"]):
        return True
    return header(scope, "sec-fetch-mode") == "navigate" and header(scope, "sec-fetch-dest") == "document"


def _may_change(scope: Scope, own: str) -> bool:
    """Tell whether something may be changed: only from a page of the same origin."""
    site, origin = headers(scope, "sec-fetch-site"), headers(scope, "origin")
    if site and site != ["same-origin"]:
        return False
    return origin == [own] or (not origin and bool(site))
