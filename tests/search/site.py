"""The search as readers meet it: a site on this machine, under the strictest rules that a server can send with it."""

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from qstd.model.card import Card
from qstd.model.search import SearchRecord
from qstd.present.search_page import search_document
from qstd.writers.html import Page, write
from qstd.writers.search_index import index
from tests.writers.html_theme import lay_out, theme

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def lay_out_search(folder: Path, records: Sequence[SearchRecord], cards: Sequence[Card]) -> Path:
    """Write the page of the search, its index, and what both load; the pages that results lead to are empty."""
    page = write(search_document(cards), Page(), theme())
    leads = {each.address: b"<!doctype html><title>Standard</title>" for each in records}
    lay_out(folder, {"soeg.html": page, **leads, **index(records)})
    return folder / "soeg.html"


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def ask(tab: "Tab", query: str) -> list[str]:
    """Type a query, and return the addresses of the results below the site's root."""
    from playwright.sync_api import expect

    found = tab.locator(".found")
    for text, said in (("", re.compile("^$")), (query, re.compile("standard", re.IGNORECASE))):
        tab.fill("#q", text)
        tab.press("#q", "Enter")
        expect(found).to_have_text(said, timeout=20_000)
    links: list[str] = tab.eval_on_selector_all(".results .hits h3 a", "links => links.map(link => link.pathname)")
    return [each.removeprefix("/") for each in links]
