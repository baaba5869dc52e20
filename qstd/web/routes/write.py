"""Writing: the screen on which people write a section, and everything they do to sections; saving, and taking back."""

from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.model.edit import Drop, Insert
from qstd.model.finding import Message, message
from qstd.model.standard import StandardFile
from qstd.verbs.editing import listing, passages, paste, saving, wordings, writing
from qstd.verbs.editing.errors import StaleError
from qstd.verbs.editing.saving import Clash, Saved
from qstd.verbs.editing.writing import WHOLE
from qstd.web.desk_view import (
    Open,
    Posted,
    answer,
    changing,
    lead,
    name_of,
    opened,
    showing,
    trouble,
    wants_parts,
    whole,
)
from qstd.web.keeping import keep
from qstd.web.render import go, language, part
from qstd.web.times import moment

_PASTE = 2_500_000
_OTHERS = 3  # drafts in other browsers that are named, the newest ones
_DONE = {
    "fjernet": message("Afsnittet er fjernet. Du kan fortryde."),
    "tilfoejet": message("Afsnittet er tilføjet."),
    "flyttet": message("Afsnittet er flyttet."),
    "fortrudt": message("Det er fortrudt."),
    "gentaget": message("Det er gjort igen."),
    "smidt": message("Kladden er smidt væk. Her står det, der ligger i filen."),
    "hentet": message("Kladden er hentet frem igen."),
    "overtaget": message("Du skriver videre i kladden."),
    "flettet": message("Standarden er gemt. Det, andre havde ændret i filen imens, er med."),
}
_FROM_WORD = {
    "ind": message("Rettelserne fra Word-filen står i kladden. Se dem igennem, og gem."),
    "ens": message("Word-filen siger det samme som kladden; intet er ændret."),
}
_AFTER_FACTS = ("sections", "facts")


def _show(request: Request) -> Response:
    shown = opened(request)
    if shown.draft.file is None:
        return go(request, f"/tekst/{shown.ref}")
    own = language(request)
    asked = request.query_params
    return whole(
        shown,
        topics=writing.topics(own),
        services=writing.services(own),
        statuses=tuple(listing.STATUSES.items()),
        notices=_notices(shown),
        wanted=asked.get("fokus", ""),
        said=_FROM_WORD.get(asked.get("word", ""))
        or next((text for name, text in _DONE.items() if name in asked), None),
        gone_away="smidt" in asked,
    )


def _notices(shown: Open) -> list[tuple[str, Message, str]]:
    """Return what somebody should know who has this draft open: (what it is, in words, a name that it is about)."""
    own, today = language(shown.request), shown.desk.today()
    found: list[tuple[str, Message, str]] = []
    for each in shown.drafts.others(shown.ref, shown.who)[:_OTHERS]:
        when = moment(each.when, today, own)
        if each.own:
            found.append(
                ("own", message("Du har også en kladde i en anden browser, fra {when}.", when=when), each.session)
            )
        elif each.alive:
            found.append(("alive", message("{name} skriver også i standarden lige nu.", name=each.name or "?"), ""))
        else:
            found.append(("other", message("{name} har en kladde fra {when}.", name=each.name or "?", when=when), ""))
    return [*found, *_of_file(shown)]


def _of_file(shown: Open) -> list[tuple[str, Message, str]]:
    draft = shown.draft
    if draft.new:
        return [("new", message("Standarden er ny og ikke gemt endnu."), "")]
    if draft.gone:
        return [("gone", message("Filen er slettet eller flyttet. Gem lægger den der igen."), "")]
    if not draft.disk_changed:
        return []
    if shown.desk.read(shown.ref).file is None:
        return [
            ("broken", message("Filen er ændret uden for editoren og kan ikke læses nu. Din kladde er her stadig."), "")
        ]
    what = message("Filen er ændret, siden du begyndte. Når du gemmer, bliver ændringerne flettet.")
    return [("changed", what, "")]


def _state(request: Request) -> Response:
    shown = opened(request)
    return part(request, "write_notices.html", notices=_notices(shown), base=shown.base, ref=shown.ref, at=shown.at)


# ---------- Changing a section ----------


def _section(request: Request, posted: Posted) -> Response:
    """Keep what was typed. Only the fields that were sent are changed."""
    shown = opened(request, int(request.path_params["number"]) - 1)
    given = {name: posted.one(name) for name in passages.OF_SECTION if name in posted.values}
    if not _is_there(shown) or not _is_meant(shown, posted.one("navn"), given):
        return _apart(shown, posted, given)
    try:
        edits = passages.section_edits(shown.file, shown.at, given)
        shown.change(edits, _field_of(shown.at, given), posted.one("kladde"))
    except StaleError as error:
        shown.draft = error.draft
        return _apart(shown, posted, given)
    return answer(shown)


def _is_meant(shown: Open, name: str, given: dict[str, str]) -> bool:
    """Tell whether the section is the one that a browser means by a name; a request may come twice, and then has it the
    values already that it was to get.
    """
    section = shown.file.sections[shown.at]
    values = {"topic": section.topic or "", "heading": section.heading}
    return name in ("", name_of(shown)) or any(given.get(each) == value for each, value in values.items())


def _field_of(at: int, given: dict[str, str]) -> str:
    order = ("body", "heading", "number", "topic", "audience", "derived_from")
    name = next((each for each in order if each in given), "body")
    return f"sections/{at}/{name}"


def _apart(shown: Open, posted: Posted, given: dict[str, str]) -> Response:
    """Show what was typed beside what stands there now; nothing was changed."""
    at = _found_again(shown.draft.file, posted.one("navn"), shown.at)
    section = shown.draft.file.sections[at] if shown.draft.file and at is not None else None
    pairs = [
        (name, each, (getattr(section, name) or "") if section else "")
        for name, each in given.items()
        if name in ("body", "heading", "number")
    ]
    return part(
        shown.request,
        "write_apart.html",
        status=409,
        pairs=pairs,
        there=at is not None,
        action=f"{shown.base}/afsnit/{at + 1}" if at is not None else f"{shown.base}/nyt",
        back=f"{shown.base}?afsnit={(at or 0) + 1}",
        digest=shown.draft.digest,
        place=len(shown.draft.file.sections) if shown.draft.file else 0,
        given=given,
    )


def _found_again(file: StandardFile | None, name: str, at: int) -> int | None:
    """Return where the section now stands that a browser calls by a name."""
    sections = file.sections if file else ()
    known = (n for n, each in enumerate(sections) if name and name in (each.key, each.heading))
    return next(known, at if not name and 0 <= at < len(sections) else None)


def _whole(request: Request, posted: Posted) -> Response:
    shown = opened(request, WHOLE)
    names = (*passages.OF_WHOLE, *(f"approval.{each}" for each in passages.OF_APPROVAL))
    given = {name: posted.one(name) for name in names if name in posted.values}
    edits = passages.whole_edits(shown.file, given)
    top = next(iter(given), "title").partition(".")[0]
    shown.change(edits, top, posted.one("kladde"))
    return answer(shown)


def _add(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    count = len(shown.file.sections)
    at = posted.number("plads")
    at = at if 0 <= at <= count else count
    edits = passages.added(shown.file, at, posted.one("emne"), posted.one("heading"), posted.one("body"))
    shown.change(edits, "sections", posted.one("kladde"))
    return lead(shown, at, tilfoejet="ja", fokus="afsnit-overskrift")


def _move(request: Request, posted: Posted) -> Response:
    shown = opened(request, posted.number("afsnit") - 1)
    up = posted.one("vej") == "op"
    to = shown.at + (-1 if up else 1)
    if _is_there(shown) and 0 <= to < len(shown.file.sections):
        shown.change(passages.moved(shown.at, to), "sections", posted.one("kladde"))
        return lead(shown, to, flyttet="ja", fokus="flyt-op" if up else "flyt-ned")
    return lead(shown, shown.at)


def _remove(request: Request, posted: Posted) -> Response:
    shown = opened(request, posted.number("afsnit") - 1)
    if _is_there(shown):
        shown.change(passages.removed(shown.file, shown.at), "sections", posted.one("kladde"))
    at = min(shown.at, len(shown.draft.file.sections) - 1 if shown.draft.file else 0)
    return lead(shown, at, fjernet="ja", fokus="fortryd")


def _is_there(shown: Open) -> bool:
    return shown.draft.file is not None and 0 <= shown.at < len(shown.draft.file.sections)


def _waive(request: Request, posted: Posted) -> Response:
    shown = opened(request, posted.number("afsnit") - 1)
    reason, code = passages.line_text(posted.one("grund")), passages.line_text(posted.one("kode"))
    if not reason:
        field = posted.one("felt")
        return part(
            request, "write_errors.html", status=422, errors=[(field, message("Skriv, hvorfor den sættes til side."))]
        )
    key = shown.file.sections[shown.at].key if _is_there(shown) and not posted.one("hele") else ""
    entry = {"code": code, "reason": reason, **({"section": key} if key else {})}
    shown.change([Insert(("waive", len(shown.file.waive)), entry, _AFTER_FACTS)], "waive", posted.one("kladde"))
    return answer(shown, message("Den er sat til side med din begrundelse."), focus="bemaerkninger-h")


def _unwaive(request: Request, posted: Posted) -> Response:
    shown = opened(request, posted.number("afsnit") - 1)
    at = posted.number("nr")
    if 0 <= at < len(shown.file.waive):
        shown.change([Drop(("waive", at))], "waive", posted.one("kladde"))
    return answer(shown, message("Den er taget frem igen."), focus="bemaerkninger-h")


def _paste(request: Request, posted: Posted) -> Response:
    made = paste.pasted(posted.one("html"))
    return part(request, "write_paste.html", made=made)


def _wordings(request: Request) -> Response:
    shown = opened(request)
    found = wordings.others(shown.desk, shown.file, shown.ref, shown.at) if _is_there(shown) else ()
    anchor = wordings.anchor(shown.file.sections[shown.at].topic or "") if found else ""
    return part(request, "write_wordings.html", others=found, ref=shown.ref, anchor=anchor)


# ---------- Taking back, and saving ----------


def _undo(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    return _turned(shown, shown.drafts.undo(shown.ref, shown.who).field, "fortrudt", "fortryd")


def _redo(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    return _turned(shown, shown.drafts.redo(shown.ref, shown.who).field, "gentaget", "gentag")


_FIELD_IDS = {
    "heading": "afsnit-overskrift",
    "number": "afsnit-nummer",
    "topic": "afsnit-emne",
    "audience": "afsnit-til",
}


def _turned(shown: Open, field: str, said: str, button: str) -> Response:
    """Lead to the field that has changed."""
    top, *rest = field.split("/")
    if top == "text":
        return go(shown.request, f"/tekst/{shown.ref}")
    if top == "sections" and len(rest) == 2:
        return lead(shown, int(rest[0]), **{said: "ja", "fokus": _FIELD_IDS.get(rest[1], "afsnit-tekst")})
    if top in ("sections", "facts", "waive"):
        return lead(shown, shown.at, **{said: "ja", "fokus": button})
    return lead(shown, WHOLE, **{said: "ja", "fokus": f"om-{top}"})


def _save(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    at_all_costs = posted.one("alligevel") == "ja"
    saved = saving.save(shown.desk, shown.drafts, shown.ref, shown.who, {saving.FILE: "theirs"} if at_all_costs else {})
    if isinstance(saved, Clash):
        return go(request, f"{shown.base}/flet?afsnit={shown.at + 1}")
    if not isinstance(saved, Saved):
        if not wants_parts(request):
            return go(request, f"/tekst/{shown.ref}") if saved.why == "draft" else lead(shown, shown.at)
        return trouble(request, saved.findings, 409, saved.why)
    before, shown.draft = shown.draft.base, saved.draft
    _remember(shown)
    said = keep(shown, before, saved, posted)
    if saved.merged:
        return lead(shown, shown.at, flettet="ja")
    return answer(shown, said)


def _remember(shown: Open) -> None:
    """Let the headings of an import be known from now on, where somebody has asked for that."""
    reviews = getattr(shown.request.app.state, "reviews", None)
    if reviews is not None:
        with suppress(OSError):
            reviews.saved(shown.ref, shown.who)


def _discard(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    shown.drafts.discard(shown.ref, shown.who)
    if shown.desk.entry(shown.ref) is None:
        return go(request, "/")
    return lead(shown, shown.at, smidt="ja", fokus="hent-frem")


def _restore(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    shown.drafts.restore(shown.ref, shown.who)
    return lead(shown, shown.at, hentet="ja")


def _adopt(request: Request, posted: Posted) -> Response:
    shown = opened(request)
    shown.drafts.adopt(shown.ref, shown.who, posted.one("session"))
    return lead(shown, shown.at, overtaget="ja", fokus="afsnit-tekst")


_HERE = "/skriv/{municipality}/{slug}"
ROUTES = [
    Route(_HERE, showing(_show)),
    Route(f"{_HERE}/stand", showing(_state)),
    Route(f"{_HERE}/samme", showing(_wordings)),
    Route(f"{_HERE}/afsnit/{{number:int}}", changing(_section, 4_000_000), methods=["POST"]),
    Route(f"{_HERE}/om", changing(_whole), methods=["POST"]),
    Route(f"{_HERE}/nyt", changing(_add, 4_000_000), methods=["POST"]),
    Route(f"{_HERE}/flyt", changing(_move), methods=["POST"]),
    Route(f"{_HERE}/fjern", changing(_remove), methods=["POST"]),
    Route(f"{_HERE}/til-side", changing(_waive), methods=["POST"]),
    Route(f"{_HERE}/frem", changing(_unwaive), methods=["POST"]),
    Route(f"{_HERE}/indsat", changing(_paste, _PASTE), methods=["POST"]),
    Route(f"{_HERE}/fortryd", changing(_undo), methods=["POST"]),
    Route(f"{_HERE}/gentag", changing(_redo), methods=["POST"]),
    Route(f"{_HERE}/gem", changing(_save), methods=["POST"]),
    Route(f"{_HERE}/smid", changing(_discard), methods=["POST"]),
    Route(f"{_HERE}/hent-frem", changing(_restore), methods=["POST"]),
    Route(f"{_HERE}/overtag", changing(_adopt), methods=["POST"]),
]
