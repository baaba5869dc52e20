"""The history that the editor keeps: each save is a commit by whoever saved, where the workspace lies in a git repository.

No save waits for it: the file is written first, and what git then refuses is told in words.
"""

import json
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from qstd import history, workspace
from qstd.history import Person, Reason, Refusal
from qstd.model.finding import Finding, Message, Place, message
from qstd.verbs import keeping
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.draft import Author
from qstd.verbs.editing.journals import FOLDER, own_folder
from qstd.workspace import MUNICIPALITY_FILE, Workspace

LONGEST = 500
"""Characters that a message can have."""
_SECONDS = 10.0  # how long it is believed that a folder is a repository, or is none
_REMEMBERED = 500
_NONE: tuple[Reason, ...] = ("no_git", "no_repository")
_ADDRESS = re.compile(r"[^\s<>@]+@[^\s<>@]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a save in the history: the `commit` and the `words` it was given; or that it is not there, because
    nobody knows who saved (`asks`), or why else.
    """

    words: str
    commit: str = ""
    asks: bool = False
    findings: tuple[Finding, ...] = ()


class Chronicle:
    """One for a whole server; any thread may ask."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk, self._clock = desk, clock
        self._lock = threading.Lock()
        self._known: tuple[float, Reason | None] | None = None
        self._told: OrderedDict[tuple[str, str], Told] = OrderedDict()

    # ---------- Whether there is one ----------

    def _lacks(self) -> Reason | None:
        """Return why the workspace has no history; None where it has one."""
        known, now = self._known, self._clock()
        if known is None or now - known[0] > _SECONDS:
            self._known = known = (now, _why(self._desk.home))
        return known[1]

    @property
    def is_there(self) -> bool:
        """Whether the workspace has a history."""
        return self._lacks() is None

    @property
    def is_lacking(self) -> bool:
        """Whether the workspace has none, and could have one."""
        return self._lacks() == "no_repository"

    def begin(self, words: str, person: Person) -> tuple[Finding, ...]:
        """Begin a history with all that lies there; return why not."""
        home = self._desk.home
        paths = [each.path for each in home.entries()]
        paths += [each / MUNICIPALITY_FILE for each in home.folders()]
        with self._lock:
            self._known = None
            try:
                history.begin(home.root)
                files = {each: workspace.read(each) for each in paths if workspace.is_file(each)}
                if files:
                    history.record(files, words, person)
            except Refusal as refusal:
                return (keeping.refused(refusal, str(home.standards)),)
            except OSError as error:
                return (_unreadable(str(home.standards), error),)
        return ()

    # ---------- Keeping ----------

    def keep(self, ref: str, who: Author, words: str, person: Person | None) -> Told | None:
        """Keep a standard as it was just saved; None where there is no history. What came of it is remembered."""
        entry = self._desk.entry(ref)
        if not self.is_there or entry is None:
            return None
        if person is None:
            return self._remember(ref, who, Told(words, asks=True))
        with self._lock:
            try:
                kept = keeping.keep(entry, words, person)
            except OSError as error:
                return self._remember(ref, who, Told(words, findings=(_unreadable(ref, error),)))
        wrong = kept.findings if not kept.commit else ()
        return self._remember(ref, who, Told(words, kept.commit, findings=wrong))

    def _remember(self, ref: str, who: Author, told: Told) -> Told:
        self._told[ref, who.session] = told
        while len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)
        return told

    def told(self, ref: str, who: Author) -> Told | None:
        """Return what became of somebody's last save of a standard."""
        return self._told.get((ref, who.session))

    # ---------- Whose it is ----------

    def person(self) -> Person | None:
        """Return whoever sits at this machine: as they have said here, else as git knows them."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            said = json.loads(workspace.read(self._desk.home.root / FOLDER / "person.json"))
            return Person(str(said["name"]), str(said["mail"]))
        with suppress(Refusal):
            return history.known_person(self._desk.home.root)
        return None

    def introduce(self, name: str, mail: str) -> tuple[tuple[str, Message], ...]:
        """Note who sits at this machine; return what is wrong with that, by field. Raises OSError."""
        wrong: list[tuple[str, Message]] = []
        if not _plain(name):
            wrong.append(("navn", message("Skriv dit navn.")))
        if not _ADDRESS.fullmatch(mail.strip()) or not mail.isprintable():
            wrong.append(("adresse", message("Skriv din mailadresse, fx anne@eksempel.dk.")))
        if not wrong:
            said = {"name": _plain(name), "mail": mail.strip()}
            workspace.write(own_folder(self._desk.home) / "person.json", json.dumps(said).encode())
        return tuple(wrong)


def _why(home: Workspace) -> Reason | None:
    try:
        history.at(home.root, "HEAD")
    except Refusal as refusal:
        return refusal.reason if refusal.reason in _NONE else None
    return None


def named(name: str, mail: str) -> Person | None:
    """Return a person as a login names them; None for one without a name."""
    return Person(_plain(name), _plain(mail) or _plain(name)) if _plain(name) else None


def _plain(words: str) -> str:
    """Return words as git can have them for a name."""
    return " ".join("".join(each for each in words if each.isprintable() and each not in "<>").split())[:200]


def _unreadable(place: str, error: OSError) -> Finding:
    what = message("Det kan ikke lægges i historikken: {reason}.", reason=Message(workspace.reason(error)))
    return Finding("H003", "error", what, Place(place), message("Ret det, og gem igen."))
