"""What the guards ask of a request before anybody has made a Request of it."""

from starlette.types import ASGIApp, Scope

App = ASGIApp
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""Methods that change nothing."""
SITE = "/vis/"
"""Where the built site is shown: pages with a look and scripts of their own."""
PUBLIC = ("/static/", "/assets/")
"""What is the same for everybody and no secret: style sheets, scripts, fonts."""


def headers(scope: Scope, name: str) -> list[str]:
    """Return the values of a header, each time that it was sent."""
    wanted = name.lower().encode("latin-1")
    return [value.decode("latin-1") for key, value in scope["headers"] if key == wanted]


def header(scope: Scope, name: str) -> str:
    """Return the value of a header; empty where it was not sent, or more than once."""
    found = headers(scope, name)
    return found[0] if len(found) == 1 else ""


def is_public(scope: Scope) -> bool:
    """Tell whether what is asked for may be seen by everybody who reaches us."""
    return bool(scope["path"].startswith(PUBLIC)) and scope["method"] in SAFE
