"""Requests to pages: templates filled in the reader's language; the editor's only door to Jinja."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from qstd.language import translator
from qstd.messages import words
from qstd.model.finding import Message

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def page(request: Request, name: str, status: int = 200, **values: object) -> Response:
    """Return a whole page made with a template."""
    return HTMLResponse(_environment().get_template(name).render(_around(request) | values), status)


def part(
    request: Request, name: str, status: int = 200, headers: Mapping[str, str] | None = None, **values: object
) -> Response:
    """Return a part of a page, made with a template of its own or, as "page.html#block", with a block of a page's."""
    file, _, block = name.partition("#")
    template = _environment().get_template(file)
    given = _around(request) | values
    if not block:
        return HTMLResponse(template.render(given), status, headers)
    context = template.new_context(given)
    return HTMLResponse("".join(template.blocks[block](context)), status, headers)


def macro(request: Request, name: str, *arguments: object, **values: object) -> str:
    """Return what a macro of a template writes ("parts.html#finding"), to be put together with others."""
    file, _, own = name.partition("#")
    module: Any = _environment().get_template(file).make_module(_around(request))
    return str(getattr(module, own)(*arguments, **values))


def go(request: Request, address: str) -> Response:
    """Send the reader on to another page of ours, whether the browser or htmx asked."""
    if request.headers.get("HX-Request"):
        return Response(status_code=204, headers={"HX-Redirect": address})
    return RedirectResponse(address, 303)


def language(request: Request) -> str:
    """Return the language of the words around the texts: "da" or "en"."""
    return str(request.app.state.settings.language)


def _around(request: Request) -> dict[str, object]:
    """Return what every template has at hand."""
    own = language(request)

    def say(message: Message | str | None) -> str:
        return translator(own)(message) if isinstance(message, str) else words(message, own)

    person = getattr(request.state, "person", None)
    return {
        "_": translator(own),
        "say": say,
        "language": own,
        "person": person,
        "csrf": getattr(request.state, "csrf", ""),
        "here": request.url.path,
    }


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
