"""Hearings in the editor: how one stands, sending a standard out, and taking in what came back."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from qstd import workspace
from qstd.history import Person
from qstd.language import fill
from qstd.model.finding import Finding, Message, message
from qstd.model.outline import Outline
from qstd.verbs import hearing, hearing_files, hearing_steps
from qstd.verbs.editing import archives
from qstd.verbs.editing.archives import Files, Packed
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.hearing import Heard
from qstd.verbs.hearing_answers import Taken
from qstd.workspace import Workspace

N_ = str  # marks a Danish text that is translated where it is shown


def opened(desk: Desk, ref: str) -> tuple[Heard | None, tuple[Finding, ...]]:
    """Return a standard with its latest hearing, or why it cannot be heard. Raises OSError."""
    return _said(hearing.opened(ref, desk.home.root, desk.home, desk.today()))


def send(
    desk: Desk, drafts: Drafts, ref: str, closes: dt.date | None, to: Sequence[str], person: Person | None
) -> tuple[Finding, ...]:
    """Send a standard out as its file is, and keep that in the history of a person. Returns what is in the way."""
    with drafts.saving:
        heard, findings = opened(desk, ref)
        if heard is None:
            return findings
        begun, findings = _said(hearing_steps.send(heard, closes, to, desk.home, desk.today()))
        kept = _kept(begun, N_("Send {ref} i høring"), person) if begun else ()
    desk.renew()
    return findings if begun is None else kept


def look(desk: Desk, ref: str, outline: Outline, by: str, day: dt.date) -> tuple[Taken, tuple[Finding, ...]]:
    """Return what is new in a file that came back. Nothing is written."""
    heard, findings = opened(desk, ref)
    if heard is None:
        return Taken(), findings
    found, told = hearing.look(heard, outline, by, day)
    return found, _in_words(told)


def take_in(
    desk: Desk, drafts: Drafts, ref: str, outline: Outline, by: str, day: dt.date, person: Person | None
) -> tuple[Finding, ...]:
    """Put what is new into the hearing, and keep that in the history of a person. Returns what is in the way."""
    with drafts.saving:
        heard, findings = opened(desk, ref)
        if heard is None:
            return findings
        found, told = hearing.take_in(heard, outline, by, day)
        wrong = tuple(each for each in _in_words(told) if each.severity == "error")
        if wrong or not (found.answers or found.replies):
            return wrong
        return _kept(heard, N_("Svar på høringen af {ref}"), person)


def _kept(heard: Heard, words: str, person: Person | None) -> tuple[Finding, ...]:
    return hearing_steps.keep(heard, fill(words, {"ref": heard.entry.ref}, "da"), person).findings if person else ()


# ---------- Files ----------


def papers(home: Workspace, ref: str, language: str) -> Packed:
    """Return the files that go out, as one archive."""
    return archives.packed(_papers, home, f"{ref}-hoering", ref, language)


def note(home: Workspace, ref: str, language: str) -> Packed:
    """Return the note with all answers, as one archive."""
    return archives.packed(_note, home, f"{ref}-hoeringsnotat", ref, language)


def _papers(home: Workspace, ref: str, language: str) -> Files:
    heard, findings = _heard(home, ref)
    return (dict(hearing_files.sent_out(heard, home, language)) if heard else {}), findings


def _note(home: Workspace, ref: str, language: str) -> Files:
    heard, findings = _heard(home, ref)
    return (dict(hearing_files.note(heard, home, workspace.today(), language)) if heard else {}), findings


def _heard(home: Workspace, ref: str) -> tuple[Heard | None, tuple[Finding, ...]]:
    """Return a standard that has been heard."""
    heard, findings = hearing.opened(ref, home.root, home, workspace.today())
    return (heard if heard and heard.hearing else None), findings


# ---------- Words ----------

_HINTS: dict[str, Message] = {
    "J005": message("Send den i høring først."),
    "J010": message("Brug skemaet fra høringen."),
    "J011": message("Skriv det under »Svaret er fra«."),
}
"""What to do, where the words of a command would be of no help on a screen."""


def _said(found: tuple[Heard | None, tuple[Finding, ...]]) -> tuple[Heard | None, tuple[Finding, ...]]:
    return found[0], _in_words(found[1])


def _in_words(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(replace(each, hint=_HINTS.get(each.code, each.hint)) for each in findings)
