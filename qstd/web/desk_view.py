"""The draft that a request is about, and what the write screen shows of it; the answer to a change, part by part.

A browser that runs the screen's script asks for parts (it says so by `HX-Request`) and puts each in place of the one with
the same id. Any other browser is led back to the page.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from qstd.model.edit import Edit, UneditableError
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.standard import StandardFile
from qstd.present.facts import value
from qstd.verbs.editing import approvals, facts
from qstd.verbs.editing.chronicle import Chronicle
from qstd.verbs.editing.desk import Desk, Looked
from qstd.verbs.editing.drafts import Author, Draft, DraftError, Drafts
from qstd.verbs.editing.errors import MissingError, RefusedError, StaleError, TooLargeError
from qstd.verbs.editing.preview import preview
from qstd.verbs.editing.summing_up import summed_up
from qstd.verbs.editing.writing import WHOLE, Writing, writing
from qstd.web.people import author, right
from qstd.web.refusals import Refusal
from qstd.web.render import go, language, page, part

STATUS_OF = {StaleError: 409, RefusedError: 507, TooLargeError: 413, MissingError: 404}
"""What a browser is told of a change that was not made; it keeps what it has not been told is kept."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that was sent: texts only."""

    values: Mapping[str, Sequence[str]]

    def one(self, name: str) -> str:
        """Return the text of a field, empty where it was not sent."""
        return next(iter(self.values.get(name, ())), "")

    def number(self, name: str) -> int:
        """Return a number that was sent, -1 for anything else."""
        text = self.one(name)
        return int(text) if text.isdecimal() and text.isascii() and len(text) < 6 else -1


@dataclass(slots=True)
class Open:
    """A draft that is open in a browser, at one section (`at`, from 0) or at the standard as a whole (WHOLE)."""

    request: Request
    ref: str
    who: Author
    draft: Draft
    at: int
    _looked: list[Looked] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        """The desk of the server."""
        found: Desk = self.request.app.state.desk
        return found

    @property
    def drafts(self) -> Drafts:
        """The drafts of the server."""
        found: Drafts = self.request.app.state.drafts
        return found

    @property
    def chronicle(self) -> Chronicle:
        """The history that the editor keeps."""
        found: Chronicle = self.request.app.state.chronicle
        return found

    @property
    def file(self) -> StandardFile:
        """What the draft says."""
        if self.draft.file is None:
            raise LookupError(self.ref)
        return self.draft.file

    @property
    def looked(self) -> Looked:
        """The draft's text, checked."""
        if not self._looked:
            self._looked.append(self.desk.look(self.ref, self.draft.text))
        return self._looked[0]

    @property
    def base(self) -> str:
        """The address of the screen."""
        return f"/skriv/{self.ref}"

    @property
    def address(self) -> str:
        """The address of what is shown now."""
        return f"{self.base}?afsnit={self.at + 1}"

    def change(self, edits: Sequence[Edit], name: str, seen: str = "") -> None:
        """Make edits in the draft. Raises DraftError and Refusal."""
        if not edits:
            return
        try:
            self.draft = self.drafts.change(self.ref, self.who, edits, name, seen)
        except UneditableError as error:
            raise Refusal(
                409,
                message("Filen er skrevet på en måde, så det ikke kan ændres her uden at skade resten."),
                message("Ret det i »Filen som tekst«."),
            ) from error
        self._looked.clear()


def opened(request: Request, at: int | None = None) -> Open:
    """Open the draft that an address names, at a section that is there. Raises Refusal."""
    names = request.path_params
    ref, who = f"{names['municipality']}/{names['slug']}", author(request)
    try:
        draft = request.app.state.drafts.open(ref, who)
    except DraftError as error:
        raise _refusal(error) from error
    return Open(request, ref, who, draft, _place(request, draft) if at is None else at)


def _place(request: Request, draft: Draft) -> int:
    """Return the section that the address names, the nearest one where that is not there."""
    last = len(draft.file.sections) - 1 if draft.file else WHOLE
    text = request.query_params.get("afsnit", "1")
    wanted = int(text) - 1 if text.isdecimal() and text.isascii() and len(text) < 6 else 0
    return max(WHOLE, min(wanted, last))


def _refusal(error: DraftError) -> Refusal:
    return Refusal(STATUS_OF.get(type(error), 400), error.finding.message, error.finding.hint)


# ---------- Routes ----------

Shown = Callable[[Request], Response]
Done = Callable[[Request, Posted], Response]


def showing(do: Shown) -> Any:
    """Make a route of a function that shows something to those who may write."""

    @right("write")
    @wraps(do)
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_caught, request, lambda: do(request))

    return endpoint


def changing(do: Done, most: int = 0) -> Any:
    """Make a route of a function that does something with what was sent by those who may write."""

    @wraps(do)
    async def endpoint(request: Request) -> Response:
        posted = posted_of(await request.form())
        return await run_in_threadpool(_caught, request, lambda: do(request, posted))

    return right("write", most=most)(endpoint) if most else right("write")(endpoint)


def posted_of(form: FormData) -> Posted:
    """Return the texts of a form."""
    values: dict[str, list[str]] = {}
    for key, each in form.multi_items():
        if isinstance(each, str):
            values.setdefault(key, []).append(each)
    return Posted(values)


def _caught(request: Request, do: Callable[[], Response]) -> Response:
    """Answer, and say in words what could not be done with a draft."""
    try:
        return do()
    except DraftError as error:
        if wants_parts(request):
            return trouble(request, (error.finding,), STATUS_OF.get(type(error), 400))
        raise _refusal(error) from error
    except Refusal as refusal:
        if not wants_parts(request):
            raise
        finding = Finding("W000", "error", refusal.what, Place(""), refusal.hint)
        return trouble(request, (finding,), refusal.status)


def wants_parts(request: Request) -> bool:
    """Tell whether the browser puts parts in place itself."""
    return bool(request.headers.get("HX-Request"))


def trouble(request: Request, found: Sequence[Finding], status: int, why: str = "") -> Response:
    """Say what was not done, and why."""
    names = request.path_params
    base = f"/skriv/{names['municipality']}/{names['slug']}"
    return part(request, "write_trouble.html", status=status, found=found, why=why, base=base)


# ---------- What is shown ----------


def values(shown: Open, whole_page: bool = False) -> dict[str, Any]:
    """Return what the templates of the screen show."""
    own, file = language(shown.request), shown.file
    seen: Writing = writing(shown.desk, shown.looked, file, shown.at)
    wants_view = whole_page or shown.request.headers.get("X-Vis") == "ja"
    return {
        "ref": shown.ref,
        "base": shown.base,
        "at": shown.at,
        "draft": shown.draft,
        "file": file,
        "view": seen,
        "municipality": shown.looked.municipality,
        "cards": facts.cards(file, shown.looked.municipality, shown.at, own),
        "waived": tuple(enumerate(file.waive)),
        "clock": _clock(shown.draft.when),
        "marks": [list(each) for each in seen.marks],
        "shown": preview(shown.looked, shown.ref, shown.at, own) if wants_view and shown.at != WHOLE else "",
        "own_name": name_of(shown),
        **kept(shown),
        "standing": approvals.standing(shown.looked),
        "reading": lambda fact: value(fact, own).text,
    }


def kept(shown: Open) -> dict[str, Any]:
    """Return what a screen shows of the history: whether there is one, what a save would be called in it, and what became
    of the last one.
    """
    there = shown.chronicle.is_there
    draft = shown.draft
    summary = summed_up(draft.base, draft.text, language(shown.request)) if there and draft.changed else ""
    return {"keeps": there, "summary": summary, "told": shown.chronicle.told(shown.ref, shown.who) if there else None}


def name_of(shown: Open) -> str:
    """Return what tells the section from others, however they are ordered."""
    if shown.at == WHOLE:
        return ""
    section = shown.file.sections[shown.at]
    return section.key or section.heading


def _clock(when: dt.datetime) -> str:
    return f"{when.hour}.{when.minute:02}"


def answer(shown: Open, done: Message | None = None, focus: str = "") -> Response:
    """Answer a change: the parts that show it, and what was done in words; or lead back to the page. `focus` is the id of
    what takes the focus.
    """
    if shown.draft.file is None:
        return go(shown.request, f"/tekst/{shown.ref}")
    if not wants_parts(shown.request):
        return RedirectResponse(shown.address, 303)
    return part(shown.request, "write_answer.html", **values(shown), done=done, focus=focus)


def lead(shown: Open, at: int, **more: str) -> Response:
    """Lead to a section of the standard; `more` says what has been done, and where the focus goes."""
    query = urlencode({"afsnit": str(at + 1), **more})
    return go(shown.request, f"{shown.base}?{query}")


def whole(shown: Open, **more: Any) -> Response:
    """Return the page."""
    return page(shown.request, "write.html", **values(shown, whole_page=True), **more)
