"""Sessions: opened by the token of this run, kept in a cookie, and good for the next run too."""

import stat
from pathlib import Path
from typing import Any

import pytest
from starlette.routing import Route

from qstd.web.app import UnguardedError, application
from qstd.web.settings import Settings, local, secret
from qstd.workspace import Workspace
from tests.web.editors import PORT, SECRET, Browser, app, settings


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return app(tmp_path_factory.mktemp("sessions"))


def test_the_token_opens_a_session_and_leaves_the_address(served: Any) -> None:
    browser = Browser(served, enter=False)

    answer = browser.get(f"/ind?token={served.state.settings.token}")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"qstd-{PORT}=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert served.state.settings.token not in cookie
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "query", ["", "?token=", "?token=x", "?token=%ff", "?token=æ", "?token=a&token=b", "?" + "a=&" * 99]
)
def test_nothing_else_does(query: str, served: Any) -> None:
    browser = Browser(served, enter=False)

    assert browser.get(f"/ind{query}").status_code in (400, 403)
    assert not browser.cookies


def test_the_token_that_the_browser_was_started_with_is_good_once(served: Any) -> None:
    ticket = served.state.settings.ticket

    assert Browser(served, enter=False).get(f"/ind?token={ticket}").status_code == 303
    assert Browser(served, enter=False).get(f"/ind?token={ticket}").status_code == 403


def test_who_has_a_session_keeps_it(served: Any) -> None:
    browser = Browser(served)
    before = browser.cookies[f"qstd-{PORT}"].partition(".")[0]

    browser.get(f"/ind?token={served.state.settings.token}")

    assert browser.cookies[f"qstd-{PORT}"].partition(".")[0] == before


def test_a_page_stays_open_when_the_editor_is_started_again(tmp_path: Path) -> None:
    home = Workspace(tmp_path)
    first = local(PORT, secret(home))
    again = local(PORT, secret(home))

    assert first.secret == again.secret
    assert first.token != again.token
    assert stat.S_IMODE((tmp_path / ".qstd" / "secret").stat().st_mode) == 0o600
    assert (tmp_path / ".qstd" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("spoilt", [b"", b"x", b"0" * 64, b"z" * 64 + b"\n"])
def test_a_spoilt_secret_is_made_anew(spoilt: bytes, tmp_path: Path) -> None:
    secret(Workspace(tmp_path))
    (tmp_path / ".qstd" / "secret").write_bytes(spoilt)

    made = secret(Workspace(tmp_path))

    assert made != spoilt
    assert made == secret(Workspace(tmp_path))


def test_a_route_that_does_not_say_what_it_needs_lets_nobody_start() -> None:
    async def page(request: object) -> None:
        """Let everybody in."""

    with pytest.raises(UnguardedError):
        application([Route("/", page)], settings())


def test_cookies_of_two_editors_on_one_machine_do_not_meet() -> None:
    assert local(8131, SECRET).cookie != local(8132, SECRET).cookie
    assert Settings(("https://standarder.eksempel.dk",), SECRET).cookie == "__Host-qstd"
