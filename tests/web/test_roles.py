"""Who may do what: every route of the editor, and every role, by what the routes say of themselves."""

from typing import Any

import pytest
from starlette.routing import Route

from qstd.web.app import screens
from qstd.web.people import ROLES, Needs, Person, needs
from qstd.web.security import auth_file
from qstd.web.security.scopes import PUBLIC, SAFE
from qstd.web.security.sessions import Signer
from qstd.web.settings import Settings
from tests.web.editors import SECRET, Browser, app

ORIGIN = "https://standarder.eksempel.dk"
FILE = f"""
schema: 1
origin: {ORIGIN}
proxies: [10.1.2.3]
headers: {{person: X-User}}
roles: {{reader: {{people: [reader]}}, author: {{people: [author]}}, approver: {{people: [approver]}}}}
"""
ROUTES = [each for each in screens() if isinstance(each, Route) and not each.path.startswith(PUBLIC)]
# What a reader may send though it is no page: it changes nothing.
ASKING: set[str] = set()


def of(route: Route) -> Needs:
    found = needs(route.endpoint)
    assert found is not None, route.path
    return found


def methods(route: Route) -> list[str]:
    return sorted(each for each in route.methods or () if each != "HEAD")


def test_roles_grow() -> None:
    assert ROLES["reader"] < ROLES["author"] < ROLES["approver"]
    assert not Person("Kim", "reader", "").may("write")
    assert Person("Kim", "author", "").may("write")
    assert not Person("Kim", "author", "").may("publish")


@pytest.mark.parametrize("route", ROUTES, ids=lambda each: f"{methods(each)[0]} {each.path}")
def test_what_changes_something_needs_more_than_reading(route: Route) -> None:
    if not set(methods(route)) <= SAFE and route.path not in ASKING:
        assert of(route).right != "read"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Any:
    origin, proxy, _ = auth_file.read(FILE.encode(), "auth.yaml")
    return app(tmp_path_factory.mktemp("roles"), Settings((origin,), SECRET, proxy=proxy))


@pytest.mark.parametrize("route", ROUTES, ids=lambda each: f"{methods(each)[0]} {each.path}")
@pytest.mark.parametrize("role", ["reader", "author"])
def test_only_who_may_gets_past(role: str, route: Route, served: Any) -> None:
    """A right that is lacking is a refusal before anything is looked at; one that is there is none."""
    browser = Browser(served, enter=False, client="10.1.2.3", origin=ORIGIN)
    browser.get("/", **{"X-User": role})
    token = Signer(SECRET).csrf(browser.cookies["__Host-qstd"].partition(".")[0])
    path = route.path_format.format(**dict.fromkeys(route.param_convertors, "1"))
    for method in methods(route):
        head = {"X-User": role, "Origin": ORIGIN, "X-Qstd-Token": token, "Sec-Fetch-Site": "same-origin"}
        answer = browser.send(method, path, head)

        allowed = of(route).right in ROLES[Person("", role, "").role]  # type: ignore[arg-type]  # one of the roles
        assert (answer.status_code == 403) == (not allowed), f"{method} {path}: {answer.status_code}"
        assert answer.status_code < 500, f"{method} {path}"
