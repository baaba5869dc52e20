"""Drafts: what somebody has written and not saved. Each change is on disk before it is acknowledged.

A draft belongs to a session, that is to one browser, and rests on the file as it was when it was begun. Files of
`standards/` are written by `saving` only. What is thrown away is set aside for thirty days.
"""

import datetime as dt
import re
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from qstd import depot
from qstd.depot import BusyError, ChangedError, Stamp
from qstd.model.edit import Drop, Edit, Insert, Move, UneditableError
from qstd.model.standard import SLUG, StandardFile
from qstd.present.slugs import slug
from qstd.verbs.corpus import RESERVED
from qstd.verbs.editing import errors, journal
from qstd.verbs.editing.desk import Desk, OnDisk
from qstd.verbs.editing.draft import Author, Draft, DraftInfo, Other
from qstd.verbs.editing.errors import DraftError, StaleError
from qstd.verbs.editing.files import editable
from qstd.verbs.editing.journal import Event, Journal, Kind
from qstd.verbs.editing.journals import Journals, Kept
from qstd.verbs.editing.labels import label
from qstd.verbs.editing.limits import cleaned, within
from qstd.verbs.editing.staleness import is_stale

T = TypeVar("T")
N_ = str  # marks a Danish text that is translated where it is shown
_ALIVE = 60.0
_TOUCHED = 20.0
_SWEPT = 86_400.0
_TRIES = 20
_WAIT = 0.01
_LOCKS = 64
_KINDS: tuple[tuple[type, Kind], ...] = ((Insert, "add"), (Drop, "remove"), (Move, "move"))


@dataclass(frozen=True, slots=True)
class _Summary:
    """What the overview needs of a journal, by the stamp of its file."""

    stamp: Stamp
    title: str
    name: str
    time: float
    changed: bool
    new: bool


class Drafts:
    """All drafts of a workspace; any thread may ask."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.journals = Journals(desk.home)
        self.saving = threading.Lock()
        self._locks = tuple(threading.RLock() for _ in range(_LOCKS))
        self._lock = threading.Lock()
        self._seen: dict[Path, float] = {}
        self._summaries: dict[Path, _Summary] = {}
        self._sweep = 0.0

    def held(self, ref: str) -> threading.RLock:
        """Return what keeps other threads from the drafts of a standard."""
        return self._locks[hash(ref) % _LOCKS]

    def _done(self, ref: str, do: Callable[[], T]) -> T:
        """Do something with a draft, and try again where another program has added to it meanwhile."""
        if self.desk.place(ref) is None:
            raise errors.missing(ref)
        with self.held(ref):
            for number in range(_TRIES):
                with suppress(ChangedError):
                    return do()
                threading.Event().wait(_WAIT * number)
        raise errors.refused(ref, BusyError(None, N_("et andet program er ved at gemme her; prøv igen om lidt")))

    # ---------- One draft ----------

    def open(self, ref: str, who: Author) -> Draft:
        """Return this session's draft, or a fresh one of the file as it lies there. Raises MissingError."""
        return self._done(ref, lambda: self.draft(*self.kept(ref, who)))

    def has(self, ref: str, who: Author) -> bool:
        """Tell whether this session has a draft of a standard that says something else than the file."""
        if self.desk.place(ref) is None:
            return False
        with self.held(ref):
            kept = self.journals.load(self.journals.path(ref, who.session))
            return kept is not None and kept.journal.changed

    def begin(self, ref: str, text: str, who: Author) -> Draft:
        """Begin the draft of a standard that is not there yet. Raises NameTakenError, BadNameError, RefusedError."""
        self._check_name(ref)
        return self._done(ref, lambda: self._begin(ref, text, who))

    def _begin(self, ref: str, text: str, who: Author) -> Draft:
        if self.desk.entry(ref) or any(True for _ in self.journals.all(ref)):
            raise errors.taken(ref)
        new = Journal(ref, who.name, "", "", within(ref, text), new=True, time=_now())
        kept = Kept(self.journals.path(ref, who.session), new)
        self.add(kept)
        return self.draft(kept, self.desk.read(ref))

    def _check_name(self, ref: str) -> None:
        folder, _, name = ref.partition("/")
        for part in (folder, name):
            if not re.fullmatch(SLUG, part) or len(part) > 100:
                raise errors.bad_name(ref, part, slug(part)[:60] or "navn")
        if folder in RESERVED:
            raise errors.reserved(ref, folder)

    def change(self, ref: str, who: Author, edits: Sequence[Edit], field: str, seen: str = "") -> Draft:
        """Make edits in the draft; `seen` is the digest of the draft that they were made on. Raises StaleError,
        UneditableError, RefusedError, TooLargeError, MissingError; then nothing was done.
        """
        return self._done(ref, lambda: self._change(ref, who, edits, field, seen))

    def _change(self, ref: str, who: Author, edits: Sequence[Edit], field: str, seen: str) -> Draft:
        from qstd.edits.patch import patched  # loads PyYAML

        edits = [cleaned(ref, each) for each in edits]
        kept, disk = self.kept(ref, who)
        own = kept.journal
        if seen and seen != journal.digest(own.text):
            then = own.then(seen)
            before = editable(then)[0] if then is not None else None
            if is_stale(before, self.file(kept)[0], edits):
                raise errors.stale(ref, self.draft(kept, disk))
        kind: Kind = next((kind for each in edits for cls, kind in _KINDS if isinstance(each, cls)), "change")
        try:
            text = within(ref, patched(own.text, edits))
        except (LookupError, TypeError, ValueError) as error:  # a path that leads nowhere, whatever it was made of
            raise UneditableError(str(error)) from error
        return self._step(kept, disk, text, field, kind)

    def replace(self, ref: str, who: Author, text: str, field: str = "text", seen: str = "") -> Draft:
        """Put another text in place of the whole draft. Raises what `change` does."""
        return self._done(ref, lambda: self._replace(ref, who, text, field, seen))

    def _replace(self, ref: str, who: Author, text: str, field: str, seen: str) -> Draft:
        kept, disk = self.kept(ref, who)
        own, wanted = kept.journal, within(ref, text)
        if seen not in ("", journal.digest(own.text)) and wanted != own.text:
            raise errors.stale(ref, self.draft(kept, disk))
        return self._step(kept, disk, wanted, field, "change")

    def _step(self, kept: Kept, disk: OnDisk, text: str, field: str, kind: Kind) -> Draft:
        if text != kept.journal.text:
            self.add(kept, kept.journal.step(text, field, kind, _now()))
        return self.draft(kept, disk)

    def undo(self, ref: str, who: Author) -> Draft:
        """Take the last group of steps back."""
        return self._done(ref, lambda: self._turned(ref, who, Journal.undo))

    def redo(self, ref: str, who: Author) -> Draft:
        """Do again what was taken back."""
        return self._done(ref, lambda: self._turned(ref, who, Journal.redo))

    def _turned(self, ref: str, who: Author, turn: Callable[[Journal, float], Event | None]) -> Draft:
        kept, disk = self.kept(ref, who)
        if event := turn(kept.journal, _now()):
            self.add(kept, event)
        return self.draft(kept, disk)

    # ---------- What they rest on ----------

    def kept(self, ref: str, who: Author) -> tuple[Kept, OnDisk]:
        """Return this session's draft with its journal, and the file as it lies there. Raises MissingError."""
        disk = self.desk.read(ref)
        path = self.journals.path(ref, who.session)
        kept = self.journals.load(path)
        self._mark(path)
        if kept is not None and (kept.journal.changed or not disk.there or kept.journal.disk == disk.digest):
            if kept.journal.changed and disk.there and disk.text == kept.journal.text:
                # Saved, and the program ended before it could note that; or somebody wrote the very same.
                self.add(kept, kept.journal.saved(disk.digest, _now()))
            return kept, disk
        if not disk.there:
            raise errors.missing(ref)
        fresh = Journal(ref, who.name, disk.text, disk.digest, disk.text, time=_now())
        return Kept(path, fresh), disk

    def add(self, kept: Kept, *events: Event) -> None:
        """Add events to a draft. Raises RefusedError, and ChangedError where another program has added to it."""
        try:
            self.journals.add(kept, *events)
        except ChangedError:
            raise
        except OSError as error:
            raise errors.refused(kept.journal.ref, error) from error
        self._mark(kept.path)

    def _mark(self, path: Path) -> None:
        """Note that a draft is in use now, for other programs by the time of its file."""
        now = _now()
        with self._lock:
            before = self._seen.get(path, 0.0)
            if now - before < _TOUCHED:
                return
            self._seen = {each: time for each, time in self._seen.items() if now - time < _ALIVE} | {path: now}
        depot.touch(path)

    @staticmethod
    def file(kept: Kept) -> tuple[StandardFile | None, bool]:
        """Return what the text of a draft says, None where that cannot be edited by field, and whether that is all."""
        own = journal.digest(kept.journal.text)
        if kept.file is None or kept.file[0] != own:
            kept.file = (own, *editable(kept.journal.text))
        return kept.file[1:]

    def draft(self, kept: Kept, disk: OnDisk) -> Draft:
        """Return a draft as it is."""
        own, (file, whole) = kept.journal, self.file(kept)
        return Draft(
            ref=own.ref,
            text=own.text,
            digest=journal.digest(own.text),
            base=own.base,
            base_digest=own.disk,
            file=file,
            changed=own.changed,
            undo=label(own.done[-1][-1], file) if own.done else None,
            redo=label(own.undone[-1][-1], file) if own.undone else None,
            disk_changed=disk.digest != own.disk,
            new=own.new,
            gone=not own.new and not disk.there,
            field=own.touched,
            name=own.name,
            when=_moment(own.time),
            whole=whole,
        )

    # ---------- Away, and back ----------

    def discard(self, ref: str, who: Author) -> None:
        """Set this session's draft aside. Raises RefusedError."""
        self._done(ref, lambda: self._set_aside(ref, self.journals.path(ref, who.session)))

    def _set_aside(self, ref: str, path: Path) -> None:
        try:
            self.journals.discard(ref, path)
        except OSError as error:
            raise errors.refused(ref, error) from error

    def restore(self, ref: str, who: Author) -> Draft | None:
        """Bring back the draft that this session, or this person, threw away last; None where there is none. One that lies
        in its place is set aside.
        """
        return self._done(ref, lambda: self._restore(ref, who))

    def _restore(self, ref: str, who: Author) -> Draft | None:
        for path, session in self.journals.discarded(ref):
            target = self.journals.path(ref, who.session)
            kept = self.journals.load(path)
            self.journals.forget(path)
            if kept and kept.journal.changed and (session == target.stem or kept.journal.name == who.name):
                return self._put(ref, who, path)
        return None

    def _put(self, ref: str, who: Author, source: Path) -> Draft:
        """Make a journal that of this session's draft; the one before, if it said something, is set aside."""
        target = self.journals.path(ref, who.session)
        before = self.journals.load(target)
        if before and before.journal.changed:
            self._set_aside(ref, target)
        try:
            self.journals.move(source, target)
        except OSError as error:
            raise errors.refused(ref, error) from error
        return self.draft(*self.kept(ref, who))

    # ---------- Those of others ----------

    def others(self, ref: str, who: Author) -> tuple[Other, ...]:
        """Return the drafts of a standard in other browsers that say something else than its file, the newest first."""
        if self.desk.place(ref) is None:
            return ()
        own = self.journals.path(ref, who.session)
        found = [(path, self._summary(ref, path, stamp)) for _, path, stamp in self.journals.all(ref) if path != own]
        return tuple(
            Other(each.name, path.stem, _moment(each.time), self._alive(path, each), each.name == who.name)
            for path, each in sorted(found, key=lambda pair: -pair[1].time)
            if each.changed
        )

    def adopt(self, ref: str, who: Author, session: str) -> Draft:
        """Go on with an own draft of another session. Raises MissingError where there is none."""
        return self._done(ref, lambda: self._adopt(ref, who, session))

    def _adopt(self, ref: str, who: Author, session: str) -> Draft:
        source = self.journals.path(ref, session)
        kept = self.journals.load(source)
        if kept is None or kept.journal.name != who.name:
            raise errors.missing(ref)
        return self._put(ref, who, source) if session != who.session else self.draft(*self.kept(ref, who))

    def all(self, who: Author) -> tuple[DraftInfo, ...]:
        """Return all drafts that say something else than their files, own ones first, the newest first."""
        self._sweep_daily()
        here = set()
        infos = []
        for ref, path, stamp in self.journals.all():
            here.add(path)
            each = self._summary(ref, path, stamp)
            if each.changed:
                own, mine = each.name == who.name, path == self.journals.path(ref, who.session)
                when, alive = _moment(each.time), self._alive(path, each)
                infos.append(DraftInfo(ref, each.title, each.name, path.stem, when, own, mine, alive, each.new))
        with self._lock:
            self._summaries = {path: each for path, each in self._summaries.items() if path in here}
        return tuple(sorted(infos, key=lambda each: (not each.here, not each.own, -each.when.timestamp())))

    def _summary(self, ref: str, path: Path, stamp: Stamp) -> _Summary:
        found = self._summaries.get(path)
        if found is not None and found.stamp == stamp:
            return found
        with self.held(ref):
            kept = self.journals.load(path)
            if kept is None:
                return _Summary(stamp, ref, "", 0.0, changed=False, new=False)
            own, (file, _) = kept.journal, self.file(kept)
            found = _Summary(
                stamp, file.title if file and file.title else ref, own.name, own.time, own.changed, own.new
            )
        with self._lock:
            self._summaries[path] = found
        return found

    def _alive(self, path: Path, summary: _Summary) -> bool:
        """Tell whether somebody has a draft open: here, or, as the time of its file tells, in another program."""
        seen = max(self._seen.get(path, 0.0), summary.time, summary.stamp.changed / 1e9)
        return _now() - seen < _ALIVE

    def _sweep_daily(self) -> None:
        now = _now()
        with self._lock:
            if now - self._sweep < _SWEPT:
                return
            self._sweep = now
        self.journals.sweep()


def _now() -> float:
    return depot.now() / 1e9


def _moment(time: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(time).astimezone()


__all__ = ["Author", "Draft", "DraftError", "DraftInfo", "Drafts", "Other", "StaleError"]
