"""The desk: the workspace as the editor has it in mind. What has not changed on disk is not read again.

At most once a second the stamps of all files are looked at. Rows are made of the files that have another stamp than
before; the standards beside the one that somebody writes are kept as records, so that all rules can look at a text as one
types, also those about several standards.
"""

import datetime as dt
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from qstd import catalogue, depot, workspace
from qstd.depot import Stamp
from qstd.model.finding import Finding
from qstd.model.municipality import Municipality
from qstd.model.source import Locate
from qstd.model.standard import Standard, StandardFile
from qstd.readers import yaml_file
from qstd.verbs import corpus
from qstd.verbs.corpus import Surroundings
from qstd.verbs.editing.counting import Counting
from qstd.verbs.editing.files import decoded, file_of
from qstd.verbs.editing.memory import Memory
from qstd.verbs.editing.rows import Home, Row, Said, row, said
from qstd.verbs.editing.screen_hints import on_a_screen
from qstd.workspace import MUNICIPALITY_FILE, Entry, Workspace

_SECONDS = 1.0
_PART_OF_TIME = 20  # where a look at the disk is slow, as over a network, the next one comes that many times later
_YOUNG = 2 * 10**9  # a file may change again and keep its stamp: disks count time in steps of up to two seconds
_FOLDERS = 40  # as many municipalities as are worked on at once; each some megabytes
_PART = re.compile(r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]{0,200}")


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A standard's file as it lies there. `digest` is that of its bytes; `file` is None where they cannot be read whole.
    Of a file that is not there everything is empty.
    """

    text: str
    digest: str
    file: StandardFile | None
    findings: tuple[Finding, ...]
    there: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """A text looked at in its surroundings: the standard as it is written, None where nothing can be made of it; the one
    with shared texts in place, None where one is missing too; whose it is; all that is wrong; and where values stand.
    """

    standard: Standard | None
    effective: Standard | None
    municipality: Municipality
    findings: tuple[Finding, ...]
    locate: Locate


@dataclass(slots=True)
class _Known:
    """A file as it was read last. `read` is when; `row` is what was made of it, with what that follows from."""

    entry: Entry
    stamp: Stamp
    read: int
    said: Said
    row: tuple[object, Row] | None = None

    @property
    def sure(self) -> bool:
        """Whether an equal stamp means an equal file."""
        return self.read - self.stamp.changed > _YOUNG


class Desk:
    """One for a whole server; any thread may ask."""

    def __init__(self, home: Workspace, today: Callable[[], dt.date] = workspace.today, language: str = "da") -> None:
        self.home = home
        self.today = today
        self.language = language
        self._lock = threading.RLock()
        self._next = 0.0
        self._stamps: Mapping[str, Stamp] = {}
        self._known: dict[str, _Known] = {}
        self._by_ref: dict[str, Entry] = {}
        self._rows: tuple[Row, ...] | None = None
        self._changes = 0
        self._seen: object = None
        self._unsure: set[str] = set()
        self._municipalities: dict[str, tuple[Stamp | None, Municipality | None]] = {}
        self._beside: OrderedDict[str, _Folder] = OrderedDict()
        self._memory = Memory()
        self._counting = Counting(home, self._counted)

    def close(self) -> None:
        """End what runs in the background."""
        self._counting.close()

    # ---------- The overview ----------

    def rows(self) -> tuple[Row, ...]:
        """Return all standards, sorted by name."""
        with self._lock:
            self._look_around()
            if self._seen != (seen := (self._changes, self.today())):
                self._read_changed(self._by_ref)
                self._count()
                self._seen = seen
            elif self._unsure:
                self._read_changed({ref: self._by_ref[ref] for ref in self._unsure})
            if self._rows is None:
                names = {each: self._name(each) for each in {each.entry.municipality for each in self._known.values()}}
                self._rows = tuple(self._row(self._known[ref], names) for ref in sorted(self._known))
            return self._rows

    def _row(self, known: _Known, names: Mapping[str, str]) -> Row:
        entry = known.entry
        about = (names[entry.municipality], self._counting.of(entry.ref))
        if known.row is None or known.row[0] != about:
            known.row = (about, row(entry, known.stamp, known.said, *about))
        return known.row[1]

    def municipalities(self) -> tuple[Home, ...]:
        """Return the municipalities that have a folder, sorted by name of the folder."""
        with self._lock:
            self._look_around()
            count = dict.fromkeys((path.split("/")[0] for path in self._stamps if "/" in path), 0)
            for each in self._by_ref.values():
                count[each.municipality] = count.get(each.municipality, 0) + 1
            return tuple(
                Home(slug, self._name(slug), self._municipality(slug), number) for slug, number in sorted(count.items())
            )

    def _name(self, slug: str) -> str:
        own = self._municipality(slug)
        known = catalogue.municipality(slug)
        return own.name if own else known.display if known else slug

    def _municipality(self, slug: str) -> Municipality | None:
        stamp = self._stamps.get(f"{slug}/{MUNICIPALITY_FILE}")
        kept = self._municipalities.get(slug)
        if kept is None or kept[0] != stamp:
            self._municipalities[slug] = kept = (stamp, self._read_municipality(slug) if stamp else None)
        return kept[1]

    def _read_municipality(self, slug: str) -> Municipality | None:
        try:
            data = workspace.read(self.home.standards / slug / MUNICIPALITY_FILE)
        except OSError:
            return None
        return yaml_file.read_municipality(data, MUNICIPALITY_FILE).record

    # ---------- What has changed ----------

    def renew(self) -> None:
        """Look at the disk again when somebody next asks."""
        with self._lock:
            self._next = 0.0

    def _look_around(self) -> None:
        begun = time.monotonic()
        if begun < self._next:
            return
        stamps = depot.stamps(self.home.standards, 1)
        if stamps != self._stamps or not self._by_ref:
            self._stamps = stamps
            self._changes += 1
            self._by_ref = {each.ref: each for each in self._entries()}
        ended = time.monotonic()
        self._next = ended + max(_SECONDS, _PART_OF_TIME * (ended - begun))

    def _entries(self) -> list[Entry]:
        """Return the standards in the order of their files, of two with one name the first one last, so that it counts."""
        top = self.home.standards
        found = [top / each for each in self._stamps if each.count("/") == 1]
        seen = {each.parent for each in found}
        closed = [each for each in self.home.folders() if each not in seen]
        shut = [each for folder in closed for each in workspace.entries_in(folder)]
        known = {each.entry.path: each.entry for each in self._known.values()}
        own = [known.get(each) or workspace.entry(each) for each in found if workspace.is_standard(each)]
        return sorted((*own, *shut), key=lambda each: (each.ref, each.path.name), reverse=True)

    def _read_changed(self, entries: Mapping[str, Entry]) -> None:
        for ref in [each for each in self._known if each not in self._by_ref]:
            del self._known[ref]
            self._unsure.discard(ref)
            self._rows = None
        for ref, entry in entries.items():
            stamp = self._stamp(entry)
            known = self._known.get(ref)
            if known is None or known.stamp != stamp or known.entry.path != entry.path or ref in self._unsure:
                self._read_one(entry, stamp, known)

    def _stamp(self, entry: Entry) -> Stamp:
        return self._stamps.get(f"{entry.path.parent.name}/{entry.path.name}", Stamp(0, 0))

    def _read_one(self, entry: Entry, stamp: Stamp, known: _Known | None) -> None:
        now = depot.now()
        try:
            told = said(workspace.read(entry.path), entry)
        except OSError:
            told = Said(entry.path.stem, "", "", None, broken=True)
        fresh = _Known(entry, stamp, now, told)
        if known is None or (known.stamp, known.said, known.entry) != (stamp, told, entry):
            self._rows = None
            if known is not None:
                self._counting.changed(entry.ref)
        self._known[entry.ref] = fresh
        (self._unsure.discard if fresh.sure else self._unsure.add)(entry.ref)

    def _count(self) -> None:
        marks: dict[str, list[tuple[str, Stamp]]] = {}
        for path, stamp in self._stamps.items():
            folder, _, name = path.partition("/")
            if name:
                marks.setdefault(folder, []).append((name, stamp))
        beside = [each for each in self._stamps.items() if "/" not in each[0]]
        self._counting.want({folder: hash((*own, *beside)) for folder, own in marks.items()}, self.today())

    def _counted(self) -> None:
        with self._lock:
            self._rows = None

    # ---------- One standard ----------

    def entry(self, ref: str) -> Entry | None:
        """Return the file of a standard, if there is one."""
        with self._lock:
            found = self._by_ref.get(ref)
            if found is None or not workspace.is_file(found.path):
                self._look_around()
                found = self._by_ref.get(ref)
        return found if found and workspace.is_file(found.path) else None

    def place(self, ref: str) -> Entry | None:
        """Return where a standard lies, or would lie; None for what cannot be the name of one."""
        folder, _, name = ref.partition("/")
        if found := self.entry(ref):
            return found
        path = self.home.standards / folder / f"{name}.yaml"
        if not _PART.fullmatch(folder) or not _PART.fullmatch(name) or not workspace.is_standard(path):
            return None
        return Entry(ref, path, folder)

    def read(self, ref: str) -> OnDisk:
        """Read a standard's file now."""
        entry = self.place(ref)
        if entry is None:
            return OnDisk("", "", None, (), there=False)
        name = workspace.name_from(self.home.root, entry.path)
        try:
            data = workspace.read(entry.path)
        except FileNotFoundError:
            return OnDisk("", "", None, (), there=False)
        except OSError:
            checked = corpus.read([entry], self.home.root, today=self.today())
            return OnDisk("", "", None, checked.findings, there=workspace.exists(entry.path))
        source = yaml_file.read_standard(data, name, entry.municipality)
        return OnDisk(decoded(data), sha256(data).hexdigest(), file_of(source), source.findings, there=True)

    def look(self, ref: str, text: str) -> Looked:
        """Look at a text as if it were a standard's file, with every rule. Raises LookupError for what is no name."""
        entry = self.place(ref)
        if entry is None:
            raise LookupError(ref)
        around = self._around(entry)
        data = text.encode("utf-8", "replace")
        source, checked = corpus.look(entry, data, self.home.root, around)
        self._memory.looked(len(text))
        findings = tuple(map(on_a_screen, checked.findings))
        return Looked(source.record, checked.draft, checked.municipality, findings, source.locate)

    def _around(self, entry: Entry) -> Surroundings:
        """Return what the standard in a file is checked in, read anew where a file beside it has changed."""
        folder = entry.path.parent
        own, beside = depot.stamps(folder, 0), depot.stamps(self.home.standards, 0)
        with self._lock:
            kept = self._beside.setdefault(folder.name, _Folder())
            self._beside.move_to_end(folder.name)
            while len(self._beside) > _FOLDERS:
                self._beside.popitem(last=False)
        return kept.around(entry, own, beside, self.home.root, self.today())


class _Folder:
    """The standards of one folder, as records, and what each of them is checked in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: dict[str, tuple[Stamp, Standard | None]] = {}
        self._around: tuple[object, Surroundings] | None = None

    def around(
        self, entry: Entry, stamps: Mapping[str, Stamp], beside: object, home: Path, today: dt.date
    ) -> Surroundings:
        """Return what a standard of the folder is checked in."""
        folder = entry.path.parent
        with self._lock:
            mark = (stamps, beside, today)
            if self._around is None or self._around[0] != mark:
                self._read(folder, stamps)
                records = tuple(each for _, each in self._records.values() if each)
                self._around = (mark, corpus.surroundings(folder, home, records, today))
            own = entry.path.name
            others = tuple(each for name, (_, each) in self._records.items() if each and name != own)
            found = self._around[1]
            return Surroundings(found.municipality, found.findings, others, found.terms, found.names)

    def _read(self, folder: Path, stamps: Mapping[str, Stamp]) -> None:
        fresh: dict[str, tuple[Stamp, Standard | None]] = {}
        for name, stamp in sorted(stamps.items()):
            path = folder / name
            if workspace.is_standard(path):
                kept = self._records.get(name)
                fresh[name] = kept if kept and kept[0] == stamp else (stamp, _record(path))
        self._records = fresh


def _record(path: Path) -> Standard | None:
    try:
        return yaml_file.read_standard(workspace.read(path), path.name, path.parent.name).record
    except OSError:
        return None
