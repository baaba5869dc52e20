"""Behind an identity proxy: the file that names it, whom it names, and what stays of a session."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd.messages import words
from qstd.web.security import auth_file
from qstd.web.security.sessions import Signer
from qstd.web.settings import Settings
from tests.web.editors import SECRET, Browser, app

FOLDER = Path(__file__).parents[1] / "cases" / "web"
FILES = yaml.safe_load((FOLDER / "auth.yaml").read_text("utf-8"))
IDENTITIES = yaml.safe_load((FOLDER / "identities.yaml").read_text("utf-8"))
ORIGIN = "https://standarder.eksempel.dk"
FILE = f"""
schema: 1
origin: {ORIGIN}
proxies: [10.1.2.3, 10.1.3.0/28]
headers: {{person: X-User, name: X-Name, groups: X-Groups}}
roles:
  author: {{groups: [fagkonsulenter]}}
  approver: {{people: [xyz], groups: [godkendere]}}
everyone: reader
"""


@pytest.mark.parametrize("case", FILES, ids=[each["about"] for each in FILES])
def test_file(case: dict[str, Any]) -> None:
    origin, proxy, findings = auth_file.read(case["file"].encode(), "auth.yaml")

    expected = case.get("findings", [])
    assert len(findings) == len(expected), findings
    for line, found in zip(expected, findings, strict=True):
        code, number, text = line.split(" ", 2)
        assert (found.code, found.place.line) == (code, int(number)), found
        assert text in words(found.message, "da")
    assert (proxy is None) == any(each.severity == "error" for each in findings)
    assert bool(origin) == (proxy is not None)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Any:
    origin, proxy, findings = auth_file.read(FILE.encode(), "auth.yaml")
    assert not findings
    return app(tmp_path_factory.mktemp("proxy"), Settings((origin,), SECRET, proxy=proxy))


def behind(served: Any, client: str = "10.1.2.3") -> Browser:
    return Browser(served, enter=False, client=client, origin=ORIGIN)


@pytest.mark.parametrize("case", IDENTITIES, ids=[each["about"] for each in IDENTITIES])
def test_identity(case: dict[str, Any], served: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def drafts(who: Any) -> tuple[()]:
        seen.append(who.name)
        return ()

    monkeypatch.setattr(served.state.drafts, "all", drafts)
    browser = behind(served, case.get("client", "10.1.2.3"))
    head = [(name, value) for name, value in case["headers"]]

    answer = browser.send("GET", case.get("path", "/udgiv"), head)

    if "status" in case:
        assert answer.status_code == case["status"]
        assert not browser.cookies
        return
    name, role = case["person"]
    assert answer.status_code == (200 if role == "approver" else 403)
    writes = browser.send("GET", "/", head).text.count('href="/ny"')
    assert bool(writes) == (role != "reader")
    if seen:
        assert set(seen) == {name}


def test_a_session_is_of_one_person(served: Any) -> None:
    browser = behind(served)
    first = browser.get("/", **{"X-User": "abc", "X-Groups": "fagkonsulenter"})
    cookie = browser.cookies["__Host-qstd"]

    assert "Secure" in first.headers["Set-Cookie"]
    assert "HttpOnly" in first.headers["Set-Cookie"]
    assert "SameSite=Strict" in first.headers["Set-Cookie"]
    assert "Set-Cookie" not in browser.get("/", **{"X-User": "abc"}).headers

    browser.get("/", **{"X-User": "xyz"})

    assert browser.cookies["__Host-qstd"].partition(".")[0] != cookie.partition(".")[0]


def test_changes_need_the_session_and_the_right(served: Any) -> None:
    browser = behind(served)
    author = {"X-User": "abc", "X-Groups": "fagkonsulenter", "Origin": ORIGIN}
    browser.get("/", **author)
    own = Signer(SECRET).csrf(browser.cookies["__Host-qstd"].partition(".")[0])

    def status(path: str, **headers: str) -> int:
        return int(browser.post(path, {"ref": "lejre/findes-ikke"}, **{"X-Qstd-Token": own, **headers}).status_code)

    assert status("/kladder/kasser", **author) == 204
    assert status("/kladder/kasser", **author | {"X-Qstd-Token": "0" * 64}) == 403
    assert status("/udgiv", **author) == 403
    assert status("/kladder/kasser", **author | {"X-Groups": "alle"}) == 403
    assert status("/kladder/kasser", **author | {"Origin": "http://127.0.0.1:8131"}) == 403


def test_the_token_of_the_terminal_opens_nothing_here(served: Any) -> None:
    browser = behind(served, "10.9.9.9")

    answer = browser.get(f"/ind?token={served.state.settings.token}", **{"X-User": "xyz"})

    assert answer.status_code == 403
    assert not browser.cookies
