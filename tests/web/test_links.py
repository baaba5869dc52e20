"""Links from other sites, in a real browser: a strict cookie does not come along, and people come in all the same."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tests.checkers import chromium
from tests.web.served import served


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the library's name
        """Say nothing."""


def test_links_from_another_site(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (tmp_path / "home").mkdir()
    with served(tmp_path / "home") as editor, chromium() as browser:
        links = f'<a id="side" href="{editor.base}/sammenlign">x</a><a id="ind" href="{editor.address}">x</a>'
        (other / "index.html").write_text(links, "utf-8")
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(other))) as elsewhere:
            Thread(target=elsewhere.serve_forever, daemon=True).start()
            start = f"http://localhost:{elsewhere.server_address[1]}/index.html"
            tab = browser.new_page()

            def follow(link: str, title: str) -> None:
                tab.goto(start)
                tab.click(link)
                tab.get_by_role("heading", level=1, name=title).wait_for()

            follow("#side", "Editoren kender ikke denne browser")
            follow("#ind", "Kvalitetsstandarder")
            assert tab.url == f"{editor.base}/", "the token has left the address"
            follow("#side", "Sammenlign")
            tab.go_back()
            assert tab.url == start
            tab.close()
            elsewhere.shutdown()
