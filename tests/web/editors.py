"""An editor over a copy of the project's standards, and a browser for it that carries what browsers carry."""

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from qstd.web.app import editor
from qstd.web.security.sessions import Signer
from qstd.web.settings import Settings, local
from qstd.workspace import Workspace
from tests.web.served import workspace_copy

PORT = 8131
ORIGIN = f"http://127.0.0.1:{PORT}"
SECRET = b"a secret of tests"
SESSION = "0123456789abcdef" * 2
Headers = list[tuple[str, str]]
OWN_PAGE = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}


def settings(**more: Any) -> Settings:
    """The settings of a person who sits at the machine."""
    return local(PORT, SECRET, person="Kim", **more)


def app(folder: Path, own: Settings | None = None) -> Starlette:
    """An editor over a copy of the project's standards."""
    return editor(Workspace(workspace_copy(folder)), own or settings())


class Browser:
    """A browser with a session of its own, or, with `enter` false, one that nobody has let in. It follows no redirects."""

    def __init__(self, served: Starlette, enter: bool = True, client: str = "127.0.0.1", origin: str = ORIGIN) -> None:
        self.served, self.client, self.origin = served, client, origin
        self.token = Signer(SECRET).csrf(SESSION)
        self.cookies: dict[str, str] = {}
        if enter:
            self.cookies[f"qstd-{PORT}"] = Signer(SECRET).cookie(SESSION, "Kim", int(time.time()))

    def send(self, method: str, path: str, headers: Mapping[str, str] | Headers, **sent: Any) -> Any:
        """Send a request as it is."""
        pairs = list(headers.items()) if isinstance(headers, Mapping) else headers
        if self.cookies and "Cookie" not in dict(pairs):
            pairs = [*pairs, ("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))]
        answer = asyncio.run(self._send(method, path, pairs, sent))
        self.cookies |= dict(answer.cookies)
        return answer

    async def _send(self, method: str, path: str, pairs: Headers, sent: dict[str, Any]) -> Any:
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in pairs]
        transport = httpx.ASGITransport(self.served, raise_app_exceptions=False, client=(self.client, 12345))
        async with httpx.AsyncClient(transport=transport, base_url=self.origin, timeout=60) as client:
            return await client.request(method, path, headers=headers, **sent)

    def get(self, path: str, **headers: str) -> Any:
        """Follow a link."""
        return self.send("GET", path, {"Sec-Fetch-Site": "same-origin"} | headers)

    def post(self, path: str, data: Any = None, files: Any = None, method: str = "POST", **headers: str) -> Any:
        """Send a form as htmx does."""
        head = {**OWN_PAGE, "HX-Request": "true", "X-Qstd-Token": self.token, **headers}
        return self.send(method, path, head, data=data, files=files)
