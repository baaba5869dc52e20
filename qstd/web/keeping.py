"""After a save: the file's own line in the history, by whoever saved, and what is said of it."""

from starlette.requests import Request

from qstd.history import Person
from qstd.model.finding import Message, message
from qstd.verbs.editing.chronicle import LONGEST, Chronicle, Told, named
from qstd.verbs.editing.passages import line_text
from qstd.verbs.editing.saving import Saved
from qstd.verbs.editing.summing_up import summed_up
from qstd.web.desk_view import Open, Posted
from qstd.web.people import author
from qstd.web.render import language


def keep(shown: Open, before: str, saved: Saved, posted: Posted) -> Message | None:
    """Keep what was saved in the history, and return what is said of that; `before` is the text that the draft rested on."""
    own = line_text(posted.one("besked"))[:LONGEST]
    words = own or summed_up(before, saved.text, language(shown.request)) or _plainly(shown)
    return said(chronicle(shown.request).keep(shown.ref, shown.who, words, person(shown.request)))


def _plainly(shown: Open) -> str:
    """Return the message of a save that changes nothing in the file, as where it was not in the history yet."""
    return (shown.draft.file.title.strip() if shown.draft.file else "") or shown.ref


def said(told: Told | None) -> Message | None:
    """Return what is said of a save that is in the history."""
    if told is None or not told.commit:
        return None
    return message("Gemt i filen og i historikken: {words}", words=told.words)


def chronicle(request: Request) -> Chronicle:
    """Return the history that the editor keeps."""
    found: Chronicle = request.app.state.chronicle
    return found


def person(request: Request) -> Person | None:
    """Return who saves, as git names people: whom the login names, or whoever sits at this machine."""
    if request.app.state.settings.proxy is not None:
        return named(request.state.person.name, request.state.person.mail)
    return chronicle(request).person()


def retried(request: Request, ref: str) -> None:
    """Keep once more what could not be kept before anybody had said who they are."""
    who = author(request)
    told = chronicle(request).told(ref, who)
    if told is not None and told.asks:
        chronicle(request).keep(ref, who, told.words, person(request))
