"""What every request passes: host, origin, session, token, size. The cases are data."""

import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.applications import Starlette

from qstd.web.security.sessions import Signer
from tests.web.editors import OWN_PAGE, PORT, SECRET, SESSION, Browser, app

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "web" / "guards.yaml").read_text("utf-8"))
DAY = 86_400


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    return app(tmp_path_factory.mktemp("guards"))


def cookies(kind: str) -> list[str]:
    now = int(time.time())
    right = Signer(SECRET).cookie(SESSION, "Kim", now)
    return {
        "own": [right],
        "none": [],
        "forged": [f"{SESSION}.{now}.{'0' * 64}"],
        "old": [Signer(SECRET).cookie(SESSION, "Kim", now - 15 * DAY)],
        "from the future": [Signer(SECRET).cookie(SESSION, "Kim", now + DAY)],
        "of another workspace": [Signer(b"another secret").cookie(SESSION, "Kim", now)],
        "twice": ["nonsense", right],
    }[kind]


@cache
def tokens() -> dict[str, str]:
    own = Signer(SECRET).csrf(SESSION)
    return {"header": own, "form": own, "wrong": own[::-1], "of another session": Signer(SECRET).csrf("f" * 32)}


def asked(case: dict[str, Any]) -> dict[str, Any]:
    """A case as what is sent."""
    changes = "post" in case
    token = case.get("token", "header")
    headers = {**(OWN_PAGE | {"HX-Request": "true"} if changes else {"Sec-Fetch-Site": "same-origin"})}
    headers["Cookie"] = "; ".join(f"qstd-{PORT}={each}" for each in cookies(case.get("cookie", "own")))
    if changes and token not in ("none", "form"):
        headers["X-Qstd-Token"] = tokens()[token]
    headers |= case.get("headers", {})
    for each in case.get("without", ()):
        del headers[each]
    sent: dict[str, Any] = {"headers": headers}
    if "body" in case:
        sent["content"] = case["body"]
    elif "body_of" in case:
        sent["data"] = {"ref": "x" * case["body_of"]}
    elif "fields" in case:
        sent["data"] = {f"f{number}": "x" for number in range(case["fields"])}
    elif changes:
        sent["data"] = {"ref": "lejre/findes-ikke"} | ({"csrf": tokens()["form"]} if token == "form" else {})
    if "file" in case:
        sent["files"] = {"fil": ("fil.txt", b"x")}
    return sent


@pytest.mark.parametrize("case", CASES, ids=[each["about"] for each in CASES])
def test_guard(case: dict[str, Any], served: Starlette) -> None:
    browser = Browser(served, enter=False)
    method = case.get("method", "POST" if "post" in case else "GET")

    answer = browser.send(method, case.get("post") or case["get"], **asked(case))

    assert answer.status_code == case["status"], answer.text
    assert case.get("words", "") in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Traceback" not in answer.text


def test_nothing_of_a_page_is_kept_by_browsers(served: Starlette) -> None:
    browser = Browser(served)

    assert browser.get("/").headers["Cache-Control"] == "no-store"
    assert browser.get("/static/web.css").headers["Cache-Control"] == "no-cache"
    assert browser.get("/findes/ikke").headers["Cache-Control"] == "no-store"


def test_our_pages_run_no_script_that_stands_in_them(served: Starlette) -> None:
    policy = Browser(served).get("/").headers["Content-Security-Policy"]

    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_the_built_site_may_stand_in_a_frame_of_ours_only(served: Starlette) -> None:
    policy = Browser(served).get("/vis/").headers["Content-Security-Policy"]

    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy


def test_what_is_refused_is_told_to_htmx_where_the_page_shows_its_status(served: Starlette) -> None:
    answer = Browser(served).post("/findes/ikke")

    assert answer.status_code == 404
    assert answer.headers["HX-Retarget"] == "#status"
    assert answer.headers["HX-Reswap"] == "innerHTML"
    assert "<html" not in answer.text


def test_what_breaks_is_told_without_a_traceback(
    served: Starlette, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks() -> None:
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr(served.state.desk, "rows", breaks)

    answer = Browser(served).get("/")

    assert answer.status_code == 500
    assert "fejl i programmet" in answer.text
    assert "secret" not in answer.text
    assert "secret" not in caplog.text
    assert "GET /: RuntimeError" in caplog.text
    assert answer.headers["Content-Security-Policy"]


def test_the_look_is_sent_again_only_when_it_is_another(served: Starlette) -> None:
    browser = Browser(served)
    first = browser.get("/assets/qstd.css")

    again = browser.send("GET", "/assets/qstd.css", {"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert again.headers["ETag"] == first.headers["ETag"]
