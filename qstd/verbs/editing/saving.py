"""Saving: the draft becomes the file. What somebody else wrote there meanwhile is merged, field by field, or asked about;
nothing is written over silently, and at any moment the old or the new file is there, whole.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from qstd import depot, workspace
from qstd.depot import BusyError, ChangedError
from qstd.merge import Choice, Conflict, Taken, merged
from qstd.model.edit import UneditableError
from qstd.model.finding import Finding, Message, Place, message
from qstd.readers import yaml_file
from qstd.verbs import start
from qstd.verbs.editing.desk import Desk, OnDisk
from qstd.verbs.editing.draft import Author, Draft
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.errors import DraftError
from qstd.verbs.editing.files import said
from qstd.verbs.editing.journals import FOLDER, Kept, own_folder
from qstd.verbs.editing.together import together
from qstd.workspace import Entry
from qstd.yaml_source import parse

FILE = "file"
"""The choice that stands for the file as a whole: "theirs" writes the draft whatever lies there."""
Why = Literal["disk", "busy", "draft", "broken", "gone", "taken", "merge"]
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft is the file now. `merged` is what came from the file; without `locked`, the folder knows no locks, and two
    programs that save there in the same instant do not see each other.
    """

    text: str
    digest: str
    draft: Draft
    merged: tuple[Taken, ...] = ()
    locked: bool = True


@dataclass(frozen=True, slots=True)
class Clash:
    """Both changed the same, each in their way; nothing was written. Of a conflict "ours" is the file, "theirs" the draft."""

    conflicts: tuple[Conflict, ...]
    draft: Draft


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written, and why; the draft is as it was."""

    findings: tuple[Finding, ...]
    why: Why
    draft: Draft


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to become of the file: its text, and what came from the file. Without `whole`, something that the draft says
    beside its fields is not in the text.
    """

    text: str
    taken: tuple[Taken, ...] = ()
    whole: bool = True


def save(
    desk: Desk, drafts: Drafts, ref: str, who: Author, choices: Mapping[str, Choice] | None = None
) -> Saved | Clash | Refused:
    """Write a draft to its file. `choices` decide what clashes, by the conflicts' names, and `FILE`. Raises MissingError."""
    drafts.open(ref, who)  # raises where there is nothing to save
    with drafts.saving, drafts.held(ref):
        try:
            own_folder(desk.home)
            with depot.in_turn(desk.home.root / FOLDER / "saving.lock") as locked:
                saved = _tried(desk, drafts, ref, who, choices or {})
        except (BusyError, ChangedError) as error:
            return Refused((_not_written(ref, error),), "busy", drafts.open(ref, who))
        except OSError as error:
            return Refused((_not_written(ref, error),), "disk", drafts.open(ref, who))
        except DraftError as error:
            return Refused((error.finding,), "disk", drafts.open(ref, who))
    return replace(saved, locked=locked) if isinstance(saved, Saved) else saved


def _tried(desk: Desk, drafts: Drafts, ref: str, who: Author, choices: Mapping[str, Choice]) -> Saved | Clash | Refused:
    """Save, and begin anew where the file or the draft changes in the same instant."""
    for last in range(_TRIES, 0, -1):
        try:
            return _save(desk, drafts, ref, who, choices)
        except ChangedError:
            if last == 1:
                raise
    raise AssertionError


def _save(desk: Desk, drafts: Drafts, ref: str, who: Author, choices: Mapping[str, Choice]) -> Saved | Clash | Refused:
    kept, disk = drafts.kept(ref, who)
    wish = _wish(drafts, kept, disk, choices)
    if not isinstance(wish, _Wish):
        return wish
    entry = desk.place(ref)
    if entry is None:
        raise LookupError(ref)
    _prepare(desk, drafts, kept, disk, wish)
    data = wish.text.encode()
    digest = sha256(data).hexdigest()
    if digest != disk.digest:
        _write(desk, entry, data, disk, is_new=kept.journal.new)
    # What the file says is safe now; a journal that cannot note it finds out by itself.
    with suppress(DraftError):
        if kept.journal.disk != digest or kept.journal.changed:
            drafts.add(kept, kept.journal.saved(digest, depot.now() / 1e9))
            drafts.journals.shorten(kept)
    return Saved(wish.text, digest, drafts.draft(kept, desk.read(ref)), wish.taken)


def _write(desk: Desk, entry: Entry, data: bytes, disk: OnDisk, is_new: bool) -> None:
    beside = start.beside(desk.home, entry.municipality) if is_new else {}
    for path, content in beside.items():
        if not workspace.exists(path):
            depot.swap(path, content)
    depot.swap(entry.path, data, lambda: desk.read(entry.ref).digest == disk.digest)
    desk.renew()


def _prepare(desk: Desk, drafts: Drafts, kept: Kept, disk: OnDisk, wish: _Wish) -> None:
    """Let nothing be lost that is to be written over: what the draft said before a merge, and a text in the file that
    somebody chose to replace.
    """
    journal = kept.journal
    folder = desk.home.root.joinpath(FOLDER, "replaced", *journal.ref.split("/"))
    if not wish.whole:
        depot.swap(folder / f"{depot.now():020d}-draft.yaml", journal.text.encode())
    if disk.there and disk.digest != journal.disk and said(disk.text) is None:
        depot.swap(folder / f"{depot.now():020d}-file.yaml", disk.text.encode())
    if disk.there and disk.digest != journal.disk:
        drafts.add(kept, journal.merged(disk.text, disk.digest, wish.text, depot.now() / 1e9))


def _wish(drafts: Drafts, kept: Kept, disk: OnDisk, choices: Mapping[str, Choice]) -> _Wish | Clash | Refused:
    """Return what is to be written, or why nothing is."""
    journal = kept.journal
    draft = drafts.draft(kept, disk)
    at_all_costs = choices.get(FILE) == "theirs"

    def refused(why: Why, *findings: Finding) -> Refused:
        return Refused(findings, why, draft)

    if _readable(journal.text) < (_readable(disk.text) if disk.there else 2):
        own = yaml_file.read_standard(journal.text.encode(), draft.ref, "")
        return refused("draft", _unreadable_draft(draft.ref), *own.findings)
    if not disk.there:
        return _Wish(journal.text) if journal.new or at_all_costs else refused("gone", _gone(draft.ref))
    if journal.new:
        return refused("taken", _taken(draft.ref))
    if disk.digest == journal.disk:
        return _Wish(journal.text)
    if disk.file is None:
        return _Wish(journal.text) if at_all_costs else refused("broken", _broken(draft.ref), *disk.findings)
    return _merged(draft, disk, choices)


def _merged(draft: Draft, disk: OnDisk, choices: Mapping[str, Choice]) -> _Wish | Clash | Refused:
    base, own = said(draft.base), said(draft.text)
    if base is None or own is None or disk.file is None:
        return Refused((_unmergeable(draft.ref),), "merge", draft)
    merge = merged(base, disk.file, own, choices)
    if merge.conflicts:
        return Clash(merge.conflicts, draft)
    try:
        text, whole = together(draft.base, disk.text, draft.text, merge)
    except UneditableError:
        return Refused((_unmergeable(draft.ref),), "merge", draft)
    return _Wish(text, merge.kept, whole)


def _readable(text: str) -> int:
    """Return how much can be read of a text: nothing, some of its fields, all."""
    if said(text) is not None:
        return 2
    parsed = parse(text.encode())
    return 0 if parsed.value is None or not parsed.whole else 1


# ---------- Words ----------


def _not_written(ref: str, error: OSError) -> Finding:
    what = message("Standarden er ikke gemt: {reason}.", reason=Message(workspace.reason(error)))
    hint = message("Kladden er der stadig. Ret fejlen, og gem igen.")
    return Finding("W010", "error", what, Place(ref), hint)


def _unreadable_draft(ref: str) -> Finding:
    what = message("Kladden kan ikke læses, så den kan ikke gemmes som standard.")
    return Finding("W011", "error", what, Place(ref), message("Ret fejlene i teksten. Kladden er der stadig."))


def _gone(ref: str) -> Finding:
    what = message("Filen er slettet eller flyttet, mens du skrev.")
    return Finding("W012", "error", what, Place(ref), message("Gem den igen, eller smid kladden væk."))


def _taken(ref: str) -> Finding:
    what = message("En anden har lavet en standard, der hedder »{ref}«, mens du skrev.", ref=ref)
    return Finding(
        "W013", "error", what, Place(ref), message("Giv din et andet navn, eller skriv videre i den, der er der.")
    )


def _broken(ref: str) -> Finding:
    what = message("Filen er ændret uden for programmet, mens du skrev, og den kan ikke læses nu.")
    hint = message("Din kladde er der stadig. Ret filen som tekst, eller gem din kladde i stedet for den.")
    return Finding("W014", "error", what, Place(ref), hint)


def _unmergeable(ref: str) -> Finding:
    what = message("Filen er ændret uden for programmet, mens du skrev, og ændringerne kan ikke flettes af sig selv.")
    hint = message("Din kladde er der stadig. Se filen og kladden som tekst, og flet dem selv.")
    return Finding("W015", "error", what, Place(ref), hint)
