"""Standards as they were at a revision: which files a word meant then, where they are read, and why not."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qstd import history, workspace
from qstd.history import Naming, Reason, Refusal, Snapshot
from qstd.model.finding import Finding, Message, Place, message
from qstd.verbs import refs, timeline
from qstd.verbs.corpus import DISK, Shelf
from qstd.workspace import MUNICIPALITY_FILE, Entry, Workspace


@dataclass(frozen=True, slots=True)
class Past:
    """The standards that a word meant at a revision, and where their files are read; no entries where there are none."""

    entries: tuple[Entry, ...] = ()
    shelf: Shelf = DISK
    findings: tuple[Finding, ...] = ()


def find(word: str, revision: str, here: Path, home: Workspace | None) -> Past:
    """Find what a word meant at a revision. The files need not be there any more."""
    asked = f"{word}@{revision}"
    places = refs.places(word, here, home)
    try:
        if _is_moment(revision):
            return _then(asked, places, revision, home.root if home else here)
        snapshot = history.at(places[0], revision)
        for path in places:
            if entries := _entries(snapshot, path):
                return Past(entries, _shelf(snapshot, revision))
        if workspace.is_file(places[0]):
            return _by_earlier_name(asked, places[0], snapshot, revision, home.root if home else here)
        return Past(findings=(_never(asked, revision, snapshot, home),))
    except Refusal as refusal:
        return Past(findings=(refused(asked, revision, refusal),))


APPROVED = "approved"
"""Stands for the version in which a standard was last approved."""


def _is_moment(revision: str) -> bool:
    return revision == APPROVED or bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", revision))


def life(places: Sequence[Path]) -> tuple[Path, tuple[timeline.Version, ...]]:
    """Return which of these paths a standard lies at or lay at, and its versions, the newest first; none where there was
    none. Raises Refusal.
    """
    for path in places:
        if not path.is_dir() and (found := timeline.versions(path)):
            return path, found
    return places[0], ()


def _then(asked: str, places: Sequence[Path], moment: str, root: Path) -> Past:
    """Find the version that was in force on a day, or that was approved last."""
    if places[0].is_dir():
        what = message("En dag eller »approved« kan kun nævnes for én standard ad gangen.")
        return Past(findings=(Finding("R418", "error", what, Place(asked), message("Skriv den som kommune/navn@…")),))
    path, found = life(places)
    try:
        wanted = (
            timeline.approved(found) if moment == APPROVED else timeline.in_force(found, dt.date.fromisoformat(moment))
        )
    except ValueError:
        what = message("»{day}« er ikke en dag i kalenderen.", day=moment)
        return Past(findings=(Finding("R417", "error", what, Place(asked), message("Skriv den som 2026-01-31.")),))
    if wanted is None:
        partial = history.is_partial(places[0])
        return Past(findings=(_shallow(asked) if partial else _never_held(asked, moment, found),))
    snapshot = history.at(path, wanted.commit.name)
    shelf, entry = _shelf(snapshot, moment), workspace.entry(path)
    if wanted.commit.path == history.real(path):
        return Past((entry,), shelf)
    what = message("Filen hed dengang »{name}«.", name=shelf.name(wanted.commit.path, root))
    return Past((replace(entry, path=wanted.commit.path),), shelf, (Finding("R408", "info", what, Place(asked)),))


def _never_held(asked: str, moment: str, found: Sequence[timeline.Version]) -> Finding:
    """Say that no version was in force then, and from when one was."""
    first = min((each.holds_from for each in found if each.holds_from), default=None)
    if moment == APPROVED or first is None:
        what = message("Ingen udgave af standarden siger, at den er godkendt.")
        return Finding("R416", "error", what, Place(asked), message("Nævn en udgave med dens nummer: se »qstd log«."))
    end = timeline.end_of(found, dt.date.fromisoformat(moment))
    if end is not None:
        return _ended(asked, moment, end)
    what = message("Ingen udgave af standarden var gældende den {day}.", day=moment)
    return Finding("R416", "error", what, Place(asked), message("Den første gælder fra {day}.", day=first.isoformat()))


def _ended(asked: str, moment: str, end: timeline.Version) -> Finding:
    """Say that the standard had come to its end by then, and what took its place."""
    what = message("Den {day} gjaldt standarden ikke mere: den blev ophævet {end}.", day=moment, end=end.commit.day)
    if end.standard is None:
        what = message(
            "Den {day} var standarden der ikke mere: filen blev fjernet {end}.", day=moment, end=end.commit.day
        )
    name = (end.standard.replaced_by if end.standard else None) or ""
    if not name:
        return Finding("R416", "error", what, Place(asked), message("Nævn en dag før den."))
    ref = name if "/" in name else f"{end.commit.path.parent.name}/{name}"
    hint = message("Den er afløst af {ref}: skriv {ref}@{day}, eller nævn en dag før den.", ref=ref, day=moment)
    return Finding("R416", "error", what, Place(asked), hint)


def _shallow(asked: str) -> Finding:
    _, _, hint = _WORDS["shallow"]
    what = message("Den del af historikken, der er her, når ikke så langt tilbage.")
    return Finding("R416", "error", what, Place(asked), hint)


def _shelf(snapshot: Snapshot, revision: str) -> Shelf:
    def read(path: Path) -> bytes:
        try:
            return snapshot.read(path, workspace.MAX_BYTES)
        except Refusal as refusal:
            raise OSError(None, refusal.words) from refusal

    return Shelf(read, snapshot.has, f"@{revision}")


def _entries(snapshot: Snapshot, path: Path) -> tuple[Entry, ...]:
    """Return the standards of a file or a folder, by the rules that hold for what lies on the disk."""
    files = snapshot.files(path)
    if files == (path,):
        if path.name != MUNICIPALITY_FILE:
            return (workspace.entry(path),)
        path, files = path.parent, snapshot.files(path.parent)
    depth = len(path.parts)
    standards = [each for each in files if workspace.is_standard(each)]
    if any(each.parts[depth] == "standards" for each in files):
        chosen = [each for each in standards if each.parts[depth] == "standards" and len(each.parts) == depth + 3]
    else:
        chosen = [each for each in standards if len(each.parts) == depth + 1]
        chosen = chosen or [each for each in standards if len(each.parts) == depth + 2]
    return tuple(workspace.entry(each) for each in chosen if each.parent.name[:1] != ".")


def _by_earlier_name(asked: str, path: Path, snapshot: Snapshot, revision: str, root: Path) -> Past:
    """Look for today's file under the names that it had before."""
    namings = snapshot.namings(path)
    for each in namings:
        if each.before and snapshot.has(each.before):
            entry, shelf = workspace.entry(path), _shelf(snapshot, revision)
            before = replace(entry, path=each.before)
            return Past((before,), shelf, (_renamed(asked, shelf.name(each.before, root), each),))
    return Past(findings=(_later(asked, revision, path, namings),))


def _renamed(asked: str, name: str, naming: Naming) -> Finding:
    what = message(
        "Filen hed dengang »{name}«; den fik sit nye navn {day} ({commit}).",
        name=name,
        day=naming.day,
        commit=naming.commit,
    )
    return Finding("R408", "info", what, Place(asked))


def _later(asked: str, revision: str, path: Path, namings: Sequence[Naming]) -> Finding:
    """Say of a file that lies there now that the revision does not have it, and since when there is one."""
    what = message("Filen var der ikke ved »{revision}«.", revision=revision)
    first = next((each for each in reversed(namings) if each.before is None), None)
    if first:
        hint = message("Den kom til {day} ({commit}). Vælg den eller en senere.", day=first.day, commit=first.commit)
    elif not history.at(path, "HEAD").has(path):
        hint = message("Den er ikke lagt ind i git endnu og findes kun, som den ligger i mappen.")
    else:
        hint = message("Se med »git log --follow -- {name}«, hvornår den kom til.", name=path.name)
    return Finding("R407", "error", what, Place(asked), hint)


def _never(asked: str, revision: str, snapshot: Snapshot, home: Workspace | None) -> Finding:
    """Say that a word meant nothing at a revision, and what else was there."""
    what = message(
        "Ved »{revision}« var der hverken en fil, en mappe eller en standard af det navn.", revision=revision
    )
    known = [f"{each.ref}@{revision}" for each in _entries(snapshot, home.root)] if home else []
    near = refs.suggest(asked, known)
    if near:
        return Finding("R407", "error", what, Place(asked), message("Mente du »{near}«?", near=near))
    names = ", ".join(known[:8])
    hint = message("Dengang var der: {words}.", words=names) if names else message("Se efter, om navnet er rigtigt.")
    return Finding("R407", "error", what, Place(asked), hint)


def refused(asked: str, revision: str, refusal: Refusal) -> Finding:
    """Say why the history cannot be read."""
    code, what, hint = _WORDS[refusal.reason]
    if not revision:
        what = message("Efter @ mangler der, hvilken udgave det er.")
    values = {"revision": revision, "words": refusal.words}
    return Finding(code, "error", replace(what, values=values), Place(asked), hint)


_UNKNOWN = message("Der er ingen udgave »{revision}« i historikken.")
_WORDS: dict[Reason, tuple[str, Message, Message]] = {
    "no_repository": (
        "R401",
        message("Filen ligger ikke i en mappe, som git holder øje med, så der er ingen tidligere udgaver."),
        message("Skriv navnet uden @, eller sammenlign to filer."),
    ),
    "bare": (
        "R401",
        message("Mappen hører til et git-arkiv, der ikke har filer (»bare«), så her er ingen standarder."),
        message("Arbejd i en kopi, som »git clone« laver."),
    ),
    "no_git": (
        "R402",
        message("Programmet git er ikke installeret, og uden det kan tidligere udgaver ikke læses."),
        message("Installer git, eller sammenlign to filer."),
    ),
    "not_ours": (
        "R403",
        message("Git vil ikke læse mappens historik, fordi mappen tilhører en anden bruger."),
        message("Stoler du på mappen, så følg det råd, som »git log« giver dér."),
    ),
    "unknown": (
        "R405",
        _UNKNOWN,
        message(
            "Skriv en udgave, som git kender: HEAD~1 (den forrige), et mærke som v1.2 eller et nummer fra »git log«."
        ),
    ),
    "shallow": (
        "R405",
        _UNKNOWN,
        message("Her er kun den nyeste del af historikken. Hent resten med »git fetch --unshallow«, og prøv igen."),
    ),
    "ambiguous": (
        "R406",
        message("»{revision}« kan betyde flere forskellige udgaver."),
        message("Skriv mere af nummeret, eller skriv refs/tags/NAVN eller refs/heads/NAVN."),
    ),
    "slow": (
        "R411",
        message("Git svarede ikke i tide."),
        message("Prøv igen."),
    ),
    "failed": (
        "R411",
        message("Git kunne ikke læse udgaven »{revision}«: {words}"),
        message("Se, hvad »git log« og »git fsck« siger i mappen."),
    ),
}
