"""The journals of all drafts on disk, below `.qstd/` of the workspace: read when they have changed, added to, set aside.

    .qstd/drafts/MUNICIPALITY/STANDARD/SESSION.jsonl          drafts
    .qstd/discarded/MUNICIPALITY/STANDARD/TIME-SESSION.jsonl  those that somebody has thrown away, for thirty days

What is read stays in memory, the last used of it; its size on disk tells whether another program has added to it.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from qstd import depot, workspace
from qstd.depot import Stamp
from qstd.model.standard import StandardFile
from qstd.verbs.editing.journal import Event, Journal, line, replayed
from qstd.workspace import Workspace

FOLDER = ".qstd"
DAYS = 30
_SUFFIX = ".jsonl"
_SESSION = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LARGE = 1_000_000
_MOST = 100_000_000
_IN_MEMORY = 64
_DAY = 86_400 * 10**9


@dataclass
class Kept:
    """A journal and its file: where, how large that was when we last looked, and how many of its bytes are whole. `file`
    is what the text says, and whether that is all of it, by the text's digest.
    """

    path: Path
    journal: Journal
    size: int = 0
    whole: int = 0
    after: int = 0  # the size after it was last made as short as can be
    spoilt: bool = False  # behind what is whole are more lines, which can lead nowhere
    file: tuple[str, StandardFile | None, bool] | None = None


def own_folder(home: Workspace) -> Path:
    """Return the folder of the editor in a workspace, made if it is not there, and hidden from git. Raises OSError."""
    folder = home.root / FOLDER
    ignored = folder / ".gitignore"
    if not workspace.is_file(ignored):
        depot.make_folder(folder)
        depot.swap(ignored, b"*\n")
    return folder


class Journals:
    """All journals of a workspace. Whoever works on one holds the lock of its standard."""

    def __init__(self, home: Workspace) -> None:
        self._home = home
        self._kept: OrderedDict[Path, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def path(self, ref: str, session: str) -> Path:
        """Return where the draft of a session is kept; a session of another kind of name goes by its digest."""
        name = session if _SESSION.fullmatch(session) else sha256(session.encode("utf-8", "replace")).hexdigest()
        return self._folder("drafts", ref) / f"{name}{_SUFFIX}"

    def _folder(self, kind: str, ref: str) -> Path:
        return self._home.root.joinpath(FOLDER, kind, *ref.split("/"))

    def load(self, path: Path) -> Kept | None:
        """Return the journal in a file; None where there is none, or nothing of it can be read."""
        found = depot.stamp(path)
        with self._lock:
            kept = self._kept.get(path)
            if kept and found and kept.size == found.size:
                self._kept.move_to_end(path)
                return kept
            self._kept.pop(path, None)
        if not found or not found.size:
            return None
        try:
            data = workspace.read(path, _MOST)
        except OSError:
            return None
        journal, whole = replayed(data)
        return self._remember(Kept(path, journal, len(data), whole, whole, b"\n" in data[whole:])) if journal else None

    def _remember(self, kept: Kept) -> Kept:
        with self._lock:
            self._kept[kept.path] = kept
            self._kept.move_to_end(kept.path)
            while len(self._kept) > _IN_MEMORY or (
                len(self._kept) > 1 and sum(each.size for each in self._kept.values()) > _MOST
            ):
                self._kept.popitem(last=False)
        return kept

    def forget(self, path: Path) -> None:
        """Read a journal anew when it is next asked for."""
        with self._lock:
            self._kept.pop(path, None)

    def add(self, kept: Kept, *events: Event) -> None:
        """Add events to a journal; they are on disk when this returns. Raises ChangedError where somebody else has added
        to it, and OSError; then nothing was done.
        """
        own_folder(self._home)
        head = b"" if kept.whole else line(kept.journal.head(kept.journal.text))
        data = head + b"".join(map(line, events))
        if not kept.whole:
            self._make_room(kept)
        elif kept.spoilt:
            depot.swap(self._aside(kept.journal.ref, kept.path), workspace.read(kept.path, _MOST))
            kept.spoilt = False
        try:
            depot.keep(kept.path, data, kept.size, kept.whole)
        except OSError:
            self.forget(kept.path)
            raise
        for each in events:
            kept.journal.take(each)
        kept.whole += len(data)
        kept.size = kept.whole
        self._remember(kept)
        if kept.size > max(_LARGE, 2 * kept.after):
            self.shorten(kept)

    def _make_room(self, kept: Kept) -> None:
        """See what lies where a fresh draft is to be kept: an older one of the same session, which says no more than the
        file did, is written over; what cannot be read is set aside.
        """
        found = depot.stamp(kept.path)
        if found and found.size and self.load(kept.path) is None:
            self.discard(kept.journal.ref, kept.path)
            found = None
        kept.size = found.size if found else 0

    def shorten(self, kept: Kept) -> None:
        """Write a journal as short as can be; where the disk refuses, it stays as it is."""
        data = kept.journal.lines()
        with suppress(OSError):
            depot.swap(kept.path, data)
            kept.size = kept.whole = kept.after = len(data)
            self._remember(kept)

    def all(self, ref: str = "") -> Iterator[tuple[str, Path, Stamp]]:
        """Yield the standard, the file and its stamp of all drafts, or of those of one standard."""
        top = self._folder("drafts", ref) if ref else self._home.root / FOLDER / "drafts"
        for name, found in depot.stamps(top, 0 if ref else 2).items():
            if name.endswith(_SUFFIX) and found.size:
                yield ref or name.rpartition("/")[0], top / name, found

    # ---------- Set aside ----------

    def discard(self, ref: str, path: Path) -> None:
        """Set a draft aside. Raises OSError."""
        self.forget(path)
        if workspace.is_file(path):
            depot.move(path, self._aside(ref, path))

    def _aside(self, ref: str, path: Path) -> Path:
        time, folder = depot.now(), self._folder("discarded", ref)
        while workspace.exists(folder / f"{time:020d}-{path.name}"):
            time += 1
        return folder / f"{time:020d}-{path.name}"

    def discarded(self, ref: str) -> Iterator[tuple[Path, str]]:
        """Yield the drafts of a standard that were set aside, the newest first, with the session they were of."""
        folder = self._folder("discarded", ref)
        for name in sorted(depot.stamps(folder, 0), reverse=True):
            time, _, session = name.removesuffix(_SUFFIX).partition("-")
            if time.isdecimal() and depot.now() - int(time) < DAYS * _DAY:
                yield folder / name, session

    def move(self, source: Path, target: Path) -> None:
        """Give a journal another name. Raises OSError."""
        self.forget(source)
        self.forget(target)
        depot.move(source, target)

    def sweep(self) -> None:
        """Remove what was thrown away longer than thirty days ago, and drafts that long untouched that say no more than
        their files; and what was written by half.
        """
        own = self._home.root / FOLDER
        workspace.sweep((own, *self._home.folders(), *{path.parent for _, path, _ in self.all()}))
        before = depot.now() - DAYS * _DAY
        for name in depot.stamps(own / "discarded", 2):
            time = name.rpartition("/")[2].partition("-")[0]
            if time.isdecimal() and int(time) < before:
                with suppress(OSError):
                    workspace.remove(own / "discarded" / name, own)
        for _, path, found in list(self.all()):
            kept = self.load(path) if found.changed < before else None
            if kept and not kept.journal.changed:
                self.forget(path)
                with suppress(OSError):
                    workspace.remove(path, own)
