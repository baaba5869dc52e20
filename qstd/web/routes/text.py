"""The file as text, for what no form can mend; and the screen on which two people's changes are put together."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from qstd.merge import Choice
from qstd.verbs.editing import merging, saving
from qstd.verbs.editing.draft import Draft
from qstd.verbs.editing.errors import StaleError
from qstd.verbs.editing.saving import Clash, Saved
from qstd.web import clashes
from qstd.web.desk_view import Open, Posted, changing, kept, lead, name_of, opened, showing, trouble, wants_parts
from qstd.web.keeping import keep
from qstd.web.render import go, language, page, part

_LARGE = 5_000_000


def _text_values(shown: Open) -> dict[str, Any]:
    looked = shown.looked
    return {
        "ref": shown.ref,
        "base": f"/tekst/{shown.ref}",
        "draft": shown.draft,
        "found": looked.findings,
        "title": shown.draft.file.title if shown.draft.file else shown.ref,
        "clock": f"{shown.draft.when.hour}.{shown.draft.when.minute:02}",
        "lines": shown.draft.text.count("\n") + 1,
        **kept(shown),
    }


def _show(request: Request) -> Response:
    shown = opened(request)
    return page(request, "text.html", **_text_values(shown), **_file_beside(shown))


def _file_beside(shown: Open) -> dict[str, Any]:
    """Return the file as it lies there, where it is another one than the draft was begun from."""
    disk = shown.desk.read(shown.ref)
    return {"disk": disk if shown.draft.disk_changed and disk.there else None}


def _keep(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    text = posted.one("text").replace("\r\n", "\n")
    if "\r\n" in shown.draft.text:
        text = text.replace("\n", "\r\n")
    try:
        shown.draft = shown.drafts.replace(shown.ref, shown.who, text, seen=posted.one("kladde"))
    except StaleError as error:
        return _apart(shown, error.draft, text)
    if not wants_parts(request):
        return RedirectResponse(f"/tekst/{shown.ref}", 303)
    return part(request, "text_answer.html", **_text_values(shown), done=None)


def _apart(shown: Open, now: Draft, text: str) -> Response:
    """Show what was typed beside what stands there now; nothing was changed."""
    address = f"/tekst/{shown.ref}"
    return part(
        shown.request,
        "write_apart.html",
        status=409,
        pairs=[("text", text, now.text)],
        there=True,
        action=address,
        back=address,
        digest=now.digest,
        place=0,
        given={"text": text},
    )


def _save(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    at_all_costs = posted.one("alligevel") == "ja"
    choices: Mapping[str, Choice] = {saving.FILE: "theirs"} if at_all_costs else {}
    saved = saving.save(shown.desk, shown.drafts, shown.ref, shown.who, choices)
    if isinstance(saved, Clash):
        return go(request, f"{shown.base}/flet")
    if not isinstance(saved, Saved):
        return trouble(request, saved.findings, 409, saved.why)
    before, shown.draft = shown.draft.base, saved.draft
    said = keep(shown, before, saved, posted)
    if not wants_parts(request):
        return RedirectResponse(f"/tekst/{shown.ref}", 303)
    return part(request, "text_answer.html", **_text_values(shown), done=said)


def _turn(request: Request, posted: Posted) -> Response:
    """Take back, or do again, what was done to the text."""
    shown = opened(request)
    turn = shown.drafts.redo if posted.one("vej") == "frem" else shown.drafts.undo
    turn(shown.ref, shown.who)
    return go(request, f"/tekst/{shown.ref}")


# ---------- Putting changes together ----------


def _merge(request: Request) -> Response:
    shown = opened(request)
    return _merge_page(shown, {}, tried=False)


def _merge_page(shown: Open, choices: Mapping[str, Choice], tried: bool) -> Response:
    own = language(shown.request)
    found = merging.conflicts(shown.desk, shown.drafts, shown.ref, shown.who, {})
    if not found:
        return lead(shown, shown.at)
    return page(
        shown.request,
        "merge.html",
        ref=shown.ref,
        base=shown.base,
        at=shown.at,
        title=shown.draft.file.title if shown.draft.file else shown.ref,
        **clashes.values(found, choices, tried, own),
    )


def _decide(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    choices = clashes.chosen(merging.conflicts(shown.desk, shown.drafts, shown.ref, shown.who, {}), posted)
    name, before = name_of(shown), shown.draft.base
    saved = saving.save(shown.desk, shown.drafts, shown.ref, shown.who, choices)
    if isinstance(saved, Saved):
        shown.draft = saved.draft
        keep(shown, before, saved, posted)
        return lead(shown, _again(shown, name), flettet="ja")
    if isinstance(saved, Clash):
        return _merge_page(shown, choices, tried=True)
    return page(request, "merge_refused.html", status=409, found=saved.findings, base=shown.base, ref=shown.ref)


def _again(shown: Open, name: str) -> int:
    """Return where the section stands now that somebody was writing."""
    sections = shown.draft.file.sections if shown.draft.file else ()
    known = (at for at, each in enumerate(sections) if name and name in (each.key, each.heading))
    return next(known, min(shown.at, len(sections) - 1))


_TEXT, _MERGE = "/tekst/{municipality}/{slug}", "/skriv/{municipality}/{slug}/flet"
ROUTES = [
    Route(_TEXT, showing(_show)),
    Route(_TEXT, changing(_keep, _LARGE), methods=["POST"]),
    Route(f"{_TEXT}/gem", changing(_save), methods=["POST"]),
    Route(f"{_TEXT}/fortryd", changing(_turn), methods=["POST"]),
    Route(_MERGE, showing(_merge)),
    Route(_MERGE, changing(_decide, _LARGE), methods=["POST"]),
]
