"""Uploads: a stranger's file is read in a process of its own, and what it leaves is looked at as if it were strange too.

Each upload has a folder below `.qstd/uploads/` of the workspace:

    upload.json  what it is called, who brought it and when     source   its bytes
    state.json   how far it is, and what was wrong              made/    what the process left: result.json, page-1.png ...
"""

import datetime as dt
import json
import multiprocessing
import re
import secrets
import shutil
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from qstd import depot, workspace
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.plain import plain
from qstd.readers.docx.edited import Edited
from qstd.readers.source import LIMIT
from qstd.verbs.editing import reading_child, reading_result, reading_words
from qstd.verbs.editing.drafts import Author
from qstd.verbs.editing.journals import FOLDER, own_folder
from qstd.verbs.editing.reading_child import MADE, RESULT, SOURCE, Limits
from qstd.verbs.editing.reading_result import LARGEST
from qstd.verbs.editing.staged import Outlined, PagePicture, Result, SpoiltError, restored
from qstd.workspace import Workspace

__all__ = ["PagePicture", "Result", "State", "UploadError", "Uploads", "Wish"]

DAYS = 30
Made = Result | Edited | Outlined
_READERS: Mapping[reading_child.Kind, Callable[[Path], Made | None]] = {
    "new": reading_result.result,
    "edited": reading_result.edited,
    "outline": reading_result.outlined,
}
Phase = Literal["waiting", "reading", "done", "failed"]
_ID = re.compile(r"[0-9a-f]{32}")
_AT_ONCE = 2  # files read at the same time
_WAITING = 8  # files that may wait, of all people together
_WALL = 150.0  # seconds, however little of them the process works
_IN_MEMORY = 8
_PIECE = 1 << 20
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody has said of a file: whose standard it is, and of which service; empty: as its text says. `into` is the
    standard that it is an edited Word file of; then it is read for that, with the tracked changes of the people `accepted`
    (None: all), and no new standard is made of it. With `answers` it is what came back of a hearing of that standard.
    """

    municipality: str = ""
    service: str = ""
    into: str = ""
    accepted: tuple[str, ...] | None = None
    answers: bool = False

    @property
    def kind(self) -> reading_child.Kind:
        """What is to be made of the file."""
        return "outline" if self.answers else "edited" if self.into else "new"


@dataclass(frozen=True, slots=True)
class State:
    """An upload and how far it is. `findings` say why it failed, or what was left out."""

    id: str
    file: str
    size: int
    taken: dt.datetime
    by: Author
    wish: Wish = Wish()
    phase: Phase = "waiting"
    findings: tuple[Finding, ...] = ()


class UploadError(Exception):
    """A file that is not taken in; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.text)
        self.finding = finding


class Uploads:
    """All uploads of a workspace. Any thread may ask."""

    def __init__(self, home: Workspace, limits: Limits = Limits(), wall: float = _WALL) -> None:  # noqa: B008  # it is frozen
        self._home, self._limits, self._wall = home, limits, wall
        self._lock = threading.RLock()
        self._slots = threading.BoundedSemaphore(_AT_ONCE)
        self._running: dict[str, multiprocessing.process.BaseProcess | None] = {}
        self._results: OrderedDict[str, Made] = OrderedDict()
        self._closed = False
        with suppress(OSError):
            self._sweep()

    def close(self) -> None:
        """End what is being read; it can be read again later."""
        with self._lock:
            self._closed = True
            for each in self._running.values():
                if each is not None:
                    each.kill()

    # ---------- Taking in ----------

    def take(self, stream: BinaryIO, name: str, who: Author, wish: Wish = Wish()) -> str:  # it is frozen
        """Store a file, begin to read it, and return its id. Raises UploadError."""
        shown, upload = _shown(name), secrets.token_hex(16)
        with self._lock:
            if self._closed or len(self._running) >= _AT_ONCE + _WAITING:
                what = message("Der læses for mange filer lige nu.")
                raise UploadError(Finding("I240", "error", what, Place(shown), message("Vent lidt, og prøv igen.")))
            self._running[upload] = None
        try:
            told = self._stored(stream, State(upload, shown, 0, dt.datetime.now(dt.UTC), who, wish))
        except BaseException:
            self._over(upload)
            raise
        self._begin(told)
        return upload

    def _stored(self, stream: BinaryIO, state: State) -> State:
        shown = state.file
        folder = self._home.root / FOLDER / "uploads" / state.id
        try:
            own_folder(self._home)
            told = replace(state, size=_store(stream, folder, shown))
            self._write(folder, told)
            return told
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            what = message("Filen kan ikke gemmes: {reason}.", reason=Message(workspace.reason(error)))
            hint = message("Filen er ikke hentet ind. Få orden på det, og prøv igen.")
            raise UploadError(Finding("I241", "error", what, Place(shown), hint)) from error
        except UploadError:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def again(self, upload: str, wish: Wish | None = None) -> None:
        """Read a file once more, with other wishes if some are given."""
        state, folder = self.state(upload), self.folder(upload)
        if state is None or folder is None:
            return
        with self._lock:
            if self._closed or upload in self._running:
                return
            self._running[upload] = None
            self._results.pop(upload, None)
        told = replace(state, wish=wish or state.wish, phase="waiting", findings=())
        try:
            self._write(folder, told)
        except OSError:  # it stays as it was
            self._over(upload)
            return
        self._begin(told)

    def drop(self, upload: str) -> None:
        """Remove an upload and all that was made of it."""
        folder = self.folder(upload)
        with self._lock:
            process = self._running.get(upload)
            if process is not None:
                process.kill()
            self._results.pop(upload, None)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    # ---------- Asking ----------

    def folder(self, upload: str) -> Path | None:
        """Return the folder of an upload; None where there is none of that name."""
        if not _ID.fullmatch(upload):
            return None
        found = self._home.root / FOLDER / "uploads" / upload
        return found if workspace.is_file(found / "upload.json") else None

    def state(self, upload: str) -> State | None:
        """Return how far an upload is; None where there is none of that name."""
        folder = self.folder(upload)
        if folder is None:
            return None
        with self._lock:  # asked first: what is over by now has been written down by then
            is_running = upload in self._running
        try:
            told = json.loads(workspace.read(folder / "upload.json"))
            now = json.loads(workspace.read(folder / "state.json"))
            state = restored(State, {**told, **now})
        except (OSError, ValueError, TypeError, SpoiltError):
            return None
        if state.phase in ("waiting", "reading") and not is_running:
            return replace(state, phase="failed", findings=(reading_words.interrupted(state.file),))
        return state

    def all(self) -> tuple[State, ...]:
        """Return all uploads, the newest first."""
        found = (self.state(each.name) for each in _folders(self._home.root / FOLDER / "uploads"))
        return tuple(sorted((each for each in found if each), key=lambda each: each.taken, reverse=True))

    def result(self, upload: str) -> Result | None:
        """Return what was made of an upload; None where it is not there (yet)."""
        found = self._made(upload)
        return found if isinstance(found, Result) else None

    def edited(self, upload: str) -> Edited | None:
        """Return what stands in a Word file that somebody has edited; None where it is not there (yet)."""
        found = self._made(upload)
        return found if isinstance(found, Edited) else None

    def outlined(self, upload: str) -> Outlined | None:
        """Return the text of what came back of a hearing; None where it is not there (yet)."""
        found = self._made(upload)
        return found if isinstance(found, Outlined) else None

    def _made(self, upload: str) -> Made | None:
        with self._lock:
            if upload in self._results:
                self._results.move_to_end(upload)
                return self._results[upload]
        state, folder = self.state(upload), self.folder(upload)
        if state is None or folder is None or state.phase != "done":
            return None
        try:
            found = _READERS[state.wish.kind](folder / MADE)
        except (OSError, ValueError, SpoiltError):
            return None
        return self._keep(upload, found) if found else None

    def picture(self, upload: str, page: int) -> bytes | None:
        """Return the picture of a page as PNG; None where there is none."""
        folder = self.folder(upload)
        path = folder / MADE / f"page-{page:d}.png" if folder else None
        with suppress(OSError):
            return workspace.read(path, LARGEST) if path else None
        return None

    # ---------- Reading ----------

    def _over(self, upload: str) -> None:
        with self._lock:
            self._running.pop(upload, None)

    def _begin(self, state: State) -> None:
        threading.Thread(target=self._read, args=(state,), daemon=True).start()

    def _read(self, state: State) -> None:
        folder = self._home.root / FOLDER / "uploads" / state.id
        try:
            with self._slots:
                self._write(folder, replace(state, phase="reading"))
                ended = self._apart(state, folder)
            outcome = self._outcome(state, folder, ended)
        except OSError as error:
            what = message("Filen kan ikke læses: {reason}.", reason=Message(workspace.reason(error)))
            outcome = replace(state, phase="failed", findings=(Finding("I241", "error", what, Place(state.file)),))
        if workspace.is_file(folder / "upload.json"):  # else it was dropped meanwhile
            with suppress(OSError):
                self._write(folder, outcome)
        self._over(state.id)

    def _apart(self, state: State, folder: Path) -> int | None:
        """Let a process read the file; return how it ended, None where it was not waited for."""
        made = folder / MADE
        shutil.rmtree(made, ignore_errors=True)
        depot.make_folder(made)
        arguments = (
            *(str(folder), str(self._home.root), state.file),
            *(state.wish.municipality, state.wish.service, self._limits),
            *(state.wish.kind, state.wish.accepted),
        )
        process = multiprocessing.get_context("spawn").Process(target=reading_child.read, args=arguments, daemon=True)
        with self._lock:
            if self._closed:
                return None
            process.start()
            self._running[state.id] = process
        process.join(self._wall)
        if process.is_alive():
            process.kill()
            process.join()
            return None
        return process.exitcode

    def _outcome(self, state: State, folder: Path, ended: int | None) -> State:
        """Judge what the process left."""
        made = folder / MADE
        read = _READERS[state.wish.kind]
        try:
            found = read(made) if workspace.is_file(made / RESULT) else None
        except (OSError, ValueError, SpoiltError):
            found = None
        if found is not None:
            self._keep(state.id, found)
            return replace(state, phase="done", findings=found.findings)
        told = reading_result.refusals(made) or (reading_words.trouble(state.file, made, ended),)
        return replace(state, phase="failed", findings=told)

    def _keep(self, upload: str, result: Made) -> Made:
        with self._lock:
            self._results[upload] = result
            while len(self._results) > _IN_MEMORY:
                self._results.popitem(last=False)
        return result

    # ---------- The disk ----------

    def _write(self, folder: Path, state: State) -> None:
        told = plain(state)
        now = {"phase": told.pop("phase"), "findings": told.pop("findings", [])}
        for name, each in (("state.json", now), ("upload.json", told)):  # in this order: with the latter it is there
            workspace.write(folder / name, json.dumps(each).encode())

    def _sweep(self) -> None:
        """Remove uploads that nobody has touched for a long time."""
        oldest = (time.time() - DAYS * 86_400) * 10**9
        for each in _folders(self._home.root / FOLDER / "uploads"):
            stamps = depot.stamps(each, 0).values()
            if all(stamp.changed < oldest for stamp in stamps):
                shutil.rmtree(each, ignore_errors=True)


def _folders(top: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (each for each in top.iterdir() if _ID.fullmatch(each.name) and each.is_dir())


def _store(stream: BinaryIO, folder: Path, name: str) -> int:
    """Write the bytes of a file, no more than may be read. Raises UploadError and OSError."""
    depot.make_folder(folder)
    size = 0
    with (folder / SOURCE).open("xb") as file:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > LIMIT:
                what = message("Filen er større end {count} MB.", count=LIMIT // 1_000_000)
                hint = message("Fjern store billeder fra den, eller del den i flere filer.")
                raise UploadError(Finding("I242", "error", what, Place(name), hint))
            file.write(piece)
    if not size:
        what = message("Filen er tom.")
        raise UploadError(Finding("I243", "error", what, Place(name), message("Se efter, om det er den rigtige fil.")))
    return size


def _shown(name: str) -> str:
    """Return the name of a file as it can be shown and written: no folders, no odd characters. It names no file of ours."""
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join(each for each in last if each.isprintable()).encode("utf-8", "ignore").decode().strip()
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if stem else clean[:_LONGEST_NAME] or "fil"
